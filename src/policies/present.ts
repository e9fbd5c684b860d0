import { formatDate, formatDecimal, formatInstant, formatNumber, type Language } from '../platform/i18n/index.ts'
import type { Policy, PolicyField, PolicyKind, SimulationCell } from './kind.ts'
import type { Messages } from './messages.ts'
import { changedFields } from './rules/form.ts'
import type { Version } from './store.ts'

type Value = Readonly<Record<string, unknown>>
export type Whose = 'ships' | 'nation' | 'own'

export const whoseIs = (policy: Pick<Policy<Value>, 'id' | 'instansiId'>): Whose =>
  policy.id === null ? 'ships' : policy.instansiId === null ? 'nation' : 'own'

export const whoseTone = { ships: 'warn', nation: 'info', own: 'ok' } as const satisfies Record<Whose, string>

/** What a field holds, in words: `30 %`, `Jumlah paling tinggi 100 %`, `Rp1.250.000`. */
export function fieldText(field: PolicyField, value: unknown, m: Messages, language: Language): string {
  if (field.kind === 'yes_no') return value === true ? m.yes : m.no
  if (field.kind === 'choice') return field.choices.find(choice => choice.value === value)?.label[language] ?? String(value)
  if (typeof value !== 'number') return m.unknown
  if (field.kind === 'rupiah') return `Rp${formatNumber(value, 'id')}`
  return field.unit ? `${formatNumber(value, language)} ${field.unit[language]}` : formatNumber(value, language)
}

const most = 7 // fields that a list shows of one rule

/** A whole value on one line. */
export function valueText(kind: PolicyKind, value: Value, m: Messages, language: Language): string {
  const one = (field: PolicyField) => `${field.label[language]} ${fieldText(field, value[field.name], m, language)}`
  if (kind.fields.length === 1) return fieldText(kind.fields[0]!, value[kind.fields[0]!.name], m, language)
  if (kind.fields.length <= most) return kind.fields.map(one).join(', ')
  return `${kind.fields.slice(0, 2).map(one).join(', ')}, ${m.andMore(kind.fields.length - 2)}`
}

export const sinceText = (policy: Policy<Value>, m: Messages, language: Language) =>
  policy.activeFrom === null ? m.sinceAlways : formatDate(policy.activeFrom, language)

/** Field by field what differs: `Bobot Kesenjangan: 30 % → 40 %`. */
export const stepsText = (kind: PolicyKind, before: Value, after: Value, m: Messages, language: Language): string[] =>
  changedFields(kind.fields, before, after).map(field =>
    m.step(
      field.label[language],
      fieldText(field, before[field.name], m, language),
      fieldText(field, after[field.name], m, language),
    ),
  )

export function periodText(version: Version, m: Messages, language: Language): string {
  if (version.activeFrom === null) return '–'
  const from = formatDate(version.activeFrom, language)
  if (version.activeUntil === null) return m.from(from)
  return version.activeUntil === version.activeFrom ? m.never(from) : m.fromTo(from, formatDate(version.activeUntil, language))
}

/** Versions, newest first, each with what it changed against the one before; the first against what ships. */
export function historyRows(
  kind: PolicyKind,
  versions: readonly Version[],
  m: Messages,
  language: Language,
  timeZone: string | undefined,
) {
  const set = versions.filter(version => version.state !== 'draft')
  return set.map((version, index) => {
    const before = set[index + 1]
    const steps = stepsText(kind, before?.value ?? kind.defaultAt(version.activeFrom!).value, version.value, m, language)
    return {
      version: version.version,
      state: version.state,
      period: periodText(version, m, language),
      steps: steps.length > 0 ? steps : [m.same],
      first: before === undefined,
      basis: version.legalBasis,
      setBy: version.setBy ? m.by(version.setBy, formatInstant(version.setAt!, language, timeZone)) : m.system,
    }
  })
}

export const cellText = (cell: SimulationCell, language: Language): string =>
  cell === null
    ? '–'
    : typeof cell === 'number'
      ? formatDecimal(cell, language)
      : typeof cell === 'string'
        ? cell
        : cell[language]
