import type { StatedKind, StatedState, StatedValues } from '../store.ts'

type StatedDeed = 'edit' | 'activate' | 'archive'

/** What may be done with a stated need in each state. What was archived is read only: a new one is made. */
const deeds: Readonly<Record<StatedState, readonly StatedDeed[]>> = {
  draft: ['edit', 'activate', 'archive'],
  active: ['edit', 'archive'],
  archived: [],
}
export const mayState = (state: StatedState, deed: StatedDeed): boolean => deeds[state].includes(deed)

/** As it is typed: texts trimmed, '' where nothing was typed. */
export type TypedStated = {
  kind: string
  year: string
  title: string
  competency: string
  level: string
  training: string
  jenjang: string
  unit: string
  number: string
  goal: string
  goalLink: string
  legalBasis: string
  note: string
}
export type StatedFlaw = {
  field: keyof TypedStated
  flaw: 'missing' | 'unknown' | 'short' | 'year' | 'level' | 'number' | 'basis' | 'goal_or_basis' | 'link' | 'both'
}

type Known = {
  year: number
  competencyIds: ReadonlySet<number>
  jenjang: ReadonlySet<string>
  unitIds: ReadonlySet<number>
  goalIds: ReadonlySet<number>
}

const farthest = 10 // years ahead that a need may be stated for

/** What was typed as a need of the organisation or a mandate, or everything that is wrong with it. A mandate names the act; a need of the organisation its goal or an act. */
export function readStated(
  typed: TypedStated,
  known: Known,
  fromProposals = false,
): { ok: true; values: StatedValues } | { ok: false; flaws: StatedFlaw[] } {
  const flaws: StatedFlaw[] = []
  const refuse = (field: StatedFlaw['field'], flaw: StatedFlaw['flaw']) => void flaws.push({ field, flaw })
  const whole = (text: string) => (/^\d{1,9}$/.test(text) ? Number(text) : null)
  const chosen = (field: 'unit' | 'goal' | 'competency', ids: ReadonlySet<number>) => {
    if (typed[field] === '') return null
    const id = whole(typed[field])
    if (id === null || !ids.has(id)) refuse(field, 'unknown')
    return id
  }
  const kind: StatedKind | null = typed.kind === 'organisation' || typed.kind === 'mandate' ? typed.kind : null
  if (!kind) refuse('kind', 'missing')
  if (typed.title.length < 5) refuse('title', typed.title === '' ? 'missing' : 'short')
  const year = whole(typed.year)
  if (year === null || year < known.year || year > known.year + farthest) refuse('year', 'year')
  const competencyId = chosen('competency', known.competencyIds)
  const level = competencyId === null ? null : whole(typed.level)
  if (competencyId !== null && (level === null || level < 1 || level > 5)) refuse('level', 'level')
  if (competencyId !== null && typed.training !== '') refuse('training', 'both')
  if (typed.jenjang !== '' && !known.jenjang.has(typed.jenjang)) refuse('jenjang', 'unknown')
  const unitId = chosen('unit', known.unitIds)
  const number = typed.number === '' ? null : whole(typed.number)
  if (typed.number !== '' && (number === null || number < 1)) refuse('number', 'number')
  const goalId = chosen('goal', known.goalIds)
  const goalLink = typed.goalLink === '1' ? 1 : typed.goalLink === '0.5' ? 0.5 : null
  if (goalId !== null && goalLink === null) refuse('goalLink', 'link')
  if (kind === 'mandate' && typed.legalBasis.length < 5) refuse('legalBasis', 'basis')
  if (kind === 'organisation' && goalId === null && typed.legalBasis.length < 5) refuse('goal', 'goal_or_basis')
  if (flaws.length > 0 || !kind || year === null) return { ok: false, flaws }
  return {
    ok: true,
    values: {
      kind,
      year,
      title: typed.title,
      competencyId,
      level,
      training: typed.training || null,
      population: fromProposals ? 'proposals' : number === null ? 'rule' : 'number',
      jenjang: typed.jenjang || null,
      unitId,
      number: fromProposals ? null : number,
      goalId,
      goalLink: goalId === null ? null : goalLink,
      legalBasis: typed.legalBasis || null,
      note: typed.note || null,
    },
  }
}
