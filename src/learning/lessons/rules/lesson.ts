import type { RichDoc } from './rich-text.ts'

export const lessonKinds = ['text', 'video', 'pdf', 'link', 'file', 'assignment', 'quiz'] as const
/** Packages (SCORM, cmi5) will be one more: whatever is said of a kind stands in a Record over it. */
export type LessonKind = (typeof lessonKinds)[number]

export type Criterion = { title: string; points: number }
export const submissionForms = ['text', 'file', 'both'] as const
export const resubmissions = ['never', 'asked', 'until_graded'] as const
export const quizPurposes = ['quiz', 'pretest', 'posttest'] as const
export const feedbacks = ['score', 'answers'] as const

export type Assignment = {
  doc: RichDoc
  takes: (typeof submissionForms)[number]
  rubric: Criterion[]
  /** When an improved one may follow: never, when who grades asks for it, or until it is graded. */
  again: (typeof resubmissions)[number]
  /** Null: handing in is enough. Otherwise: graded, with at least so many of 100. */
  passMark: number | null
}
export type Quiz = {
  purpose: (typeof quizPurposes)[number]
  doc: RichDoc
  /** So many drawn at random from the whole bank; null: the chosen ones, all of them. */
  draw: number | null
  shuffleItems: boolean
  shuffleChoices: boolean
  /** Null: no limit. */
  minutes: number | null
  /** Null: as often as one likes. */
  attempts: number | null
  /** Of 100. */
  passMark: number
  feedback: (typeof feedbacks)[number]
}
export type Content = {
  text: { doc: RichDoc }
  video: { doc: RichDoc }
  pdf: { doc: RichDoc }
  link: { doc: RichDoc; url: string }
  file: { doc: RichDoc }
  assignment: Assignment
  quiz: Quiz
}
export type LessonBody = { [K in LessonKind]: { kind: K; content: Content[K] } }[LessonKind]

/** What a file of a lesson must be; null: the kind has none. Limits in bytes. */
export type FileNeed = { types: readonly FileType[]; limit: number }
const fileTypes = ['mp4', 'pdf', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp', 'png', 'jpeg'] as const
export type FileType = (typeof fileTypes)[number]

const megabyte = 1024 * 1024
const documents: readonly FileType[] = ['pdf', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp', 'png', 'jpeg']
export const fileNeeds: Readonly<Record<LessonKind, FileNeed | null>> = {
  text: null,
  video: { types: ['mp4'], limit: 300 * megabyte },
  pdf: { types: ['pdf'], limit: 50 * megabyte },
  link: null,
  file: { types: documents, limit: 50 * megabyte },
  assignment: null,
  quiz: null,
}
/** What a learner hands in. */
export const submissionNeed: FileNeed = { types: documents, limit: 15 * megabyte }
export const captionsLimit = megabyte

/** How a lesson becomes done: by the learner's own word, or by what is known otherwise. */
export type DoneBy = 'mark' | 'watch' | 'submission' | 'grade' | 'pass' | 'attempt'
export function doneBy(lesson: LessonBody): DoneBy {
  switch (lesson.kind) {
    case 'text':
    case 'pdf':
    case 'link':
    case 'file':
      return 'mark'
    case 'video':
      return 'watch'
    case 'assignment':
      return lesson.content.passMark === null ? 'submission' : 'grade'
    case 'quiz':
      // What is asked before the learning begins is not to be passed.
      return lesson.content.purpose === 'pretest' ? 'attempt' : 'pass'
  }
}

export type Ordered = { id: number; sort: number }
/** The order after one lesson has changed places with its neighbour; the same where it stands at the end already. */
export function moved(lessons: readonly Ordered[], id: number, up: boolean): number[] {
  const ids = [...lessons].sort((a, b) => a.sort - b.sort || a.id - b.id).map(one => one.id)
  const from = ids.indexOf(id)
  const to = up ? from - 1 : from + 1
  if (from < 0 || to < 0 || to >= ids.length) return ids
  ;[ids[from], ids[to]] = [ids[to]!, ids[from]!]
  return ids
}
