import { type Notice, notify } from '../../notices/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import type { Words } from '../../platform/i18n/index.ts'
import type { CourseClass } from '../classes/store.ts'
import { clashName, meetsWhen } from './clash-words.ts'
import { messages } from './messages.ts'
import { noticeWords } from './notice-words.ts'
import type { By, Touched } from './store/change.ts'
import type { Clash } from './store/people.ts'

type What = keyof typeof noticeWords

/** What somebody is told about a class: once for each thing and moment. Who did it to themselves need not be told. */
const about = (one: CourseClass, what: What, people: readonly Touched[], by: By, body: string | null, duty: boolean): Notice => ({
  topic: 'enrolment',
  to: { pegawaiIds: people.map(person => person.pegawaiId) },
  title: words(noticeWords[what], `${one.course.title} (${one.name})`),
  body: body === null ? null : { id: body, en: body },
  href: `/kelas/${one.id}`,
  duty,
  key: `enrolment:${one.id}:${what}:${by.at.getTime()}`,
  expiresOn: one.endsOn,
})
const words = (of: { id: (name: string) => string; en: (name: string) => string }, name: string): Words => ({
  id: of.id(name),
  en: of.en(name),
})

/** Who has a seat now; who asked for it a moment ago sees it on the screen. */
export async function tellSeated(
  tx: Tx,
  one: CourseClass,
  seated: readonly Touched[],
  isNew: ReadonlySet<number>,
  by: By,
): Promise<void> {
  const came = seated.filter(person => isNew.has(person.pegawaiId))
  const movedUp = seated.filter(person => !isNew.has(person.pegawaiId))
  await tell(tx, one, 'enrolled', came, by)
  await tell(tx, one, 'movedUp', movedUp, by, null, true)
}

/** That a seat waits for somebody who sits in another class at the same hours: once for each such class. */
export async function tellHeld(tx: Tx, one: CourseClass, clashes: readonly Clash[]): Promise<void> {
  const body = (clash: Clash, language: 'id' | 'en') =>
    messages[language].clashYours(clashName(clash), meetsWhen(clash.meets!, language))
  const notices = clashes.map(
    (clash): Notice => ({
      topic: 'enrolment',
      to: { pegawaiIds: [clash.pegawaiId] },
      title: words(noticeWords.held, `${one.course.title} (${one.name})`),
      body: { id: body(clash, 'id'), en: body(clash, 'en') },
      href: `/kelas/${one.id}`,
      duty: true,
      key: `enrolment:${one.id}:held:${clash.classId}`,
      expiresOn: one.endsOn,
    }),
  )
  if (notices.length > 0) await notify(tx, notices)
}

export async function tell(
  tx: Tx,
  one: CourseClass,
  what: What,
  people: readonly Touched[],
  by: By,
  body: string | null = null,
  duty = false,
): Promise<void> {
  if (people.length > 0) await notify(tx, [about(one, what, people, by, body, duty)])
}
