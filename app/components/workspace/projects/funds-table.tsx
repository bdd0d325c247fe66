import { FundsHead } from '~/app/components/score/funds-head';
import { Figure } from '~/app/components/ui/figure';
import { FUNDING_COLUMNS, FUNDING_ROWS, projectAddresses } from '~/app/domain/form/project-addresses';
import { FUNDING_ROW_NAMES } from '~/app/domain/form/project-cells';
import type { ProjectScore } from '~/app/domain/scoring/score-sheet';
import { CellGrid } from '../cell-grid';
import { CellInput } from '../cell-input';

function ExecutionScore({ execution }: { execution: ProjectScore['execution'] }) {
  if (execution.status === 'excluded') return <>不适用</>;
  return <Figure value={execution.status === 'scored' ? execution.score : null} origin="computed" />;
}

/** 项目资金（万元）: the total row and its three sources; weight, execution rate and score belong to the total alone. */
export function FundsTable({ project, score }: { project: string; score: ProjectScore }) {
  return (
    <CellGrid className="table-frame funds-frame">
      <table className="data-table funds-table">
        <FundsHead />
        <tbody>
          {FUNDING_ROWS.map((row) => (
            <tr key={row}>
              <th scope="row" className={row === 'total' ? 'funds-total' : 'funds-part'}>
                {row === 'fiscal_appropriation' ? '其中：' : ''}
                {FUNDING_ROW_NAMES[row]}
              </th>
              {FUNDING_COLUMNS.map((column, index) => (
                <td key={column}>
                  <CellInput address={projectAddresses(project).funding(row, column)} column={index} />
                </td>
              ))}
              <td className="align-right">{row === 'total' ? score.execution.weight : '—'}</td>
              <td className="align-right">{row === 'total' ? <Figure value={score.executionRate} digits={2} origin="computed" /> : '—'}</td>
              <td className="align-right">{row === 'total' ? <ExecutionScore execution={score.execution} /> : '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </CellGrid>
  );
}
