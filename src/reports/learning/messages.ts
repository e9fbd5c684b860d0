import type { Catalogue } from '../../platform/i18n/index.ts'

const id = {
  title: 'Sesuai kesenjangan',
  titleOf: (name: string) => `Belajar sesuai kesenjangan: ${name}`,
  lead: 'Kursus dan penawaran yang menaikkan kompetensi yang masih di bawah standar jabatan, yang paling banyak menutup kesenjangan lebih dahulu.',
  figure: 'kompetensi masih di bawah standar',
  sentence: (n: string) => `${n} pembelajaran dapat menutup atau memperkecilnya. Mulai dari yang teratas.`,
  sentenceNothing:
    'Belum ada pembelajaran di katalog yang mengajarkannya. Sampaikan kepada pengelola kepegawaian, atau ajukan sebagai usulan kebutuhan.',
  noGaps: 'Tidak ada kesenjangan',
  noGapsWhat: 'Semua kompetensi yang sudah dinilai memenuhi standar jabatan. Lihat katalog untuk menyiapkan jabatan yang dituju.',
  notAssessed: (n: string) => `${n} kompetensi lain belum dinilai, jadi belum dapat disarankan pembelajarannya.`,
  catalogue: 'Buka katalog',
  learning: 'Pembelajaran',
  reason: 'Mengapa disarankan',
  closes: (competency: string, from: number, to: number, required: number) =>
    to >= required
      ? `${competency}: dari tingkat ${from} ke ${to}, sesuai standar`
      : `${competency}: dari tingkat ${from} ke ${to}, standar ${required}`,
  aimed: 'untuk jabatan yang dituju',
  jp: 'JP',
  cost: 'Biaya',
  free: 'gratis',
  costUnknown: 'belum diketahui',
  when: 'Mulai',
  now: 'kapan saja, di ponsel',
  noClass: 'belum ada kelas',
  offer: 'penawaran luar',
  startNow: 'Dapat dimulai sekarang',
  bySchedule: 'Menurut jadwal kelas, dan penawaran luar',
  moreReasons: (n: string) => `dan ${n} kompetensi lain`,
  rule: 'Urutan: tingkat yang ditutup (jabatan sekarang dihitung dua kali), lalu biaya dan lamanya. Yang syarat ikutnya belum Anda penuhi tidak ditampilkan. Urutan ini pilihan Piawai.',
}

const en: typeof id = {
  title: 'For my gaps',
  titleOf: name => `Learning for the gaps of ${name}`,
  lead: 'Courses and offers that raise competencies below the standard of the post, what closes most of the gap first.',
  figure: 'competencies are still below the standard',
  sentence: n => `${n} ways to learn close them or make them smaller. Begin with the first.`,
  sentenceNothing: 'Nothing in the catalogue teaches them yet. Tell the HR manager, or propose it as a need.',
  noGaps: 'No gap',
  noGapsWhat: 'Every competency that was assessed meets the standard. See the catalogue to prepare for the post you aim at.',
  notAssessed: n => `${n} more competencies were not assessed yet, so nothing can be recommended for them.`,
  catalogue: 'Open the catalogue',
  learning: 'Learning',
  reason: 'Why it is recommended',
  closes: (competency, from, to, required) =>
    to >= required
      ? `${competency}: from level ${from} to ${to}, as the standard asks`
      : `${competency}: from level ${from} to ${to}, standard ${required}`,
  aimed: 'for the post aimed at',
  jp: 'JP',
  cost: 'Cost',
  free: 'free',
  costUnknown: 'not known',
  when: 'Begins',
  now: 'any time, on the phone',
  noClass: 'no class yet',
  offer: 'offer of others',
  startNow: 'Can begin now',
  bySchedule: 'By the schedule of a class, and offers of others',
  moreReasons: n => `and ${n} more competencies`,
  rule: 'Order: levels closed (those of the post held count double), then cost and length. What you may not join yet is left out. This order is Piawai’s choice.',
}

export const learningMessages: Catalogue<typeof id> = { id, en }
export type LearningMessages = typeof id
