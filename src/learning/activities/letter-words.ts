import type { ActivityLetterKind } from './rules/letter.ts'

const id = {
  issueLetter: 'Terbitkan surat',
  letterMissing: 'Belum ada surat yang diterbitkan di sini. Atasan atau pengelola yang menerbitkannya.',
  letterKinds: { tugas: 'Surat tugas', penugasan: 'Surat penugasan' } satisfies Record<ActivityLetterKind, string>,
  letterLine: (kind: string, day: string, name: string) => `${kind}, ${day}, ditandatangani ${name}`,
  letterStands: 'Kegiatan ini dibatalkan, tetapi suratnya masih berlaku. Cabut supaya tidak dipakai lagi.',
  letterRuleTitle: 'Aturan nomor surat instansi ini',
  letterRuleLead: 'Berlaku untuk surat kegiatan berikutnya dari instansi ini; yang sudah terbit tidak berubah.',
}

const en: typeof id = {
  issueLetter: 'Issue the letter',
  letterMissing: 'No letter was issued here yet. The manager or who keeps the staff records issues it.',
  letterKinds: { tugas: 'Letter of assignment', penugasan: 'Letter assigning a partner' },
  letterLine: (kind, day, name) => `${kind}, ${day}, signed by ${name}`,
  letterStands: 'This activity was cancelled, but its letter still holds. Withdraw it so that nobody goes by it.',
  letterRuleTitle: 'How this agency numbers its letters',
  letterRuleLead: 'Holds for the next letters of activities of this agency; what was issued does not change.',
}

/** What the letter of an activity is called and said to be. */
export const letterWords = { id, en }
