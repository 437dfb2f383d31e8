import path from 'node:path';
import node from '@astrojs/node';
import { defineConfig, passthroughImageService } from 'astro/config';
import { dataPath, env } from './src/env.ts';

const outDir = path.resolve(env.STARFINDER_OUT_DIR ?? dataPath('site'));

/**
 * The site may be built far from node_modules (DATA_DIR elsewhere), so the bundle carries its packages. This one has a
 * native part and cannot be bundled: it is looked up from the checkout, where every command runs.
 */
const nativePackages = {
  name: 'native-packages',
  enforce: 'pre',
  resolveId: (id) => (id === 'better-sqlite3' ? '\0native:better-sqlite3' : null),
  load: (id) =>
    id === '\0native:better-sqlite3'
      ? `import { createRequire } from 'node:module';
         import path from 'node:path';
         export default createRequire(path.join(process.cwd(), 'package.json'))('better-sqlite3');`
      : null,
};

export default defineConfig({
  site: env.SITE_URL,
  outDir,
  // Beside the output: two builds at once never share a cache.
  cacheDir: `${outDir}.cache`,
  output: 'static',
  // A page is sent whole or not at all: an error half-way through a stream would leave the reader waiting.
  adapter: node({ mode: 'middleware', experimentalDisableStreaming: true }),
  trailingSlash: 'never',
  build: {
    format: 'file',
    inlineStylesheets: 'never',
    concurrency: env.BUILD_CONCURRENCY,
  },
  // The front door looks at the origin of every form, and knows the public address behind a proxy.
  security: { checkOrigin: false },
  // Pages hold vector drawings only.
  image: { service: passthroughImageService() },
  devToolbar: { enabled: false },
  markdown: { syntaxHighlight: false },
  server: { host: env.HOST, port: env.PORT },
  vite: {
    plugins: [nativePackages],
    build: { assetsInlineLimit: 0 },
    environments: { prerender: { resolve: { noExternal: true } }, ssr: { resolve: { noExternal: true } } },
  },
});
