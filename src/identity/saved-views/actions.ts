import { randomBytes } from 'node:crypto'
import type { Actor } from '../../platform/actor.ts'
import { audit } from '../../platform/audit/index.ts'
import { asJob } from '../../platform/db/index.ts'
import type { Services } from '../../platform/http/context.ts'
import { codeOf, flawOf, listPath, mostViews, type ViewFlaw, viewName } from './rules/view.ts'
import * as store from './store.ts'

type Part = Pick<Services, 'db' | 'clock'>
export type Saving = { ok: true; name: string; path: string } | { ok: false; flaw: ViewFlaw | 'taken' | 'full' }

/** Keeps an address of ours under a name. */
export async function saveView({ db, clock }: Part, by: Actor, typed: { name: string; path: string }): Promise<Saving> {
  const [name, path] = [viewName(typed.name), listPath(typed.path)]
  const flaw = flawOf(name, path)
  if (flaw || path === null) return { ok: false, flaw: flaw ?? 'not_a_list' }
  const view = { accountId: by.accountId, code: codeOf(randomBytes(12)), name, path, at: clock.now() }
  const made = await asJob(db, async tx => {
    const id = await store.insertView(tx, view, mostViews)
    if (typeof id === 'number')
      await audit(tx, by.accountId, clock.now(), {
        verb: 'save_view',
        subject: `view:${id}`,
        instansiId: by.homeInstansiId,
        detail: { label: name },
      })
    return id
  })
  return typeof made === 'number' ? { ok: true, name, path } : { ok: false, flaw: made }
}

/** Removes a view of one's own; null where there is none. */
export const removeView = ({ db, clock }: Part, by: Actor, id: number): Promise<string | null> =>
  asJob(db, async tx => {
    const name = await store.deleteView(tx, by.accountId, id)
    if (name !== null)
      await audit(tx, by.accountId, clock.now(), {
        verb: 'remove_view',
        subject: `view:${id}`,
        instansiId: by.homeInstansiId,
        detail: { label: name },
      })
    return name
  })
