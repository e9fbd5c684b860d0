import type { Db } from '../../platform/db/index.ts'
import { actorOf, type Ctx } from '../../platform/http/context.ts'
import { forbidden, notFound } from '../../platform/http/refusal.ts'
import { mayTeach, openProviders, type Provider } from '../../providers/index.ts'
import { holds, mayRead, organises } from './access.ts'
import { type CourseClass, classById } from './store.ts'

/** The class of the address. @throws Refusal 404 where it is not there, or not for this actor */
export async function classHere(c: Ctx, db: Db): Promise<CourseClass> {
  const one = await classById(db, Number(c.req.param('id')))
  if (!one || !mayRead(actorOf(c), one)) throw notFound()
  return one
}

/** The same for who holds it. @throws Refusal 403 where it may be read and is not held */
export async function heldClass(c: Ctx, db: Db): Promise<CourseClass> {
  const one = await classHere(c, db)
  if (!holds(actorOf(c), one)) throw forbidden()
  return one
}

/** The same for who plans it. @throws Refusal 403 where it may be read and is not planned by this actor */
export async function organisedClass(c: Ctx, db: Db): Promise<CourseClass> {
  const one = await classHere(c, db)
  if (!organises(actorOf(c), one)) throw forbidden()
  return one
}

/** The institutions whose classes the actor plans. */
export const taughtProviders = async (c: Ctx, db: Db): Promise<Provider[]> =>
  (await openProviders(db)).filter(provider => mayTeach(actorOf(c), provider))
