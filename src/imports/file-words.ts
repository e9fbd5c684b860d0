import type { SheetProblem } from '../platform/sheet/index.ts'
import type { Words } from './kind.ts'

// Why a whole file or a whole step was refused: what happened, what was kept, what to do.

type Detail = Record<string, string | number> | undefined

const kept = { id: 'Tidak ada data yang diubah.', en: 'No data was changed.' }
const saved: Record<string, string> = {
  id: 'Buka di Excel, pilih Simpan Sebagai, jenis “Buku Kerja Excel (.xlsx)”, lalu unggah lagi.',
  en: 'Open it in Excel, choose Save as, type “Excel Workbook (.xlsx)”, then upload again.',
}
const names: Record<string, string> = {
  pdf: 'PDF',
  html: 'HTML',
  xml: 'XML',
  docx: 'Word',
  doc: 'Word',
  pptx: 'PowerPoint',
  xlsb: 'Excel biner (.xlsb)',
  ods: 'OpenDocument (.ods)',
  exe: 'program',
  binary: 'biner',
}
const format = (value: string | number | undefined) =>
  typeof value === 'number' ? value.toLocaleString('id-ID') : String(value ?? '')

const place = (detail: Detail): Words => {
  if (detail?.line !== undefined)
    return {
      id: ` (tanda kutip di baris teks ${detail.line} tidak ditutup)`,
      en: ` (a quote in text line ${detail.line} is never closed)`,
    }
  if (detail?.row !== undefined)
    return {
      id: ` (di baris ${detail.row}, kolom ${detail.column ?? '?'})`,
      en: ` (at row ${detail.row}, column ${detail.column ?? '?'})`,
    }
  return { id: '', en: '' }
}

const problems: Record<SheetProblem, (detail: Detail) => Words> = {
  wrong_type: detail => {
    const name = names[String(detail?.kind)] ?? String(detail?.kind ?? '?').toUpperCase()
    return {
      id: `Isi berkas ini ${name}, bukan lembar XLSX atau CSV (apa pun namanya). ${saved.id}`,
      en: `This file holds ${name}, not an XLSX or CSV sheet (whatever its name). ${saved.en}`,
    }
  },
  old_xls: () => ({ id: `Ini format Excel lama (.xls). ${saved.id}`, en: `This is the old Excel format (.xls). ${saved.en}` }),
  encrypted: () => ({
    id: 'Berkas ini dikunci kata sandi. Di Excel: Berkas → Info → Proteksi Buku Kerja → hapus kata sandinya, simpan, lalu unggah lagi.',
    en: 'This file is locked with a password. In Excel: File → Info → Protect Workbook → remove the password, save, then upload again.',
  }),
  broken: detail => ({
    id: `Berkas ini rusak atau terpotong${place(detail).id}. Unduh atau salin ulang dari sumbernya, buka di Excel untuk memastikan, lalu unggah lagi.`,
    en: `This file is broken or cut off${place(detail).en}. Download or copy it again, open it in Excel to make sure, then upload again.`,
  }),
  bomb: () => ({
    id: 'Berkas ini mengembang tidak wajar ketika dibuka, jadi ditolak demi keamanan. Salin datanya saja ke buku kerja baru, lalu unggah lagi.',
    en: 'This file grows unreasonably when opened and was refused for safety. Copy only the data into a new workbook, then upload again.',
  }),
  too_large: () => ({
    id: 'Lembar ini terlalu besar untuk dibaca sekaligus. Hapus kolom dan baris yang tidak dipakai, atau pecah menjadi beberapa berkas.',
    en: 'This sheet is too large to read at once. Delete unused columns and rows, or split it into several files.',
  }),
  too_many_rows: detail => ({
    id: `Lembar ini lebih dari ${format(detail?.limit)} baris. Pecah menjadi beberapa berkas, lalu unggah satu per satu.`,
    en: `This sheet has more than ${format(detail?.limit)} rows. Split it into several files and upload them one by one.`,
  }),
  too_many_columns: detail => ({
    id: `Lembar ini sampai kolom ke-${format(detail?.columns)}; paling banyak ${format(detail?.limit)}. Hapus kolom di kanan data (pilih, lalu Hapus), simpan, dan unggah lagi.`,
    en: `This sheet reaches column ${format(detail?.columns)}; at most ${format(detail?.limit)}. Delete the columns right of the data, save, and upload again.`,
  }),
  too_slow: detail => ({
    id: `Membaca lembar ini melewati ${format(detail?.seconds)} detik. Salin datanya saja (tempel sebagai nilai) ke buku kerja baru, lalu unggah lagi.`,
    en: `Reading this sheet took over ${format(detail?.seconds)} seconds. Copy only the data (paste as values) into a new workbook, then upload again.`,
  }),
  empty: () => ({
    id: 'Berkas ini kosong. Isi datanya di bawah baris judul kolom, simpan, lalu unggah lagi. Templat dapat diunduh di halaman Impor.',
    en: 'This file is empty. Fill in the data below the column names, save, and upload again. Templates are on the Imports page.',
  }),
}

const withKept = (words: Words): Words => ({ id: `${words.id} ${kept.id}`, en: `${words.en} ${kept.en}` })

export const sheetWords = (problem: SheetProblem, detail?: Detail): Words => withKept(problems[problem](detail))

export const noHeaderWords = withKept({
  id: 'Baris judul kolom tidak ditemukan di 20 baris pertama. Beri nama tiap kolom di satu baris (misalnya NIP, Nama), data di bawahnya.',
  en: 'No row of column names was found in the first 20 rows. Name each column in one row (such as NIP, Nama), the data below it.',
})
export const noRowsWords = withKept({
  id: 'Judul kolom ada, tetapi tidak ada satu pun baris data di bawahnya. Isi datanya, simpan, lalu unggah lagi.',
  en: 'The column names are there, but no row of data below them. Fill it in, save, and upload again.',
})
export const brokenJsonWords = withKept({
  id: 'Berkas JSON ini rusak, atau bukan jawaban layanan untuk jenis impor ini. Unduh ulang dari sumbernya, lalu unggah tanpa mengubah isinya.',
  en: 'This JSON file is broken, or no answer of the service for this kind of import. Fetch it again and upload it unchanged.',
})
export const staleWords = withKept({
  id: 'Data di Piawai berubah sejak pratinjau ini dibuat, sehingga sebagian isinya tidak cocok lagi. Tekan “Baca ulang berkas” untuk pratinjau yang baru.',
  en: 'Data in Piawai changed since this preview was made, so part of it no longer fits. Press “Read the file again” for a fresh preview.',
})
export const unexpectedWords = withKept({
  id: 'Pekerjaan ini terhenti karena gangguan di server. Tekan “Baca ulang berkas”; bila terulang, beri tahu admin dengan nomor impor ini.',
  en: 'This work stopped because of a fault in the server. Press “Read the file again”; if it happens again, tell the admin the number of this import.',
})
export const goneWords = withKept({
  id: 'Berkas unggahan sudah tidak tersimpan di server. Unggah lagi lewat “Impor baru”.',
  en: 'The uploaded file is no longer on the server. Upload it again through “New import”.',
})
export const tooBigWords: Words = {
  id: 'Berkas lebih besar dari 25 MB. Hapus gambar, lembar, dan kolom yang tidak dipakai, atau pecah menjadi beberapa berkas. Tidak ada yang disimpan.',
  en: 'The file is larger than 25 MB. Remove pictures, sheets and columns that are not needed, or split it. Nothing was kept.',
}
