import type { SentFile } from '../../platform/http/send-file.ts'
import type { LessonKind } from './rules/lesson.ts'
import type { LessonFile } from './store/lesson.ts'

/** How the file of a lesson goes out: what the browser plays or shows is shown, the rest is kept. */
export const lessonFile = (kind: LessonKind, file: LessonFile): SentFile => ({
  ...file,
  inline: kind === 'video' || kind === 'pdf',
})

/** What was handed in is never shown inside the browser: somebody else brought it. */
export const submittedFile = (file: LessonFile): SentFile => ({ ...file, inline: false })

export const captionsFile = (key: string): SentFile => ({
  key,
  name: 'takarir.vtt',
  type: 'text/vtt; charset=UTF-8',
  inline: true,
})
