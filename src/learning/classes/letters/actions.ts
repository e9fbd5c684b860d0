import type { Actor } from '../../../platform/actor.ts'
import { audit } from '../../../platform/audit/index.ts'
import { asJob } from '../../../platform/db/index.ts'
import type { Services } from '../../../platform/http/context.ts'
import type { Signatory } from '../../../platform/pdf/index.ts'
import { takeNumber } from '../../letters/issue.ts'
import { resultsOf } from '../results/load.ts'
import type { RunClass } from '../run/store.ts'
import { sessionsOf } from '../timetable/store.ts'
import { letterDocument } from './content.ts'
import type { LetterKind } from './kinds.ts'
import * as store from './store.ts'

export type Issue = { kind: LetterKind; date: string; signatory: Signatory; instansi: string | null }

/**
 * Issues a letter: its number is taken, what it says is kept, and the row written, all or nothing. The PDF is made from what was kept when it
 * is first asked for. The route has seen that the actor plans the class.
 */
export const issueLetter = (
  services: Services,
  by: Actor,
  cls: RunClass,
  issue: Issue,
): Promise<{ id: number; number: string }> =>
  asJob(services.db, async tx => {
    const at = services.clock.now()
    const { kind, date, signatory, instansi: recipient } = issue
    const results = await resultsOf(tx, cls, at)
    const sessions = await sessionsOf(tx, cls.id)
    const people = results.people.filter(one => recipient === null || one.person.instansi === recipient)
    const says = (number: string) =>
      letterDocument({ kind, number, date, recipient, signatory, cls, sessions, people, rule: results.rule, madeAt: at })
    const numbered = await takeNumber(
      services,
      tx,
      { providerId: cls.provider.id },
      { date, folder: `class-letters/${cls.id}`, says },
    )
    const who = { account: by.accountId, name: by.name, at }
    const row = { ...numbered, kind, date, recipient, signatory, classId: cls.id, providerId: cls.provider.id }
    const id = await store.insertLetter(tx, row, who)
    await audit(tx, by.accountId, at, {
      verb: 'issue_letter',
      subject: `class:${cls.id}`,
      instansiId: cls.provider.instansiId,
      rows: people.length,
      detail: { letter: id, kind, number: numbered.number, recipient },
    })
    return { id, number: numbered.number }
  })
