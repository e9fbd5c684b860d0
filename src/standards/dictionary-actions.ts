import type { Actor } from '../platform/actor.ts'
import { audit } from '../platform/audit/index.ts'
import { inScope, type Tx } from '../platform/db/index.ts'
import type { Services } from '../platform/http/context.ts'
import { emit } from '../platform/outbox.ts'
import { manageStandards, setsStandardsForAll } from './access.ts'
import { auditMoved } from './actions.ts'
import { type Pairing, stepsOf } from './rules/crosswalk.ts'
import type { CompetencyContent } from './rules/dictionary.ts'
import { after } from './rules/lifecycle.ts'
import { draftTranslations, type Owners, savePairing } from './store/crosswalk.ts'
import * as store from './store/dictionary.ts'
import { activateDrafts } from './store/draft.ts'

type Part = Pick<Services, 'db' | 'clock'>

const subjectOf = (id: number) => `dictionary:${id}`

/** Whose standards an actor may say anew. */
export function ownersManaged(by: Actor): Owners {
  const scope = manageStandards(by)
  const instansiIds = scope.kind === 'nation' ? null : scope.kind === 'instansi' || scope.kind === 'mixed' ? scope.instansi : []
  return { instansiIds, nation: setsStandardsForAll(by) }
}

export const createDictionary = ({ db, clock }: Part, by: Actor, row: store.NewDictionary): Promise<number> =>
  inScope(db, manageStandards(by), async tx => {
    const at = clock.now()
    const id = await store.insertDictionary(tx, row, { by: by.accountId, at })
    await audit(tx, by.accountId, at, {
      verb: 'draft_dictionary',
      subject: subjectOf(id),
      instansiId: row.instansiId,
      detail: { name: row.name, legalBasis: row.legalBasis, replaces: row.replacesId },
    })
    return id
  })

export type CompetencySaved = { ok: true } | { ok: false; why: 'stale' } | { ok: false; why: 'code'; taken: string }

/** Writes a competency into a draft, if nobody saved since it was read. */
export const saveDraftCompetency = (
  { db, clock }: Part,
  by: Actor,
  dictionary: store.Dictionary,
  saved: { seen: number; competencyId: number | null; content: CompetencyContent },
): Promise<CompetencySaved> =>
  inScope(db, manageStandards(by), async tx => {
    const taken = await store.codeTaken(tx, dictionary.id, saved.content.code, saved.competencyId)
    if (taken !== null) return { ok: false, why: 'code', taken }
    if (!(await store.touchDraft(tx, dictionary.id, saved.seen))) return { ok: false, why: 'stale' }
    await store.saveCompetency(tx, dictionary.id, saved.competencyId, saved.content)
    await audit(tx, by.accountId, clock.now(), {
      verb: 'draft_dictionary',
      subject: subjectOf(dictionary.id),
      instansiId: dictionary.instansiId,
      detail: { code: saved.content.code, name: saved.content.name },
    })
    return { ok: true }
  })

export type Removed = { ok: true } | { ok: false; asking: number }

/** Takes one competency out of a draft; not while drafts of standards ask for it. */
export const removeDraftCompetency = (
  { db, clock }: Part,
  by: Actor,
  dictionary: store.Dictionary,
  competencyId: number,
): Promise<Removed> =>
  inScope(db, manageStandards(by), async tx => {
    const asking = await store.draftsAsking(tx, dictionary.id, competencyId)
    if (asking.length > 0) return { ok: false, asking: asking.length }
    if (!(await store.touchDraft(tx, dictionary.id, null))) return { ok: false, asking: 0 }
    await store.deleteCompetencies(tx, dictionary.id, competencyId)
    await audit(tx, by.accountId, clock.now(), {
      verb: 'draft_dictionary',
      subject: subjectOf(dictionary.id),
      instansiId: dictionary.instansiId,
      detail: { removed: competencyId },
    })
    return { ok: true }
  })

/** Throws a draft away with its competencies; not while drafts of standards ask for them. */
export const discardDictionary = ({ db, clock }: Part, by: Actor, dictionary: store.Dictionary): Promise<Removed> =>
  inScope(db, manageStandards(by), async tx => {
    const asking = await store.draftsAsking(tx, dictionary.id, null)
    if (asking.length > 0) return { ok: false, asking: asking.length }
    if (!(await store.touchDraft(tx, dictionary.id, null))) return { ok: false, asking: 0 }
    await store.deleteCompetencies(tx, dictionary.id, null)
    await store.deleteDictionary(tx, dictionary.id)
    await audit(tx, by.accountId, clock.now(), {
      verb: 'discard_dictionary',
      subject: subjectOf(dictionary.id),
      instansiId: dictionary.instansiId,
      detail: { name: dictionary.name },
    })
    return { ok: true }
  })

export type DictionarySet = { ok: true } | { ok: false; why: 'stale' | 'empty' } | { ok: false; why: 'codes'; codes: string[] }

/** Puts a dictionary in force and ends the one it replaces; with the drafts of standards that speak its words, where asked for. */
export const setDictionary = (
  { db, clock }: Part,
  by: Actor,
  dictionary: store.Dictionary,
  set: { seen: number; legalBasis: string; today: string; withDrafts: boolean },
): Promise<DictionarySet> =>
  inScope(db, manageStandards(by), async tx => {
    if (after(dictionary.state, 'set') === null) return { ok: false, why: 'stale' }
    if (dictionary.competencies === 0) return { ok: false, why: 'empty' }
    const codes = await store.codesInForceElsewhere(tx, dictionary.id)
    if (codes.length > 0) return { ok: false, why: 'codes', codes }
    if (!(await store.touchDraft(tx, dictionary.id, set.seen))) return { ok: false, why: 'stale' }
    const at = clock.now()
    const made = { by: by.accountId, at, today: set.today, legalBasis: set.legalBasis }
    const before = await usedBy(tx, dictionary)
    await store.activateDictionary(tx, dictionary, made)
    const drafts = set.withDrafts ? await store.draftsAsking(tx, dictionary.id, null) : []
    const moved = await activateDrafts(
      tx,
      drafts.map(id => ({ id, revision: null })),
      made,
    )
    if (moved.length > 0)
      await auditMoved(tx, by, at, 'set_standard', moved, { legalBasis: set.legalBasis, dictionary: dictionary.id })
    await audit(tx, by.accountId, at, {
      verb: 'set_dictionary',
      subject: subjectOf(dictionary.id),
      instansiId: dictionary.instansiId,
      rows: dictionary.competencies,
      detail: { name: dictionary.name, legalBasis: set.legalBasis, replaces: dictionary.replacesId },
    })
    await tell(tx, [...before, ...(await usedBy(tx, dictionary))])
    return { ok: true }
  })

/** Ends a dictionary in force; its competencies are no longer demanded, results found by them are kept. */
export const archiveDictionary = (
  { db, clock }: Part,
  by: Actor,
  dictionary: store.Dictionary,
  end: { why: string; today: string },
): Promise<boolean> =>
  inScope(db, manageStandards(by), async tx => {
    const at = clock.now()
    if (!(await store.endDictionary(tx, dictionary.id, { by: by.accountId, at, ...end }))) return false
    await audit(tx, by.accountId, at, {
      verb: 'archive_dictionary',
      subject: subjectOf(dictionary.id),
      instansiId: dictionary.instansiId,
      rows: dictionary.competencies,
      detail: { name: dictionary.name, why: end.why, standards: dictionary.standards },
    })
    await tell(tx, await usedBy(tx, dictionary))
    return true
  })

/** Says which level of the old competency is which of the new one; without any, nothing leads from the one to the other. */
export const setPairing = (
  { db, clock }: Part,
  by: Actor,
  dictionary: store.Dictionary,
  from: store.Dictionary,
  pairing: Pairing,
): Promise<void> =>
  inScope(db, manageStandards(by), async tx => {
    const at = clock.now()
    const steps = stepsOf(pairing)
    await savePairing(tx, pairing, steps, { by: by.accountId, at, legalBasis: dictionary.legalBasis })
    await audit(tx, by.accountId, at, {
      verb: 'set_crosswalk',
      subject: subjectOf(dictionary.id),
      instansiId: dictionary.instansiId,
      rows: steps.length,
      detail: { from: pairing.fromId, to: pairing.toId, levels: pairing.levels },
    })
    await tell(tx, [...(await usedBy(tx, dictionary)), ...(await store.instansiUsing(tx, [from.id]))])
  })

/** Drafts of standards in the words of the new dictionary, to be looked at. */
export const applyCrosswalk = ({ db, clock }: Part, by: Actor, dictionary: store.Dictionary, fromId: number): Promise<number> =>
  inScope(db, manageStandards(by), async tx => {
    const at = clock.now()
    const made = { by: by.accountId, at, legalBasis: dictionary.legalBasis }
    const drafts = await draftTranslations(tx, fromId, dictionary.id, ownersManaged(by), made)
    if (drafts.length > 0) await auditMoved(tx, by, at, 'apply_crosswalk', drafts, { dictionary: dictionary.id, from: fromId })
    return drafts.length
  })

const usedBy = (tx: Tx, dictionary: store.Dictionary) =>
  store.instansiUsing(tx, [dictionary.id, ...(dictionary.replacesId === null ? [] : [dictionary.replacesId])])

async function tell(tx: Tx, instansiIds: readonly number[]): Promise<void> {
  for (const instansiId of new Set(instansiIds)) await emit(tx, 'standards.changed', { instansiId })
}
