import { chosenInstansi, type Instansi, listInstansi, teamOf } from '../../people/index.ts'
import { type Actor, coversInstansi, type Scope, scopeOf } from '../../platform/actor.ts'
import { inScope } from '../../platform/db/index.ts'
import { actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { forbidden, notFound } from '../../platform/http/refusal.ts'
import { manageNeeds, readNeeds } from '../access.ts'
import { type ProposalRow, type ProposingUnit, proposalById, unitsOfProposer } from './store.ts'

/** What somebody may do with the proposals of an instansi. */
export type Standing = {
  instansi: Pick<Instansi, 'id' | 'name' | 'regionCode' | 'timeZone'>
  /** Reads all of them. */
  reads: boolean
  /** Calls for them and decides. */
  verifies: boolean
  /** The units one proposes for as their head or operator. */
  units: ProposingUnit[]
  today: string
}

const isWhole = (scope: Scope) => scope.kind !== 'none' && scope.kind !== 'people'

const ownUnits = (services: Services, actor: Actor) =>
  inScope(services.db, scopeOf(actor, ['pegawai']), tx => unitsOfProposer(tx, actor.pegawaiId, actor.accountId))

/**
 * The instansi whose proposals are asked for: one the role reads, else that of the unit one heads.
 * @throws Refusal 403 for who neither reads needs nor heads or operates a unit; 404 for an instansi beyond that
 */
export async function standingOf(
  c: Ctx,
  services: Services,
  code = c.req.query('instansi') ?? '',
): Promise<Standing & { within: Instansi[] }> {
  const actor = actorOf(c)
  const scope = readNeeds(actor)
  const units = await ownUnits(services, actor)
  if (isWhole(scope)) {
    const { chosen, within } = await chosenInstansi(c, services.db, scope, code)
    return {
      instansi: chosen,
      within,
      reads: true,
      verifies: coversInstansi(manageNeeds(actor), chosen.id),
      units: units.filter(unit => unit.instansiId === chosen.id),
      today: services.clock.today(chosen.timeZone),
    }
  }
  const [first] = units
  if (!first) throw forbidden()
  const instansi = (await listInstansi(services.db)).find(one => one.id === first.instansiId)!
  if (code !== '' && code !== instansi.regionCode) throw notFound()
  return {
    instansi,
    within: [instansi],
    reads: false,
    verifies: false,
    units: units.filter(unit => unit.instansiId === instansi.id),
    today: services.clock.today(instansi.timeZone),
  }
}

/** The scope in which the proposals of a standing are read: tables of the instansi, no person. */
export const proposalScope = (standing: Pick<Standing, 'instansi'>): Scope => ({
  kind: 'instansi',
  instansi: [standing.instansi.id],
})

/** One proposal with what one may do with it. A draft is there for its unit and for who began it. @throws Refusal 403, 404 */
export async function proposalHere(
  c: Ctx,
  services: Services,
): Promise<{ standing: Standing; proposal: ProposalRow; isOwn: boolean }> {
  const actor = actorOf(c)
  const units = await ownUnits(services, actor)
  const readable = readNeeds(actor)
  const ids = units.map(unit => unit.instansiId)
  if (!isWhole(readable) && ids.length === 0) throw forbidden()
  const id = Number(c.req.param('id'))
  const everywhere = readable.kind === 'nation'
  const reach: Scope = everywhere
    ? readable
    : { kind: 'instansi', instansi: [...new Set([...ids, ...('instansi' in readable ? readable.instansi : [])])] }
  const proposal = await inScope(services.db, reach, tx =>
    proposalById(
      tx,
      id,
      units.map(unit => unit.id),
    ),
  )
  if (!proposal) throw notFound()
  const isOwn = proposal.ofUnit || proposal.accountId === actor.accountId
  const reads = coversInstansi(readable, proposal.instansiId)
  if (!isOwn && (!reads || proposal.state === 'draft')) throw notFound()
  const { instansiName: name, regionCode, timeZone } = proposal
  const instansi = { id: proposal.instansiId, name, regionCode, timeZone: timeZone as Instansi['timeZone'] }
  return {
    proposal,
    isOwn,
    standing: {
      instansi,
      reads,
      verifies: coversInstansi(manageNeeds(actor), instansi.id),
      units: units.filter(unit => unit.instansiId === instansi.id),
      today: services.clock.today(instansi.timeZone),
    },
  }
}

/** The people whom an actor may name in a proposal: the team, and those of the units one operates. */
export function nameable(actor: Actor): Scope {
  const operated = actor.grants
    .filter(grant => grant.place === 'unit' && grant.role === 'pengelola')
    .flatMap(grant => grant.peopleIds)
  return { kind: 'people', people: [...new Set([...actor.teamIds, ...operated])] }
}

const mostNamed = 300

export async function nameablePeople(services: Services, actor: Actor) {
  const scope = nameable(actor)
  if (scope.kind !== 'people' || scope.people.length === 0) return []
  const people = await inScope(services.db, scope, tx => teamOf(tx, scope.people))
  return people.filter(one => one.status === 'aktif').slice(0, mostNamed)
}
