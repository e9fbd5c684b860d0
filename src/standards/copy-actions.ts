import type { Actor } from '../platform/actor.ts'
import { inScope } from '../platform/db/index.ts'
import type { Services } from '../platform/http/context.ts'
import { emit } from '../platform/outbox.ts'
import { manageStandards } from './access.ts'
import { auditMoved } from './actions.ts'
import { refreshRequirements } from './refresh.ts'
import { copyAsDrafts } from './store/copy.ts'
import { activateDrafts } from './store/draft.ts'
import type { Version } from './store/version.ts'

type Copy = {
  from: Version & { ownerInstansiId: number; jabatanId: number }
  jabatanIds: readonly number[]
  as: 'draft' | 'active'
  /** Null: the drafts get theirs when they are set. */
  legalBasis: string | null
  today: string
}

/** What a jabatan's own standard says, for other jabatan of the instansi: as drafts, or in force at once. One entry in the trail. */
export const copyStandard = ({ db, clock }: Pick<Services, 'db' | 'clock'>, by: Actor, copy: Copy): Promise<number> =>
  inScope(db, manageStandards(by), async tx => {
    const { from, legalBasis, today } = copy
    const at = clock.now()
    const source = { id: from.id, instansiId: from.ownerInstansiId, jabatanId: from.jabatanId }
    const made = await copyAsDrafts(tx, source, copy.jabatanIds, { by: by.accountId, at, legalBasis })
    if (made.length === 0) return 0
    if (copy.as === 'active') {
      const drafts = made.map(row => ({ id: row.id, revision: null }))
      await activateDrafts(tx, drafts, { by: by.accountId, at, today, legalBasis })
      await refreshRequirements(tx, { jabatanIds: made.map(row => row.jabatanId) }, today)
      await emit(tx, 'standards.changed', { instansiId: from.ownerInstansiId })
    }
    const detail = { from: from.id, version: from.version, as: copy.as, legalBasis }
    await auditMoved(tx, by, at, 'copy_standard', made, detail)
    return made.length
  })
