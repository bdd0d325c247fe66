import { FUNDING_COLUMNS } from '~/app/domain/form/project-addresses';
import { FUNDING_COLUMN_NAMES } from '~/app/domain/form/project-cells';

/** Caption and head of the funds table of 项目支出绩效自评表, filled in or read. */
export function FundsHead() {
  return (
    <>
      <caption className="visually-hidden">项目资金（万元）</caption>
      <thead>
        <tr>
          <th scope="col">项目资金（万元）</th>
          {FUNDING_COLUMNS.map((column) => (
            <th key={column} scope="col" className="align-right">
              {FUNDING_COLUMN_NAMES[column]}
            </th>
          ))}
          <th scope="col" className="align-right">分值</th>
          <th scope="col" className="align-right">执行率（%）</th>
          <th scope="col" className="align-right">得分</th>
        </tr>
      </thead>
    </>
  );
}
