import type { EvaluationMessages } from './messages.ts'
import { behaviourItems, benefitItems, laterItems, organiserItems, trainerItems, type Verdict, verdicts } from './rules/items.ts'
import type { Answer, Task, Voice } from './store/task.ts'

/** A question of the form: `name` of its field. */
export type Question = { name: string; label: string; value: string | null; error?: string }
export type QuestionGroup = { title: string; questions: Question[] }
export type FormError = { field: string; message: string }
type Typed = (name: string) => string

const longest = 2000
const scored = (typed: string): number | null => (/^[1-5]$/.test(typed) ? Number(typed) : null)

/** What is asked of organiser and trainers, with what was typed. */
export function reactionGroups(
  m: EvaluationMessages,
  trainers: readonly { id: number; name: string }[],
  typed: Typed,
): QuestionGroup[] {
  return [
    { title: m.organiser, questions: organiserItems.map(item => asked(`p_${item}`, m.organiserItems[item], typed)) },
    ...trainers.map(({ id, name }) => ({
      title: m.trainer(name),
      questions: trainerItems.map(item => asked(`t${id}_${item}`, m.trainerItems[item], typed)),
    })),
  ]
}

/** The same of behaviour and effect; `-` says that nothing was seen. */
export const laterGroups = (m: EvaluationMessages, typed: Typed): QuestionGroup[] => [
  { title: m.behaviour, questions: behaviourItems.map(item => asked(`i_${item}`, m.laterItems[item], typed)) },
  { title: m.benefit, questions: benefitItems.map(item => asked(`i_${item}`, m.laterItems[item], typed)) },
]

const asked = (name: string, label: string, typed: Typed): Question => ({ name, label, value: typed(name) || null })

const missing = (groups: readonly QuestionGroup[], m: EvaluationMessages, ok: (value: string | null) => boolean): FormError[] =>
  groups.flatMap(group =>
    group.questions.flatMap(one => (ok(one.value) ? [] : [{ field: one.name, message: m.missing(one.label) }])),
  )

/** What a reaction says, or what is missing. */
export function readReaction(m: EvaluationMessages, trainers: readonly { id: number; name: string }[], typed: Typed) {
  const errors = missing(reactionGroups(m, trainers, typed), m, value => value !== null && scored(value) !== null)
  const words = typed('saran').slice(0, longest)
  const voices: Voice[] = [
    ...organiserItems.map(item => ({ trainerId: null, item, score: scored(typed(`p_${item}`)), words: null })),
    ...trainers.flatMap(({ id }) =>
      trainerItems.map(item => ({ trainerId: id, item, score: scored(typed(`t${id}_${item}`)), words: null })),
    ),
    ...(words ? [{ trainerId: null, item: 'saran', score: null, words }] : []),
  ]
  return errors.length > 0 ? { ok: false as const, errors } : { ok: true as const, voices }
}

/** What is said of behaviour and effect, or what is missing; of the atasan also whether it shows at work. */
export function readLater(m: EvaluationMessages, task: Pick<Task, 'relation'>, typed: Typed) {
  const verdict = verdicts.find(one => one === typed('putusan')) ?? null
  const errors = missing(laterGroups(m, typed), m, value => value === '-' || (value !== null && scored(value) !== null))
  if (task.relation === 'atasan' && verdict === null) errors.unshift({ field: 'putusan', message: m.missing(m.verdict) })
  const answers: Answer[] = laterItems.map(item => ({ item, score: scored(typed(`i_${item}`)) }))
  const said = { answers, verdict: verdict as Verdict | null, note: typed('catatan').slice(0, longest) || null }
  return errors.length > 0 ? { ok: false as const, errors } : { ok: true as const, said }
}
