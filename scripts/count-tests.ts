import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

// Adds up what the test runs of the pipeline reported, as one closing line.
const folder = process.argv[2] ?? '.'
let passed = 0
let failed = 0
for (const file of readdirSync(folder).filter(name => name.endsWith('.json'))) {
  const report = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { numPassedTests: number; numFailedTests: number }
  passed += report.numPassedTests
  failed += report.numFailedTests
}
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed > 0 || passed === 0 ? 1 : 0)
