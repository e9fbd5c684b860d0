import { join } from 'node:path'

/** What a test run prints; in the pipeline also a report to be counted. */
export function reporters(run: string) {
  const folder = process.env.PIAWAI_TEST_RESULTS
  if (!folder) return {}
  const name = process.env.TEST_DATABASE_URL && run === 'all' ? 'postgres' : run
  return { reporters: ['default', 'json'], outputFile: { json: join(folder, `${name}.json`) } }
}
