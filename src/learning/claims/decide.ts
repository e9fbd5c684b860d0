import { notify } from '../../notices/index.ts'
import type { Actor } from '../../platform/actor.ts'
import { audit } from '../../platform/audit/index.ts'
import { asJob, type Tx } from '../../platform/db/index.ts'
import type { Services } from '../../platform/http/context.ts'
import { notFound } from '../../platform/http/refusal.ts'
import type { LearningForm } from '../../regulation/index.ts'
import type { RecordToAdd } from '../records/store.ts'
import { addRecords, withdrawRecord } from '../records/write.ts'
import { mayDecide } from './access.ts'
import { findFlags, refreshFlags } from './flags.ts'
import { type Move, moved, needsReason } from './rules/moves.ts'
import { type Claim, lockClaims, lockQueue, moveClaims, type Step } from './store/claim.ts'
import { openBeside } from './store/duplicates.ts'

export const shortestReason = 5

export type Correction = { form: LearningForm | null; jp: number | null }
export type Decided =
  | { ok: true }
  /** `moved`: it is not where this decision begins. `blocked`: something stands in the way. `why`: the reason is missing. */
  | { ok: false; reason: 'moved' | 'blocked' | 'why' }

const recordOf = (claim: Claim): RecordToAdd => ({
  pegawaiId: claim.pegawaiId,
  form: claim.form!,
  international: claim.international,
  name: claim.name!,
  organiser: claim.organiser,
  startedOn: claim.startedOn,
  endedOn: claim.endedOn!,
  jp: claim.jp,
  sessions: claim.sessions,
  certificateNumber: claim.certificateNumber,
  source: 'klaim',
  sourceId: claim.id,
  file: claim.file && { key: claim.file.key, name: claim.file.name, sha256: claim.file.sha256 },
})

/** The claim as who verifies found it, and what of it is otherwise than it was claimed. */
function corrected(claim: Claim, correction: Correction | null): { claim: Claim; changes: Step['corrected'] } {
  const changes: Record<string, [unknown, unknown]> = {}
  if (correction && correction.jp !== claim.jp) changes.jp = [claim.jp, correction.jp]
  if (correction?.form && correction.form !== claim.form) changes.form = [claim.form, correction.form]
  if (Object.keys(changes).length === 0) return { claim, changes: null }
  return { claim: { ...claim, jp: correction!.jp, form: correction!.form ?? claim.form }, changes }
}

/** Decides one claim. @throws Refusal 404 where the actor may not decide it */
export function decide(
  services: Services,
  actor: Actor,
  id: number,
  move: Exclude<Move, 'submit' | 'withdraw'>,
  given: { reason: string; correction?: Correction | null },
): Promise<Decided> {
  const today = services.clock.today()
  return asJob(services.db, async (tx): Promise<Decided> => {
    await lockQueue(tx)
    const found = (await lockClaims(tx, [id]))[0]
    if (!found || !mayDecide(actor, found)) throw notFound()
    const state = moved(move, found.state)
    if (!state) return { ok: false, reason: 'moved' }
    const { claim, changes } = move === 'verify' ? corrected(found, given.correction ?? null) : { claim: found, changes: null }
    if ((needsReason(move) || changes) && given.reason.length < shortestReason) return { ok: false, reason: 'why' }
    const step: Step = { pegawaiId: found.pegawaiId, id, state, corrected: changes }
    const [flags] = move === 'verify' ? await findFlags(tx, [claim], today) : [[]]
    if (flags!.some(flag => flag.blocks)) {
      await refreshFlags(tx, [id], today)
      return { ok: false, reason: 'blocked' }
    }
    const beside = await openBeside(tx, [id])
    const by = { account: actor.accountId, name: actor.name, at: services.clock.now() }
    if (move === 'verify') {
      const record = (await addRecords(tx, [recordOf(claim)], by))[0]!
      // What stood before is somebody else's word: to take this claim back would take that record with it.
      if (!record.added) return { ok: false, reason: 'blocked' }
      step.recordId = record.id
    }
    if (move === 'revoke') await withdrawRecord(tx, { pegawaiId: found.pegawaiId, id: found.recordId! }, given.reason, by)
    await settle(tx, actor, move, [{ step, claim: found }], by, given.reason || null)
    await refreshFlags(tx, [...new Set([id, ...beside])], today)
    return { ok: true }
  })
}

/** Verifies those of the given claims beside which nothing was found; answers how many, and how many are left to be looked at. */
export function verifyClean(
  services: Services,
  actor: Actor,
  ids: readonly number[],
): Promise<{ verified: number; left: number }> {
  const today = services.clock.today()
  return asJob(services.db, async tx => {
    await lockQueue(tx)
    const claims = (await lockClaims(tx, ids)).filter(claim => mayDecide(actor, claim))
    const open = claims.filter(claim => moved('verify', claim.state) !== null)
    const flags = await findFlags(tx, open, today)
    const clean = open.filter((_, at) => flags[at]!.length === 0)
    if (clean.length === 0) return { verified: 0, left: ids.length }
    const by = { account: actor.accountId, name: actor.name, at: services.clock.now() }
    const beside = await openBeside(
      tx,
      clean.map(one => one.id),
    )
    const added = await addRecords(tx, clean.map(recordOf), by)
    // Two of them may be the same learning: the first stands, the other is looked at.
    const taken = new Set<number>()
    const done = clean.flatMap((claim, at) => {
      const record = added[at]
      if (!record?.added || taken.has(record.id)) return []
      taken.add(record.id)
      return [{ claim, recordId: record.id }]
    })
    await settle(
      tx,
      actor,
      'verify',
      done.map(({ claim, recordId }) => ({
        claim,
        step: { pegawaiId: claim.pegawaiId, id: claim.id, state: 'verified', recordId },
      })),
      by,
      null,
    )
    await refreshFlags(tx, [...new Set([...clean.map(one => one.id), ...beside])], today)
    return { verified: done.length, left: ids.length - done.length }
  })
}

const titles = {
  verify: { id: 'Klaim belajar Anda sudah diperiksa', en: 'Your claim of learning was looked at' },
  return: { id: 'Klaim belajar Anda perlu dilengkapi', en: 'Your claim of learning needs something' },
  reject: { id: 'Klaim belajar Anda sudah diperiksa', en: 'Your claim of learning was looked at' },
  revoke: { id: 'Ada perubahan pada klaim belajar Anda', en: 'Something changed about your claim of learning' },
}
const bodies = (name: string, reason: string | null) => ({
  verify: {
    id: `“${name}” diverifikasi dan masuk ke catatan belajar Anda.`,
    en: `“${name}” was verified and is in your record of learning.`,
  },
  return: {
    id: `“${name}” dikembalikan: ${reason}. Perbaiki lalu ajukan lagi; isian dan berkas Anda tersimpan.`,
    en: `“${name}” was returned: ${reason}. Mend it and submit it again; what you typed and brought is kept.`,
  },
  reject: { id: `“${name}” tidak dapat diterima: ${reason}.`, en: `“${name}” could not be accepted: ${reason}.` },
  revoke: {
    id: `Verifikasi “${name}” dibatalkan: ${reason}. JP-nya tidak lagi tercatat.`,
    en: `The verification of “${name}” was taken back: ${reason}. Its hours are no longer recorded.`,
  },
})

type Settled = { step: Step; claim: Claim }
async function settle(
  tx: Tx,
  actor: Actor,
  move: Exclude<Move, 'submit' | 'withdraw'>,
  settled: readonly Settled[],
  by: { account: string; name: string; at: Date },
  reason: string | null,
) {
  await moveClaims(
    tx,
    move,
    settled.map(one => one.step),
    by,
    reason,
  )
  await notify(
    tx,
    settled.map(({ claim }) => ({
      topic: 'claim' as const,
      to: { pegawaiIds: [claim.pegawaiId] },
      title: titles[move],
      body: bodies(claim.name!, reason?.replace(/[.\s]+$/, '') ?? null)[move],
      href: `/klaim/${claim.id}`,
      duty: move === 'return',
      key: `claim:${claim.id}:${move}:${by.at.toISOString()}`,
    })),
  )
  for (const [instansiId, theirs] of Map.groupBy(settled, one => one.claim.instansiId)) {
    await audit(tx, actor.accountId, by.at, {
      verb: { verify: 'verify_claim', return: 'return_claim', reject: 'reject_claim', revoke: 'revoke_claim' }[move],
      subject: theirs.length === 1 ? `claim:${theirs[0]!.claim.id}` : 'claim',
      instansiId,
      rows: theirs.length,
      detail: {
        claims: theirs.map(({ claim, step }) => ({
          id: claim.id,
          record: step.recordId ?? null,
          corrected: step.corrected ?? null,
        })),
        reason,
      },
    })
  }
}
