interface Words {
  readonly title: string;
  readonly what: string;
  readonly todo: string;
}

const NOT_FOUND: Words = {
  title: '没有找到这个页面',
  what: '地址可能写错了，内容已被移走，或者不在您可查看的范围内。',
  todo: '请检查地址，或从首页重新进入。',
};

const BY_STATUS: Record<number, Words> = {
  401: { title: '请先登录', what: '您还没有登录，或者登录已经过期。', todo: '请重新登录后再操作。' },
  403: { title: '没有权限', what: '您现在的身份不能查看或进行这项操作。', todo: '如果您还有别的身份，请在右上角切换；确实需要这项权限时，请联系本单位的系统管理员。' },
  404: NOT_FOUND,
  405: { title: '不支持的操作', what: '这个地址不接受这种操作。', todo: '请从首页重新进入。' },
};

const BUG: Words = {
  title: '系统出错',
  what: '系统处理请求时出错，您刚才的操作可能没有完成。已经保存的内容不受影响。',
  todo: '请稍后重试；仍然出错时，请把下面的事件编号告诉系统管理员。',
};

const REFUSED: Words = { title: '请求不正确', what: '系统没有接受这个请求。', todo: '请返回上一页检查后重试。' };

/** The answer to 403, 404 and unexpected errors: what happened, what to do, and for bugs the reference id. Never a stack. */
export function ErrorPage({ status, reference, isInFrame = false }: { status: number; reference: string; isInFrame?: boolean }) {
  const Box = isInFrame ? 'div' : 'main';
  const words = BY_STATUS[status] ?? (status >= 500 ? BUG : REFUSED);
  return (
    <Box className={isInFrame ? 'error-page error-page-in-frame' : 'error-page'}>
      <p className="error-page-status">{status}</p>
      <h1>{words.title}</h1>
      <p>{words.what}</p>
      <p>{words.todo}</p>
      {status >= 500 && reference !== '' ? (
        <p className="error-page-reference">
          事件编号 <code>{reference}</code>
        </p>
      ) : null}
      <p className="error-page-links">
        <a href="/">返回首页</a>
      </p>
    </Box>
  );
}
