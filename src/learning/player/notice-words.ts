import type { Catalogue } from '../../platform/i18n/index.ts'

const id = {
  handedIn: (name: string) => `Ada tugas untuk dinilai di ${name}`,
  handedInBody: 'Tugas lain yang dikumpulkan hari ini menunggu di tempat yang sama; tidak ada pesan lagi untuk itu.',
  graded: (lesson: string) => `Tugas “${lesson}” sudah dinilai`,
  gradedBody: 'Lihat nilai dan umpan baliknya.',
  againBody: 'Penilai meminta perbaikan. Baca umpan baliknya, lalu kumpulkan lagi.',
  timeUp: (lesson: string) => `Waktu “${lesson}” habis`,
  timeUpBody: 'Jawaban yang sempat tersimpan sudah dinilai.',
}
const en: typeof id = {
  handedIn: name => `There are assignments to grade in ${name}`,
  handedInBody: 'Whatever else is handed in today waits in the same place; there is no further message about it.',
  graded: lesson => `The assignment “${lesson}” was graded`,
  gradedBody: 'See the score and the feedback.',
  againBody: 'An improved one was asked for. Read the feedback, then hand in again.',
  timeUp: lesson => `The time of “${lesson}” is over`,
  timeUpBody: 'The answers that were stored in time were scored.',
}

/** Titles leave the house by e-mail: no score, and not whose assignment it is (ADR 0025). */
export const noticeWords: Catalogue<typeof id> = { id, en }
