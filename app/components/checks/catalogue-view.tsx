import { BoardFilters, type FilterOption } from '~/app/components/round/board-filters';
import { EmptyState } from '~/app/components/ui/empty-state';
import { FindingTag } from '~/app/components/ui/finding-tag';
import { PageHead } from '~/app/components/ui/page-head';
import { UiLink } from '~/app/components/ui/ui-host';
import { useCellFromHash } from '~/app/components/workspace/use-cell-from-hash';
import type { FindingAnswer } from '~/app/domain/checks/finding';
import type { CatalogueEntry } from '~/app/domain/checks/registry';
import { type CatalogueChoice, type CatalogueGroup, catalogueLink } from './catalogue-filter';

export interface CatalogueViewProps {
  readonly total: number;
  readonly choice: CatalogueChoice;
  /** What the choice shows. */
  readonly groups: readonly CatalogueGroup[];
  readonly groupOptions: readonly FilterOption[];
  readonly levelOptions: readonly FilterOption[];
}

const ANSWERS: Readonly<Record<NonNullable<FindingAnswer>, string>> = { explain: '书面说明', correct: '更正', attach: '上传佐证材料' };

/** 核查目录: every check with its level, what it demands, how it is answered, and what it stands on. */
export function CatalogueView({ total, choice, groups, groupOptions, levelOptions }: CatalogueViewProps) {
  useCellFromHash();
  return (
    <>
      <PageHead title="核查目录" facts={[`共 ${total} 条规则`, '填报时随填随查，送审、报送和评分时各查一次']} />
      <ul className="check-levels" aria-label="级别">
        <li>
          <FindingTag level="E" /> 处理后才能送审、报送
        </li>
        <li>
          <FindingTag level="W" /> 更正，或逐条书面说明
        </li>
        <li>
          <FindingTag level="I" /> 供核对，不影响报送
        </li>
      </ul>
      <BoardFilters label="按类别查看" options={groupOptions} chosen={choice.group} linkOf={(group) => catalogueLink({ ...choice, group })} />
      <BoardFilters label="按级别查看" options={levelOptions} chosen={choice.level} linkOf={(level) => catalogueLink({ ...choice, level: level as CatalogueChoice['level'] })} />
      {groups.length === 0 ? (
        <EmptyState title="没有符合条件的规则" text="这一类别中没有所选级别的规则，请换一个级别或类别。" action={<UiLink to="/checks">查看全部规则</UiLink>} />
      ) : (
        <Rules groups={groups} />
      )}
    </>
  );
}

function Rules({ groups }: { groups: readonly CatalogueGroup[] }) {
  return (
    <div className="table-frame">
      <table className="data-table check-table">
        <caption className="visually-hidden">核查规则</caption>
        <thead>
          <tr>
            <th scope="col" className="check-id">编号</th>
            <th scope="col" className="check-level">级别</th>
            <th scope="col">核查内容</th>
            <th scope="col" className="check-answer">处理方式</th>
            <th scope="col" className="check-source">依据</th>
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.letter}>
            <tr className="check-group">
              <th scope="rowgroup" colSpan={5}>
                {group.letter}　{group.name}
                <span className="section-unit">{group.entries.length} 条</span>
              </th>
            </tr>
            {group.entries.map((entry) => (
              <Rule key={entry.id} entry={entry} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function Rule({ entry }: { entry: CatalogueEntry }) {
  return (
    <tr id={entry.id} tabIndex={-1}>
      <td>
        <a href={`#${entry.id}`} title={`本条规则的链接：${entry.id}`}>
          {entry.id}
        </a>
      </td>
      <td>
        <span className="tag-group">
          {entry.levels.map((level) => (
            <FindingTag key={level} level={level} />
          ))}
        </span>
      </td>
      <th scope="row">
        <span className="check-title">{entry.title}</span>
        <span className="check-text">{entry.text}</span>
      </th>
      <td>{entry.answer === null ? '仅供核对' : ANSWERS[entry.answer]}</td>
      <td className="secondary-text">{entry.source}</td>
    </tr>
  );
}
