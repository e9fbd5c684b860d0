import type { Catalogue } from '../../../platform/i18n/index.ts'
import type { LetterKind } from './kinds.ts'

export const letterKindLabels: Catalogue<Record<LetterKind, string>> = {
  id: {
    undangan: 'Undangan',
    surat_tugas: 'Surat tugas',
    nota: 'Nota dinas',
    daftar_peserta: 'Daftar peserta',
    jadwal: 'Jadwal',
    daftar_hadir: 'Rekap daftar hadir',
    rekap_nilai: 'Rekap nilai',
    berita_acara: 'Berita acara penutupan',
  },
  en: {
    undangan: 'Invitation',
    surat_tugas: 'Letter of assignment',
    nota: 'Internal memo',
    daftar_peserta: 'List of participants',
    jadwal: 'Timetable',
    daftar_hadir: 'Attendance summary',
    rekap_nilai: 'Summary of scores',
    berita_acara: 'Minutes of the closing',
  },
}
