import { expect, it } from 'vitest';
import { targetInName } from './target-in-name';

it.each([
  ['指标1:年度资金支付完成率100%', '100%', null, '100', '%'],
  ['指标1:窗口和工作人员月度绩效考核全覆盖,优秀比例不超过20%', '不超过20%', 'lte', '20', '%'],
  ['建设普通省道二级公路32.1公里', '32.1公里', null, '32.1', '公里'],
  ['开展培训≥3次', '≥3次', 'gte', '3', '次'],
  ['改造农田１.２万亩', '1.2万亩', null, '1.2', '万亩'],
  ['人均补助标准 75元/人', '75元/人', null, '75', '元/人'],
  ['服务对象满意度90%以上', '90%以上', 'gte', '90', '%'],
])('%s holds %s', (name, text, comparator, value, unit) =>
  expect(targetInName(name)).toMatchObject({ text, target: { kind: 'number', comparator, value, unit } }),
);

it.each([
  '5000吨稻谷、500吨成品粮储备到位率',
  '指标9:0-6岁儿童健康管理数',
  '指标12:孕产妇7天访视数',
  '指标1工程资金金额',
  '指标1',
  '项目2',
  '办理12345热线',
  '新建5G基站',
  'PM2.5平均浓度',
  '2021年',
  '完成时间2021年',
  '老年人体检数',
  '儿童0-6岁',
  '服务约300人',
  '单位能耗下降5%',
  '32.1公里',
  '',
])('%s holds none', (name) => expect(targetInName(name)).toBeNull());
