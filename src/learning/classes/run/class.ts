import type { Actor } from '../../../platform/actor.ts'
import { inScope } from '../../../platform/db/index.ts'
import { actorOf, type Ctx, type Services } from '../../../platform/http/context.ts'
import { forbidden, notFound, Refusal } from '../../../platform/http/refusal.ts'
import { isFrozen, organisesRun, runs } from './access.ts'
import { type RunClass, runClassById, takesPart } from './store.ts'

/** As what the asker looks at a class. */
export type Viewer = 'holder' | 'participant'

/** The class of this address, and as what one looks at it. @throws Refusal 404 where one neither holds it nor takes part */
export async function classHere(services: Services, c: Ctx): Promise<{ cls: RunClass; as: Viewer }> {
  const cls = await runClassById(services.db, Number(c.req.param('id')))
  if (!cls) throw notFound()
  const actor = actorOf(c)
  if (runs(actor, cls)) return { cls, as: 'holder' }
  const { pegawaiId } = actor
  if (pegawaiId === null || cls.state === 'draft') throw notFound()
  const part = await inScope(services.db, { kind: 'people', people: [pegawaiId] }, tx => takesPart(tx, cls.id, pegawaiId))
  if (!part) throw notFound()
  return { cls, as: 'participant' }
}

/** The class that one holds. @throws Refusal 404; 403 to who takes part in it */
export async function heldClass(services: Services, c: Ctx): Promise<RunClass> {
  const { cls, as } = await classHere(services, c)
  if (as !== 'holder') throw forbidden()
  return cls
}

/** The class that one plans and ends, beside teaching in it. @throws Refusal 404, 403 */
export async function organisedClass(services: Services, c: Ctx): Promise<RunClass> {
  const cls = await heldClass(services, c)
  if (!organisesRun(actorOf(c), cls)) throw forbidden()
  return cls
}

export const frozen = () =>
  new Refusal(409, {
    id: 'Kelas ini sudah ditutup atau dibatalkan, jadi tidak ada yang diubah. Hasil yang keliru dikoreksi satu per satu di tab Penutupan.',
    en: 'This class is closed or cancelled, so nothing was changed. A wrong result is corrected one by one under Closing.',
  })

/** Nobody marks, grades or corrects themselves, lets themselves in or takes themselves out. @throws Refusal 403 where one of these people is the actor */
export function notOneself(by: Actor, pegawaiIds: readonly number[]): void {
  if (by.pegawaiId !== null && pegawaiIds.includes(by.pegawaiId))
    throw new Refusal(403, {
      id: 'Kehadiran, nilai, dan pendaftaran Anda sendiri dicatat oleh orang lain. Tidak ada yang disimpan; lewati nama Anda, atau minta rekan penyelenggara mengerjakannya.',
      en: 'Your own attendance, scores and enrolment are recorded by somebody else. Nothing was saved; leave your own name out, or ask a colleague to do it.',
    })
}

/** @throws Refusal 409 where the class is closed or cancelled */
export function notFrozen(cls: Pick<RunClass, 'state'> | null): void {
  if (!cls || isFrozen(cls)) throw frozen()
}

/** The number of a part of the address; 0, which is nobody's, where it is none. */
export const idOf = (c: Ctx, name: string): number => {
  const text = c.req.param(name) ?? ''
  return /^\d{1,9}$/.test(text) ? Number(text) : 0
}
