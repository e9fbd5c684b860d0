import { actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { forbidden, notFound } from '../platform/http/refusal.ts'
import { managesOwner } from './access.ts'
import { type Dictionary, dictionaryById } from './store/dictionary.ts'

/** A dictionary that the asker may see: a draft only who may set it. @throws Refusal 404 */
export async function dictionaryHere(c: Ctx, services: Services): Promise<Dictionary> {
  const row = await dictionaryById(services.db, Number(c.req.param('id')))
  if (!row || (row.state === 'draft' && !managesOwner(actorOf(c), row.instansiId))) throw notFound()
  return row
}

/** The same, for who may change it. @throws Refusal 403 */
export async function dictionaryToManage(c: Ctx, services: Services): Promise<Dictionary> {
  const row = await dictionaryHere(c, services)
  if (!managesOwner(actorOf(c), row.instansiId)) throw forbidden()
  return row
}

export const dictionaryHref = (id: number, part = '') => `/kamus/daftar/${id}${part}`
