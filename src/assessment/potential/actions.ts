import type { Actor } from '../../platform/actor.ts'
import { audit } from '../../platform/audit/index.ts'
import { inScope } from '../../platform/db/index.ts'
import type { Services } from '../../platform/http/context.ts'
import { potentialScale } from '../../regulation/index.ts'
import { writeResults } from '../access.ts'
import { validUntilOf } from '../policies.ts'
import { type PotentialFlaw, potentialFlaws, type TypedPotential } from './rules/record.ts'
import { writeScores } from './store.ts'

type Person = { pegawaiId: number; instansiId: number; timeZone: string }
export type PotentialToRecord = TypedPotential & { assessor: string | null }

export type PotentialRecorded =
  /** `written` 0: all of it stood there already. */
  { ok: true; written: number } | { ok: false; flaws: readonly PotentialFlaw[] }

/**
 * Records scores of one person by one method on one day. The route has seen that this actor may assess this person. Nothing is derived
 * from potential and kept, so nobody has to be told: the gap index is read from the rows.
 */
export function recordPotential(
  services: Services,
  by: Actor,
  person: Person,
  typed: PotentialToRecord,
): Promise<PotentialRecorded> {
  const today = services.clock.today(person.timeZone)
  const flaws = potentialFlaws(typed, today, potentialScale.at(today).value)
  const { method, assessedOn, scores } = typed
  if (flaws.length > 0 || method === null || assessedOn === null) return Promise.resolve({ ok: false, flaws })
  const at = services.clock.now()
  return inScope(services.db, writeResults(by), async (tx): Promise<PotentialRecorded> => {
    const until = typed.validUntil ?? (await validUntilOf(tx, person.instansiId))(assessedOn)
    if (typeof until !== 'string') return { ok: false, flaws: [{ field: 'validUntil', flaw: 'unknown', series: until.message }] }
    const written = await writeScores(
      tx,
      scores.map(({ aspect, score }) => ({
        pegawaiId: person.pegawaiId,
        aspect,
        score: score!,
        method,
        assessedOn,
        validUntil: until,
        assessor: typed.assessor,
      })),
      { by: by.accountId, importId: null, why: 'dicatat ulang', at },
    )
    if (written > 0) {
      await audit(tx, by.accountId, at, {
        verb: 'record_potential',
        subject: `pegawai:${person.pegawaiId}`,
        instansiId: person.instansiId,
        rows: written,
        detail: { method, assessedOn, validUntil: until, scores },
      })
    }
    return { ok: true, written }
  })
}
