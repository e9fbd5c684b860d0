import type { Actor, Scope } from '../../platform/actor.ts'
import { audit } from '../../platform/audit/index.ts'
import { inScope, type Tx } from '../../platform/db/index.ts'
import type { Services } from '../../platform/http/context.ts'
import { notFound } from '../../platform/http/refusal.ts'
import { rescoreStated } from '../recalculate.ts'
import { insertStated, markActive, type StatedValues } from '../stated/store.ts'
import { callStands, may, type ProposalValues } from './rules/proposal.ts'
import * as store from './store.ts'

type Part = Pick<Services, 'db' | 'clock'>

/** A unit's proposals are no person data: whoever may propose for it writes them in the scope of its instansi. The route has asked. */
const ofInstansi = (instansiId: number): Scope => ({ kind: 'instansi', instansi: [instansiId] })

const entry = (tx: Tx, by: Actor, at: Date, instansiId: number, verb: string, id: number, detail: object = {}) =>
  audit(tx, by.accountId, at, { verb, subject: `proposal:${id}`, instansiId, detail })

export const setCall = ({ db, clock }: Part, by: Actor, scope: Scope, call: Omit<store.Call, 'id'>): Promise<void> =>
  inScope(db, scope, async tx => {
    const before = await store.saveCall(tx, call, by.accountId, clock.now())
    await audit(tx, by.accountId, clock.now(), {
      verb: 'call_proposals',
      subject: `instansi:${call.instansiId}`,
      instansiId: call.instansiId,
      detail: { before, after: call },
    })
  })

/** `late`, `early`: kept as a draft, not sent. */
export type Saved = { id: number; sent: boolean; stands: 'early' | 'open' | 'late' }

/** Keeps a proposal as a draft, and sends it where asked and the call is open that day. `id` null: a new one. Null: it is no draft any more. */
export const keepProposal = (
  { db, clock }: Part,
  by: Actor,
  call: store.Call,
  proposal: { id: number | null; values: ProposalValues; send: boolean; today: string },
): Promise<Saved | null> =>
  inScope(db, ofInstansi(call.instansiId), async tx => {
    const { values, send, today } = proposal
    const at = clock.now()
    if (proposal.id !== null) {
      const [now] = await store.lockProposals(tx, [proposal.id])
      if (!now || now.instansiId !== call.instansiId) throw notFound()
      if (!may(now.state, 'edit')) return null
    }
    const id = await store.saveProposal(tx, proposal.id, { instansiId: call.instansiId, callId: call.id }, values, {
      by: by.accountId,
      at,
    })
    const stands = callStands(call, today)
    const sent = send && stands === 'open'
    if (sent) await store.markSent(tx, id, at)
    await entry(tx, by, at, call.instansiId, sent ? 'send_proposal' : 'draft_proposal', id, {
      title: values.title,
      unit: values.unitId,
    })
    return { id, sent, stands }
  })

/** Sends a draft as it stands. */
export const sendProposal = (
  { db, clock }: Part,
  by: Actor,
  call: store.Call,
  proposal: store.ProposalRow,
  today: string,
): Promise<Saved | null> =>
  inScope(db, ofInstansi(call.instansiId), async tx => {
    const [now] = await store.lockProposals(tx, [proposal.id])
    if (!now || !may(now.state, 'send')) return null
    const stands = callStands(call, today)
    if (stands !== 'open') return { id: proposal.id, sent: false, stands }
    await store.markSent(tx, proposal.id, clock.now())
    await entry(tx, by, clock.now(), call.instansiId, 'send_proposal', proposal.id, { title: proposal.title })
    return { id: proposal.id, sent: true, stands }
  })

/** Takes a sent proposal back to mend it, or throws a draft away. False: it is past that. */
export const takeBack = (
  { db, clock }: Part,
  by: Actor,
  proposal: store.ProposalRow,
  deed: 'withdraw' | 'remove',
): Promise<boolean> =>
  inScope(db, ofInstansi(proposal.instansiId), async tx => {
    const [now] = await store.lockProposals(tx, [proposal.id])
    if (!now || !may(now.state, deed)) return false
    if (deed === 'withdraw') await store.markSent(tx, proposal.id, null)
    else await store.deleteProposal(tx, proposal.id)
    await entry(
      tx,
      by,
      clock.now(),
      proposal.instansiId,
      deed === 'withdraw' ? 'withdraw_proposal' : 'remove_proposal',
      proposal.id,
      {
        title: proposal.title,
      },
    )
    return true
  })

export type Verdict =
  /** A need is made of the first; the others, which ask for the same, join it. */
  | { deed: 'accept'; need: StatedValues; why: string | null }
  | { deed: 'join'; into: { statedId: number | null; needId: number | null }; why: string | null }
  | { deed: 'reject'; why: string }

/** Decides on proposals of one instansi that wait, all or none. Null: one of them waits no longer. Answers the stated need they led to, if any. */
export const decide = (
  { db, clock }: Part,
  by: Actor,
  scope: Scope,
  proposals: { instansiId: number; ids: readonly number[]; today: string },
  verdict: Verdict,
): Promise<{ statedId: number | null } | null> =>
  inScope(db, scope, async tx => {
    const { instansiId, ids, today } = proposals
    const at = clock.now()
    const made = { by: by.accountId, at }
    const now = await store.lockProposals(tx, ids)
    if (now.length !== ids.length || now.some(one => one.instansiId !== instansiId || !may(one.state, verdict.deed))) return null
    const [first, ...others] = ids
    const decision = (state: store.Decision['state'], statedId: number | null, needId: number | null): store.Decision => ({
      state,
      why: verdict.why,
      statedId,
      needId,
    })
    let statedId: number | null = null
    if (verdict.deed === 'accept') {
      statedId = await insertStated(tx, instansiId, verdict.need, made)
      await markActive(tx, statedId, made)
      await store.markDecided(tx, [first!], decision('accepted', statedId, null), made)
      await store.markDecided(tx, others, decision('joined', statedId, null), made)
    } else if (verdict.deed === 'join') {
      statedId = verdict.into.statedId
      await store.markDecided(tx, ids, decision('joined', statedId, verdict.into.needId), made)
    } else await store.markDecided(tx, ids, decision('rejected', null, null), made)
    const verb = { accept: 'accept_proposal', join: 'join_proposal', reject: 'reject_proposal' }[verdict.deed]
    for (const id of ids) await entry(tx, by, at, instansiId, verb, id, { why: verdict.why, stated: statedId, with: ids })
    if (statedId !== null) await rescoreStated(tx, instansiId, today, at)
    return { statedId }
  })
