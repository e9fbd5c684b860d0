import {
  type Content,
  type FormField,
  formFields,
  inFormOrder,
  levelOf,
  type Qualification,
  qualificationKey,
} from './content.ts'

export type LevelChange = {
  competencyId: number
  kind: 'added' | 'removed' | 'raised' | 'lowered'
  /** Null: it was not asked for. */
  from: number | null
  /** Null: it is no longer asked for. */
  to: number | null
}
export type FieldChange = { field: FormField; from: string | null; to: string | null }
export type QualificationChange = { from: Qualification | null; to: Qualification | null }
export type Difference = { levels: LevelChange[]; fields: FieldChange[]; qualifications: QualificationChange[] }

const levelChange = (competencyId: number, from: number | undefined, to: number | undefined): LevelChange[] => {
  if (from === to) return []
  const kind = from === undefined ? 'added' : to === undefined ? 'removed' : to > from ? 'raised' : 'lowered'
  return [{ competencyId, kind, from: from ?? null, to: to ?? null }]
}

const same = (a: Qualification, b: Qualification) =>
  a.name === b.name &&
  a.trainingKind === b.trainingKind &&
  a.months === b.months &&
  a.importance === b.importance &&
  a.mandateBasis === b.mandateBasis &&
  JSON.stringify(a.also) === JSON.stringify(b.also)

/** What must change in `before` so that it says what `after` says. Where a line's legal basis stands is no difference. */
export function difference(before: Content, after: Content): Difference {
  const [from, to] = [before, after].map(one => new Map(one.levels.map(row => [row.competencyId, row.level]))) as [
    Map<number, number>,
    Map<number, number>,
  ]
  const ids = [...new Set([...from.keys(), ...to.keys()])].sort((a, b) => a - b)
  const [was, is] = [before, after].map(one => new Map(one.qualifications.map(row => [qualificationKey(row), row]))) as [
    Map<string, Qualification>,
    Map<string, Qualification>,
  ]
  const gone = inFormOrder(before.qualifications.filter(row => !is.has(qualificationKey(row))))
  return {
    levels: ids.flatMap(id => levelChange(id, from.get(id), to.get(id))),
    fields: formFields.flatMap(field =>
      before.form[field] === after.form[field] ? [] : [{ field, from: before.form[field], to: after.form[field] }],
    ),
    qualifications: [
      ...inFormOrder(after.qualifications).flatMap(row => {
        const old = was.get(qualificationKey(row)) ?? null
        return old && same(old, row) ? [] : [{ from: old, to: row }]
      }),
      ...gone.map(row => ({ from: row, to: null })),
    ],
  }
}

export const countOf = ({ levels, fields, qualifications }: Difference) => levels.length + fields.length + qualifications.length

/** `content` with a difference applied to it. */
export function applied(content: Content, change: Difference): Content {
  const levels = new Map(content.levels.map(row => [row.competencyId, row]))
  for (const { competencyId, to } of change.levels) {
    if (to === null) levels.delete(competencyId)
    else levels.set(competencyId, levelOf(competencyId, to))
  }
  const rows = new Map(content.qualifications.map(row => [qualificationKey(row), row]))
  for (const { from, to } of change.qualifications) {
    if (from) rows.delete(qualificationKey(from))
    if (to) rows.set(qualificationKey(to), to)
  }
  return {
    levels: [...levels.values()],
    form: { ...content.form, ...Object.fromEntries(change.fields.map(({ field, to }) => [field, to])) },
    qualifications: [...rows.values()],
  }
}
