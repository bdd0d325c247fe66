import type { ErrorRequestHandler, NextFunction, Request, Response } from 'express';
import type { Logger } from '~/app/config/logger.server';
import { requestFactsOf } from './request-context.server';

/** The page of last resort: stands when even the framework fails, so it needs no bundle, script or style sheet. */
function lastResortPage(title: string, text: string, requestId: string): string {
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${title} - 衡绩</title></head>
<body><h1>${title}</h1><p>${text}</p><p>事件编号：${requestId}</p><p><a href="/">返回首页</a></p></body></html>`;
}

/** Errors that reach Express: malformed URLs (4xx) and bugs (500). The answer holds the reference id, the log holds the error. */
export function answerErrors(log: Logger): ErrorRequestHandler {
  return (error: unknown, req: Request, res: Response, next: NextFunction) => {
    const { requestId } = requestFactsOf(req);
    const claimed = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 500;
    const status = claimed >= 400 && claimed < 500 ? claimed : 500;
    if (status === 500) log.error({ requestId, err: error }, 'request failed');
    // A response already under way cannot be changed any more; closing the connection tells the browser that it is incomplete.
    if (res.headersSent) return next(error);
    res.status(status).type('html');
    if (status === 500) res.send(lastResortPage('系统出错', '系统处理请求时出错，您刚才的操作可能没有完成。请稍后重试；仍然出错时，请把事件编号告诉系统管理员。', requestId));
    else res.send(lastResortPage('请求不正确', '地址或请求内容不正确。请从首页重新进入。', requestId));
  };
}
