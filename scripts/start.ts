import { buildIfChanged } from './build.ts'

await buildIfChanged()
await import(new URL('../dist/server/server.js', import.meta.url).href)
