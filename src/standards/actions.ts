import type { Actor } from '../platform/actor.ts'
import { audit, sha256 } from '../platform/audit/index.ts'
import { asJob, inScope, type Tx } from '../platform/db/index.ts'
import type { Services } from '../platform/http/context.ts'
import { emit } from '../platform/outbox.ts'
import { manageStandards, managesOwner } from './access.ts'
import { refreshRequirements } from './refresh.ts'
import type { Content } from './rules/content.ts'
import {
  activateDrafts,
  deleteDrafts,
  endVersion,
  instansiUnder,
  jabatanUnder,
  type Moved,
  ownersOf,
  saveDraft,
  seenOf,
} from './store/draft.ts'
import { asIfSet, type CountPeople } from './store/effect.ts'
import { type Target, targetOf, type Version, versionById, versionsOf } from './store/version.ts'

type Part = Pick<Services, 'db' | 'clock'>

/** Up to so many jabatan are made true at once, in the transaction of the change; more are left to the job. */
const atOnce = 500

const subjectOf = (row: { id: number; jabatanId: number | null }) =>
  row.jabatanId === null ? `standard:${row.id}` : `jabatan:${row.jabatanId}`

/** Tells everybody whose jabatan these standards speak of, and makes few of them true at once. */
export async function spread(tx: Tx, standardIds: readonly number[], today: string): Promise<void> {
  const touched = await instansiUnder(tx, standardIds)
  for (const instansiId of touched) await emit(tx, 'standards.changed', { instansiId })
  if (standardIds.length !== 1) return
  const jabatanIds = await jabatanUnder(tx, standardIds[0]!)
  if (jabatanIds.length <= atOnce) await refreshRequirements(tx, { jabatanIds }, today)
}

export type DraftSaved = { ok: true; id: number } | { ok: false; standing: Version | null }

/** Keeps what a standard is to say as a draft. Not where meanwhile somebody else saved: theirs (or none) is left as it stands. */
export const saveStandardDraft = (
  { db, clock }: Part,
  by: Actor,
  target: Target,
  draft: { seen: string; content: Content; legalBasis: string | null; copiedFrom?: number | null },
): Promise<DraftSaved> =>
  inScope(db, manageStandards(by), async tx => {
    const made = { by: by.accountId, at: clock.now() }
    const id = await saveDraft(tx, target, draft.seen, { copiedFrom: null, ...draft }, made)
    if (id === null) return { ok: false, standing: (await versionsOf(tx, target)).find(row => row.state === 'draft') ?? null }
    await audit(tx, by.accountId, made.at, {
      verb: 'draft_standard',
      subject: subjectOf({ id, jabatanId: target.jabatanId }),
      instansiId: target.instansiId,
      detail: { ...words(draft.content), legalBasis: draft.legalBasis },
    })
    return { ok: true, id }
  })

/** The draft that takes one competency back to what is inherited; of the draft that stands, else of what is in force. */
export const returnToInherited = (part: Part, by: Actor, target: Target, competencyId: number): Promise<DraftSaved> =>
  versionsOf(part.db, target).then(versions => {
    const draft = versions.find(row => row.state === 'draft') ?? null
    const base = draft ?? versions.find(row => row.state === 'active')
    if (!base) return { ok: false, standing: null }
    const { form, qualifications, legalBasis } = base
    const levels = base.levels.filter(row => row.competencyId !== competencyId)
    return saveStandardDraft(part, by, target, {
      seen: seenOf(draft),
      content: { levels, form, qualifications },
      legalBasis: draft ? legalBasis : null,
    })
  })

export type StandardSet = { drafts: readonly { id: number; revision: number | null }[]; legalBasis: string; today: string }

/** Puts drafts in force. Answers those that were: what is no draft any more, or not as it was read, is left alone. */
export const setStandards = ({ db, clock }: Part, by: Actor, set: StandardSet): Promise<Moved[]> =>
  inScope(db, manageStandards(by), async tx => {
    const single = set.drafts.length === 1 ? await versionById(tx, set.drafts[0]!.id) : null
    const before = single && (await versionsOf(tx, targetOf(single))).find(row => row.state === 'active')
    const allowed = await allowedDrafts(tx, by, set.drafts)
    const touched = allowed.map(row => row.id)
    const tellLater = await instansiUnder(tx, touched)
    const made = { by: by.accountId, at: clock.now(), today: set.today, legalBasis: set.legalBasis }
    const moved = await activateDrafts(tx, allowed, made)
    if (moved.length === 0) return moved
    await auditMoved(tx, by, made.at, 'set_standard', moved, {
      legalBasis: set.legalBasis,
      ...(single && { before: before ? words(before) : null, after: words(single) }),
    })
    for (const instansiId of tellLater) await emit(tx, 'standards.changed', { instansiId })
    const jabatanIds = moved.flatMap(row => (row.jabatanId === null ? [] : [row.jabatanId]))
    if (jabatanIds.length > 0 && jabatanIds.length <= atOnce) await refreshRequirements(tx, { jabatanIds }, set.today)
    return moved
  })

/** Throws drafts away; answers how many were one. */
export const discardDrafts = ({ db, clock }: Part, by: Actor, ids: readonly number[]): Promise<number> =>
  inScope(db, manageStandards(by), async tx => {
    const allowed = await allowedDrafts(
      tx,
      by,
      ids.map(id => ({ id, revision: null })),
    )
    const gone = await deleteDrafts(
      tx,
      allowed.map(row => row.id),
    )
    if (gone.length > 0) await auditMoved(tx, by, clock.now(), 'discard_standard', gone, {})
    return gone.length
  })

/** Ends a standard in force: who stood under it falls back to what is inherited. Results keep the version they were measured against. */
export const endStandard = (
  { db, clock }: Part,
  by: Actor,
  version: Version,
  end: { why: string; today: string },
): Promise<boolean> =>
  inScope(db, manageStandards(by), async tx => {
    const at = clock.now()
    if (!(await endVersion(tx, version.id, { by: by.accountId, at, ...end }))) return false
    await audit(tx, by.accountId, at, {
      verb: 'archive_standard',
      subject: subjectOf(version),
      instansiId: version.ownerInstansiId,
      detail: { ...words(version), version: version.version, why: end.why },
    })
    await spread(tx, [version.id], end.today)
    return true
  })

/** How many jabatan and people a draft touches, and how people stand before and after. Counts beyond the own instansi hold no names. */
export const effectOf = ({ db }: Part, count: CountPeople, draftId: number, today: string) =>
  asJob(db, async tx => {
    const jabatanIds = await jabatanUnder(tx, draftId)
    const people = await asIfSet(tx, draftId, today, () => count(tx, jabatanIds, today))
    return { jabatan: jabatanIds.length, ...people }
  })

/** Of how many jabatan and active holders a standard speaks. */
export const reachOf = ({ db }: Part, count: CountPeople, id: number, today: string) =>
  asJob(db, async tx => {
    const jabatanIds = await jabatanUnder(tx, id)
    return { jabatan: jabatanIds.length, people: (await count(tx, jabatanIds, today)).people }
  })

async function allowedDrafts(tx: Tx, by: Actor, drafts: readonly { id: number; revision: number | null }[]) {
  const owners = await ownersOf(
    tx,
    drafts.map(draft => draft.id),
  )
  return drafts.filter(draft => {
    const owner = owners.get(draft.id)
    return owner !== undefined && managesOwner(by, owner)
  })
}

/** One entry for one standard; for many one an instansi, with a digest over its rows. */
export async function auditMoved(
  tx: Tx,
  by: Actor,
  at: Date,
  verb: 'set_standard' | 'discard_standard' | 'copy_standard' | 'apply_crosswalk',
  moved: readonly Moved[],
  detail: Record<string, unknown>,
): Promise<void> {
  const owners = [...new Set(moved.map(row => row.instansiId))]
  for (const instansiId of owners) {
    const rows = moved.filter(row => row.instansiId === instansiId)
    const one = rows.length === 1 ? rows[0]! : null
    await audit(tx, by.accountId, at, {
      verb,
      subject: one ? subjectOf(one) : 'standard:many',
      instansiId,
      rows: rows.length,
      detail: one
        ? { version: one.version, ...detail }
        : { ...detail, ids: rows.map(row => row.id), rowsDigest: sha256(JSON.stringify(rows)) },
    })
  }
}

/** What a standard says itself, short enough for the trail. */
export const words = ({ levels, form, qualifications }: Content) => ({
  levels: [...levels]
    .sort((a, b) => a.competencyId - b.competencyId)
    .map(row => `${row.competencyId}:${row.level}`)
    .join(' '),
  form: Object.fromEntries(Object.entries(form).filter(([, text]) => text !== null)),
  qualifications: qualifications.map(row => `${row.kind} ${row.name} ${row.importance}`),
})
