import { highestLevel, lowestLevel } from '../../regulation/index.ts'
import {
  type Content,
  educations,
  type FormField,
  type FormTexts,
  formFields,
  importances,
  type Level,
  levelOf,
  type Qualification,
  qualificationKey,
  qualificationKinds,
  trainingKinds,
} from './content.ts'

/** A requirement as it was typed; '' where nothing was. `also`: other names, parted by semicolons. */
export type TypedRow = Record<'kind' | 'trainingKind' | 'name' | 'also' | 'months' | 'importance' | 'mandateBasis', string>
export type Typed = {
  /** The level typed for a competency: '' to follow what is inherited (or to drop it), undefined where the form had no such field. */
  levels: ReadonlyMap<number, string>
  /** Competencies to be added: id and level as typed, '' where nothing was chosen. */
  added: readonly { competency: string; level: string }[]
  form: Record<FormField, string>
  qualifications: readonly TypedRow[]
}
type Why = 'missing' | 'unknown' | 'long' | 'number' | 'twice'
export type Flaw =
  | { at: 'level'; competencyId: number }
  | { at: 'added_competency' | 'added_level' | 'added_twice'; row: number }
  | { at: 'form'; field: FormField; why: Why }
  | { at: 'qualification'; row: number; field: keyof TypedRow; why: Why }
export type Edit = { ok: true; content: Content } | { ok: false; flaws: Flaw[] }

/** Letters, at most. */
export const longest: Record<FormField, number> = {
  summary: 2000,
  education: 10,
  educationFields: 500,
  golongan: 20,
  performanceIndicators: 2000,
}
export const longestName = 200
export const mostMonths = 600

const wholeLevel = (typed: string): number | null => {
  const level = /^\d{1,2}$/.test(typed) ? Number(typed) : Number.NaN
  return level >= lowestLevel && level <= highestLevel ? level : null
}

const isOneOf = <T extends string>(list: readonly T[], text: string): text is T => (list as readonly string[]).includes(text)

/**
 * What a standard says itself after an edit. A competency that is inherited can get another level but not be dropped; one that only this
 * standard asks for is dropped when its level is emptied. What the form did not show stays as it is; a line that was not touched keeps its
 * own legal basis.
 * @param shown the competencies of the form, with the standard's own line where it has one
 * @param known ids of all competencies that may be asked for
 */
export function editContent(
  shown: readonly { competencyId: number; own: Level | null }[],
  typed: Typed,
  known: ReadonlySet<number>,
): Edit {
  const flaws: Flaw[] = []
  const levels = [...keptLevels(shown, typed, flaws), ...addedLevels(shown, typed, known, flaws)]
  const form = readTexts(typed.form, flaws)
  const qualifications = readRows(typed.qualifications, flaws)
  return flaws.length > 0 ? { ok: false, flaws } : { ok: true, content: { levels, form, qualifications } }
}

const keptLevels = (shown: readonly { competencyId: number; own: Level | null }[], typed: Typed, flaws: Flaw[]): Level[] =>
  shown.flatMap(({ competencyId, own }) => {
    const text = typed.levels.get(competencyId)
    if (text === undefined) return own ? [own] : []
    if (text === '') return []
    const level = wholeLevel(text)
    if (level !== null) return own?.level === level ? [own] : [levelOf(competencyId, level)]
    flaws.push({ at: 'level', competencyId })
    return []
  })

function addedLevels(
  shown: readonly { competencyId: number }[],
  typed: Typed,
  known: ReadonlySet<number>,
  flaws: Flaw[],
): Level[] {
  const taken = new Set(shown.map(row => row.competencyId))
  return typed.added.flatMap(({ competency, level: text }, row) => {
    if (competency === '' && text === '') return []
    const id = /^\d{1,9}$/.test(competency) ? Number(competency) : Number.NaN
    const level = wholeLevel(text)
    const isNew = known.has(id) && !taken.has(id)
    if (!known.has(id)) flaws.push({ at: 'added_competency', row })
    else if (taken.has(id)) flaws.push({ at: 'added_twice', row })
    if (level === null) flaws.push({ at: 'added_level', row })
    taken.add(id)
    return isNew && level !== null ? [levelOf(id, level)] : []
  })
}

const readTexts = (typed: Record<FormField, string>, flaws: Flaw[]): FormTexts =>
  Object.fromEntries(
    formFields.map(field => {
      const text = plainLines(typed[field])
      if (field === 'education' && text !== '' && !isOneOf(educations, text)) flaws.push({ at: 'form', field, why: 'unknown' })
      else if (text.length > longest[field]) flaws.push({ at: 'form', field, why: 'long' })
      return [field, text || null]
    }),
  ) as FormTexts

/** Lines without needless blanks, as an import would read them: what goes out in a sheet comes back the same. */
export const plainLines = (text: string) =>
  text
    .split('\n')
    .map(line => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n')

const isBlank = (row: TypedRow) => [row.name, row.also, row.months, row.mandateBasis].every(text => text.trim() === '')

/** The requirements typed, without the rows in which nothing was. */
function readRows(rows: readonly TypedRow[], flaws: Flaw[]): Qualification[] {
  const seen = new Set<string>()
  return rows.flatMap((typed, row) => {
    if (isBlank(typed)) return []
    const found: Flaw[] = []
    const flaw = (field: keyof TypedRow, why: Why) => found.push({ at: 'qualification', row, field, why })
    const name = plainLines(typed.name)
    const kind = isOneOf(qualificationKinds, typed.kind) ? typed.kind : null
    const importance = isOneOf(importances, typed.importance) ? typed.importance : null
    const months = /^\d{1,3}$/.test(typed.months.trim()) ? Number(typed.months) : null
    if (name === '') flaw('name', 'missing')
    else if (name.length > longestName) flaw('name', 'long')
    if (!kind) flaw('kind', 'unknown')
    if (!importance) flaw('importance', 'unknown')
    if (typed.trainingKind !== '' && !isOneOf(trainingKinds, typed.trainingKind)) flaw('trainingKind', 'unknown')
    if (typed.months.trim() !== '' && (months === null || months < 1 || months > mostMonths)) flaw('months', 'number')
    if (typed.also.length > 500) flaw('also', 'long')
    if (typed.mandateBasis.length > 300) flaw('mandateBasis', 'long')
    if (kind && name !== '') {
      const key = qualificationKey({ kind, name })
      if (seen.has(key)) flaw('name', 'twice')
      seen.add(key)
    }
    flaws.push(...found)
    if (found.length > 0 || !kind || !importance) return []
    return [
      {
        kind,
        trainingKind: kind === 'pelatihan' && isOneOf(trainingKinds, typed.trainingKind) ? typed.trainingKind : null,
        name,
        also: typed.also.split(';').map(plainLines).filter(Boolean),
        months: kind === 'pengalaman' ? months : null,
        importance,
        mandateBasis: plainLines(typed.mandateBasis) || null,
      },
    ]
  })
}

/** How a requirement is typed: reading it again gives it back. */
export const typedRow = (row: Qualification): TypedRow => ({
  kind: row.kind,
  trainingKind: row.trainingKind ?? '',
  name: row.name,
  also: row.also.join('; '),
  months: row.months === null ? '' : String(row.months),
  importance: row.importance,
  mandateBasis: row.mandateBasis ?? '',
})

export const typedTexts = (form: FormTexts): Record<FormField, string> =>
  Object.fromEntries(formFields.map(field => [field, form[field] ?? ''])) as Record<FormField, string>
