import { type ReactNode, useMemo } from 'react';
import { Figure } from '~/app/components/ui/figure';
import { type BudgetSum, budgetSums, NATURE_ADDRESSES, SOURCE_ADDRESSES } from '~/app/domain/form/budget-sums';
import { CellGrid } from '../cell-grid';
import { CellInput } from '../cell-input';
import { useCell, useTexts } from '../use-workspace';

const AMOUNTS = ['initial_budget', 'adjustments', 'annual_budget', 'executed'].map((name) => `budget.${name}`);
const CARRYOVER = ['budget.prior_year_carryover', 'budget.year_end_carryover'];

/** 收支情况 in 万元: budget and execution, by source, by nature, carry-over; the sums follow every keystroke. */
export function BudgetSection() {
  const texts = useTexts();
  const sums = useMemo(() => budgetSums(texts), [texts]);
  return (
    <section aria-labelledby="budget-title">
      <h2 id="budget-title">
        二、收支情况<span className="section-unit">单位：万元</span>
      </h2>
      <CellGrid className="budget-tables">
        <div>
          <BudgetTable title="预算与执行" addresses={AMOUNTS}>
            <SumRow label="预算执行率" value={sums.executionRate} unit="%" />
          </BudgetTable>
          <BudgetTable title="结转结余" addresses={CARRYOVER} />
        </div>
        <div>
          <BudgetTable title="全年执行数按资金来源" addresses={SOURCE_ADDRESSES}>
            <TotalRows sum={sums.bySource} />
          </BudgetTable>
          <BudgetTable title="全年执行数按支出性质" addresses={NATURE_ADDRESSES}>
            <TotalRows sum={sums.byNature} />
          </BudgetTable>
        </div>
      </CellGrid>
    </section>
  );
}

function BudgetTable({ title, addresses, children }: { title: string; addresses: readonly string[]; children?: ReactNode }) {
  return (
    <div className="table-frame">
      <table className="data-table budget-table">
        <thead>
          <tr>
            <th scope="col">{title}</th>
            <th scope="col" className="align-right">
              金额
            </th>
          </tr>
        </thead>
        <tbody>
          {addresses.map((address) => (
            <AmountRow key={address} address={address} />
          ))}
        </tbody>
        {children === undefined ? null : <tfoot>{children}</tfoot>}
      </table>
    </div>
  );
}

function AmountRow({ address }: { address: string }) {
  const { spec } = useCell(address);
  return (
    <tr>
      <th scope="row">
        <label htmlFor={address}>{spec.label}</label>
      </th>
      <td>
        <CellInput address={address} column={0} />
      </td>
    </tr>
  );
}

function TotalRows({ sum }: { sum: BudgetSum }) {
  const isOff = sum.difference !== null && sum.difference !== '0';
  return (
    <>
      <SumRow label="合计" value={sum.total} />
      <tr className={isOff ? 'sum-off' : undefined}>
        <td>{isOff ? '与全年执行数相差，请核对' : '与全年执行数相差'}</td>
        <td className="align-right">
          <Figure value={sum.difference} digits={2} origin="computed" />
        </td>
      </tr>
    </>
  );
}

function SumRow({ label, value, unit }: { label: string; value: string | null; unit?: string }) {
  return (
    <tr>
      <td>{label}</td>
      <td className="align-right">
        <Figure value={value} digits={2} origin="computed" {...(unit !== undefined && value !== null && { unit })} />
      </td>
    </tr>
  );
}
