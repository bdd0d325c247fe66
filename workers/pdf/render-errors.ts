/** The document did not finish in time; its browser has been ended. */
export class RenderTimeout extends Error {
  override readonly name = 'RenderTimeout';
  constructor(timeoutMs: number) {
    super(`报告排版超过 ${Math.round(timeoutMs / 1000)} 秒仍未完成，已停止。请检查报告正文的篇幅后重试。`);
  }
}

/** The document could not be printed, on a second browser either. */
export class RenderFailed extends Error {
  override readonly name = 'RenderFailed';
  constructor(cause: unknown) {
    super('报告排版失败：浏览器两次异常退出。请稍后重试；如反复出现，请联系系统管理员。', { cause });
  }
}

/** The caller took the render back, or the renderer was closed. */
export class RenderAborted extends Error {
  override readonly name = 'RenderAborted';
  constructor() {
    super('报告排版已取消。');
  }
}
