import { spawnSync } from 'node:child_process'

// The pipeline as one readable list.
const steps: [string, string, string[]][] = [
  ['format and lint', 'biome', ['check', '--error-on-warnings', '.']],
  ['types', 'tsc', ['--noEmit']],
  ['dead code', 'knip', []],
  ['build', 'node', ['scripts/build.ts']],
  ['tests (architecture, glossary, rules, database, seeds)', 'vitest', ['run']],
]

const without = process.argv.includes('--without-tests')
for (const [name, command, args] of steps) {
  if (without && command === 'vitest') continue
  const started = Date.now()
  console.log(`\n== ${name}: ${command} ${args.join(' ')}`)
  const { status } = spawnSync(command, args, { stdio: 'inherit' })
  if (status !== 0) {
    console.error(`\n${name} failed`)
    process.exit(status ?? 1)
  }
  console.log(`   ${((Date.now() - started) / 1000).toFixed(1)} s`)
}
