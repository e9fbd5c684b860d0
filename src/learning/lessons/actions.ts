import { type Actor, nobody } from '../../platform/actor.ts'
import { audit } from '../../platform/audit/index.ts'
import { inScope, type Tx } from '../../platform/db/index.ts'
import type { Services } from '../../platform/http/context.ts'
import type { Provider } from '../../providers/index.ts'
import { moved } from './rules/lesson.ts'
import * as bank from './store/bank.ts'
import { type CourseVersion, lockDraft } from './store/course.ts'
import * as store from './store/lesson.ts'

export type Place = { version: CourseVersion; provider: Provider }
type Entry = { verb: string; lessonId: number; detail: object }

/**
 * One change of the lessons of a draft, with its trail. Null, and nothing changed, where the version is in force by now: learners stay on
 * what they began. The route has asked whether this actor may. No person is in it: the scope is nobody's.
 */
const change = <T>(
  services: Services,
  by: Actor,
  place: Place,
  work: (tx: Tx, now: Date) => Promise<{ result: T; entry: Entry }>,
) =>
  inScope(services.db, nobody, async tx => {
    if (!(await lockDraft(tx, place.version.id))) return null
    const now = services.clock.now()
    const { result, entry } = await work(tx, now)
    await audit(tx, by.accountId, now, {
      verb: entry.verb,
      subject: `lesson:${entry.lessonId}`,
      instansiId: place.provider.instansiId,
      detail: { ...entry.detail, course: place.version.courseId, version: place.version.number },
    })
    return { result }
  })

export const addLesson = (services: Services, by: Actor, place: Place, values: store.LessonValues) =>
  change(services, by, place, async (tx, now) => {
    const lessonId = await store.insertLesson(tx, place.version.id, values, by.accountId, now)
    return { result: lessonId, entry: { verb: 'add_lesson', lessonId, detail: { title: values.title, kind: values.body.kind } } }
  })

const keysOf = (lesson: { file: store.LessonFile | null; captionsKey: string | null }) =>
  [lesson.file?.key, lesson.captionsKey].filter(key => typeof key === 'string')

/** Takes away files that no lesson holds any more, after the change is kept: a file without a lesson is only space. */
async function sweep(services: Services, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return
  const used = await inScope(services.db, nobody, tx => store.keysInUse(tx, keys))
  await Promise.all(keys.filter(key => !used.has(key)).map(key => services.files.remove(key)))
}

export async function saveLesson(services: Services, by: Actor, place: Place, lesson: store.Lesson, values: store.LessonValues) {
  const saved = await change(services, by, place, async (tx, now) => {
    await store.updateLesson(tx, lesson.id, values, now)
    const detail = { title: values.title, before: { title: lesson.title, content: lesson.content } }
    return { result: lesson.id, entry: { verb: 'change_lesson', lessonId: lesson.id, detail } }
  })
  if (saved) await sweep(services, keysOf(lesson))
  return saved
}

export async function removeLesson(services: Services, by: Actor, place: Place, lesson: store.Lesson) {
  const removed = await change(services, by, place, async tx => {
    await store.deleteLesson(tx, lesson.id)
    const detail = { title: lesson.title, kind: lesson.kind, before: lesson.content }
    return { result: lesson.id, entry: { verb: 'remove_lesson', lessonId: lesson.id, detail } }
  })
  if (removed) await sweep(services, keysOf(lesson))
  return removed
}

export const moveLesson = (services: Services, by: Actor, place: Place, lesson: store.Lesson, up: boolean) =>
  change(services, by, place, async tx => {
    const order = moved(await store.lessonsOf(tx, place.version.id), lesson.id, up)
    await store.setOrder(tx, place.version.id, order)
    return { result: lesson.id, entry: { verb: 'move_lesson', lessonId: lesson.id, detail: { title: lesson.title, up } } }
  })

/** The item bank belongs to the course, not to a version: it may be mended while a course is taught. Attempts keep what they asked. */
const changeBank = <T>(
  services: Services,
  by: Actor,
  place: Place,
  work: (tx: Tx, now: Date) => Promise<{ result: T; id: number; verb: string; detail: object }>,
) =>
  inScope(services.db, nobody, async tx => {
    const now = services.clock.now()
    const { result, id, verb, detail } = await work(tx, now)
    await audit(tx, by.accountId, now, {
      verb,
      subject: `bank_item:${id}`,
      instansiId: place.provider.instansiId,
      detail: { ...detail, course: place.version.courseId },
    })
    return result
  })

export const addItem = (services: Services, by: Actor, place: Place, values: bank.ItemValues) =>
  changeBank(services, by, place, async (tx, now) => {
    const id = await bank.insertItem(tx, place.version.courseId, values, by.accountId, now)
    return { result: id, id, verb: 'add_bank_item', detail: { after: values } }
  })

export const saveItem = (services: Services, by: Actor, place: Place, item: bank.BankItem, values: bank.ItemValues) =>
  changeBank(services, by, place, async (tx, now) => {
    await bank.updateItem(tx, item.id, values, now)
    const before = { prompt: item.prompt, content: item.content, points: item.points, explanation: item.explanation }
    return { result: item.id, id: item.id, verb: 'change_bank_item', detail: { before, after: values } }
  })

export const retireItem = (services: Services, by: Actor, place: Place, item: bank.BankItem, retired: boolean) =>
  changeBank(services, by, place, async (tx, now) => {
    await bank.retireItem(tx, item.id, retired, now)
    return { result: item.id, id: item.id, verb: retired ? 'retire_bank_item' : 'restore_bank_item', detail: {} }
  })
