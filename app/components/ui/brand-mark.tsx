/** The scales (衡). */
export function BrandMark() {
  return (
    <svg className="brand-mark" width="22" height="22" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path d="M16 5v21M8 27h16M6 9h20M6 9l-4 10h8zM26 9l-4 10h8z" fill="none" stroke="currentColor" strokeWidth="2.4" strokeLinejoin="round" strokeLinecap="round" />
    </svg>
  );
}
