import { CellInput, type CellInputProps } from './cell-input';
import { useCell } from './use-workspace';

/** A cell with its label above it, outside tables. */
export function Field({ label, ...cell }: CellInputProps & { label?: string }) {
  const { spec } = useCell(cell.address);
  return (
    <div className="field">
      <label htmlFor={cell.address}>
        {label ?? spec.label}
        {spec.unit === '' ? null : <span className="secondary-text">（{spec.unit}）</span>}
        {spec.required ? <span className="field-required">必填</span> : null}
      </label>
      <CellInput {...cell} />
    </div>
  );
}
