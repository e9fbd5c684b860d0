import type { Actor, Scope } from '../platform/actor.ts'
import { audit } from '../platform/audit/index.ts'
import { inScope } from '../platform/db/index.ts'
import type { Services } from '../platform/http/context.ts'
import { emit } from '../platform/outbox.ts'
import { refreshRequirements } from './refresh.ts'
import { basisOf, editStandard, type Flaw, type Typed } from './rules/edit.ts'
import type { Jabatan } from './store/jabatan.ts'
import { listCompetencies, type OwnLevel, requirementsOf, saveOwnLevels } from './store/standard.ts'

export type StandardSaved = { ok: true; changed: boolean } | { ok: false; flaws: Flaw[] }

/** Sets what a jabatan demands. `scope` is what the actor may manage; the route has seen that it covers the instansi. */
export const setStandard = (
  services: Services,
  by: Actor,
  scope: Scope,
  jabatan: Jabatan,
  typed: Typed,
): Promise<StandardSaved> =>
  inScope(services.db, scope, async tx => {
    const today = services.clock.today()
    const current = await requirementsOf(tx, jabatan.id, today)
    const known = new Set((await listCompetencies(tx)).map(row => row.id))
    const edit = editStandard(current, typed, known)
    if (!edit.ok) return edit
    const before = current.filter(row => !row.fromClass)
    if (words(before) === words(edit.own)) return { ok: true, changed: false }
    await saveOwnLevels(tx, jabatan.id, edit.own, { by: by.accountId, at: services.clock.now(), today })
    await refreshRequirements(tx, { jabatanIds: [jabatan.id] }, today)
    await audit(tx, by.accountId, services.clock.now(), {
      verb: 'set_standard',
      subject: `jabatan:${jabatan.id}`,
      instansiId: jabatan.instansi.id,
      detail: { before: words(before), after: words(edit.own), legalBasis: basisOf(edit.own) },
    })
    await emit(tx, 'standards.changed', { instansiId: jabatan.instansi.id })
    return { ok: true, changed: true }
  })

/** Levels as one text, whatever their order. */
const words = (levels: readonly OwnLevel[]) =>
  [...levels]
    .sort((a, b) => a.competencyId - b.competencyId)
    .map(row => `${row.competencyId}:${row.level}:${row.legalBasis ?? ''}`)
    .join(' ')
