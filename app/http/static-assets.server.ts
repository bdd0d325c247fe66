import express, { type Response, Router } from 'express';
import path from 'node:path';

type ServeStaticOptions = NonNullable<Parameters<typeof express.static>[1]>;

/** The default for every answer is no-store; a file that is found replaces it. */
const cached = (value: string): { setHeaders: (res: Response) => void } => ({
  setHeaders: (res) => {
    res.setHeader('Cache-Control', value);
  },
});

/** The client build. File names under /assets carry a content hash, so they never change; the rest of public/ may. */
export function staticAssets(clientDir: string): Router {
  const router = Router();
  const options: ServeStaticOptions = { index: false, redirect: false, dotfiles: 'ignore' };
  router.use(
    '/assets',
    express.static(path.join(clientDir, 'assets'), { ...options, ...cached('public, max-age=31536000, immutable') }),
    // A hashed file of an older build is gone: answer plainly instead of rendering a page for it.
    (_req, res) => {
      res.status(404).type('text/plain').send('文件不存在，请刷新页面。');
    },
  );
  // Old browsers ask for it whatever the page says.
  router.get('/favicon.ico', (_req, res) => res.redirect(301, '/favicon.svg'));
  router.use(express.static(clientDir, { ...options, ...cached('public, max-age=3600') }));
  return router;
}
