import type { Actor, Scope } from '../platform/actor.ts'
import { audit } from '../platform/audit/index.ts'
import { inScope } from '../platform/db/index.ts'
import type { Services } from '../platform/http/context.ts'
import { emit } from '../platform/outbox.ts'
import type { PolicyKind, Simulation } from './kind.ts'
import { activateDraft, concerned, deleteDraft, policyAt, replaceDraft } from './store.ts'

type Part = Pick<Services, 'db' | 'clock'>

/** Whose rule of which kind; `instansiId` null: of all. `scope` is what the actor may set, and has been seen to cover it. */
export type Target = { kind: PolicyKind; instansiId: number | null; scope: Scope }

const subjectOf = ({ kind }: Target) => `policy:${kind.path}`

/** Keeps a choice as a draft. Null where meanwhile somebody else kept one: theirs is left as it is. */
export const saveDraft = (
  { db, clock }: Part,
  by: Actor,
  target: Target,
  draft: { seen: number | null; value: Record<string, unknown>; legalBasis: string },
): Promise<number | null> =>
  inScope(db, target.scope, async tx => {
    const { kind, instansiId } = target
    const id = await replaceDraft(tx, draft.seen, {
      kind: kind.kind,
      instansiId,
      value: kind.schema.parse(draft.value),
      legalBasis: draft.legalBasis,
      madeBy: by.accountId,
      madeAt: clock.now(),
    })
    if (id === null) return null
    await audit(tx, by.accountId, clock.now(), {
      verb: 'draft_policy',
      subject: subjectOf(target),
      instansiId,
      detail: { value: draft.value, legalBasis: draft.legalBasis },
    })
    return id
  })

/** Throws a draft away; false where by now it is none. */
export const discardDraft = ({ db, clock }: Part, by: Actor, target: Target, draftId: number): Promise<boolean> =>
  inScope(db, target.scope, async tx => {
    const value = await deleteDraft(tx, draftId, target.kind.kind, target.instansiId)
    if (value === null) return false
    await audit(tx, by.accountId, clock.now(), {
      verb: 'discard_policy',
      subject: subjectOf(target),
      instansiId: target.instansiId,
      detail: { value },
    })
    return true
  })

/** Puts a draft in force from `today` on. False, and nothing done, where by now it is none: what was read is not what stands there. */
export const setPolicy = (
  { db, clock }: Part,
  by: Actor,
  target: Target,
  choice: { draftId: number; legalBasis: string; today: string },
): Promise<boolean> =>
  inScope(db, target.scope, async tx => {
    const { kind, instansiId } = target
    const before = await policyAt(tx, kind, instansiId, choice.today)
    const set = await activateDraft(tx, choice.draftId, kind.kind, instansiId, {
      legalBasis: choice.legalBasis,
      from: choice.today,
      setBy: by.accountId,
      setAt: clock.now(),
    })
    if (!set) return false
    await audit(tx, by.accountId, clock.now(), {
      verb: 'set_policy',
      subject: subjectOf(target),
      instansiId,
      detail: { version: set.version, before: before.value, after: set.value, legalBasis: choice.legalBasis },
    })
    await emit(tx, 'policies.changed', { instansiId, kind: kind.kind })
    return true
  })

/** What a choice would move; null where the kind cannot tell. Writes nothing. */
export const simulate = (
  { db }: Part,
  { kind, instansiId, scope }: Target,
  change: { today: string; now: Record<string, unknown>; next: Record<string, unknown> },
): Promise<Simulation | null> =>
  inScope(db, scope, async tx => {
    if (!kind.simulate) return null
    return kind.simulate(tx, { ...change, instansiIds: await concerned(tx, kind.kind, instansiId) })
  })
