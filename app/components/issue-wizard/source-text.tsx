import type { ScopeSource } from './wizard-plan';

/** Where a department's targets come from, in words. */
export function SourceText({ source }: { source: ScopeSource }) {
  switch (source.kind) {
    case 'imported':
      return <span>导入的审批目标表</span>;
    case 'carried':
      return <span>沿用 {source.fiscalYear} 年度批复目标</span>;
    case 'none':
      return <span className="issue-no-targets">没有目标，请导入</span>;
  }
}
