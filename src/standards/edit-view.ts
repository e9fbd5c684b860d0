import { personLabels } from '../people/index.ts'
import type { Language } from '../platform/i18n/index.ts'
import { pillars } from '../regulation/index.ts'
import { competencyName, formLabels, pillarLabels } from './labels.ts'
import type { Looked } from './looked.ts'
import { messages } from './messages.ts'
import type { LevelInput, RowInput, TextInput } from './pages/edit-standard.tsx'
import { educationName, levels, whoSays } from './present.ts'
import {
  educations,
  type FormField,
  formFields,
  importances,
  type Level,
  qualificationKey,
  qualificationKinds,
  trainingKinds,
} from './rules/content.ts'
import { longest, type TypedRow } from './rules/edit.ts'
import { addedFields, levelField, rowField, type StandardTyped, textFields } from './standard-form.ts'
import type { Competency } from './store/competency.ts'

/** The competencies of the form: all that hold, and those that only the draft asks for; with the standard's own line. */
export function shownLines(looked: Looked): { competencyId: number; own: Level | null }[] {
  const base = looked.draft ?? looked.own
  const own = new Map(base?.levels.map(row => [row.competencyId, row]) ?? [])
  return [...new Set([...looked.resolved.levels.keys(), ...own.keys()])].map(competencyId => ({
    competencyId,
    own: own.get(competencyId) ?? null,
  }))
}

const textRows: Record<FormField, number> = {
  summary: 4,
  education: 1,
  educationFields: 2,
  golongan: 1,
  performanceIndicators: 4,
}

/** What the form shows, from what was typed into it. */
export function editView(looked: Looked, typed: StandardTyped, usable: readonly Competency[], language: Language) {
  const m = messages[language]
  const shown = new Set(shownLines(looked).map(row => row.competencyId))
  const label = (row: Competency) => `${row.code} ${competencyName(row, language)}`
  const emptyOf = (competencyId: number) => {
    const inherited = looked.resolved.levels.get(competencyId)?.inherited ?? null
    return inherited ? m.followInherited(inherited.value, whoSays(inherited, language)) : m.drop
  }
  const inheritedOf = (field: FormField) => looked.resolved.form[field]?.inherited ?? null
  return {
    pillars: pillars
      .map(pillar => ({
        label: pillarLabels[language][pillar],
        lines: [...looked.competencies.values()]
          .filter(row => row.pillar === pillar && shown.has(row.id))
          .map(
            (row): LevelInput => ({
              field: levelField(row.id),
              label: label(row),
              empty: emptyOf(row.id),
              value: typed.levels.get(row.id) ?? '',
            }),
          ),
      }))
      .filter(pillar => pillar.lines.length > 0),
    levels: levels.map(level => ({ value: level, label: m.levelN(level) })),
    addable: usable.filter(row => !shown.has(row.id)).map(row => ({ value: row.id, label: label(row) })),
    added: typed.added.map((row, index) => {
      const fields = addedFields(index)
      return {
        competency: { field: fields.competency, value: row.competency },
        level: { field: fields.level, value: row.level },
      }
    }),
    texts: formFields
      .filter(field => field !== 'education')
      .map((field): TextInput => {
        const inherited = inheritedOf(field)
        const hint = field === 'golongan' ? m.golonganHelp : field === 'performanceIndicators' ? m.indicatorsHelp : ''
        const follow = inherited ? m.followText(shortened(inherited.value), whoSays(inherited, language)) : m.followNothing
        return {
          field: textFields[field],
          label: formLabels[language].field[field],
          value: typed.form[field],
          help: `${hint} ${follow}`.trim(),
          rows: textRows[field],
          maxlength: longest[field],
        }
      }),
    education: {
      field: textFields.education,
      label: formLabels[language].field.education,
      value: typed.form.education,
      options: [
        { value: '', label: educationHint(looked, language) },
        ...educations.map(value => ({ value, label: educationName(value, language) })),
      ],
    },
    rows: typed.qualifications.map((row, index) => rowInput(row, index, typed.qualifications, language)),
    inheritedRows: inheritedRows(looked, typed, language),
    trainingKinds: trainingKinds.map(value => ({ value, label: personLabels[language].trainingKind[value] })),
    importances: importances.map(value => ({ value, label: formLabels[language].importance[value] })),
    addRows: qualificationKinds.map(value => ({ value, label: m.addRow[value] })),
    basis: typed.legalBasis,
    seen: typed.seen,
  }
}

const shortened = (text: string) => (text.length > 120 ? `${text.slice(0, 120)}…` : text)

function educationHint(looked: Looked, language: Language): string {
  const inherited = looked.resolved.form.education?.inherited ?? null
  const m = messages[language]
  return inherited ? m.followEducation(educationName(inherited.value, language), whoSays(inherited, language)) : m.choose
}

function rowInput(row: TypedRow, index: number, rows: readonly TypedRow[], language: Language): RowInput {
  const kind = qualificationKinds.find(one => one === row.kind) ?? 'pelatihan'
  const nth = rows.slice(0, index + 1).filter(other => other.kind === row.kind).length
  const field = (part: keyof TypedRow) => ({ field: rowField(index, part), value: row[part] })
  return {
    legend: messages[language].row(formLabels[language].kind[kind], nth),
    kind: field('kind'),
    name: field('name'),
    also: field('also'),
    trainingKind: kind === 'pelatihan' ? field('trainingKind') : null,
    months: kind === 'pengalaman' ? field('months') : null,
    importance: field('importance'),
    mandateBasis: field('mandateBasis'),
  }
}

/** The requirements that come from elsewhere, so that nobody types them again. */
function inheritedRows(looked: Looked, typed: StandardTyped, language: Language): string[] {
  const here = new Set(typed.qualifications.map(row => `${row.kind} ${row.name.toLowerCase()}`))
  return looked.resolved.qualifications.flatMap(held => {
    const from = held.standard.id === looked.own?.id ? held.inherited : held
    if (!from || here.has(qualificationKey(from.value))) return []
    const { kind, name, importance } = from.value
    const importanceText = formLabels[language].importance[importance]
    return [`${formLabels[language].kind[kind]}: ${name}, ${importanceText.toLowerCase()} (${whoSays(from, language)})`]
  })
}
