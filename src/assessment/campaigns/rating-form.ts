import type { Language } from '../../platform/i18n/index.ts'
import { pillars } from '../../regulation/index.ts'
import { competencyName, pillarLabels } from '../../standards/index.ts'
import type { Question } from './pages/rating.tsx'
import type { OpenedTask } from './rating-actions.ts'
import { ratingMessages } from './rating-messages.ts'
import { anonymous } from './rules/outcome.ts'
import type { Answer, AnswerFlaw, Said } from './rules/task.ts'
import type { Demand } from './store/rating.ts'

const longestNote = 1000
const unseen = 'x'

const saidIn = (text: string): Said => (text === unseen ? 'unseen' : /^[1-5]$/.test(text) ? Number(text) : null)

/** The answers of a posted form, one for every competency that is asked about. */
export function readAnswers(typed: Record<string, string>, opened: OpenedTask): Answer[] {
  const notes = !anonymous.includes(opened.task.relation)
  return opened.demands.map(({ competencyId }) => ({
    competencyId,
    said: saidIn(typed[`level-${competencyId}`] ?? ''),
    evidence: notes ? (typed[`bukti-${competencyId}`] ?? '').slice(0, longestNote) || null : null,
  }))
}

const saidWords = (said: Said, demand: Demand, own: boolean, language: Language): string => {
  const m = ratingMessages[language]
  if (said === null) return m.storedNothing
  if (said === 'unseen') return own ? m.unseenOwn : m.unseen
  const label = demand.levels.find(one => one.level === said)?.label
  return label ? m.levelOf(said, label) : m.plainLevel(said)
}

/** What is wrong, at the field where it is mended. */
export function flawMessages(
  flaws: readonly AnswerFlaw[],
  opened: OpenedTask,
  language: Language,
): { field: string; message: string }[] {
  const { errors } = ratingMessages[language]
  const { relation } = opened.task
  const unanswered = relation === 'integrasi' ? errors.unsettled : relation === 'diri' ? errors.unansweredOwn : errors.unanswered
  return flaws.map(flaw => {
    if (flaw.flaw === 'nothing') return { field: `level-${opened.demands[0]?.competencyId ?? 0}`, message: errors.nothing }
    const demand = opened.demands.find(one => one.competencyId === flaw.competencyId)
    const name = demand ? competencyName(demand, language) : ''
    if (flaw.flaw === 'no_note') return { field: `bukti-${flaw.competencyId}`, message: errors.no_note(name) }
    return { field: `level-${flaw.competencyId}`, message: unanswered(name) }
  })
}

type Shown = {
  answers: readonly Answer[]
  errors: readonly { field: string; message: string }[]
  /** What another tab stored, where it differs. */
  stored: readonly Answer[]
}

/** The questions of a task by pillar, with what is answered so far. */
export function questionsOf(opened: OpenedTask, shown: Shown, language: Language): { label: string; questions: Question[] }[] {
  const m = ratingMessages[language]
  const settling = opened.task.relation === 'integrasi'
  const own = opened.task.relation === 'diri'
  const question = (demand: Demand): Question => {
    const id = demand.competencyId
    const answer = shown.answers.find(one => one.competencyId === id)
    const error = (field: string) => shown.errors.find(one => one.field === field)?.message ?? null
    const stored = shown.stored.find(one => one.competencyId === id)
    const difference = opened.differences.find(one => one.competencyId === id)
    return {
      id,
      name: competencyName(demand, language),
      definition: demand.definition,
      indicators: demand.levels
        .filter(level => level.indicators.length > 0)
        .map(level => ({ label: m.levelOf(level.level, level.label), lines: level.indicators })),
      options: [
        ...[1, 2, 3, 4, 5].map(level => ({
          value: String(level),
          mark: String(level),
          label: demand.levels.find(one => one.level === level)?.label ?? m.plainLevel(level),
        })),
        ...(settling ? [] : [{ value: unseen, label: own ? m.unseenOwn : m.unseen, help: m.unseenHelp }]),
      ],
      value: answer?.said === 'unseen' ? unseen : String(answer?.said ?? ''),
      evidence: answer?.evidence ?? '',
      error: error(`level-${id}`),
      evidenceError: error(`bukti-${id}`),
      notes: [
        ...(difference?.said.map(one => m.saidLine(one.name, one.level) + (one.evidence ? ` (${one.evidence})` : '')) ?? []),
        ...(stored ? [m.storedLevel(saidWords(stored.said, demand, own, language))] : []),
        ...(stored?.evidence ? [m.storedNote(stored.evidence)] : []),
      ],
      required: demand.required,
      said: saidWords(answer?.said ?? null, demand, own, language),
    }
  }
  return pillars
    .map(pillar => ({
      label: pillarLabels[language][pillar],
      questions: opened.demands.filter(one => one.pillar === pillar).map(question),
    }))
    .filter(pillar => pillar.questions.length > 0)
}
