import tailwindcss from '@tailwindcss/vite'
import { type BuildOptions, defineConfig } from 'vite'

const clientBuild: BuildOptions = {
  outDir: 'dist/client',
  manifest: true,
  assetsInlineLimit: 0,
  rollupOptions: { input: { app: 'src/client/app.ts', style: 'src/client/style.css' } },
}

const serverBuild: BuildOptions = {
  outDir: 'dist/server',
  target: 'node24',
  rollupOptions: {
    input: {
      server: 'src/server.ts',
      worker: 'src/worker.ts',
      cli: 'src/cli.ts',
      'embedded-worker': 'src/platform/db/embedded-worker.ts',
      'sheet-worker': 'src/platform/sheet/sheet-worker.ts',
      'pdf-worker': 'src/platform/pdf/pdf-worker.ts',
    },
    output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
  },
}

// One configuration, two builds: `vite build` makes what the browser gets, `vite build --ssr` what Node runs.
export default defineConfig(({ isSsrBuild }) => ({
  plugins: [tailwindcss()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: isSsrBuild ? serverBuild : clientBuild,
}))
