import { notify } from '../../../notices/index.ts'
import type { Actor } from '../../../platform/actor.ts'
import { audit } from '../../../platform/audit/index.ts'
import { asJob } from '../../../platform/db/index.ts'
import type { Services } from '../../../platform/http/context.ts'
import type { Signatory } from '../../../platform/pdf/index.ts'
import { takeNumber } from '../../letters/issue.ts'
import { withdrawLetters } from '../../letters/withdraw.ts'
import { resultsOf } from '../results/load.ts'
import { participantsOf, type RunClass } from '../run/store.ts'
import { sessionsOf } from '../timetable/store.ts'
import { letterDocument } from './content.ts'
import { type LetterKind, sentToPeople } from './kinds.ts'
import { letterKindLabels } from './labels.ts'
import { messages } from './messages.ts'
import * as store from './store.ts'

/** `recipients`: a letter for each, of the participants of that instansi; null: of all. */
export type Issue = { kind: LetterKind; date: string; signatory: Signatory; recipients: readonly (string | null)[] }

/**
 * Issues letters: their numbers are taken, what they say is kept, and the rows written, all or nothing; answers the numbers. A PDF is made from
 * what was kept when it is first asked for. The route has seen that the actor plans the class.
 */
export const issueLetters = (services: Services, by: Actor, cls: RunClass, issue: Issue): Promise<string[]> =>
  asJob(services.db, async tx => {
    const at = services.clock.now()
    const { kind, date, signatory } = issue
    const results = await resultsOf(tx, cls, at)
    const sessions = await sessionsOf(tx, cls.id)
    const { startsOn, endsOn, place } = cls
    const issued: string[] = []
    // One after the other: each takes the number that follows.
    for (const recipient of issue.recipients) {
      const people = results.people.filter(one => recipient === null || one.person.instansi === recipient)
      const says = (number: string) =>
        letterDocument({ kind, number, date, recipient, signatory, cls, sessions, people, rule: results.rule, madeAt: at })
      const numbered = await takeNumber(
        services,
        tx,
        { providerId: cls.provider.id },
        { date, folder: `class-letters/${cls.id}`, says },
      )
      const said = { kind, date, recipient, signatory, startsOn, endsOn, place }
      const row = { ...numbered, ...said, classId: cls.id, providerId: cls.provider.id }
      const id = await store.insertLetter(tx, row, { account: by.accountId, name: by.name, at })
      await audit(tx, by.accountId, at, {
        verb: 'issue_letter',
        subject: `class:${cls.id}`,
        instansiId: cls.provider.instansiId,
        rows: people.length,
        detail: { letter: id, kind, number: numbered.number, recipient },
      })
      issued.push(numbered.number)
    }
    return issued
  })

/**
 * Withdraws letters of a class; answers their numbers. Who was called or sent by one of them is told. The route has seen that the actor plans
 * the class.
 */
export const withdrawClassLetters = (
  services: Services,
  by: Actor,
  cls: RunClass,
  ids: readonly number[],
  why: string,
): Promise<{ number: string }[]> =>
  withdrawLetters(
    services,
    by,
    { subject: `class:${cls.id}`, instansiId: cls.provider.instansiId, why },
    async (tx, withdrawal) => {
      const letters = await store.markWithdrawn(tx, cls.id, ids, withdrawal)
      const people = await participantsOf(tx, cls.id)
      const { id, en } = messages
      const notices = letters
        .filter(({ kind }) => sentToPeople.includes(kind))
        .map(({ kind, number, recipient }) => ({
          topic: 'enrolment' as const,
          to: { pegawaiIds: people.filter(one => recipient === null || one.instansi === recipient).map(one => one.pegawaiId) },
          title: {
            id: id.told(letterKindLabels.id[kind], number, `${cls.title} (${cls.name})`),
            en: en.told(letterKindLabels.en[kind], number, `${cls.title} (${cls.name})`),
          },
          body: { id: why, en: why },
          href: `/kelas/${cls.id}`,
          duty: false,
          key: `letter:${cls.id}:${number}:withdrawn`,
        }))
        .filter(({ to }) => to.pegawaiIds.length > 0)
      if (notices.length > 0) await notify(tx, notices)
      return letters
    },
  )
