import { type Actor, nobody } from '../../platform/actor.ts'
import { audit } from '../../platform/audit/index.ts'
import { inScope, type Tx } from '../../platform/db/index.ts'
import type { Services } from '../../platform/http/context.ts'
import { notFound } from '../../platform/http/refusal.ts'
import { copyLessons } from '../lessons/copy.ts'
import type { PassRule } from '../rules/pass.ts'
import { usualPass } from '../rules/pass.ts'
import { difference, isSame } from './rules/difference.ts'
import { nextStates, type Opening, type Reached, type Subject, sumOf, type VersionFlaw, versionFlaws } from './rules/version.ts'
import * as courses from './store/course.ts'
import * as versions from './store/version.ts'

/** No row here is about a person, so these transactions see none. Whether the actor may was asked by the route. */
const changing = <T>(services: Services, work: (tx: Tx, now: Date) => Promise<T>): Promise<T> =>
  inScope(services.db, nobody, tx => work(tx, services.clock.now()))

const entry = (course: courses.Course, verb: string, detail?: object) => ({
  verb,
  subject: `course:${course.id}`,
  instansiId: course.provider.instansiId,
  ...(detail && { detail }),
})

/** Begins a course with the draft of its first version. Null where the provider has a course of this code. */
export const createCourse = (
  services: Services,
  by: Actor,
  providerId: number,
  values: { code: string; openTo: Opening },
  card: versions.VersionCard,
): Promise<number | null> =>
  changing(services, async (tx, at) => {
    const made = { by: by.accountId, at }
    const id = await courses.insertCourse(tx, providerId, values.code, values.openTo, made)
    if (id === null) return null
    await versions.insertVersion(tx, id, card, usualPass, made)
    const course = (await courses.courseById(tx, id))!
    await audit(tx, by.accountId, at, entry(course, 'create_course', { after: { ...values, title: card.title } }))
    return id
  })

export type CourseChange = 'done' | 'same' | 'taken'

export const updateCourse = (
  services: Services,
  by: Actor,
  id: number,
  after: { code: string; openTo: Opening },
): Promise<CourseChange> =>
  changing(services, async (tx, at) => {
    const course = await courses.lockCourse(tx, id)
    if (!course) throw notFound()
    const before = { code: course.code, openTo: course.openTo }
    if (before.code === after.code && before.openTo === after.openTo) return 'same'
    if (!(await courses.saveCourse(tx, course, after.code, after.openTo))) return 'taken'
    await audit(tx, by.accountId, at, entry(course, 'update_course', { before, after }))
    return 'done'
  })

/** Takes a course out of the catalogue, or puts it back. Classes that run go on. */
export const setArchived = (services: Services, by: Actor, id: number, archived: boolean): Promise<CourseChange> =>
  changing(services, async (tx, at) => {
    const course = await courses.lockCourse(tx, id)
    if (!course) throw notFound()
    if (course.archived === archived) return 'same'
    await courses.markCourseArchived(tx, id, archived ? at : null)
    await audit(tx, by.accountId, at, entry(course, archived ? 'archive_course' : 'restore_course'))
    return 'done'
  })

/** The draft of the next version: what is in force, else the latest one, with its lessons. The draft that stands, where there is one. */
export const beginDraft = (services: Services, by: Actor, id: number): Promise<{ number: number; begun: boolean }> =>
  changing(services, async (tx, at) => {
    const course = await courses.lockCourse(tx, id)
    const all = course ? await versions.versionsOf(tx, id) : []
    const from = all.find(one => one.state === 'active') ?? all[0]
    if (!course || !from) throw notFound()
    const standing = all.find(one => one.state === 'draft')
    if (standing) return { number: standing.number, begun: false }
    const draft = await versions.copyVersion(tx, from, { by: by.accountId, at })
    await copyLessons(tx, [{ from: from.id, to: draft.id }])
    await audit(tx, by.accountId, at, entry(course, 'draft_course_version', { number: draft.number, from: from.number }))
    return { number: draft.number, begun: true }
  })

export type DraftChange = 'done' | 'same' | 'stale'

/** One change of a draft, with what it was and what it became in the trail. `stale`: it is a draft no more. */
function changeDraft(
  services: Services,
  by: Actor,
  courseId: number,
  number: number,
  save: (tx: Tx, draft: versions.Version) => Promise<void>,
) {
  return changing(services, async (tx, at): Promise<DraftChange> => {
    const course = await courses.lockCourse(tx, courseId)
    const before = course && (await versions.versionByNumber(tx, courseId, number))
    if (!course || !before) throw notFound()
    if (before.state !== 'draft') return 'stale'
    await save(tx, before)
    const after = (await versions.versionById(tx, before.id))!
    const changes = difference(before, after)
    if (isSame(changes)) return 'same'
    const rules = changes.pass || changes.entryRules ? { pass: after.pass, entryRules: after.entryRules } : {}
    await audit(tx, by.accountId, at, entry(course, 'update_course_version', { number, changes, ...rules }))
    return 'done'
  })
}

export const saveCard = (services: Services, by: Actor, courseId: number, number: number, card: versions.VersionCard) =>
  changeDraft(services, by, courseId, number, (tx, draft) => versions.saveCard(tx, draft.id, card))

/** `jp` null: as many as the subjects make. */
export const saveSubjects = (
  services: Services,
  by: Actor,
  courseId: number,
  number: number,
  subjects: readonly Subject[],
  jp: number | null,
) =>
  changeDraft(services, by, courseId, number, (tx, draft) =>
    versions.saveSubjects(tx, draft.id, subjects, jp ?? (subjects.length > 0 ? sumOf(subjects) : draft.jp)),
  )

export const saveCompetencies = (services: Services, by: Actor, courseId: number, number: number, reached: readonly Reached[]) =>
  changeDraft(services, by, courseId, number, (tx, draft) => versions.saveCompetencies(tx, draft.id, reached))

export const savePass = (services: Services, by: Actor, courseId: number, number: number, pass: PassRule) =>
  changeDraft(services, by, courseId, number, (tx, draft) => versions.savePass(tx, draft.id, pass))

export const saveEntryRules = (services: Services, by: Actor, courseId: number, number: number, rules: object) =>
  changeDraft(services, by, courseId, number, (tx, draft) => versions.saveEntryRules(tx, draft.id, rules))

export type Activation = { ok: true; moved: number } | { ok: false; flaws: VersionFlaw[] } | { ok: false; flaws: 'stale' }

/**
 * Puts a draft into force; the version before it goes into the archive. Who is enrolled stays on the version that was; the classes that stay
 * open teach the new one from now on.
 */
export const activate = (services: Services, by: Actor, courseId: number, number: number): Promise<Activation> =>
  changing(services, async (tx, at) => {
    const course = await courses.lockCourse(tx, courseId)
    const draft = course && (await versions.versionByNumber(tx, courseId, number))
    if (!course || !draft) throw notFound()
    if (!nextStates[draft.state].includes('active')) return { ok: false, flaws: 'stale' }
    const flaws = versionFlaws(draft)
    if (flaws.length > 0) return { ok: false, flaws }
    const before = await versions.activeVersion(tx, courseId)
    if (before) await versions.markArchived(tx, before.id, at)
    await versions.markActive(tx, draft.id, { by: by.accountId, at })
    const moved = await versions.moveOpenClasses(tx, courseId, draft.id)
    await audit(
      tx,
      by.accountId,
      at,
      entry(course, 'activate_course_version', { number, replaces: before?.number ?? null, classes: moved }),
    )
    return { ok: true, moved }
  })

/** `only`: a course keeps at least one version; archive the course instead. */
export const discardDraft = (
  services: Services,
  by: Actor,
  courseId: number,
  number: number,
): Promise<'done' | 'stale' | 'only'> =>
  changing(services, async (tx, at) => {
    const course = await courses.lockCourse(tx, courseId)
    const all = course ? await versions.versionsOf(tx, courseId) : []
    const draft = all.find(one => one.number === number)
    if (!course || !draft) throw notFound()
    if (draft.state !== 'draft') return 'stale'
    if (all.length === 1) return 'only'
    await versions.deleteDraft(tx, draft.id)
    await audit(tx, by.accountId, at, entry(course, 'discard_course_version', { number, title: draft.title }))
    return 'done'
  })
