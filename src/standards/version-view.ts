import { formatNumber, type Language } from '../platform/i18n/index.ts'
import type { Figure } from '../ui/index.ts'
import { competencyName, formLabels } from './labels.ts'
import { messages } from './messages.ts'
import type { MoveCells } from './pages/draft.tsx'
import type { SaidCells } from './pages/version.tsx'
import { fieldText, kindText, qualificationDetails } from './present.ts'
import { type Content, emptyForm, formFields } from './rules/content.ts'
import type { Competency } from './store/competency.ts'
import type { PeopleCount } from './store/effect.ts'
import type { Version } from './store/version.ts'
import { versionMessages } from './version-messages.ts'

export const contentOfNothing: Content = { levels: [], form: emptyForm, qualifications: [] }

/** Whom a draft touches, and what moves. */
export function effectView(
  counted: { jabatan: number; before: PeopleCount; after: PeopleCount },
  competencies: ReadonlyMap<number, Competency>,
  language: Language,
): { sentence: string; figures: Figure[]; moves: MoveCells[] } {
  const v = versionMessages[language]
  const n = (value: number) => formatNumber(value, language)
  const { before: now, after: next } = counted
  const moved = next.peopleBelow - now.peopleBelow
  const before = new Map(now.byCompetency.map(row => [row.competencyId, row]))
  const after = new Map(next.byCompetency.map(row => [row.competencyId, row]))
  const moves = [...competencies.values()].flatMap((competency): MoveCells[] => {
    const [from, to] = [before.get(competency.id), after.get(competency.id)]
    const pair = (part: 'asked' | 'assessed' | 'below') => [from?.[part] ?? 0, to?.[part] ?? 0] as const
    const step = ([a, b]: readonly [number, number]) => (a === b ? n(a) : v.beforeAfter(n(a), n(b)))
    const same = (['asked', 'below'] as const).every(part => pair(part)[0] === pair(part)[1])
    if (same) return []
    return [
      {
        key: competency.code,
        name: `${competency.code} ${competencyName(competency, language)}`,
        asked: step(pair('asked')),
        assessed: step(pair('assessed')),
        below: step(pair('below')),
      },
    ]
  })
  return {
    sentence: [
      v.effectSentence(n(counted.jabatan), n(next.people)),
      ...(next.instansi > 1 ? [v.effectInstansi(n(next.instansi))] : []),
    ].join(' '),
    figures: [
      {
        label: v.peopleBelow,
        value: v.beforeAfter(n(now.peopleBelow), n(next.peopleBelow)),
        detail: moved === 0 ? v.unchanged : moved > 0 ? v.more(n(moved)) : v.fewer(n(-moved)),
        tone: moved > 0 ? 'warn' : moved < 0 ? 'ok' : 'neutral',
      },
    ],
    moves,
  }
}

/** What one version says itself, in the order of the form. */
export function saidCells(row: Version, competencies: ReadonlyMap<number, Competency>, language: Language): SaidCells[] {
  const [m, v] = [messages[language], versionMessages[language]]
  return [
    ...row.levels.map(level => {
      const competency = competencies.get(level.competencyId)
      const label = competency?.levels.find(one => one.level === level.level)?.label
      return {
        key: `level ${level.competencyId}`,
        what: competency ? `${competency.code} ${competencyName(competency, language)}` : String(level.competencyId),
        says: label ? `${v.levelN(level.level)}: ${label}` : v.levelN(level.level),
        basis: level.legalBasis,
      }
    }),
    ...formFields.flatMap(field => {
      const text = row.form[field]
      return text === null
        ? []
        : [{ key: field, what: formLabels[language].field[field], says: fieldText(field, text, language), basis: null }]
    }),
    ...row.qualifications.map(one => ({
      key: `${one.kind} ${one.name}`,
      what: `${kindText(one, language)}: ${one.name}`,
      says: [formLabels[language].importance[one.importance], ...qualificationDetails(one, m, language)].join('; '),
      basis: null,
    })),
  ]
}
