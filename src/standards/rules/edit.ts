import { highestLevel, lowestLevel } from '../../regulation/index.ts'

export type Line = {
  competencyId: number
  level: number
  classLevel: number | null
  fromClass: boolean
  legalBasis: string | null
}
type Own = { competencyId: number; level: number; legalBasis: string | null }
export type Typed = {
  /** The level typed for a competency of the standard: '' to follow the class (or to drop it), undefined where the form had no such field. */
  levels: ReadonlyMap<number, string>
  /** A competency to be added: its id and level as typed, '' where nothing was chosen. */
  added: { competency: string; level: string }
  legalBasis: string
}
export type Flaw =
  | { field: 'level'; competencyId: number }
  | { field: 'added_competency' | 'added_level' | 'added_twice' | 'basis' }
export type Edit = { ok: true; own: Own[] } | { ok: false; flaws: Flaw[] }

const basisLength = 300

const levelOf = (typed: string): number | null => {
  const level = /^\d{1,2}$/.test(typed) ? Number(typed) : Number.NaN
  return level >= lowestLevel && level <= highestLevel ? level : null
}

/** The legal basis that a jabatan's own levels name first; null where they name none. The form opens with it. */
export const basisOf = (own: readonly { legalBasis: string | null }[]): string | null =>
  own.find(row => row.legalBasis !== null)?.legalBasis ?? null

/**
 * The levels that are a jabatan's own after an edit of its standard. A competency that the class asks for can get another level but not
 * be dropped; one that only the jabatan asks for is dropped when its level is emptied. What the form did not show stays as it is. The
 * legal basis typed holds for what was changed, and for all own levels once it is itself changed.
 * @param current the standard as it stands
 * @param known ids of all competencies of the dictionary
 */
export function editStandard(current: readonly Line[], typed: Typed, known: ReadonlySet<number>): Edit {
  const own: Own[] = []
  const flaws: Flaw[] = []
  const legalBasis = typed.legalBasis || null
  const sameBasis = legalBasis === basisOf(current.filter(line => !line.fromClass))
  if (typed.legalBasis.length > basisLength) flaws.push({ field: 'basis' })
  for (const line of current) {
    const { competencyId } = line
    const text = typed.levels.get(competencyId)
    if (text === undefined) {
      if (!line.fromClass) own.push({ competencyId, level: line.level, legalBasis: line.legalBasis })
      continue
    }
    if (text === '') continue
    const level = levelOf(text)
    const untouched = !line.fromClass && level === line.level && sameBasis
    if (level === null) flaws.push({ field: 'level', competencyId })
    else own.push({ competencyId, level, legalBasis: untouched ? line.legalBasis : legalBasis })
  }
  const { competency, level: typedLevel } = typed.added
  if (competency !== '' || typedLevel !== '') {
    const competencyId = /^\d{1,9}$/.test(competency) ? Number(competency) : Number.NaN
    const level = levelOf(typedLevel)
    if (!known.has(competencyId)) flaws.push({ field: 'added_competency' })
    else if (current.some(line => line.competencyId === competencyId)) flaws.push({ field: 'added_twice' })
    if (level === null) flaws.push({ field: 'added_level' })
    else own.push({ competencyId, level, legalBasis })
  }
  return flaws.length > 0 ? { ok: false, flaws } : { ok: true, own }
}
