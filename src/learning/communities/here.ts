import { personById } from '../../people/index.ts'
import { asCommunity, inScope } from '../../platform/db/index.ts'
import { actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { forbidden, notFound } from '../../platform/http/refusal.ts'
import { lookingFrom, oneself } from './access.ts'
import { type Community, communityById, type Member, standingOf } from './store/community.ts'

/** `members`: how many there are. */
export type Here = { community: Community; members: number; me: Member | null }

/** A community, how many are in it, and who of them asks. @throws Refusal 404 where it is not open to who asks */
export async function communityHere(c: Ctx, services: Services, id = Number(c.req.param('id'))): Promise<Here> {
  const actor = actorOf(c)
  const community = await communityById(services.db, lookingFrom(actor), id)
  if (!community) throw notFound()
  return { community, ...(await asCommunity(services.db, community.id, tx => standingOf(tx, community.id, actor.pegawaiId))) }
}

/** The same for who is in it. @throws Refusal 403 for who is not */
export async function memberHere(c: Ctx, services: Services, id?: number): Promise<Here & { me: Member }> {
  const here = await communityHere(c, services, id)
  if (!here.me) throw forbidden()
  return { ...here, me: here.me }
}

/** The same for who leads it. @throws Refusal 403 for everybody else */
export async function leadHere(c: Ctx, services: Services, id?: number): Promise<Here & { me: Member }> {
  const here = await memberHere(c, services, id)
  if (!here.me.leads) throw forbidden()
  return here
}

/** Who asks, as an author. @throws Refusal 403 for an account that is no pegawai */
export async function selfOf(c: Ctx, services: Services): Promise<{ pegawaiId: number; instansiId: number; name: string }> {
  const actor = actorOf(c)
  const { pegawaiId } = actor
  if (pegawaiId === null) throw forbidden()
  const person = await inScope(services.db, oneself(actor), tx => personById(tx, pegawaiId))
  if (!person) throw forbidden()
  return { pegawaiId, instansiId: person.instansi.id, name: person.name }
}
