import type { Actor } from '../platform/actor.ts'
import { audit } from '../platform/audit/index.ts'
import { inScope } from '../platform/db/index.ts'
import type { Services } from '../platform/http/context.ts'
import { emit } from '../platform/outbox.ts'
import { listCompetencies } from '../standards/index.ts'
import { writeResults } from './access.ts'
import { validUntilOf } from './policies.ts'
import { type RecordFlaw, recordFlaws, type TypedResults } from './rules/record.ts'
import { writeGiven } from './store/record.ts'

type Person = { pegawaiId: number; instansiId: number; timeZone: string }
export type ResultsToRecord = TypedResults & { assessor: string | null; note: string | null }

export type Recorded =
  /** `written` 0: all of it stood there already. */
  { ok: true; written: number } | { ok: false; flaws: readonly RecordFlaw[] }

/** Records results of one person by one method on one day. The route has seen that this actor may assess this person. */
export function recordResults(services: Services, by: Actor, person: Person, typed: ResultsToRecord): Promise<Recorded> {
  const flaws = recordFlaws(typed, services.clock.today(person.timeZone))
  const { method, assessedOn, levels } = typed
  if (flaws.length > 0 || method === null || assessedOn === null) return Promise.resolve({ ok: false, flaws })
  const at = services.clock.now()
  return inScope(services.db, writeResults(by), async (tx): Promise<Recorded> => {
    const known = new Set((await listCompetencies(tx)).map(one => one.id))
    const unknown = levels.filter(one => !known.has(one.competencyId))
    if (unknown.length > 0)
      return { ok: false, flaws: unknown.map(one => ({ field: 'levels', flaw: 'competency', competencyId: one.competencyId })) }
    const until = typed.validUntil ?? (await validUntilOf(tx, person.instansiId))(assessedOn)
    if (typeof until !== 'string') return { ok: false, flaws: [{ field: 'validUntil', flaw: 'unknown', series: until.message }] }
    const written = await writeGiven(
      tx,
      levels.map(({ competencyId, level }) => ({
        pegawaiId: person.pegawaiId,
        competencyId,
        level: level!,
        method,
        assessedOn,
        validUntil: until,
        assessor: typed.assessor,
        note: typed.note,
      })),
      { by: by.accountId, importId: null, why: 'dicatat ulang', at },
    )
    if (written === 0) return { ok: true, written }
    await audit(tx, by.accountId, at, {
      verb: 'record_results',
      subject: `pegawai:${person.pegawaiId}`,
      instansiId: person.instansiId,
      rows: written,
      detail: { method, assessedOn, validUntil: until, levels, note: typed.note },
    })
    await emit(tx, 'assessment.recorded', { instansiId: person.instansiId, pegawaiIds: [person.pegawaiId] })
    return { ok: true, written }
  })
}
