import { formatNumber, type Language } from '../platform/i18n/index.ts'
import type { PolicyField, PolicyKind } from './kind.ts'
import type { Messages } from './messages.ts'
import type { FieldView, Problem } from './pages/rule.tsx'
import { type FieldFlaw, readForm, type Typed } from './rules/form.ts'

/** A field of a value stands in the form under a name of its own, apart from `instansi` and `dasar`. */
const inputName = (field: string) => `isi-${field}`

/** The texts of a posted form by field of the value. */
export const typedIn = (kind: PolicyKind, field: (name: string) => string): Record<string, string> =>
  Object.fromEntries(kind.fields.map(one => [one.name, field(inputName(one.name))]))

function help(field: PolicyField, m: Messages, language: Language): string | undefined {
  const said = field.help?.[language]
  if (field.kind === 'rupiah') return said ?? m.rupiahHelp
  if (field.kind !== 'integer') return said
  const unit = field.unit ? ` ${field.unit[language]}` : ''
  const range = m.between(formatNumber(field.min, language), `${formatNumber(field.max, language)}${unit}`)
  return said ? `${said} ${range}` : range
}

export const fieldViews = (kind: PolicyKind, typed: Typed, m: Messages, language: Language): FieldView[] =>
  kind.fields.map(field => ({
    name: inputName(field.name),
    label: field.kind === 'integer' && field.unit ? `${field.label[language]} (${field.unit[language]})` : field.label[language],
    help: help(field, m, language),
    value: typed[field.name] ?? '',
    kind: field.kind,
    ...(field.kind === 'choice' && {
      choices: field.choices.map(choice => ({
        value: choice.value,
        label: choice.label[language],
        help: choice.help?.[language],
      })),
    }),
  }))

function flawText(field: PolicyField, why: FieldFlaw['why'], m: Messages, language: Language): string {
  const label = field.label[language]
  if (field.kind === 'rupiah') return m.flaws.notRupiah(label)
  if (why === 'missing') return m.flaws.missing(label)
  if (field.kind !== 'integer') return m.flaws.unknown(label)
  if (why === 'not_whole') return m.flaws.notWhole(label)
  return m.flaws.outside(label, formatNumber(field.min, language), formatNumber(field.max, language))
}

/** What was typed as a value of the kind, or what is wrong beside each field. */
export function readRule(
  kind: PolicyKind,
  typed: Typed,
  m: Messages,
  language: Language,
): { ok: true; value: Record<string, unknown> } | { ok: false; problems: Problem[] } {
  const fieldOf = (name: unknown) => kind.fields.find(one => one.name === name) ?? kind.fields[0]!
  const read = readForm(kind.fields, typed)
  if (!read.ok) {
    const problems = read.flaws.map(flaw => ({
      field: inputName(flaw.field),
      message: flawText(fieldOf(flaw.field), flaw.why, m, language),
    }))
    return { ok: false, problems }
  }
  const parsed = kind.schema.safeParse(read.value)
  if (!parsed.success) {
    const problems = parsed.error.issues.map(issue => {
      const field = fieldOf(issue.path[0])
      return { field: inputName(field.name), message: m.flaws.invalid(field.label[language]) }
    })
    return { ok: false, problems }
  }
  const problems = (kind.flaws?.(parsed.data) ?? []).map(flaw => ({
    field: inputName(flaw.field),
    message: flaw.words[language],
  }))
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: parsed.data }
}
