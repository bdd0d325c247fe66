import { vitePlugin as remix } from '@remix-run/dev';
import path from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const root = import.meta.dirname;

/** app/root.tsx links this sheet; it is made before the first module is resolved. */
function antdStyleSheet(): Plugin {
  return {
    name: 'hengji:antd-style-sheet',
    async buildStart() {
      const { extractAntdCss } = await import('./scripts/build/extract-antd-css');
      await extractAntdCss(path.join(root, '.cache/antd.css'));
    },
  };
}

export default defineConfig({
  resolve: { alias: { '~': root } },
  build: { target: 'chrome90', assetsInlineLimit: 0, chunkSizeWarningLimit: 900 },
  // antd stays external: bundled for the server it fails on @emotion/hash.
  ssr: { external: ['antd'] },
  // Named, so that the development server does not discover them one by one and reload the page each time.
  optimizeDeps: {
    include: [
      'react', 'react-dom/client', '@remix-run/react', 'antd', 'antd/locale/zh_CN', '@ant-design/cssinjs', '@ant-design/icons',
      'dayjs', 'dayjs/locale/zh-cn', 'zod', '@noble/hashes/sha2.js', '@noble/hashes/utils.js',
    ],
  },
  server: { fs: { deny: ['.env', '.data/**', '.git/**'] } },
  plugins: process.env['VITEST']
    ? []
    : [
        antdStyleSheet(),
        remix({
          future: {
            v3_fetcherPersist: true,
            v3_lazyRouteDiscovery: false,
            v3_relativeSplatPath: true,
            v3_routeConfig: true,
            v3_singleFetch: false,
            v3_throwAbortReason: true,
          },
        }),
      ],
});
