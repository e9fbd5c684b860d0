import { afterAll, beforeAll, expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { newInstansi } from '../../test/factories/people.ts'
import { asJob, type Database, sql } from '../platform/db/index.ts'
import { byRank, type Tier } from './rules/priority.ts'
import { ranking, rankingAfter } from './store.ts'

let database: Database
let instansiId: number
beforeAll(async () => {
  database = await testDatabase()
  instansiId = await asJob(database.outer, tx => newInstansi(tx))
})
afterAll(() => database.close())

// What is urgen, what scores as high and is known in too little, equal scores, and what has none.
const standing: [Tier, number | null][] = [
  ['belum_dapat_dinilai', null],
  ['penting', 1],
  ['urgen', 0.72],
  ['dapat_ditunda', 0.4],
  ['urgen', 0.9],
  ['penting', 0.8],
  ['belum_dapat_dinilai', null],
  ['urgen', 0.72],
  ['penting', 0.46],
  ['dapat_ditunda', 0],
]

it('stands in the order of the rule, whole and page by page', async () => {
  await asJob(database.outer, async tx => {
    const needs = standing.map(([tier, score], subject) => ({ tier, score, subject: String(subject) }))
    await sql`
      INSERT INTO need (instansi_id, kind, subject, title, people, staff, score, known, tier, rule_version, calculated_at)
      SELECT ${instansiId}, 'mandate', n.subject, n.subject, 1, 1, n.score, 2, n.tier, 'uji', now()
      FROM jsonb_to_recordset(${JSON.stringify(needs)}::jsonb) AS n(tier text, score numeric, subject text)`.execute(tx)
    const filter = { instansiIds: [instansiId], kind: null }
    const rows = await ranking(tx, filter, 0, 100)
    expect(rows.map(row => [row.tier, row.score])).toEqual([
      ['urgen', 0.9],
      ['urgen', 0.72],
      ['urgen', 0.72],
      ['penting', 1],
      ['penting', 0.8],
      ['penting', 0.46],
      ['dapat_ditunda', 0.4],
      ['dapat_ditunda', 0],
      ['belum_dapat_dinilai', null],
      ['belum_dapat_dinilai', null],
    ])
    expect(rows.toSorted(byRank).map(row => row.id)).toEqual(rows.map(row => row.id))
    const walked: number[] = []
    let last: (typeof rows)[number] | undefined
    for (let page = await rankingAfter(tx, filter, null, 3); page.length > 0; ) {
      walked.push(...page.map(row => row.id))
      last = page.at(-1)!
      page = await rankingAfter(tx, filter, { urgent: last.tier === 'urgen', score: last.score ?? -1, id: last.id }, 3)
    }
    expect(walked).toEqual(rows.map(row => row.id))
  })
})
