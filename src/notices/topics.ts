import type { Words } from '../platform/i18n/index.ts'

/** What one may be told about: a closed list. An account chooses for each of them where it is told (/pesan/pengaturan). */
export type Topic =
  | 'account'
  | 'assessment'
  | 'enrolment'
  | 'class'
  | 'learning'
  | 'jp'
  | 'claim'
  | 'activity'
  | 'community'
  | 'evaluation'

export type EmailChoice = 'now' | 'digest' | 'off'

type About = {
  name: Words
  about: Words
  /** Everything in it is a duty: it cannot be switched off. In the others a single notice may be one. */
  duty: boolean
  /** Where an account has chosen nothing. Nothing is mailed before an address is confirmed, nothing pushed before a device is added. */
  email: Exclude<EmailChoice, 'off'>
}

export const topics: Record<Topic, About> = {
  account: {
    name: { id: 'Akun dan keamanan', en: 'Account and security' },
    about: { id: 'Pembukaan akun dan perubahan hak Anda', en: 'The opening of accounts and changes of your rights' },
    duty: true,
    email: 'now',
  },
  assessment: {
    name: { id: 'Penilaian kompetensi', en: 'Competency assessment' },
    about: {
      id: 'Penilaian yang menunggu Anda, keputusan atas keberatan',
      en: 'Ratings that wait for you, decisions on objections',
    },
    duty: false,
    email: 'now',
  },
  enrolment: {
    name: { id: 'Pendaftaran', en: 'Enrolment' },
    about: { id: 'Undangan, persetujuan, daftar tunggu, pembatalan', en: 'Invitations, approvals, waiting lists, cancellations' },
    duty: false,
    email: 'now',
  },
  class: {
    name: { id: 'Kelas', en: 'Classes' },
    about: {
      id: 'Jadwal, perubahan tempat, kehadiran, hasil, tugas untuk dinilai',
      en: 'Schedules, changes of place, attendance, results, assignments to grade',
    },
    duty: false,
    email: 'now',
  },
  learning: {
    name: { id: 'Belajar mandiri', en: 'Learning alone' },
    about: { id: 'Kursus yang Anda mulai, tugas, kuis', en: 'Courses you began, assignments, quizzes' },
    duty: false,
    email: 'digest',
  },
  jp: {
    name: { id: 'Jam pelajaran (JP)', en: 'Learning hours (JP)' },
    about: { id: 'JP yang diakui dan yang masih kurang tahun ini', en: 'Hours recognised, and those still missing this year' },
    duty: false,
    email: 'digest',
  },
  claim: {
    name: { id: 'Klaim belajar', en: 'Claims of learning' },
    about: {
      id: 'Klaim yang diverifikasi, dikembalikan, atau menunggu Anda',
      en: 'Claims verified, returned, or waiting for you',
    },
    duty: false,
    email: 'now',
  },
  activity: {
    name: { id: 'Kegiatan belajar di tempat kerja', en: 'Learning at work' },
    about: { id: 'Coaching, mentoring, magang, penugasan', en: 'Coaching, mentoring, internships, assignments' },
    duty: false,
    email: 'now',
  },
  community: {
    name: { id: 'Komunitas belajar', en: 'Communities' },
    about: { id: 'Pertanyaan, jawaban, dan pertemuan komunitas Anda', en: 'Questions, answers and meetings of your communities' },
    duty: false,
    email: 'digest',
  },
  evaluation: {
    name: { id: 'Evaluasi pembelajaran', en: 'Evaluation of learning' },
    about: {
      id: 'Kuesioner setelah kelas dan beberapa bulan sesudahnya',
      en: 'Questionnaires after a class and some months later',
    },
    duty: false,
    email: 'now',
  },
}

export const topicKeys = Object.keys(topics) as Topic[]
export const isTopic = (text: string): text is Topic => Object.hasOwn(topics, text)

/** Where e-mail about a topic goes for an account that has chosen nothing. */
export const topicDefaults = topicKeys.map(topic => ({ topic, email: topics[topic].email }))
