import { listInstansi } from '../people/index.ts'
import { actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { forbidden, notFound, Refusal } from '../platform/http/refusal.ts'
import { mayAgree, mayReadAgreement, mayTeach, readAgreements } from './access.ts'
import { providerHere, readersOnly } from './here.ts'
import { messages } from './messages.ts'
import { agreementById, agreementsOf } from './store/agreement.ts'
import type { ProviderCard } from './store/provider.ts'

export type Partner = { id: number; name: string; regionCode: string }

/** Governments that this actor may make an agreement of this institution for. */
const partnersOf = async (c: Ctx, services: Services, provider: ProviderCard): Promise<Partner[]> =>
  (await listInstansi(services.db)).filter(one => mayAgree(actorOf(c), provider, one.id))

/** The agreements of an institution that this actor may read: those of the own side. */
export function agreementsHere(c: Ctx, services: Services, provider: ProviderCard) {
  const scope = readAgreements(actorOf(c))
  const all = mayTeach(actorOf(c), provider) || scope.kind === 'nation'
  const own = scope.kind === 'instansi' || scope.kind === 'mixed' ? scope.instansi : []
  return agreementsOf(services.db, provider.id, all ? null : own)
}

/** The institution of the address, and with whom this actor may agree for it. @throws Refusal 403, 404 */
export async function newAgreementHere(c: Ctx, services: Services, providerId = Number(c.req.param('id'))) {
  const { provider } = await providerHere(c, services, providerId)
  const choices = await partnersOf(c, services, provider)
  if (choices.length === 0) throw forbidden()
  return { provider, choices }
}

/** The agreement of the address. `providerId`: whose it must be; null: whoever's it is. @throws Refusal 403, 404 */
export async function agreementHere(
  c: Ctx,
  services: Services,
  id = Number(c.req.param('agreement')),
  providerId: number | null = Number(c.req.param('id')),
) {
  readersOnly(c)
  const one = await agreementById(services.db, id)
  if (!one || (providerId !== null && one.providerId !== providerId)) throw notFound()
  const { provider } = await providerHere(c, services, one.providerId)
  if (!mayReadAgreement(actorOf(c), provider, one.instansiId)) throw notFound()
  return { provider, one }
}

/** The same, for who may change it: one that was ended stays as it was. @throws Refusal 403, 404, 409 */
export async function agreementToWrite(c: Ctx, services: Services, id?: number, providerId?: number | null) {
  const { provider, one } = await agreementHere(c, services, id, providerId)
  if (!mayAgree(actorOf(c), provider, one.instansiId)) throw forbidden()
  if (one.endedOn !== null) throw endedAlready()
  return { provider, one, choices: await partnersOf(c, services, provider) }
}

export const endedAlready = () => new Refusal(409, { id: messages.id.endedAlready, en: messages.en.endedAlready })
