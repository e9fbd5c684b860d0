import { actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { forbidden, notFound } from '../../platform/http/refusal.ts'
import { authors, mayWrite } from './access.ts'
import { type Course, courseById } from './store/course.ts'
import { type Version, versionsOf } from './store/version.ts'

/** Paths of one course and of one version of it. */
export const coursePath = '/kursus/:id{[0-9]{1,9}}'
export const versionPath = `${coursePath}/versi/:number{[0-9]{1,4}}`

/** @throws Refusal 403 for who writes no courses at all */
export function toAuthor(c: Ctx): void {
  if (!authors(actorOf(c))) throw forbidden()
}

/** The course of this address with its versions, the latest first. @throws Refusal 403, 404 */
export async function courseHere(c: Ctx, services: Services): Promise<{ course: Course; versions: Version[] }> {
  toAuthor(c)
  const course = await courseById(services.db, Number(c.req.param('id')))
  if (!course || !mayWrite(actorOf(c), { instansiId: course.provider.instansiId, staff: course.provider.staff })) throw notFound()
  return { course, versions: await versionsOf(services.db, course.id) }
}

/** The version of this address. @throws Refusal 403, 404 */
export async function versionHere(
  c: Ctx,
  services: Services,
): Promise<{ course: Course; versions: Version[]; version: Version }> {
  const { course, versions } = await courseHere(c, services)
  const version = versions.find(one => one.number === Number(c.req.param('number')))
  if (!version) throw notFound()
  return { course, versions, version }
}

export const hrefOf = (course: { id: number }, version: { number: number }) => `/kursus/${course.id}/versi/${version.number}`

/** What a course is called: by the version in force, else by the latest one. */
export const titleOf = (versions: readonly Version[]) =>
  (versions.find(one => one.state === 'active') ?? versions[0])?.title ?? '–'
