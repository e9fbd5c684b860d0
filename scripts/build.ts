import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

function* filesBelow(path: string): Generator<string> {
  if (statSync(path).isFile()) yield path
  else for (const name of readdirSync(path).sort()) yield* filesBelow(join(path, name))
}

/** A digest of everything the build is made from. */
function sourceDigest(): string {
  const hash = createHash('sha256')
  for (const place of ['src', 'seeds', 'package.json', 'package-lock.json', 'vite.config.ts']) {
    for (const file of filesBelow(join(root, place))) {
      if (/\.test\.tsx?$/.test(file)) continue
      hash.update(file.slice(root.length)).update('\0').update(readFileSync(file))
    }
  }
  return hash.digest('hex')
}

/** Builds what browsers get and what Node runs, unless the last build was made from the same sources. */
export async function buildIfChanged(): Promise<void> {
  const stamp = join(root, 'dist/sources.sha256')
  const digest = sourceDigest()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return
  const { build } = await import('vite')
  await build({ root, logLevel: 'warn' })
  await build({ root, logLevel: 'warn', build: { ssr: true } })
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(stamp, digest)
}

if (import.meta.filename === process.argv[1]) await buildIfChanged()
