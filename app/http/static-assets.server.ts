import express, { Router } from 'express';
import path from 'node:path';

/** The client build. File names under /assets carry a content hash, so they never change; the rest of public/ may. */
export function staticAssets(clientDir: string): Router {
  const router = Router();
  router.use(
    '/assets',
    express.static(path.join(clientDir, 'assets'), {
      immutable: true,
      maxAge: '1y',
      index: false,
      redirect: false,
    }),
    // A hashed file of an older build is gone: answer plainly instead of rendering a page for it.
    (_req, res) => {
      res.status(404).type('text/plain').send('文件不存在，请刷新页面。');
    },
  );
  router.use(express.static(clientDir, { maxAge: '1h', index: false, redirect: false, dotfiles: 'ignore' }));
  return router;
}
