import { z } from '@hono/zod-openapi'
import { activityKinds, activityStates, activitySteps } from './rules/activity.ts'
import type { Activity, LogEntry } from './store/activity.ts'

export const activityId = z.object({ id: z.coerce.number().int().min(1).max(2_147_483_647) })
export const kind = z.enum(activityKinds)
export const state = z.enum(activityStates)
export const step = z.enum(activitySteps)

const day = z.string().openapi({ format: 'date' })
export const activityItem = z
  .object({
    id: z.number().int(),
    kind,
    state,
    learner: z.string(),
    title: z.string(),
    partner: z.string().nullable().openapi({ description: 'Who accompanies it: coach, mentor, guide' }),
    host: z.string().nullable(),
    international: z.boolean(),
    startsOn: day,
    endsOn: day,
    letterNumber: z.string().nullable(),
    outcome: z.string().nullable(),
    hostVerdict: z.enum(['baik', 'cukup', 'kurang']).nullable(),
    reason: z.string().nullable().openapi({ description: 'Of the last return, rejection, cancellation' }),
  })
  .openapi('Activity')
export const itemOf = (one: Activity) => ({
  id: one.id,
  kind: one.kind,
  state: one.state,
  learner: one.learner,
  title: one.title,
  partner: one.partner,
  host: one.host,
  international: one.international,
  startsOn: one.startsOn,
  endsOn: one.endsOn,
  letterNumber: one.letterNumber,
  outcome: one.outcome,
  hostVerdict: one.hostVerdict,
  reason: one.reason,
})

export const logItem = z
  .object({
    id: z.number().int(),
    on: day,
    minutes: z.number().int(),
    words: z.string(),
    confirmed: z.boolean().openapi({ description: 'By who accompanies it' }),
  })
  .openapi('ActivityLogEntry')
export const logOf = ({ id, on, minutes, words, confirmed }: LogEntry) => ({ id, on, minutes, words, confirmed })

export const wholeActivity = activityItem
  .extend({
    aim: z.string(),
    plan: z.string(),
    log: z.array(logItem),
    letters: z.array(
      z.object({
        number: z.string(),
        date: day,
        file: z.string().openapi({ description: 'Where the PDF is; of one that was withdrawn only for who issues letters' }),
        withdrawn: z
          .object({ at: z.string().openapi({ format: 'date-time' }), why: z.string() })
          .nullable()
          .openapi({ description: 'Null: it holds' }),
      }),
    ),
    steps: z.array(step).openapi({ description: 'Which you may take now' }),
  })
  .openapi('WholeActivity')

const text = (longest: number) => z.string().max(longest).default('')
export const newActivity = z.object({
  kind,
  title: text(400),
  aim: text(4000),
  plan: text(4000),
  partnerNip: text(25),
  host: text(400),
  hostContact: text(400),
  international: z.boolean().default(false),
  letterNumber: text(200),
  startsOn: text(10),
  endsOn: text(10),
})
