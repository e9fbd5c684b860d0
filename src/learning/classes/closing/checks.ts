import type { Db, Tx } from '../../../platform/db/index.ts'
import { type Accreditation, accreditationOn, accreditations, remedies } from '../../../providers/index.ts'
import type { PassRule } from '../../rules/pass.ts'
import { type PersonResult, resultsOf } from '../results/load.ts'
import type { RunClass } from '../run/store.ts'
import { sessionsOf } from '../timetable/store.ts'
import { type Check, checksOf } from './rules/checks.ts'

export type Accredited = { holds: Accreditation | null; others: Accreditation[] }

/** What holds on the last day: of the institution, or of the body that the class is entrusted to; and who could hold it instead. Null: nothing must be accredited. */
export async function accreditedOn(db: Db | Tx, cls: RunClass): Promise<Accredited | null> {
  if (cls.programme === null) return null
  const { programme, endsOn } = cls
  const register = await accreditations(db, { programme })
  const body = cls.entrustedTo ?? cls.provider.id
  const standing = accreditationOn(
    register.filter(one => one.providerId === body),
    programme,
    endsOn!,
  )
  const holds = standing.state === 'holds' ? standing.accreditation : null
  return { holds, others: holds ? [] : remedies(programme, endsOn!, register).filter(one => one.providerId !== cls.provider.id) }
}

export type Closable = { checks: Check[]; rule: PassRule; people: PersonResult[]; accredited: Accredited | null }

/** All that decides whether a class may be closed, and with which results. In a transaction that sees the class. */
export async function closable(tx: Tx, cls: RunClass, now: Date, today: string): Promise<Closable> {
  const sessions = await sessionsOf(tx, cls.id)
  const { rule, people } = await resultsOf(tx, cls, now)
  const accredited = await accreditedOn(tx, cls)
  const ahead = sessions.filter(one => one.endsAt > now).length
  const checks = checksOf({
    people: people.length,
    sessions: sessions.length,
    sessionsAhead: ahead === 0 && today < cls.endsOn! ? 1 : ahead,
    undecided: people.reduce((sum, one) => sum + one.attended.undecided, 0),
    unknownResults: people.filter(one => one.ending.passed === null).length,
    accredited: accredited && accredited.holds !== null,
  })
  return { checks, rule, people, accredited }
}
