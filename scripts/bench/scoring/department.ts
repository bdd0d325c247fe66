import type { FormBasis } from '~/app/domain/form/form-basis';
import type { Snapshot } from '~/app/domain/form/snapshot';
import type { Table } from './formula';
import { commonTable } from './common-indicators';
import { keyTasks } from './key-tasks';
import { districtSystem, projectForm } from './published-versions';
import { projectsOf } from './projects';
import { seededRandom } from './random';
import { decimalOf } from './spelling';

/** One department: the form with its typed texts, and the same figures bare. `tables`: its own table, then one per project. */
export interface Department {
  readonly basis: FormBasis & Pick<Snapshot, 'round'>;
  readonly cells: Readonly<Record<string, string>>;
  readonly tables: readonly Table[];
}

/** Department number `seed`: 8 key tasks and the 24 common indicators of district-32, `projectCount` projects of 15 indicators and an execution line. Every other department has round targets and budgets. */
export function departmentOf(seed: number, projectCount: number): Department {
  const random = seededRandom(seed * 7919 + 17, seed % 2 === 0);
  const cells: Record<string, string> = {};
  const tasks = keyTasks(random, cells);
  const common = commonTable(random, cells);
  const projects = projectsOf(random, cells, projectCount);
  Object.assign(cells, prose(random.whole(2, 9), random.whole(60, 480)));
  return {
    basis: { system: districtSystem(), projectForm: projectForm(), bindings: tasks.bindings, projects: projects.bindings, round: { name: '2024年度绩效自评', fiscalYear: 2024 } },
    cells,
    tables: [[...tasks.formulas, ...common], ...projects.tables],
  };
}

export function districtOf(departments: number, projectCount: number): Department[] {
  return Array.from({ length: departments }, (_, index) => departmentOf(index + 1, projectCount));
}

function prose(times: number, companies: number): Record<string, string> {
  return {
    'basics.budget_unit_code': '101001',
    'basics.staff_authorised': '584',
    'basics.staff_in_post': '555',
    'basics.functions': '1. 统一承担登记注册和信用监管。\n2. 组织综合执法。\n3. 指导所属单位开展业务工作。',
    'basics.overall_objective': '守住安全底线，提升服务质量，各项重点任务按期完成。',
    'basics.key_tasks': '1. 规范办理各类业务。\n2. 开展专项检查。\n3. 推进项目建设。',
    'narrative.achievements':
      `全年共组织专项检查${times}次，走访企业${companies}家，服务对象满意度达到92.3%。重点工作任务总体完成较好，登记业务办理时限压缩三成，` +
      `培训人员${companies * 3}人次，项目资金支付进度高于上年同期${decimalOf(times * 13, 1)}个百分点。群众反映的问题得到及时处理，社会评价良好。`,
    'narrative.problems': '（一）个别指标未能按计划完成，年初目标测算依据不足。\n（二）部分项目前期准备不够充分，资金支出集中在下半年。',
    'narrative.measures': '（一）完善目标测算方法，按近三年实际完成情况设置目标值。\n（二）提前开展项目前期工作，按季度安排支出计划。',
  };
}
