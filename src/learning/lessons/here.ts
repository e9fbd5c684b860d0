import { actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { notFound } from '../../platform/http/refusal.ts'
import { providerById } from '../../providers/index.ts'
import { mayAuthor } from './access.ts'
import type { Place } from './actions.ts'
import { type CourseVersion, foremostVersion, versionByNumber } from './store/course.ts'
import { type Lesson, lessonById } from './store/lesson.ts'

const number = (c: Ctx, name: string) => Number(c.req.param(name))

/** Of whom the actor makes the courses. @throws Refusal 404 otherwise: a course of others is not theirs to look into */
async function placeOf(services: Services, c: Ctx, version: CourseVersion | null): Promise<Place> {
  const provider = version && (await providerById(services.db, version.providerId))
  if (!version || !provider || !mayAuthor(actorOf(c), provider)) throw notFound()
  return { version, provider }
}

export const versionHere = async (services: Services, c: Ctx): Promise<Place> =>
  placeOf(services, c, await versionByNumber(services.db, number(c, 'courseId'), number(c, 'number')))

export const courseHere = async (services: Services, c: Ctx): Promise<Place> =>
  placeOf(services, c, await foremostVersion(services.db, number(c, 'courseId')))

/** A lesson of the version in the address. */
export async function lessonHere(services: Services, c: Ctx): Promise<Place & { lesson: Lesson }> {
  const place = await versionHere(services, c)
  const lesson = await lessonById(services.db, number(c, 'lessonId'))
  if (!lesson || lesson.versionId !== place.version.id) throw notFound()
  return { ...place, lesson }
}

export const lessonsPath = ({ version }: Place) => `/kursus/${version.courseId}/versi/${version.number}/pelajaran`
export const bankPath = ({ version }: Place) => `/kursus/${version.courseId}/soal`

/** Where the pages of a course stand, for the line of links above a page. */
export const crumbs = (place: Place, last: { label: string } | null = null) => [
  { href: `/kursus/${place.version.courseId}`, label: place.version.title },
  ...(last ? [{ href: lessonsPath(place), label: last.label }] : []),
]
