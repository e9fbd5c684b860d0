export type PlanKind = 'rpjpn' | 'rpjmn' | 'rpjpd' | 'rpjmd' | 'strategi_sdm' | 'renstra'
export type PlanState = 'draft' | 'active' | 'archived'
/** Who a plan belongs to: the nation, a local government, or a ministry or agency. */
export type PlanOwner = 'nasional' | 'daerah' | 'pusat'

/** In the order of the chain, from the nation down (UU 25/2004; Permendagri 86/2017). */
export const planKinds: readonly PlanKind[] = ['rpjpn', 'rpjmn', 'rpjpd', 'rpjmd', 'strategi_sdm', 'renstra']
export const planStates: readonly PlanState[] = ['draft', 'active', 'archived']

export const kindsOfOwner: Record<PlanOwner, readonly PlanKind[]> = {
  nasional: ['rpjpn', 'rpjmn'],
  daerah: ['rpjpd', 'rpjmd', 'strategi_sdm', 'renstra'],
  pusat: ['strategi_sdm', 'renstra'],
}

export const ownerOf = (instansiKind: string | null): PlanOwner =>
  instansiKind === null ? 'nasional' : instansiKind === 'kementerian' || instansiKind === 'lembaga' ? 'pusat' : 'daerah'

/** What may follow each state: nothing leaves the archive. */
export const nextStates: Record<PlanState, readonly PlanState[]> = { draft: ['active'], active: ['archived'], archived: [] }

/** Whose goals the goals of a plan may serve. The same kind: of a government that guides this one. */
const kindsAbove: Record<PlanKind, readonly PlanKind[]> = {
  rpjpn: [],
  rpjmn: ['rpjpn'],
  rpjpd: ['rpjpn', 'rpjpd'],
  rpjmd: ['rpjpn', 'rpjmn', 'rpjpd', 'rpjmd'],
  strategi_sdm: ['rpjpn', 'rpjmn', 'rpjpd', 'rpjmd'],
  renstra: ['rpjmn', 'rpjmd', 'strategi_sdm'],
}

/** `instansiId` null: the nation's. Years inclusive. */
export type PlanPlace = { kind: PlanKind; instansiId: number | null; yearFrom: number; yearUntil: number }

/**
 * Whether goals of the plan `below` may serve goals of the plan `above`: a kind that stands above, of the nation, the same instansi or
 * one that guides it (`guides`: all of them upward), and a year that both cover. Never in a circle, because kinds only lead upward.
 */
export function mayServe(below: PlanPlace, above: PlanPlace, guides: readonly number[]): boolean {
  if (!kindsAbove[below.kind].includes(above.kind)) return false
  if (above.yearFrom > below.yearUntil || above.yearUntil < below.yearFrom) return false
  if (above.instansiId === below.instansiId) return above.kind !== below.kind
  if (above.instansiId === null) return true
  return guides.includes(above.instansiId)
}

export const earliestYear = 1990
export const latestYear = 2100
/** RPJPN 2025–2045 covers 21 years. */
export const longestPlan = 25

export type TypedPlan = {
  kind: string
  name: string
  unitId: number | null
  from: string
  until: string
  legalBasis: string
  /** Compared with the official text. */
  verified: boolean
}
export type PlanFlaw =
  | 'kind'
  | 'unit_missing'
  | 'unit_not_needed'
  | 'name_missing'
  | 'name_long'
  | 'from'
  | 'until'
  | 'until_before'
  | 'too_long'
  | 'basis_missing'
  | 'basis_long'
export type PlanValues = {
  kind: PlanKind
  name: string
  unitId: number | null
  yearFrom: number
  yearUntil: number
  legalBasis: string | null
  verified: boolean
}

/** Reads the form of a plan. `isDraft`: only then may the legal basis be missing. */
export function readPlan(
  typed: TypedPlan,
  owner: PlanOwner,
  isDraft: boolean,
): { ok: true; values: PlanValues } | { ok: false; flaws: PlanFlaw[] } {
  const flaws: PlanFlaw[] = []
  const kind = kindsOfOwner[owner].find(one => one === typed.kind)
  if (!kind) flaws.push('kind')
  if (kind === 'renstra' && owner === 'daerah' && typed.unitId === null) flaws.push('unit_missing')
  if (kind && kind !== 'renstra' && typed.unitId !== null) flaws.push('unit_not_needed')
  if (typed.name === '') flaws.push('name_missing')
  if (typed.name.length > 200) flaws.push('name_long')
  const [from, until] = [yearOf(typed.from), yearOf(typed.until)]
  if (from === null) flaws.push('from')
  if (until === null) flaws.push('until')
  if (from !== null && until !== null && until < from) flaws.push('until_before')
  if (from !== null && until !== null && until - from > longestPlan) flaws.push('too_long')
  if (!isDraft && typed.legalBasis === '') flaws.push('basis_missing')
  if (typed.legalBasis.length > 300) flaws.push('basis_long')
  if (!kind || from === null || until === null || flaws.length > 0) return { ok: false, flaws }
  const { name, unitId, legalBasis, verified } = typed
  return { ok: true, values: { kind, name, unitId, yearFrom: from, yearUntil: until, legalBasis: legalBasis || null, verified } }
}

function yearOf(text: string): number | null {
  const year = /^\d{4}$/.test(text) ? Number(text) : 0
  return year >= earliestYear && year <= latestYear ? year : null
}

/** The years of a plan, one by one. */
export const yearsOf = ({ yearFrom, yearUntil }: { yearFrom: number; yearUntil: number }): number[] =>
  Array.from({ length: yearUntil - yearFrom + 1 }, (_, index) => yearFrom + index)
