import { personLabels } from '../people/index.ts'
import { formatDate, formatInstant, formatNumber, type Language } from '../platform/i18n/index.ts'
import { highestLevel, lowestLevel, pillars } from '../regulation/index.ts'
import { competencyName, formLabels, originLabels, pillarLabels } from './labels.ts'
import { inDictionaryOrder, isDifferent, type Looked, lineOf, replacedBy } from './looked.ts'
import { type Messages, messages } from './messages.ts'
import type { LineCells, PillarCells, RequirementCells, TextCells } from './pages/content.tsx'
import { type Content, type Education, type FormField, formFields, type Qualification } from './rules/content.ts'
import { type Difference, difference } from './rules/difference.ts'
import type { Held, Origin, Said } from './rules/inherit.ts'
import type { Competency } from './store/competency.ts'
import type { Version } from './store/version.ts'
import { versionMessages } from './version-messages.ts'

/** `Sekretariat, Dinas Kesehatan`. */
export const unitName = ({ unit, opd }: { unit: string; opd: string | null }) => (opd && opd !== unit ? `${unit}, ${opd}` : unit)

export const levels = Array.from({ length: highestLevel - lowestLevel + 1 }, (_, index) => lowestLevel + index)

/** Who says it: the owner's name where there is one, else what it is. */
export const whoSays = ({ standard, origin }: Said<Version>, language: Language): string =>
  origin === 'own' || origin === 'national' ? originLabels[language][origin] : (standard.owner ?? originLabels[language][origin])

/** `9 bawaan nasional, 3 dari Provinsi X`. */
export function originSentence(looked: Looked, m: Messages, language: Language): string {
  const byWho = new Map<string, { origin: Origin; who: string; n: number }>()
  for (const held of looked.resolved.levels.values()) {
    const who = whoSays(held, language)
    const key = `${held.origin} ${who}`
    byWho.set(key, { origin: held.origin, who, n: (byWho.get(key)?.n ?? 0) + 1 })
  }
  const parts = [...byWho.values()]
    .sort((a, b) => b.n - a.n)
    .map(({ origin, who, n }) => m.count[origin](formatNumber(n, language), who))
  return m.sentenceOf(parts.join(', '))
}

export const sameRow = (a: Qualification, b: Qualification) =>
  a.importance === b.importance && a.months === b.months && a.mandateBasis === b.mandateBasis

const originCells = (held: Held<unknown, Version>, own: boolean, language: Language, verified: boolean) => ({
  text: whoSays(held, language),
  tone: !verified ? ('warn' as const) : own ? ('ok' as const) : ('neutral' as const),
  unverified: !verified,
})

/** What ships has nothing above it: that nothing is inherited goes without saying. */
const noInherited = ({ own }: Looked, m: Messages) => (own?.ownerInstansiId === null ? null : m.notInherited)

function lineCells(competency: Competency, held: Held<number, Version>, looked: Looked, language: Language): LineCells {
  const m = messages[language]
  const { legalBasis, verified } = lineOf(held, competency.id)
  const own = looked.own !== null && held.standard.id === looked.own.id
  const replaced = replacedBy(held, looked.own)
  return {
    code: competency.code,
    name: competencyName(competency, language),
    level: held.value,
    label: competency.levels.find(row => row.level === held.value)?.label ?? '',
    origin: originCells(held, own, language, verified),
    basis: legalBasis,
    inherited: replaced ? m.inheritedLevel(replaced.value, whoSays(replaced, language)) : own ? noInherited(looked, m) : null,
    differs: isDifferent(held, looked.own),
    back: own && held.inherited !== null ? String(competency.id) : null,
  }
}

export function pillarCells(looked: Looked, language: Language, onlyDifferent: boolean): PillarCells[] {
  const rows = inDictionaryOrder(looked)
  return pillars
    .map(pillar => {
      const lines = rows
        .filter(row => row.competency.pillar === pillar)
        .map(({ competency, held }) => lineCells(competency, held, looked, language))
        .filter(line => !onlyDifferent || line.differs)
      const basis = sharedBasis(lines)
      return {
        label: pillarLabels[language][pillar],
        basis: basis && messages[language].basisOf(basis),
        lines: lines.map(line => (line.basis === basis ? { ...line, basis: null } : line)),
      }
    })
    .filter(pillar => pillar.lines.length > 0)
}

/** The basis that most lines have, where several share one: said once above them. */
function sharedBasis(lines: readonly LineCells[]): string | null {
  const count = new Map<string, number>()
  for (const { basis } of lines) if (basis) count.set(basis, (count.get(basis) ?? 0) + 1)
  const [most] = [...count].sort((a, b) => b[1] - a[1])
  return most && most[1] > 1 ? most[0] : null
}

export const educationName = (education: string, language: Language) =>
  personLabels[language].education[education as Education] ?? education

export const fieldText = (field: FormField, text: string, language: Language) =>
  field === 'education' ? educationName(text, language) : text

export const textCells = (looked: Looked, language: Language, onlyDifferent: boolean): TextCells[] =>
  formFields.flatMap(field => {
    const held = looked.resolved.form[field]
    if (onlyDifferent && (!held || !isDifferent(held, looked.own))) return []
    const own = held !== null && looked.own !== null && held.standard.id === looked.own.id
    const replaced = held && replacedBy(held, looked.own)
    const m = messages[language]
    return [
      {
        label: formLabels[language].field[field],
        lines: held ? fieldText(field, held.value, language).split('\n') : [],
        origin: held && !own ? whoSays(held, language) : null,
        inherited: replaced
          ? m.inheritedText(inShort(fieldText(field, replaced.value, language)), whoSays(replaced, language))
          : own
            ? noInherited(looked, m)
            : null,
      },
    ]
  })

/** What stands in a requirement beside its name. */
export function qualificationDetails(row: Qualification, m: Messages, language: Language): string[] {
  return [
    ...(row.months !== null ? [m.months(formatNumber(row.months, language))] : []),
    ...(row.also.length > 0 ? [m.alsoCalled(row.also.join(', '))] : []),
    ...(row.mandateBasis ? [m.mandatedBy(row.mandateBasis)] : []),
  ]
}

export const kindText = (row: Qualification, language: Language) =>
  row.trainingKind
    ? `${formLabels[language].kind[row.kind]} ${personLabels[language].trainingKind[row.trainingKind].toLowerCase()}`
    : formLabels[language].kind[row.kind]

export const importanceTone = { mutlak: 'bad', penting: 'warn', perlu: 'neutral' } as const

export const requirementCells = (looked: Looked, language: Language, onlyDifferent: boolean): RequirementCells[] =>
  looked.resolved.qualifications
    .filter(held => !onlyDifferent || isDifferent(held, looked.own, sameRow))
    .map(held => {
      const m = messages[language]
      const row = held.value
      const own = looked.own !== null && held.standard.id === looked.own.id
      const replaced = replacedBy(held, looked.own)
      return {
        name: row.name,
        details: qualificationDetails(row, m, language),
        kind: kindText(row, language),
        importance: formLabels[language].importance[row.importance],
        tone: importanceTone[row.importance],
        origin: originCells(held, own, language, held.standard.verified),
        inherited: replaced
          ? m.inheritedText(formLabels[language].importance[replaced.value.importance], whoSays(replaced, language))
          : own
            ? noInherited(looked, m)
            : null,
      }
    })

export type ChangeCells = { key: string; what: string; kind: string | null; before: string; after: string }

const rowText = (row: Qualification | null, m: Messages, language: Language, none: string) =>
  row === null ? none : [formLabels[language].importance[row.importance], ...qualificationDetails(row, m, language)].join('; ')

/**
 * A difference in words, in the order of the form.
 * @param of what `holds` in the end, or what versions `say` themselves: what one does not say may well be inherited
 */
export function changeCells(
  change: Difference,
  competencies: ReadonlyMap<number, Competency>,
  language: Language,
  of: 'holds' | 'says',
): ChangeCells[] {
  const [m, v] = [messages[language], versionMessages[language]]
  const kinds = of === 'holds' ? v.levelKinds : v.saysKinds
  const [notAsked, notSaid] = of === 'holds' ? [v.notAsked, v.notSaid] : [v.notSetHere, v.notSetHere]
  const order = [...competencies.keys()]
  const level = (n: number | null) => (n === null ? notAsked : v.levelN(n))
  return [
    ...[...change.levels]
      .sort((a, b) => order.indexOf(a.competencyId) - order.indexOf(b.competencyId))
      .map(row => {
        const competency = competencies.get(row.competencyId)
        return {
          key: `level ${row.competencyId}`,
          what: competency ? `${competency.code} ${competencyName(competency, language)}` : String(row.competencyId),
          kind: kinds[row.kind],
          before: level(row.from),
          after: level(row.to),
        }
      }),
    ...change.fields.map(({ field, from, to }) => ({
      key: field,
      what: formLabels[language].field[field],
      kind: null,
      before: from === null ? notSaid : fieldText(field, from, language),
      after: to === null ? notSaid : fieldText(field, to, language),
    })),
    ...change.qualifications.map(({ from, to }) => ({
      key: `${(to ?? from)!.kind} ${(to ?? from)!.name}`,
      what: `${formLabels[language].kind[(to ?? from)!.kind]}: ${(to ?? from)!.name}`,
      kind: from === null ? v.qualificationAdded : to === null ? v.qualificationRemoved : v.qualificationChanged,
      before: rowText(from, m, language, notAsked),
      after: rowText(to, m, language, notAsked),
    })),
  ]
}

const longestStep = 60 // letters of a text, in a row of the history

const inShort = (text: string) => {
  const line = text.replaceAll('\n', '; ')
  return line.length > longestStep ? `${line.slice(0, longestStep).trimEnd()}…` : line
}

/** At most three steps of a difference, for a row of the history. */
export function stepsOf(
  before: Content | null,
  after: Content,
  competencies: ReadonlyMap<number, Competency>,
  language: Language,
) {
  const v = versionMessages[language]
  if (!before) return [v.firstVersion]
  const cells = changeCells(difference(before, after), competencies, language, 'says')
  const shown = cells.slice(0, 3).map(row => `${row.what}: ${v.beforeAfter(inShort(row.before), inShort(row.after))}`)
  if (cells.length === 0) return [v.sameAs]
  return cells.length > 3 ? [...shown, v.andMore(formatNumber(cells.length - 3, language))] : shown
}

export function periodText(row: Pick<Version, 'activeFrom' | 'activeUntil'>, language: Language): string {
  const v = versionMessages[language]
  if (row.activeFrom === null) return '–'
  const from = formatDate(row.activeFrom, language)
  if (row.activeUntil === null) return v.from(from)
  return row.activeUntil <= row.activeFrom ? v.never(from) : v.fromTo(from, formatDate(row.activeUntil, language))
}

/** Who did it and when; what came with an upgrade was done by nobody. */
export function byText(who: string | null, at: Date | null, language: Language): string {
  const v = versionMessages[language]
  return at === null ? '–' : v.by(who ?? v.system, formatInstant(at, language))
}
