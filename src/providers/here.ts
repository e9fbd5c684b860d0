import { actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { forbidden, notFound } from '../platform/http/refusal.ts'
import { listCompetencies } from '../standards/index.ts'
import { mayKeep, mayRead, registerFor } from './access.ts'
import { messages } from './messages.ts'
import type { CompetencyChoice } from './offer-form.ts'
import { accreditationById } from './store/accreditation.ts'
import { type Offer, offerById } from './store/offer.ts'
import { type ProviderCard, providerCard } from './store/provider.ts'

export const words = (c: Ctx) => messages[c.get('language')]
/** The words at the foot of every form. */
export const formWords = (c: Ctx) => ({ save: words(c).save, cancel: words(c).cancel, errorTitle: words(c).formErrors })

/** @throws Refusal 403 for who neither plans nor teaches */
export function readersOnly(c: Ctx): void {
  if (!mayRead(actorOf(c))) throw forbidden()
}

/** The institution of the address, and whether this actor keeps it. @throws Refusal 403, 404 */
export async function providerHere(
  c: Ctx,
  services: Services,
  id = Number(c.req.param('id')),
): Promise<{ provider: ProviderCard; keeps: boolean }> {
  readersOnly(c)
  const provider = Number.isInteger(id) && id > 0 && id < 2 ** 31 ? await providerCard(services.db, id) : null
  if (!provider) throw notFound()
  return { provider, keeps: mayKeep(actorOf(c), provider) }
}

/** The same, for who may change it. @throws Refusal 403, 404 */
export async function providerToKeep(c: Ctx, services: Services, id = Number(c.req.param('id'))): Promise<ProviderCard> {
  const { provider, keeps } = await providerHere(c, services, id)
  if (!keeps) throw forbidden()
  return provider
}

/** In whose register a new institution comes; null: the nation's. @throws Refusal 403 */
export function registerToKeep(c: Ctx, nation: boolean): number | null {
  readersOnly(c)
  const instansiId = registerFor(actorOf(c), nation)
  if (instansiId === undefined) throw forbidden()
  return instansiId
}

/** @throws Refusal 403, 404 */
export async function offerToKeep(c: Ctx, services: Services, id = Number(c.req.param('offer'))): Promise<Offer> {
  readersOnly(c)
  const offer = await offerById(services.db, id)
  if (!offer) throw notFound()
  if (!mayKeep(actorOf(c), offer.provider)) throw forbidden()
  return offer
}

/** What an offer may reach: competencies in force, and those that it names already. */
export async function reachable(services: Services, offer: Offer | null): Promise<CompetencyChoice[]> {
  const active = await listCompetencies(services.db)
  const named = (offer?.competencies ?? []).filter(one => !active.some(other => other.id === one.competencyId))
  return [...active, ...named.map(one => ({ id: one.competencyId, code: one.code, name: one.name, nameEn: one.nameEn }))]
}

/** A line of the register of accreditation, and whose it is. @throws Refusal 403, 404 */
export async function lineToKeep(c: Ctx, services: Services, id = Number(c.req.param('line'))) {
  readersOnly(c)
  const one = await accreditationById(services.db, id)
  if (!one) throw notFound()
  return { one, provider: await providerToKeep(c, services, one.providerId) }
}

export const crumbs = (c: Ctx, provider?: Pick<ProviderCard, 'id' | 'shortName'>) => [
  { href: '/penyelenggara', label: words(c).title },
  ...(provider ? [{ href: `/penyelenggara/${provider.id}`, label: provider.shortName }] : []),
]
