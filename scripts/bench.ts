import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Bench } from '../bench/figure.ts'
import { buildIfChanged } from './build.ts'

// npm run bench -- [NAME] [--json] [--all]: measures, prints each figure beside what it should reach.
const args = process.argv.slice(2)
const name = args.find(arg => !arg.startsWith('--'))
const json = args.includes('--json')
const all = args.includes('--all')

const folder = fileURLToPath(new URL('../bench/', import.meta.url))
const names = readdirSync(folder)
  .filter(file => file.endsWith('.bench.ts'))
  .map(file => file.replace('.bench.ts', ''))
if (name && !names.includes(name)) {
  console.error(`Tidak ada bench ${name}. Yang ada: ${names.join(', ')}.`)
  process.exit(2)
}

await buildIfChanged()
let everythingOk = true
for (const one of name ? [name] : names) {
  const bench = ((await import(`${folder}${one}.bench.ts`)) as { bench: Bench }).bench
  if (bench.slow && !all && !name) continue
  const figures = await bench.run({ all })
  const ok = figures.every(figure => figure.ok)
  everythingOk &&= ok
  if (json) console.log(JSON.stringify({ bench: one, figures, ok }))
  else {
    console.log(`\n${one}${ok ? '' : '  (not reached)'}`)
    for (const f of figures) {
      const reach = f.reach === null ? '' : `  reach ${f.reach}`
      console.log(
        `  ${f.ok ? ' ' : '✗'} ${f.name.padEnd(58)} ${String(f.value).padStart(10)} ${f.unit.padEnd(8)}${reach}  ${f.reference ? `reference: ${f.reference}` : ''}`,
      )
    }
  }
}
process.exit(everythingOk ? 0 : 1)
