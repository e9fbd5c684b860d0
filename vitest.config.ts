import { defineConfig, mergeConfig } from 'vitest/config'
import { reporters } from './test/reporters.ts'
import vite from './vite.config.ts'

export default defineConfig(env =>
  mergeConfig(vite(env), {
    test: {
      globalSetup: './test/global-setup.ts',
      include: ['src/**/*.test.{ts,tsx}', 'seeds/**/*.test.ts', 'test/*.test.ts'],
      testTimeout: 30_000,
      hookTimeout: 60_000,
      maxWorkers: 2,
      ...reporters('all'),
    },
  }),
)
