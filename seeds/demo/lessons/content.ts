import { choiceKey, type ItemContent } from '../../../src/learning/lessons/rules/item.ts'
import type { Assignment, Quiz } from '../../../src/learning/lessons/rules/lesson.ts'

export type DemoItem = { prompt: string; content: ItemContent; points: number; explanation: string | null }
export type DemoLesson =
  | { kind: 'text'; title: string; minutes: number; markup: string; required?: boolean }
  | { kind: 'link'; title: string; minutes: number; markup: string; url: string }
  /** `file`: one of seeds/demo/files, shown as `name`; captions stand beside it in a `.vtt` of the same name. */
  | { kind: 'video' | 'pdf'; title: string; minutes: number; markup: string; file: string; name: string }
  | { kind: 'assignment'; title: string; minutes: number; markup: string; rule: Omit<Assignment, 'doc'> }
  /** `items`: the first so many of the bank; none: drawn at random. */
  | { kind: 'quiz'; title: string; minutes: number; markup: string; rule: Omit<Quiz, 'doc'>; items?: number }
export type DemoContent = { code: string; lessons: DemoLesson[]; bank: DemoItem[] }

const choicesOf = (texts: readonly string[]) => texts.map((text, n) => ({ key: choiceKey(n), text }))
const item = (prompt: string, content: ItemContent, explanation?: string, points = 1): DemoItem => ({
  prompt,
  content,
  points,
  explanation: explanation ?? null,
})

/** The first choice is right. */
export const one = (prompt: string, choices: readonly string[], explanation?: string) =>
  item(prompt, { kind: 'single', choices: choicesOf(choices), right: 'a' }, explanation)
/** The first `right` choices are right. */
export const several = (prompt: string, right: number, choices: readonly string[], explanation?: string) =>
  item(
    prompt,
    { kind: 'multiple', choices: choicesOf(choices), right: choicesOf(choices.slice(0, right)).map(choice => choice.key) },
    explanation,
    2,
  )
export const truth = (prompt: string, right: boolean, explanation?: string) =>
  item(prompt, { kind: 'true_false', right }, explanation)
export const word = (prompt: string, accepted: string[], explanation?: string) =>
  item(prompt, { kind: 'short', accepted }, explanation)
export const figure = (prompt: string, right: string, explanation?: string) =>
  item(prompt, { kind: 'numeric', right, tolerance: '0' }, explanation)
export const pairs = (prompt: string, rows: readonly (readonly [string, string])[]) =>
  item(
    prompt,
    {
      kind: 'matching',
      left: choicesOf(rows.map(([left]) => left)),
      choices: choicesOf(rows.map(([, right]) => right)),
      right: Object.fromEntries(rows.map((_, n) => [choiceKey(n), choiceKey(n)])),
    },
    undefined,
    2,
  )

export const quizRule = (values: Partial<Omit<Quiz, 'doc'>> = {}): Omit<Quiz, 'doc'> => ({
  purpose: 'quiz',
  draw: null,
  shuffleItems: true,
  shuffleChoices: true,
  minutes: null,
  attempts: null,
  passMark: 70,
  feedback: 'answers',
  ...values,
})
