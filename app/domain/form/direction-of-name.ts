/** What an indicator's name says about its direction. `lower` is a question to the person who set the target, never a sign to score by. */
export type NameDirection = { readonly direction: 'lower'; readonly word: string } | { readonly direction: 'unknown'; readonly word: null };

/** Words of indicators of which less is better, in the order they are looked for. */
const LOWER =
  /控制率|(?:经费|费用|支出|人数|规模)控制[数额]|受害率|成灾率|受灾率|发[生病案]率|发[生病案](?:次|起|件|例)?数|患病率|感染率|病死率|死亡(?:率|人?数)|致残率|复发率|事故|投诉|信访量|上访|变质(?:比例|率)|结转结余|结余率|结转率|空置率|闲置率|流失率|辍学率|失业率|缺勤率|退货率|返工率|返贫率?|差错率?|错误率|失误|漏报率?|误报率?|故障(?:率|次数|时长)|缺陷率|损耗率?|损失率?|浪费|违规|违法|违纪|逾期|超期|超时|延误|延迟|拖欠|坏账率?|不良率|不良贷款率|负债率|不(?:合格|达标|满意)率|未完成率|超标|超支|超预算|超编|超员|调整(?:率|次数)|变动率|成本|能耗|耗时|(?:办理|等候|等待|响应|处置)(?:时限|时间|时长)|排放(?:量|强度)|隐患(?:数|起数)|案件数|废品率|撂荒率?/;
/** What turns such a word into something of which more is better: 投诉办结率, 事故处理率, 成本核算率, 死亡率下降幅度. */
const TURNED = /血压|血糖|血脂|随访|疾病控制|处理|处置率|办结|结案|化解|整改|查处|破案|侦破|追缴|救治|防治|防控|治理|下降|降低|减少|压减|压降|节约|核算|公开|回复|回访|受理|响应率|满意度|及时率|准确率|合规|报告数|影响|效果|作用|演练|培训|宣传|预防|挽回|避免|防止|不受|杜绝|完成率/;

/**
 * Whether the name alone suggests that less is better (控制率, 受害率, 事故…, 成本…), with the word it rests on. Only a flag: names mislead (成本控制率 100% met by 100%),
 * so the sign is asked for, not inferred.
 */
export function directionOfName(name: string): NameDirection {
  const word = LOWER.exec(name)?.[0];
  return word === undefined || TURNED.test(name) ? { direction: 'unknown', word: null } : { direction: 'lower', word };
}
