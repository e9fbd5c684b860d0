import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Assets = { folder: string; names: () => { css: string; js: string; font: string } }

type Manifest = Record<string, { file: string; css?: string[]; assets?: string[] }>

/** The built files that pages name, by the manifest of the client build. */
export function readAssets(folder: string): Assets {
  const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as Manifest
  const entry = (source: string) => manifest[source]?.file ?? manifest[source]?.css?.[0]
  const css = entry('src/client/style.css')
  const js = entry('src/client/app.ts')
  const font = Object.values(manifest)
    .flatMap(one => [one.file, ...(one.assets ?? [])])
    .find(file => file.endsWith('.woff2'))
  if (!css || !js || !font) throw new Error('the client build is incomplete; run `npm run build`')
  const names = { css: `/${css}`, js: `/${js}`, font: `/${font}` }
  return { folder, names: () => names }
}
