import type { Catalogue } from '../platform/i18n/index.ts'

const id = {
  hello: (name: string) => `Halo ${name},`,
  open: 'Buka di Piawai',
  digestSubject: (n: number) => (n === 1 ? 'Ringkasan Piawai: 1 pesan' : `Ringkasan Piawai: ${n} pesan`),
  digestLead: { daily: 'Pesan untuk Anda sejak ringkasan kemarin:', weekly: 'Pesan untuk Anda sejak ringkasan minggu lalu:' },
  addressSubject: 'Benarkan alamat surel Anda untuk Piawai',
  addressLead: 'Alamat ini didaftarkan untuk menerima pesan dari Piawai. Bila itu Anda, buka tautan ini dalam 3 hari lalu masuk:',
  addressOpen: 'Ya, ini alamat saya',
  addressNotYou: 'Bila bukan Anda, abaikan surel ini. Tidak ada surel lain yang akan dikirim ke sini.',
  why: 'Surel ini hanya memuat judul. Isinya ada di dalam Piawai, setelah Anda masuk.',
  isDuty: 'Pesan ini wajib sehingga tetap dikirim.',
  end: (topic: string) => `Berhenti menerima surel tentang ${topic}`,
  endDigest: 'Berhenti menerima ringkasan ini',
  settings: 'Atur pesan',
}

const en: typeof id = {
  hello: name => `Hello ${name},`,
  open: 'Open in Piawai',
  digestSubject: n => (n === 1 ? 'Piawai digest: 1 message' : `Piawai digest: ${n} messages`),
  digestLead: { daily: "Messages for you since yesterday's digest:", weekly: "Messages for you since last week's digest:" },
  addressSubject: 'Confirm your e-mail address for Piawai',
  addressLead:
    'This address was given to receive messages from Piawai. If that was you, open this link within 3 days and sign in:',
  addressOpen: 'Yes, this is my address',
  addressNotYou: 'If it was not you, ignore this e-mail. Nothing else will be sent here.',
  why: 'This e-mail holds titles only. What they are about stands in Piawai, once you have signed in.',
  isDuty: 'This message is required and therefore sent in any case.',
  end: topic => `Stop e-mail about ${topic}`,
  endDigest: 'Stop this digest',
  settings: 'Set up messages',
}

export const letterWords: Catalogue<typeof id> = { id, en }
