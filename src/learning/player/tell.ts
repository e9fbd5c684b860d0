import { accountsWith } from '../../identity/index.ts'
import { notify } from '../../notices/index.ts'
import { dateIn } from '../../platform/clock.ts'
import type { Tx } from '../../platform/db/index.ts'
import type { Words } from '../../platform/i18n/index.ts'
import { providerById } from '../../providers/index.ts'
import type { Lesson } from '../lessons/store/lesson.ts'
import { noticeWords } from './notice-words.ts'
import type { AttemptKey } from './store/attempt.ts'
import { type TaughtClass, taughtClass } from './store/class.ts'
import { gradingNow, type SubmissionKey } from './store/submission.ts'

const { id, en } = noticeWords
const words = (say: (w: typeof id) => string): Words => ({ id: say(id), en: say(en) })

/**
 * Tells who grades a class that something is there to grade: its trainers, or who holds it where none of them signs in. Once until what was
 * handed in that day is graded; asked before the new one is written.
 */
export async function tellHandedIn(tx: Tx, classId: number, at: Date): Promise<void> {
  const day = dateIn(at, 'Asia/Jakarta')
  const { waits, graded } = await gradingNow(tx, classId, day)
  const held = waits ? null : await taughtClass(tx, classId)
  if (!held) return
  const tell = (to: { accountIds: string[] } | { pegawaiIds: number[] }) =>
    notify(tx, [
      {
        topic: 'class',
        to,
        title: words(w => w.handedIn(held.startsOn === null ? held.title : `${held.title} (${held.name})`)),
        body: words(w => w.handedInBody),
        href: `/kelas/${classId}/tugas?keadaan=menunggu`,
        duty: false,
        key: `class:${classId}:handed_in:${day}:${graded}`, // two at the same moment see the same, and are told once
      },
    ])
  const accountIds = held.trainers.flatMap(one => one.accountId ?? [])
  const pegawaiIds = held.trainers.flatMap(one => (one.accountId === null ? (one.pegawaiId ?? []) : []))
  await tell({ accountIds })
  const { without } = await tell({ pegawaiIds })
  if (accountIds.length === 0 && without === new Set(pegawaiIds).size) await tell({ accountIds: await holdersOf(tx, held) })
}

/** The staff of the institution; where it has none, who keeps its card. */
async function holdersOf(tx: Tx, held: TaughtClass): Promise<string[]> {
  const provider = await providerById(tx, held.providerId)
  if (!provider || provider.staff.length > 0 || provider.instansiId === null) return provider?.staff ?? []
  return (await accountsWith(tx, ['pengelola'], provider.instansiId)).map(account => account.accountId)
}

/** Tells a learner that what they handed in was graded; graded anew it is told anew. */
export async function tellGraded(tx: Tx, lesson: Lesson, of: SubmissionKey, again: boolean, at: Date): Promise<void> {
  await notify(tx, [
    {
      topic: 'learning',
      to: { pegawaiIds: [of.pegawaiId] },
      title: words(w => w.graded(lesson.title)),
      body: words(w => (again ? w.againBody : w.gradedBody)),
      href: `/belajar/${of.classId}/${of.lessonId}`,
      duty: false,
      key: `submission:${of.classId}:${of.lessonId}:${of.number}:${at.getTime()}`,
    },
  ])
}

/** Tells a learner that the clock ended an attempt that nobody opened again. */
export async function tellTimeUp(tx: Tx, lesson: Lesson, of: AttemptKey): Promise<void> {
  await notify(tx, [
    {
      topic: 'learning',
      to: { pegawaiIds: [of.pegawaiId] },
      title: words(w => w.timeUp(lesson.title)),
      body: words(w => w.timeUpBody),
      href: `/belajar/${of.classId}/${of.lessonId}/percobaan/${of.number}`,
      duty: false,
      key: `attempt:${of.classId}:${of.lessonId}:${of.number}:time`,
    },
  ])
}
