import { coversInstansi, type Scope } from '../platform/actor.ts'
import type { Db } from '../platform/db/index.ts'
import { actorOf, type Ctx } from '../platform/http/context.ts'
import { forbidden, notFound } from '../platform/http/refusal.ts'
import { type Instansi, listInstansi } from './store/instansi.ts'

export type Chosen = { chosen: Instansi; within: Instansi[]; everyone: Instansi[] }

/**
 * The instansi a page is about: the one whose region code is given (by default `?instansi=`), else the asker's own, else the first of
 * those that `scope` covers whole (`within`).
 * @throws Refusal 403 where the scope covers none, 404 where it does not cover the one asked for
 */
export async function chosenInstansi(c: Ctx, db: Db, scope: Scope, code = c.req.query('instansi') ?? ''): Promise<Chosen> {
  const everyone = await listInstansi(db)
  const within = everyone.filter(row => coversInstansi(scope, row.id))
  if (within.length === 0) throw forbidden()
  const home = within.find(row => row.id === actorOf(c).homeInstansiId) ?? within[0]
  const chosen = code ? within.find(row => row.regionCode === code) : home
  if (!chosen) throw notFound()
  return { chosen, within, everyone }
}

/** Which instansi a list of the API ranges over: those that `scope` covers whole, or the one of them whose region code is asked for. */
export async function coveredIds(db: Db, scope: Scope, code: string | undefined): Promise<number[]> {
  const everyone = await listInstansi(db)
  return everyone
    .filter(row => coversInstansi(scope, row.id) && (code === undefined || row.regionCode === code))
    .map(row => row.id)
}
