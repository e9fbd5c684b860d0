import type { LessonKind } from './rules/lesson.ts'
import { type Criterion, feedbacks, type LessonBody, quizPurposes, resubmissions, submissionForms } from './rules/lesson.ts'
import { printMarkup, readMarkup } from './rules/markup.ts'
import { emptyDoc, isSafeHref, type RichDoc, readDoc, wordsIn } from './rules/rich-text.ts'
import type { Lesson, LessonValues } from './store/lesson.ts'
import type { FileFlaw, UploadForm } from './upload.ts'

/** The form of a lesson as it was typed. */
export type TypedLesson = Record<string, string> & { soal: string }
export type LessonError =
  | 'title'
  | 'minutes'
  | 'text'
  | 'textForm'
  | 'url'
  | 'criteria'
  | 'criterionPoints'
  | 'passMark'
  | 'drawCount'
  | 'limitMinutes'
  | 'attempts'
  | 'noItems'
  | 'choice'
export type LessonFlaw = { field: string; flaw: LessonError | FileFlaw }

export const criterionRows = 8
const plain = [
  'judul',
  'menit',
  'wajib',
  'isi',
  'isi_json',
  'alamat',
  'bentuk',
  'ulang',
  'lulus',
  'tujuan',
  'ambil',
  'jumlah',
  'acak_soal',
  'acak_pilihan',
  'waktu',
  'percobaan',
  'umpan',
  'hapus_takarir',
] as const

export const typedLesson = (form: UploadForm): TypedLesson => ({
  ...Object.fromEntries(plain.map(name => [name, form.field(name)])),
  ...Object.fromEntries(
    Array.from({ length: criterionRows }, (_, n) => n).flatMap(n => [
      [`kriteria-${n}`, form.field(`kriteria-${n}`)],
      [`poin-${n}`, form.field(`poin-${n}`)],
    ]),
  ),
  soal: form.all('soal').join(','),
})

export const blankLesson = (kind: LessonKind): TypedLesson => ({
  judul: '',
  menit: kind === 'quiz' ? '15' : '10',
  wajib: '1',
  isi: '',
  isi_json: '',
  bentuk: 'both',
  ulang: 'asked',
  lulus: kind === 'quiz' ? '70' : '',
  tujuan: 'quiz',
  ambil: 'chosen',
  acak_soal: '1',
  acak_pilihan: '1',
  umpan: 'answers',
  soal: '',
})

const numberText = (value: number | null) => (value === null ? '' : String(value))

/** A stored lesson as its form would say it. */
export function lessonAsTyped(lesson: Lesson, itemIds: readonly number[]): TypedLesson {
  const typed: TypedLesson = {
    judul: lesson.title,
    menit: String(lesson.minutes),
    wajib: lesson.required ? '1' : '',
    isi: printMarkup(lesson.content.doc),
    isi_json: '',
    soal: itemIds.join(','),
  }
  if (lesson.kind === 'link') return { ...typed, alamat: lesson.content.url }
  if (lesson.kind === 'assignment') {
    const { takes, again, passMark, rubric } = lesson.content
    const rows = rubric.flatMap((one, n) => [
      [`kriteria-${n}`, one.title],
      [`poin-${n}`, String(one.points)],
    ])
    return { ...typed, bentuk: takes, ulang: again, lulus: numberText(passMark), ...Object.fromEntries(rows) }
  }
  if (lesson.kind === 'quiz') {
    const quiz = lesson.content
    return {
      ...typed,
      tujuan: quiz.purpose,
      ambil: quiz.draw === null ? 'chosen' : 'random',
      jumlah: numberText(quiz.draw),
      acak_soal: quiz.shuffleItems ? '1' : '',
      acak_pilihan: quiz.shuffleChoices ? '1' : '',
      waktu: numberText(quiz.minutes),
      percobaan: numberText(quiz.attempts),
      lulus: String(quiz.passMark),
      umpan: quiz.feedback,
    }
  }
  return typed
}

/** A text from the editor (JSON), else from the plain field; null where the editor sent what is not allowed. */
export function docOf(json: string, markup: string): RichDoc | null {
  if (json === '') return readMarkup(markup)
  try {
    return readDoc(JSON.parse(json))
  } catch {
    return null
  }
}

/** What the form says, or what is wrong with it. Files are looked at by who has them: here it only counts whether there is one. */
export function readLesson(
  kind: LessonKind,
  typed: TypedLesson,
  knownItems: readonly number[],
): { values: Omit<LessonValues, 'file' | 'durationSeconds' | 'captionsKey'> | null; flaws: LessonFlaw[]; doc: RichDoc } {
  const flaws: LessonFlaw[] = []
  const wrong = (field: string, flaw: LessonError) => void flaws.push({ field, flaw })
  const whole = (name: string, least: number, most: number, flaw: LessonError): number => {
    const text = typed[name] ?? ''
    const value = /^\d{1,5}$/.test(text) ? Number(text) : -1
    if (value < least || value > most) wrong(name, flaw)
    return value
  }
  const maybe = (name: string, least: number, most: number, flaw: LessonError) =>
    (typed[name] ?? '') === '' ? null : whole(name, least, most, flaw)
  const one = <T extends string>(name: string, of: readonly T[]): T => {
    const found = of.find(value => value === typed[name])
    if (!found) wrong(name, 'choice')
    return found ?? of[0]!
  }
  const title = typed.judul ?? ''
  if (title === '' || title.length > 200) wrong('judul', 'title')
  const minutes = whole('menit', 1, 600, 'minutes')
  const doc = docOf(typed.isi_json ?? '', typed.isi ?? '')
  if (!doc) wrong('isi', 'textForm')
  else if ((kind === 'text' || kind === 'assignment') && wordsIn(doc) === '') wrong('isi', 'text')
  const text = doc ?? emptyDoc
  const chosen = typed.soal.split(',').flatMap(id => (knownItems.includes(Number(id)) ? [Number(id)] : []))

  const bodies: { [K in LessonKind]: () => LessonBody } = {
    text: () => ({ kind: 'text', content: { doc: text } }),
    video: () => ({ kind: 'video', content: { doc: text } }),
    pdf: () => ({ kind: 'pdf', content: { doc: text } }),
    file: () => ({ kind: 'file', content: { doc: text } }),
    link: () => {
      const url = typed.alamat ?? ''
      if (!/^https?:\/\//i.test(url) || !isSafeHref(url) || !URL.canParse(url)) wrong('alamat', 'url')
      return { kind: 'link', content: { doc: text, url } }
    },
    assignment: () => {
      const rubric: Criterion[] = []
      for (let n = 0; n < criterionRows; n++) {
        const name = typed[`kriteria-${n}`] ?? ''
        if (name === '' && (typed[`poin-${n}`] ?? '') === '') continue
        if (name === '' || name.length > 200) wrong(`kriteria-${n}`, 'criteria')
        rubric.push({ title: name, points: whole(`poin-${n}`, 1, 1000, 'criterionPoints') })
      }
      if (rubric.length === 0) wrong('kriteria-0', 'criteria')
      return {
        kind: 'assignment',
        content: {
          doc: text,
          takes: one('bentuk', submissionForms),
          rubric,
          again: one('ulang', resubmissions),
          passMark: maybe('lulus', 1, 100, 'passMark'),
        },
      }
    },
    quiz: () => {
      const random = typed.ambil === 'random'
      const draw = random ? whole('jumlah', 1, 200, 'drawCount') : null
      if (random && draw !== null && draw > knownItems.length) wrong('jumlah', 'drawCount')
      if (!random && chosen.length === 0) wrong('soal', 'noItems')
      return {
        kind: 'quiz',
        content: {
          doc: text,
          purpose: one('tujuan', quizPurposes),
          draw,
          shuffleItems: typed.acak_soal === '1',
          shuffleChoices: typed.acak_pilihan === '1',
          minutes: maybe('waktu', 1, 600, 'limitMinutes'),
          attempts: maybe('percobaan', 1, 50, 'attempts'),
          passMark: whole('lulus', 0, 100, 'passMark'),
          feedback: one('umpan', feedbacks),
        },
      }
    },
  }
  const body = bodies[kind]()
  const values = {
    body,
    title,
    minutes,
    required: typed.wajib === '1',
    itemIds: kind === 'quiz' && typed.ambil !== 'random' ? chosen : [],
  }
  return { values: flaws.length === 0 ? values : null, flaws, doc: text }
}
