import { createHash, randomBytes } from 'node:crypto'
import type { Actor } from '../../platform/actor.ts'
import { audit } from '../../platform/audit/index.ts'
import { asJob, inScope, type Tx } from '../../platform/db/index.ts'
import type { Services } from '../../platform/http/context.ts'
import { notFound } from '../../platform/http/refusal.ts'
import { jpMinutes } from '../../regulation/index.ts'
import { addRecords } from '../records/write.ts'
import { ownActivities } from './access.ts'
import {
  type ActivityStep,
  kindsOfActivity,
  type Part,
  type ReportFlaw,
  recordsOf,
  reportFlaws,
  stepTo,
} from './rules/activity.ts'
import { holding } from './rules/letter.ts'
import * as store from './store/activity.ts'
import { lettersOf } from './store/letter.ts'
import { tell } from './tell.ts'

type Said = { reason: string | null; outcome?: string }
/** `stale`: somebody else took a step in between, or this one may not be taken. */
export type Stepped = { ok: true } | { ok: false; flaw: 'stale' } | { ok: false; flaws: ReportFlaw[] }

const trail = (tx: Tx, by: Actor, at: Date, verb: string, of: store.Activity, detail: object) =>
  audit(tx, by.accountId, at, { verb, subject: `activity:${of.id}`, instansiId: of.instansiId, detail })

/** Begins an activity of one's own, as a draft. */
export const draftActivity = (services: Services, by: Actor, values: store.ActivityValues): Promise<number> =>
  inScope(services.db, ownActivities(by), async tx => {
    const at = services.clock.now()
    const id = by.pegawaiId === null ? null : await store.insertActivity(tx, by.pegawaiId, values, at)
    if (id === null) throw notFound()
    const made = (await store.activityById(tx, id))!
    await store.addStep(tx, made, { step: 'draft', by: by.accountId, byName: by.name, at, reason: null })
    await trail(tx, by, at, 'draft_activity', made, { kind: values.kind, title: values.title })
    return id
  })

/** Writes the plan again while nobody has agreed to it; false where it was saved in between. */
export const editActivity = (services: Services, by: Actor, of: store.Activity, values: store.ActivityValues): Promise<boolean> =>
  inScope(services.db, ownActivities(by), async tx => {
    if (!(await store.saveActivity(tx, of, values))) return false
    await trail(tx, by, services.clock.now(), 'edit_activity', of, { title: values.title })
    return true
  })

/** Takes a step. Which parts the asker has in it was decided by the route; what holds now is decided here, with the row held. */
export const takeStep = (
  services: Services,
  by: Actor,
  id: number,
  step: ActivityStep,
  parts: readonly Part[],
  said: Said,
): Promise<Stepped> =>
  asJob(services.db, async tx => {
    const of = await store.activityById(tx, id, true)
    if (!of) throw notFound()
    const to = stepTo(of.kind, of.state, step, parts)
    if (to === null) return { ok: false, flaw: 'stale' }
    const at = services.clock.now()
    const { log, files } = await store.partsOf(tx, of)
    if (step === 'report') {
      const letters = files.filter(file => file.kind === 'surat').length + holding(await lettersOf(tx, of)).length
      const flaws = reportFlaws(of.kind, { log, outcome: said.outcome ?? '', letters })
      if (flaws.length > 0) return { ok: false, flaws }
    }
    await store.setState(tx, of, to, { ...said, by: by.accountId, at })
    await store.addStep(tx, of, { step, by: by.accountId, byName: by.name, at, reason: said.reason })
    await trail(tx, by, at, `${step}_activity`, of, { from: of.state, to, reason: said.reason })
    if (step === 'approve') await record(tx, of, log, { account: by.accountId, at })
    await tell(tx, of, step)
    return { ok: true }
  })

async function record(
  tx: Tx,
  of: store.Activity,
  log: readonly store.LogEntry[],
  by: { account: string; at: Date },
): Promise<void> {
  const made = recordsOf(of.kind, of, log, jpMinutes.at(of.endsOn).value)
  await addRecords(
    tx,
    made.map(one => ({
      ...one,
      pegawaiId: of.pegawaiId,
      form: kindsOfActivity[of.kind].form,
      international: of.international,
      name: of.title,
      organiser: of.host ?? of.partner,
      certificateNumber: null,
      source: 'kegiatan' as const,
      sourceId: of.id,
      file: null,
    })),
    by,
  )
}

/** One change of the log or the files while the activity runs; the row is held, so that nothing comes in after it was reported. */
const whileAgreed = <T>(
  services: Services,
  id: number,
  work: (tx: Tx, of: store.Activity, at: Date) => Promise<T>,
): Promise<T | 'stale'> =>
  asJob(services.db, async tx => {
    const of = await store.activityById(tx, id, true)
    if (!of) throw notFound()
    return of.state === 'agreed' ? work(tx, of, services.clock.now()) : 'stale'
  })

export const writeLog = (services: Services, by: Actor, id: number, entry: { on: string; minutes: number; words: string }) =>
  whileAgreed(services, id, async (tx, of, at) => {
    await store.addLog(tx, of, entry, at)
    await trail(tx, by, at, 'log_activity', of, { on: entry.on, minutes: entry.minutes })
    return 'done' as const
  })

export const takeBackLog = (services: Services, by: Actor, id: number, entryId: number) =>
  whileAgreed(services, id, async (tx, of, at) => {
    if (!(await store.removeLog(tx, of, entryId))) return 'stale' as const
    await trail(tx, by, at, 'unlog_activity', of, { entry: entryId })
    return 'done' as const
  })

export const confirmSessions = (services: Services, by: Actor, id: number, entryIds: readonly number[]) =>
  whileAgreed(services, id, async (tx, of, at) => {
    const n = await store.confirmLog(tx, of, entryIds, { account: by.accountId, at })
    if (n > 0) await trail(tx, by, at, 'confirm_sessions', of, { entries: entryIds })
    return n > 0 ? ('done' as const) : ('stale' as const)
  })

export type Upload = { kind: store.KeptFile['kind']; bytes: Uint8Array; name: string; media: string }
/** Keeps a letter, report or photograph: the file first, then the row that points to it. */
export async function attach(services: Services, by: Actor, of: store.Activity, upload: Upload): Promise<'done' | 'stale'> {
  const key = `activities/${of.pegawaiId}/${randomBytes(12).toString('hex')}`
  await services.files.put(key, upload.bytes)
  const done = await asJob(services.db, async (tx): Promise<'done' | 'stale'> => {
    const held = await store.activityById(tx, of.id, true)
    if (!held || !['draft', 'returned', 'proposed', 'agreed'].includes(held.state)) return 'stale'
    const at = services.clock.now()
    const { kind, name, media, bytes } = upload
    await store.addFile(tx, held, { kind, key, name, media, bytes: bytes.length }, at)
    await trail(tx, by, at, 'attach_to_activity', held, { kind, name })
    return 'done'
  })
  if (done === 'stale') await services.files.remove(key)
  return done
}

const digestOf = (token: string) => createHash('sha256').update(token).digest('hex')
export const hostLinkDays = 30
const oldest = (now: Date) => new Date(now.getTime() - hostLinkDays * 86_400_000)

/** A link by which the host gives a verdict without an account; it is shown once. */
export const askHost = (services: Services, by: Actor, of: store.Activity): Promise<string> =>
  asJob(services.db, async tx => {
    const token = randomBytes(24).toString('base64url')
    const at = services.clock.now()
    await store.setHostLink(tx, of, digestOf(token), at)
    await trail(tx, by, at, 'ask_host', of, {})
    return token
  })

/** What a link of a host leads to; null where it is none, or too old. */
export const hostView = (services: Services, token: string): Promise<store.Activity | null> =>
  asJob(services.db, tx => store.activityOfLink(tx, digestOf(token), oldest(services.clock.now())))

export const giveVerdict = (
  services: Services,
  token: string,
  said: { name: string; verdict: store.HostVerdict; note: string | null },
): Promise<store.Activity | null> =>
  asJob(services.db, async tx => {
    const at = services.clock.now()
    const of = await store.activityOfLink(tx, digestOf(token), oldest(at), true)
    if (!of) return null
    await store.writeVerdict(tx, of, { ...said, at })
    await store.addStep(tx, of, { step: 'host', by: null, byName: said.name, at, reason: said.note })
    await tell(tx, of, 'host', at.toISOString())
    await audit(tx, null, at, {
      verb: 'give_host_verdict',
      subject: `activity:${of.id}`,
      instansiId: of.instansiId,
      detail: { name: said.name, verdict: said.verdict },
    })
    return of
  })
