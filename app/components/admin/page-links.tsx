import { UiLink } from '../ui/ui-host';

/** “第 2 页，共 6 页” with the pages before and after. */
export function PageLinks({ page, pages, to }: { page: number; pages: number; to: (page: number) => string }) {
  if (pages < 2) return null;
  return (
    <nav className="page-links" aria-label="分页">
      {page > 1 ? <UiLink to={to(page - 1)}>上一页</UiLink> : <span>上一页</span>}
      <span className="page-links-here">{`第 ${page} 页，共 ${pages} 页`}</span>
      {page < pages ? <UiLink to={to(page + 1)}>下一页</UiLink> : <span>下一页</span>}
    </nav>
  );
}
