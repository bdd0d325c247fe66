/** A table body of grey bars with the height the rows will have, so that nothing jumps when they come. */
export function SkeletonRows({ rows, columns }: { rows: number; columns: number }) {
  return (
    <tbody aria-hidden="true">
      {Array.from({ length: rows }, (_row, row) => (
        <tr key={row}>
          {Array.from({ length: columns }, (_column, column) => (
            <td key={column}>
              <span className={`skeleton skeleton-${(row + column * 2) % 3}`} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}
