import type { Actor, Scope } from '../../platform/actor.ts'
import { audit } from '../../platform/audit/index.ts'
import { inScope } from '../../platform/db/index.ts'
import type { Services } from '../../platform/http/context.ts'
import { emit } from '../../platform/outbox.ts'
import { lockFigures } from '../gap-refresh.ts'
import { type DifMove, refreshDifSums } from './dif-refresh.ts'
import { type DifChange, saveDif } from './store-jabatan-dif.ts'

type Where = { instansiId: number; jabatanId: number; alike: boolean; today: string; scope: Scope }
export type DifSaved = { lines: number; posts: number; moves: DifMove[] }

/** Writes DIF of a jabatan, and of those with its name and jenjang where `alike`, as one act; the ranking follows by a job. */
export const setJabatanDif = (
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  by: Actor,
  where: Where,
  changes: readonly DifChange[],
): Promise<DifSaved> =>
  inScope(db, where.scope, async tx => {
    const { instansiId, jabatanId, alike, today } = where
    const at = clock.now()
    if (changes.length === 0) return { lines: 0, posts: 0, moves: [] }
    await lockFigures(tx, instansiId) // the sums are over every jabatan: two who save at once would each miss the other
    const saved = await saveDif(tx, { instansiId, jabatanId, alike, by: by.accountId, at }, changes)
    if (saved.lines === 0) return { ...saved, moves: [] }
    const moves = await refreshDifSums(tx, instansiId, today)
    await audit(tx, by.accountId, at, {
      verb: 'set_jabatan_dif',
      subject: `jabatan:${jabatanId}`,
      instansiId,
      rows: saved.lines,
      detail: { jabatan: saved.posts, alike, changes },
    })
    await emit(tx, 'factors.changed', { instansiId })
    return { ...saved, moves }
  })
