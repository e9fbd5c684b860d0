import { OpenTasks, ownOpenTasks } from '../assessment/index.ts'
import { actorOf, type Ctx, type Services } from '../platform/http/context.ts'

/** The ratings that wait for who asks; null where none do. */
export const openTasks = async (services: Services, c: Ctx) => {
  const cards = await ownOpenTasks(services.db, actorOf(c), services.clock.today(), c.get('language'))
  return cards && OpenTasks(cards)
}
