import { inScope } from '../../platform/db/index.ts'
import { actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { notFound } from '../../platform/http/refusal.ts'
import { providerById } from '../../providers/index.ts'
import { holds } from '../classes/access.ts'
import { learnerOf } from './access.ts'
import { self } from './actions.ts'
import { type TaughtClass, taughtClass } from './store/class.ts'
import { classOf, type LessonStep, type MyClass, stepsOf } from './store/enrolment.ts'

const number = (c: Ctx, name: string) => Number(c.req.param(name))

/** The class in the address as the actor is enrolled in it. @throws Refusal 404 where they are not */
export async function classHere(services: Services, c: Ctx): Promise<MyClass> {
  const pegawaiId = learnerOf(actorOf(c))
  const mine = pegawaiId && (await inScope(services.db, self(pegawaiId), tx => classOf(tx, pegawaiId, number(c, 'classId'))))
  if (!mine) throw notFound()
  return mine
}

/** The class in the address as the actor is enrolled in it, with its lessons. @throws Refusal 404 where they are not */
export async function mineHere(services: Services, c: Ctx): Promise<{ mine: MyClass; steps: LessonStep[] }> {
  const pegawaiId = learnerOf(actorOf(c))
  if (pegawaiId === null) throw notFound()
  const found = await inScope(services.db, self(pegawaiId), async tx => {
    const mine = await classOf(tx, pegawaiId, number(c, 'classId'))
    return mine && { mine, steps: await stepsOf(tx, mine) }
  })
  if (!found) throw notFound()
  return found
}

/** One lesson of it. */
export async function stepHere(services: Services, c: Ctx): Promise<{ mine: MyClass; steps: LessonStep[]; step: LessonStep }> {
  const found = await mineHere(services, c)
  const step = found.steps.find(one => one.id === number(c, 'lessonId'))
  if (!step) throw notFound()
  return { ...found, step }
}

/** The class in the address for who grades in it. @throws Refusal 404 where they do not */
export async function taughtHere(services: Services, c: Ctx): Promise<TaughtClass> {
  const held = await taughtClass(services.db, number(c, 'classId'))
  const provider = held && (await providerById(services.db, held.providerId))
  if (!held || !provider || !holds(actorOf(c), { provider, trainers: held.trainers })) throw notFound()
  return held
}
