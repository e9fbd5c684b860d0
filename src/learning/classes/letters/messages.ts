import { type Catalogue, howMany } from '../../../platform/i18n/index.ts'
import { letterMessages } from '../../letters/messages.ts'
import type { Misfit } from './rules/misfit.ts'

const id = {
  ...letterMessages.id,
  issued: 'Surat yang sudah terbit',
  issuedLead: 'Setiap surat tersimpan persis seperti ketika terbit.',
  none: 'Belum ada surat',
  noneWhat: 'Pilih jenis surat di bawah ini; isinya diambil dari kelas, nomornya berurutan per tahun.',
  kind: 'Jenis surat',
  recipient: 'Untuk',
  everybody: 'Semua peserta',
  invite: 'Kirim lewat WhatsApp',
  recall: 'Kabari lewat WhatsApp',
  withdrawOne: 'Cabut',
  wrongLabel: 'Keliru',
  actions: 'Tindakan',
  renew: 'Terbitkan penggantinya',
  wrong: (n: string, cancelled: boolean) =>
    cancelled
      ? `Kelas ini dibatalkan, tetapi ${n} suratnya masih berlaku. Cabut supaya tidak dipakai lagi.`
      : `${n} surat menyebut waktu atau tempat yang lama. Cabut, lalu terbitkan penggantinya.`,
  withdrawWrong: 'Cabut surat yang keliru',
  misfit: {
    cancelled: 'kelasnya dibatalkan',
    dates: (then: string, now: string) => `menyebut ${then}, kini ${now}`,
    place: (then: string, now: string) => `menyebut ${then}, kini ${now}`,
  },
  misfitWhy: {
    cancelled: 'Kelas dibatalkan',
    dates: 'Tanggal kelas berubah',
    place: 'Tempat kelas berubah',
  } satisfies Record<Misfit, string>,
  told: (kind: string, number: string, course: string) => `${kind} ${number} untuk ${course} dicabut`,
  recallTitle: (number: string) => `Kabari bahwa undangan ${number} dicabut`,
  recallLead:
    'Yang terdaftar sudah diberi tahu di Piawai. Tautan membuka WhatsApp dengan teks siap kirim; nomor yang Anda ketik tidak disimpan.',
  recallText: (name: string, number: string, course: string, why: string) =>
    `Yth. ${name}, surat undangan nomor ${number} untuk ${course} dicabut dan tidak berlaku lagi (${why}). Terima kasih.`,
  issueTitle: 'Terbitkan surat baru',
  instansi: 'Instansi peserta',
  each: (n: string) => `Setiap instansi, masing-masing satu surat (${n} surat)`,
  instansiHelp: 'Surat tugas dan undangan dapat diterbitkan per instansi.',
  ruleTitle: 'Nomor dan penanda tangan surat lembaga ini',
  ruleLead: 'Berlaku untuk surat berikutnya dari semua kelas lembaga ini; yang sudah terbit tidak berubah.',
  flaws: {
    ...letterMessages.id.flaws,
    kind: 'Pilih jenis suratnya.',
    instansi: 'Tidak ada peserta dari instansi ini. Pilih lagi.',
    instansi_needed: 'Surat tugas diterbitkan per instansi. Pilih instansinya.',
  },
  filter: 'Tampilkan',
  all: 'Semua jenis',
  apply: 'Terapkan',
  noMatch: 'Tidak ada surat dari jenis ini.',
  inviteTitle: (number: string) => `Undang lewat WhatsApp: ${number}`,
  inviteLead:
    'Tautan membuka WhatsApp dengan teks siap kirim. Nomor yang Anda ketik tidak disimpan; tanpa nomor, pilih kontaknya di WhatsApp.',
  choose: 'Pilih kontak di WhatsApp',
  phone: 'Nomor WhatsApp',
  make: 'Buat tautan',
  open: (phone: string) => `Buka WhatsApp ke ${phone}`,
  phoneWrong: 'Nomor ini bukan nomor seluler Indonesia. Tulis seperti 0812 3456 7890.',
  participant: 'Peserta',
  text: (name: string, course: string, when: string, place: string, number: string) =>
    `Yth. ${name}, kami mengundang Bapak/Ibu mengikuti ${course} pada ${when} di ${place}. Surat undangan nomor ${number}. Terima kasih.`,
}

const en: typeof id = {
  ...letterMessages.en,
  issued: 'Letters that were issued',
  issuedLead: 'Each is kept exactly as it was issued.',
  none: 'No letters yet',
  noneWhat: 'Choose a kind below; its content comes from the class, its number runs on by year.',
  kind: 'Kind of letter',
  recipient: 'For',
  everybody: 'All participants',
  invite: 'Send by WhatsApp',
  recall: 'Tell them by WhatsApp',
  withdrawOne: 'Withdraw',
  wrongLabel: 'Wrong',
  actions: 'Actions',
  renew: 'Issue one in its place',
  wrong: (n, cancelled) =>
    cancelled
      ? `This class was cancelled, but ${howMany(n, 'letter still holds', 'letters still hold')}. Withdraw so that nobody goes by it.`
      : `${howMany(n, 'letter says', 'letters say')} the former days or place. Withdraw, then issue anew.`,
  withdrawWrong: 'Withdraw the wrong letters',
  misfit: {
    cancelled: 'the class was cancelled',
    dates: (then, now) => `says ${then}, now ${now}`,
    place: (then, now) => `says ${then}, now ${now}`,
  },
  misfitWhy: {
    cancelled: 'The class was cancelled',
    dates: 'The dates of the class changed',
    place: 'The place of the class changed',
  },
  told: (kind, number, course) => `${kind} ${number} for ${course} was withdrawn`,
  recallTitle: number => `Tell them that invitation ${number} was withdrawn`,
  recallLead:
    'Who is enrolled was told in Piawai. The link opens WhatsApp with a text ready to send; a number you type is not kept.',
  recallText: (name, number, course, why) =>
    `Dear ${name}, invitation ${number} for ${course} was withdrawn and no longer holds (${why}). Thank you.`,
  issueTitle: 'Issue a letter',
  instansi: 'Agency of the participants',
  each: n => `Each agency, a letter for each (${howMany(n, 'letter')})`,
  instansiHelp: 'Letters of assignment and invitations can be issued for one agency.',
  ruleTitle: 'How this institution numbers its letters, and who signs',
  ruleLead: 'Holds for the next letters of all its classes; what was issued does not change.',
  flaws: {
    ...letterMessages.en.flaws,
    kind: 'Choose the kind of letter.',
    instansi: 'No participant comes from this agency. Choose again.',
    instansi_needed: 'A letter of assignment is issued for one agency. Choose it.',
  },
  filter: 'Show',
  all: 'All kinds',
  apply: 'Apply',
  noMatch: 'There is no letter of this kind.',
  inviteTitle: number => `Invite by WhatsApp: ${number}`,
  inviteLead:
    'The link opens WhatsApp with a text ready to send. A number you type is not kept; without one, choose the contact in WhatsApp.',
  choose: 'Choose a contact in WhatsApp',
  phone: 'WhatsApp number',
  make: 'Make the link',
  open: phone => `Open WhatsApp to ${phone}`,
  phoneWrong: 'This is no mobile number of Indonesia. Write it like 0812 3456 7890.',
  participant: 'Participant',
  text: (name, course, when, place, number) =>
    `Dear ${name}, we invite you to ${course} on ${when} at ${place}. Letter of invitation ${number}. Thank you.`,
}

export const messages: Catalogue<typeof id> = { id, en }
export type Messages = typeof id
