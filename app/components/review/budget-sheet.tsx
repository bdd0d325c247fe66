import { Figure } from '~/app/components/ui/figure';
import type { BudgetView, MoneyBlock, MoneyFigure } from './money-rows';

/** 收支情况 as reported, in 万元: both sides of every sum, and what they differ by. */
export function BudgetSheet({ budget }: { budget: BudgetView }) {
  const [left, right] = [budget.blocks.filter((block) => block.sum === null), budget.blocks.filter((block) => block.sum !== null)];
  return (
    <section aria-label="收支情况">
      <p className="secondary-text review-unit">单位：万元</p>
      <div className="budget-tables">
        <div>
          {left.map((block, index) => (
            <Block key={block.title} block={block} {...(index === 0 && { rate: budget.executionRate })} />
          ))}
        </div>
        <div>
          {right.map((block) => (
            <Block key={block.title} block={block} />
          ))}
        </div>
      </div>
    </section>
  );
}

function Block({ block, rate }: { block: MoneyBlock; rate?: string | null }) {
  return (
    <div className="table-frame">
      <table className="data-table budget-table money-table">
        <thead>
          <tr>
            <th scope="col">{block.title}</th>
            <th scope="col" className="align-right">金额</th>
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row) => (
            <tr key={row.label}>
              <th scope="row">{row.label}</th>
              <td className="align-right">
                <Amount figure={row} />
              </td>
            </tr>
          ))}
        </tbody>
        {block.sum === null && rate === undefined ? null : (
          <tfoot>
            {rate === undefined ? null : (
              <tr>
                <td>预算执行率</td>
                <td className="align-right">
                  <Figure value={rate} digits={2} origin="computed" {...(rate !== null && { unit: '%' })} />
                </td>
              </tr>
            )}
            {block.sum === null ? null : <SumRows sum={block.sum} />}
          </tfoot>
        )}
      </table>
    </div>
  );
}

function SumRows({ sum }: { sum: NonNullable<MoneyBlock['sum']> }) {
  const isOff = sum.difference !== null && sum.difference !== '0';
  return (
    <>
      <tr>
        <td>合计</td>
        <td className="align-right">
          <Figure value={sum.total} digits={2} origin="computed" />
        </td>
      </tr>
      <tr className={isOff ? 'sum-off' : undefined}>
        <td>{isOff ? '与全年执行数相差，不一致' : '与全年执行数相差'}</td>
        <td className="align-right">
          <Figure value={sum.difference} digits={2} origin="computed" />
        </td>
      </tr>
    </>
  );
}

/** An amount as read, two decimals; text that cannot be read is shown as typed and marked. */
export function Amount({ figure }: { figure: MoneyFigure }) {
  if (figure.typed !== '' && figure.amount === null) return <span className="typed-problem">{figure.typed}（无法识别）</span>;
  return (
    <span title={figure.typed === '' ? undefined : `填写为 ${figure.typed}`}>
      <Figure value={figure.amount} digits={2} />
    </span>
  );
}
