import { type Catalogue, howMany } from '../../../platform/i18n/index.ts'
import type { ClassStep } from './rules/next.ts'

const id = {
  figure: 'Menunggu langkah Anda',
  unit: 'kelas',
  sentence: (all: string) => `Dari ${all} kelas yang Anda pegang dan belum selesai.`,
  nothing: (all: string) => `Tidak ada yang tertunda. Anda memegang ${all} kelas yang belum selesai.`,
  lead: 'Kelas yang Anda pegang, yang paling mendesak lebih dahulu.',
  classes: 'Kelas Anda',
  all: 'Lihat semua kelas',
  newClass: 'Buat kelas',
  class: 'Kelas',
  dates: 'Waktu',
  people: 'Peserta',
  peopleOf: (taken: string, most: string | null) => (most === null ? taken : `${taken} dari ${most}`),
  next: 'Langkah berikutnya',
  none: 'Belum ada kelas',
  noneWhat: 'Kelas yang Anda selenggarakan atau ajar tampil di sini dengan langkah berikutnya.',
  steps: {
    attend: 'Catat kehadiran hari ini',
    close: 'Tutup kelas',
    score: 'Isi nilai',
    decide: 'Putuskan permohonan',
    open: 'Buka pendaftaran',
    timetable: 'Susun jadwal',
  } satisfies Record<ClassStep, string>,
  quiet: 'Tidak ada',
}
const en: typeof id = {
  figure: 'Wait for you',
  unit: 'classes',
  sentence: all => `Of ${howMany(all, 'class', 'classes')} you hold, not over yet.`,
  nothing: all => `Nothing is left to do. You hold ${howMany(all, 'class', 'classes')}, not over yet.`,
  lead: 'The classes that you hold, the most urgent first.',
  classes: 'Your classes',
  all: 'See all classes',
  newClass: 'New class',
  class: 'Class',
  dates: 'When',
  people: 'Participants',
  peopleOf: (taken, most) => (most === null ? taken : `${taken} of ${most}`),
  next: 'Next step',
  none: 'No classes yet',
  noneWhat: 'Classes that you organise or teach stand here with their next step.',
  steps: {
    attend: 'Record attendance today',
    close: 'Close the class',
    score: 'Enter scores',
    decide: 'Decide requests',
    open: 'Open enrolment',
    timetable: 'Make the timetable',
  },
  quiet: 'None',
}
export const messages: Catalogue<typeof id> = { id, en }
export type Messages = typeof id
