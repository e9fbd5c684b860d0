import type { Actor, Scope } from '../../platform/actor.ts'
import { audit } from '../../platform/audit/index.ts'
import { inScope, type Tx } from '../../platform/db/index.ts'
import type { Services } from '../../platform/http/context.ts'
import { rescoreStated } from '../recalculate.ts'
import { mayState } from './rules/stated.ts'
import * as store from './store.ts'

type Part = Pick<Services, 'db' | 'clock'>

/** Where: the instansi, the scope of who may (which covers it), and its day. */
export type Place = { instansiId: number; scope: Scope; today: string }

const trail = (tx: Tx, by: Actor, at: Date, place: Place, verb: string, id: number, detail: object) =>
  audit(tx, by.accountId, at, { verb, subject: `stated_need:${id}`, instansiId: place.instansiId, detail })

/** Writes a need, as a draft or in force; in force it is in the ranking at once. */
export const createStated = (
  { db, clock }: Part,
  by: Actor,
  place: Place,
  values: store.StatedValues,
  active: boolean,
): Promise<number> =>
  inScope(db, place.scope, async tx => {
    const at = clock.now()
    const id = await store.insertStated(tx, place.instansiId, values, { by: by.accountId, at })
    await trail(tx, by, at, place, 'state_need', id, { after: values, active })
    if (active) {
      await store.markActive(tx, id, { by: by.accountId, at })
      await rescoreStated(tx, place.instansiId, place.today, at)
    }
    return id
  })

/** Changes a need. False: it was archived meanwhile. */
export const updateStated = (
  { db, clock }: Part,
  by: Actor,
  place: Place,
  before: store.Stated,
  values: store.StatedValues,
): Promise<boolean> =>
  inScope(db, place.scope, async tx => {
    const now = await store.lockStated(tx, before.id)
    if (!now || !mayState(now.state, 'edit')) return false
    const after = { ...values, kind: before.kind }
    const changed = (Object.keys(after) as (keyof store.StatedValues)[]).filter(key => after[key] !== before[key])
    if (changed.length === 0) return true
    const at = clock.now()
    await store.saveStated(tx, before.id, after)
    await trail(tx, by, at, place, 'update_stated_need', before.id, {
      before: Object.fromEntries(changed.map(key => [key, before[key]])),
      after: Object.fromEntries(changed.map(key => [key, after[key]])),
    })
    if (now.state === 'active') await rescoreStated(tx, place.instansiId, place.today, at)
    return true
  })

/** Puts a draft into force, or a need into the archive, from where nothing returns. False: it is past that. */
export const moveStated = (
  { db, clock }: Part,
  by: Actor,
  place: Place,
  id: number,
  deed: { to: 'active' } | { to: 'archived'; why: string | null },
): Promise<boolean> =>
  inScope(db, place.scope, async tx => {
    const now = await store.lockStated(tx, id)
    if (!now || !mayState(now.state, deed.to === 'active' ? 'activate' : 'archive')) return false
    const made = { by: by.accountId, at: clock.now() }
    if (deed.to === 'active') await store.markActive(tx, id, made)
    else await store.markArchived(tx, id, deed.why, made)
    const verb = deed.to === 'active' ? 'activate_stated_need' : 'archive_stated_need'
    await trail(tx, by, made.at, place, verb, id, deed.to === 'archived' ? { why: deed.why } : {})
    await rescoreStated(tx, place.instansiId, place.today, made.at)
    return true
  })
