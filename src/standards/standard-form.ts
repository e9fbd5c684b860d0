import type { Language } from '../platform/i18n/index.ts'
import { formLabels } from './labels.ts'
import type { Messages } from './messages.ts'
import { type Content, emptyForm, type FormField, qualificationKinds } from './rules/content.ts'
import { type Flaw, type Typed, type TypedRow, typedRow, typedTexts } from './rules/edit.ts'

/** The form as it was typed, with what it had seen of the draft. */
export type StandardTyped = Typed & { legalBasis: string; seen: string }

/** How many competencies can be added at once. */
const additions = [0, 1, 2]
export const longestBasis = 300
const mostRows = 40
/** So many letters are a legal basis, or a reason. */
export const isBasis = (text: string) => text.length >= 5 && text.length <= longestBasis

/** The name of each text field of the form. */
export const textFields: Record<FormField, string> = {
  summary: 'ikhtisar',
  education: 'pendidikan',
  educationFields: 'jurusan',
  golongan: 'golongan',
  performanceIndicators: 'indikator',
}
const rowParts: Record<keyof TypedRow, string> = {
  kind: 'jenis',
  trainingKind: 'rumpun',
  name: 'nama',
  also: 'lain',
  months: 'bulan',
  importance: 'penting',
  mandateBasis: 'wajib',
}
export const levelField = (competencyId: number) => `tingkat-${competencyId}`
export const addedFields = (row: number) => ({ competency: `kompetensi-${row}`, level: `tingkat-baru-${row}` })
export const rowField = (row: number, part: keyof TypedRow) => `baris-${row}-${rowParts[part]}`

/** The text fields of the posted form, by name. PostgreSQL stores no NUL; nobody types one. */
const plainValues = (body: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value.replaceAll('\0', '').replaceAll('\r\n', '\n').trim()]] : [],
    ),
  )

/** The form as the rule reads it. */
export function readTyped(body: Record<string, unknown>): StandardTyped {
  const values = plainValues(body)
  const levels = new Map<number, string>()
  const rows = new Set<number>()
  for (const [name, value] of Object.entries(values)) {
    const id = /^tingkat-(\d{1,9})$/.exec(name)?.[1]
    if (id) levels.set(Number(id), value)
    const row = /^baris-(\d{1,3})-jenis$/.exec(name)?.[1]
    if (row) rows.add(Number(row))
  }
  return {
    levels,
    added: additions.map(row => {
      const fields = addedFields(row)
      return { competency: values[fields.competency] ?? '', level: values[fields.level] ?? '' }
    }),
    form: Object.fromEntries(Object.entries(textFields).map(([field, name]) => [field, values[name] ?? ''])) as Typed['form'],
    qualifications: [...rows]
      .sort((a, b) => a - b)
      .slice(0, mostRows)
      .map(
        row =>
          Object.fromEntries(
            Object.keys(rowParts).map(part => [part, values[rowField(row, part as keyof TypedRow)] ?? '']),
          ) as TypedRow,
      ),
    legalBasis: values.dasar_hukum ?? '',
    seen: values.versi ?? '',
  }
}

/** What the form opens with: what the standard says itself. */
export const typedOf = (content: Content | null, legalBasis: string, seen: string): StandardTyped => ({
  levels: new Map(content?.levels.map(row => [row.competencyId, String(row.level)]) ?? []),
  added: additions.map(() => ({ competency: '', level: '' })),
  form: typedTexts(content?.form ?? emptyForm),
  qualifications: content?.qualifications.map(typedRow) ?? [],
  legalBasis,
  seen,
})

const blankRow = (kind: string): TypedRow => ({
  kind,
  trainingKind: '',
  name: '',
  also: '',
  months: '',
  importance: 'mutlak',
  mandateBasis: '',
})

/** The rows after a button that adds or removes one; null where the press was no such button. */
export function rowsAfter(rows: readonly TypedRow[], press: string): TypedRow[] | null {
  const [what, which = ''] = press.split(':')
  if (what === 'tambah' && qualificationKinds.some(kind => kind === which)) return [...rows, blankRow(which)].slice(0, mostRows)
  if (what === 'hapus' && /^\d{1,3}$/.test(which)) return rows.filter((_, index) => index !== Number(which))
  return null
}

/** What was refused, in words beside its field. */
export function flawMessages(m: Messages, language: Language, flaws: readonly Flaw[], names: ReadonlyMap<number, string>) {
  const rowLabels: Record<keyof TypedRow, string> = {
    kind: m.kind,
    trainingKind: m.rowTrainingKind,
    name: m.rowName,
    also: m.rowAlso,
    months: m.rowMonths,
    importance: m.importance,
    mandateBasis: m.rowMandate,
  }
  return flaws.map(flaw => {
    switch (flaw.at) {
      case 'level':
        return { field: levelField(flaw.competencyId), message: m.flaws.level(names.get(flaw.competencyId) ?? '') }
      case 'form':
        return { field: textFields[flaw.field], message: m.flaws[flaw.why](formLabels[language].field[flaw.field]) }
      case 'qualification':
        return { field: rowField(flaw.row, flaw.field), message: m.flaws[flaw.why](rowLabels[flaw.field]) }
      default: {
        const fields = addedFields(flaw.row)
        return { field: flaw.at === 'added_level' ? fields.level : fields.competency, message: m.flaws[flaw.at] }
      }
    }
  })
}
