import type { Actor } from '../../platform/actor.ts'
import { audit } from '../../platform/audit/index.ts'
import { asRater } from '../../platform/db/index.ts'
import type { Services } from '../../platform/http/context.ts'
import { notFound } from '../../platform/http/refusal.ts'
import { raterOf } from './access.ts'
import type { Verdict } from './rules/items.ts'
import * as store from './store/task.ts'

/** `gone`: it was answered already. */
export type Sent = 'sent' | 'gone'

/** What somebody thinks of organiser and trainers. The trail says that it was answered, not what. */
export const sendReaction = (services: Services, by: Actor, taskId: number, voices: readonly store.Voice[]): Promise<Sent> =>
  asRater(services.db, raterOf(by), async tx => {
    const task = await store.taskById(tx, taskId, true)
    if (task?.level !== 1) throw notFound()
    if (task.doneAt) return 'gone'
    const at = services.clock.now()
    await store.writeVoices(tx, task.classId, voices)
    await store.markDone(tx, task, { at, verdict: null, note: null })
    await audit(tx, by.accountId, at, {
      verb: 'answer_evaluation',
      subject: `class:${task.classId}`,
      instansiId: task.instansiId,
    })
    return 'sent'
  })

export type Later = { answers: readonly store.Answer[]; verdict: Verdict | null; note: string | null }

/** What somebody sees of the behaviour of a person at work, and its effect. */
export const sendLater = (services: Services, by: Actor, taskId: number, said: Later): Promise<Sent> =>
  asRater(services.db, raterOf(by), async tx => {
    const task = await store.taskById(tx, taskId, true)
    if (task?.level !== 3 || by.pegawaiId === null) throw notFound()
    if (task.doneAt) return 'gone'
    const at = services.clock.now()
    await store.writeAnswers(tx, task, by.pegawaiId, said.answers)
    const named = task.relation !== 'rekan'
    await store.markDone(tx, task, {
      at,
      verdict: task.relation === 'atasan' ? said.verdict : null,
      note: named ? said.note : null,
    })
    await audit(tx, by.accountId, at, {
      verb: 'answer_evaluation',
      subject: named ? `pegawai:${task.pegawaiId}` : `class:${task.classId}`,
      instansiId: task.instansiId,
      detail: named ? { relation: task.relation, months: task.months, verdict: said.verdict } : undefined,
    })
    return 'sent'
  })
