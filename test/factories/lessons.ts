import type { ItemContent } from '../../src/learning/lessons/rules/item.ts'
import type { LessonBody, Quiz } from '../../src/learning/lessons/rules/lesson.ts'
import { readMarkup } from '../../src/learning/lessons/rules/markup.ts'
import { insertItem } from '../../src/learning/lessons/store/bank.ts'
import { insertLesson, type LessonFile } from '../../src/learning/lessons/store/lesson.ts'
import type { Tx } from '../../src/platform/db/index.ts'

const made = new Date('2026-11-01T00:00:00Z')

export type NewLesson = {
  title?: string
  required?: boolean
  file?: LessonFile | null
  durationSeconds?: number | null
  itemIds?: number[]
}
/** A lesson at the end of a version; a text where nothing else is said. */
export const newLesson = (tx: Tx, versionId: number, values: NewLesson = {}, body?: LessonBody): Promise<number> =>
  insertLesson(
    tx,
    versionId,
    {
      body: body ?? { kind: 'text', content: { doc: readMarkup('Bacaan uji.') } },
      title: values.title ?? 'Pelajaran uji',
      minutes: 10,
      required: values.required ?? true,
      file: values.file ?? null,
      durationSeconds: values.durationSeconds ?? null,
      captionsKey: null,
      itemIds: values.itemIds ?? [],
    },
    'uji',
    made,
  )

export const quizBody = (values: Partial<Quiz> = {}): LessonBody => ({
  kind: 'quiz',
  content: {
    purpose: 'quiz',
    doc: readMarkup(''),
    draw: null,
    shuffleItems: false,
    shuffleChoices: false,
    minutes: null,
    attempts: null,
    passMark: 70,
    feedback: 'answers',
    ...values,
  },
})

export const single = (right = 'a'): ItemContent => ({
  kind: 'single',
  choices: ['a', 'b', 'c'].map(key => ({ key, text: `Pilihan ${key}` })),
  right,
})

export const newItem = (tx: Tx, courseId: number, content: ItemContent = single(), points = 1): Promise<number> =>
  insertItem(tx, courseId, { prompt: 'Apa yang benar?', content, points, explanation: null }, 'uji', made)
