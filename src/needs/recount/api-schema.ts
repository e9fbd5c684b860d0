import { z } from '@hono/zod-openapi'
import { causes } from './rules/cause.ts'
import { sumOf } from './rules/totals.ts'
import type { Recount } from './store.ts'
import type { Comparison, Side } from './store-comparison.ts'
import { realMoves } from './words.ts'

const [firstCause, ...otherCauses] = causes
const [firstMove, ...otherMoves] = realMoves
export const cause = z.enum([firstCause, ...otherCauses])
export const move = z.enum([firstMove!, ...otherMoves])
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .openapi({ example: '2025-12-31' })
export const instansi = z.string().max(20).openapi({ example: '19', description: 'Region code' })
export const again = z.boolean().default(false).openapi({ description: 'Also where what was worked out before is still true' })
const state = z.enum(['waiting', 'running', 'done', 'failed'])

const recountItem = z.object({
  id: z.number().int(),
  day: z.string(),
  state,
  people: z.number().int().openapi({ description: 'How many are through' }),
  ofPeople: z.number().int().nullable(),
  askedAt: z.string(),
  finishedAt: z.string().nullable(),
  staleSince: z
    .string()
    .nullable()
    .openapi({ description: 'When something that it was made from changed afterwards; null: nothing did' }),
  problem: z.string().nullable().openapi({ description: 'Why it came to nothing, in Indonesian' }),
  gaps: z.number().int().nullable(),
})
export const recountList = recountItem.extend({ instansi }).openapi('Recount')
export const recount = recountList
  .extend({
    rules: z
      .record(z.string(), z.unknown())
      .nullable()
      .openapi({ description: 'Versions of rules, numbers and standards that held that day' }),
    needs: z.array(
      z.object({
        competency: z.object({ code: z.string(), name: z.string(), pillar: z.string() }),
        jenjang: z.string(),
        levelFrom: z.number().int(),
        levelTo: z.number().int(),
        people: z.number().int(),
        staff: z.number().int(),
        score: z.number().nullable(),
        completeness: z.number().int(),
        tier: z.string(),
        components: z.record(z.string(), z.number().nullable()),
      }),
    ),
  })
  .openapi('RecountDetail')
export const comparison = z
  .object({
    id: z.number().int(),
    instansi,
    before: recountItem,
    after: recountItem,
    madeAt: z.string().nullable(),
    summary: z
      .object({
        people: z.number().int(),
        gapPeople: z.number().int(),
        causes: z.array(z.object({ cause, move, people: z.number().int(), pairs: z.number().int(), levels: z.number().int() })),
        competencies: z.array(
          z.object({
            code: z.string(),
            name: z.string(),
            pillar: z.string(),
            gapsBefore: z.number().int(),
            gapsAfter: z.number().int(),
            opened: z.number().int(),
            closed: z.number().int(),
          }),
        ),
      })
      .nullable()
      .openapi({ description: 'Null until both days are worked out' }),
  })
  .openapi('Comparison')
const level = z.number().int().nullable()
export const movedPerson = z.object({
  id: z.number().int(),
  nip: z.string(),
  name: z.string(),
  unit: z.string(),
  competency: z.object({ code: z.string(), name: z.string() }),
  cause,
  move,
  before: z.object({ required: level, held: level }),
  after: z.object({ required: level, held: level }),
})

const iso = (at: Date | string | null) => (at === null ? null : new Date(at).toISOString())

const sideJson = (one: Side | Recount, askedAt: Date) => ({
  id: one.id,
  day: one.day,
  state: one.state,
  people: one.people,
  ofPeople: one.ofPeople,
  askedAt: askedAt.toISOString(),
  finishedAt: iso(one.finishedAt),
  staleSince: iso(one.staleSince),
  problem: one.problem?.id ?? null,
  gaps: one.totals && sumOf(one.totals, 'gaps'),
})

export const recountJson = (run: Recount, regionCode: string) => ({ ...sideJson(run, run.askedAt), instansi: regionCode })

export const comparisonJson = (one: Comparison, regionCode: string): z.infer<typeof comparison> => ({
  id: one.id,
  instansi: regionCode,
  before: sideJson(one.before, one.askedAt),
  after: sideJson(one.after, one.askedAt),
  madeAt: iso(one.madeAt),
  summary: one.summary && {
    people: one.summary.people,
    gapPeople: one.summary.gapPeople,
    causes: one.summary.causes.map(row => ({ ...row, move: row.move as z.infer<typeof move> })),
    competencies: one.summary.competencies.map(({ competencyId: _, ...row }) => row),
  },
})
