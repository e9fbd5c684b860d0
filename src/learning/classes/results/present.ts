import { formatNip } from '../../../people/index.ts'
import { formatNumber, type Language } from '../../../platform/i18n/index.ts'
import type { SheetToWrite } from '../../../platform/sheet/index.ts'
import type { LessonsDone, Passing, PassRule, PassWhy } from '../../rules/pass.ts'
import type { RunClass } from '../run/store.ts'
import type { PersonResult } from './load.ts'
import type { Messages } from './messages.ts'

/** A score or a percentage without decimals it does not have. */
export const plain = (value: number, language: Language) =>
  formatNumber(value, language, Number.isInteger(value) ? 0 : Number.isInteger(Math.round(value * 100) / 10) ? 1 : 2)

function whyWords(why: PassWhy, language: Language, m: Messages): string {
  const number = (value: number) => plain(value, language)
  switch (why.condition) {
    case 'mark':
      return why.have === null ? m.whyMarkUnknown(why.without.join(', ')) : m.whyMark(number(why.have), number(why.need))
    case 'attendance':
      // Rounded down: what is just short of it must not read as enough.
      return why.have === null
        ? m.whyAttendanceUnknown
        : m.whyAttendance(number(Math.floor(why.have * 10) / 10), number(why.need))
    case 'lessons':
      return why.have === null ? m.whyLessonsUnknown : m.whyLessons(number(why.have), number(why.need))
  }
}

/** Why a result is what it is: each condition with what there is. */
export const whyText = (ending: Pick<Passing, 'why'>, language: Language, m: Messages) =>
  ending.why.map(one => whyWords(one, language, m)).join('; ')

export const outcomeOf = (passed: boolean | null, m: Messages) =>
  passed === null
    ? { label: m.unknown, tone: 'neutral' as const }
    : passed
      ? { label: m.passed, tone: 'ok' as const }
      : { label: m.failed, tone: 'bad' as const }

/** The rule in sentences. `lessons`: of anybody in the class, who all have the same; null: nobody is in it. */
export const ruleWords = (rule: PassRule, lessons: LessonsDone | null, language: Language, m: Messages): string[] => [
  ...(rule.components.length > 0
    ? [
        m.ruleWeights(
          rule.components
            .map(one => `${plain(one.weight, language)} % ${one.name}${one.from ? ` (${m.sources[one.from]})` : ''}`)
            .join(' + '),
        ),
      ]
    : [m.ruleNone]),
  ...(rule.mark === null ? [] : [m.ruleMark(plain(rule.mark, language))]),
  ...(rule.attendance === null ? [] : [m.ruleAttendance(plain(rule.attendance, language))]),
  ...(lessons && lessons[rule.lessons].of > 0 ? [m.ruleLessons(plain(lessons[rule.lessons].of, language))] : []),
]

/** Scores as a sheet that can be filled in and uploaded again. In Indonesian headers, like every file that comes back. */
export const scoreSheet = (
  people: readonly PersonResult[],
  rule: PassRule,
  cls: RunClass,
  language: Language,
  m: Messages,
): SheetToWrite => ({
  name: m.sheet,
  notes: [`${cls.title}, ${cls.name}`],
  columns: [
    { header: 'NIP', width: 22, kind: 'text' },
    { header: m.name, width: 34 },
    { header: m.instansi, width: 34 },
    ...rule.components.map(one => ({ header: one.name, width: 16, kind: 'number' as const })),
    { header: m.attendance, width: 12, kind: 'percent' },
    { header: m.final, width: 12, kind: 'number' },
    { header: m.outcome, width: 14 },
    { header: m.why, width: 60 },
  ],
  rows: people.map(({ person, scores, attended, ending }) => [
    person.nip,
    person.name,
    person.instansi,
    ...rule.components.map(one => scores[one.key] ?? null),
    attended.held === 0 ? null : attended.attended / attended.held,
    ending.final,
    outcomeOf(ending.passed, m).label,
    whyText(ending, language, m),
  ]),
})

/** A row of the form: fields as typed, and what the rule makes of what is stored. */
export const scoreRow = (
  { person, scores, ending }: PersonResult,
  rule: PassRule,
  language: Language,
  m: Messages,
  typed: ReadonlyMap<string, string>,
) => ({
  pegawaiId: person.pegawaiId,
  name: person.name,
  detail: `${formatNip(person.nip)} · ${person.instansi}`,
  fields: rule.components.map(({ key, name, from }, index) => {
    const field = `n_${person.pegawaiId}_${index}`
    const score = scores[key] ?? null
    return {
      name: field,
      label: name,
      isTyped: !from,
      value: typed.get(field) ?? (score === null ? '' : String(score).replace('.', language === 'id' ? ',' : '.')),
    }
  }),
  final: ending.final === null ? '–' : plain(ending.final, language),
  outcome: outcomeOf(ending.passed, m),
  why: whyText(ending, language, m),
})
