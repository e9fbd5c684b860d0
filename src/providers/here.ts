import { actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { forbidden, notFound } from '../platform/http/refusal.ts'
import { mayKeep, mayRead } from './access.ts'
import { messages } from './messages.ts'
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

export const crumbs = (c: Ctx, provider?: Pick<ProviderCard, 'id' | 'shortName'>) => [
  { href: '/penyelenggara', label: words(c).title },
  ...(provider ? [{ href: `/penyelenggara/${provider.id}`, label: provider.shortName }] : []),
]
