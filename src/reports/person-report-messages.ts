import type { Catalogue } from '../platform/i18n/index.ts'

const id = {
  title: (name: string) => `Laporan hasil penilaian ${name}`,
  lead: 'Isi laporan menurut data hari ini. Yang diterbitkan disimpan persis seperti waktu itu, walaupun hasilnya kemudian berubah.',
  purpose: 'Tujuan',
  show: 'Tampilkan',
  purposes: { pemetaan: 'Pemetaan', pengisian: 'Pengisian jabatan' },
  issue: 'Terbitkan laporan',
  issueLead: 'PDF dan XLSX dibuat di belakang layar, lalu tampil di daftar di bawah dan pada dokumen orang ini.',
  issueTitle: 'Terbitkan',
  errorTitle: 'Belum diterbitkan. Mohon betulkan ini dahulu:',
  signatory: 'Nomor dan penanda tangan',
  issued: 'Laporan yang sudah terbit',
  issuedNone: 'Belum ada laporan yang diterbitkan tentang orang ini.',
  about: 'Tentang laporan ini',
  nothingTitle: 'Belum ada yang dapat dilaporkan',
  record: 'Catat hasil penilaian',
}
const en: typeof id = {
  title: name => `Assessment report of ${name}`,
  lead: 'What the report would say by the data of today. Once issued it is kept exactly as it was, even if results change later.',
  purpose: 'Purpose',
  show: 'Show',
  purposes: { pemetaan: 'Mapping', pengisian: 'Filling a post' },
  issue: 'Issue the report',
  issueLead: 'PDF and XLSX are made in the background and then stand in the list below and among the documents of this person.',
  issueTitle: 'Issue',
  errorTitle: 'Not issued yet. Please mend the following:',
  signatory: 'Number and signatory',
  issued: 'Reports issued',
  issuedNone: 'No report about this person was issued yet.',
  about: 'About this report',
  nothingTitle: 'Nothing to report yet',
  record: 'Record assessment results',
}
export const personReportMessages: Catalogue<typeof id> = { id, en }
export type PersonReportMessages = typeof id
