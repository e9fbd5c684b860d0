import type { Language, Words } from '../i18n/index.ts'

export const unexpectedWords: Words = {
  id: 'Dokumen ini tidak jadi karena gangguan pada sistem. Tidak ada berkas yang tersimpan sebagian. Tekan “Buat lagi”; bila terulang, sampaikan nomor dokumen ini kepada admin.',
  en: 'This document was not made because of a fault in the system. No file was kept half made. Press “Make again”; if it happens again, tell the admin the number of this document.',
}
export const damagedWords: Words = {
  id: 'Berkas yang tersimpan tidak lagi sama dengan yang diterbitkan (sidik SHA-256 berbeda), jadi tidak diberikan. Catatan penerbitannya tetap ada. Minta admin memulihkan berkas ini dari cadangan.',
  en: 'The file in store is no longer the one that was issued (its SHA-256 differs), so it is not handed out. The record of its issue stands. Ask the admin to restore this file from the backup.',
}
export const lostWords: Words = {
  id: 'Berkas dokumen ini tidak ada di tempat penyimpanan. Catatan penerbitannya, termasuk sidik SHA-256, tetap ada. Minta admin memulihkan berkas ini dari cadangan.',
  en: 'The file of this document is not in store. The record of its issue, its SHA-256 included, stands. Ask the admin to restore this file from the backup.',
}

const id = {
  aboutSheet: 'Tentang dokumen',
  what: 'Hal',
  value: 'Keterangan',
  title: 'Judul',
  asOf: 'Keadaan per',
  number: 'Nomor',
  document: 'Nomor dokumen di Piawai',
  issued: 'Diterbitkan',
  issuedBy: 'Diterbitkan oleh',
  issuer: 'Instansi',
  footer: (id: string, at: string) => `Dokumen ${id} · dicetak ${at}`,
  register: (id: string) => `Disimpan seperti diterbitkan, sebagai dokumen ${id}, dengan sidik SHA-256 dalam daftar dokumen.`,
}
const en: typeof id = {
  aboutSheet: 'About this document',
  what: 'Item',
  value: 'Value',
  title: 'Title',
  asOf: 'As of',
  number: 'Number',
  document: 'Number of the document in Piawai',
  issued: 'Issued',
  issuedBy: 'Issued by',
  issuer: 'Agency',
  footer: (id, at) => `Document ${id} · printed ${at}`,
  register: id => `Kept as it was issued, as document ${id}, with its SHA-256 in the register of documents.`,
}
export const printed: Record<Language, typeof id> = { id, en }
