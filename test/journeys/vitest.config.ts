import { defineConfig } from 'vitest/config'
import { reporters } from '../reporters.ts'

// The paths of people through the product, in a real browser against a real server.
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['test/journeys/*.journey.ts'],
    globalSetup: './test/journeys/server.ts',
    testTimeout: 120_000,
    hookTimeout: 180_000,
    fileParallelism: false,
    ...reporters('journeys'),
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
})
