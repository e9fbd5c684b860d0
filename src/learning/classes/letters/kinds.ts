export const letterKinds = [
  'undangan',
  'surat_tugas',
  'nota',
  'daftar_peserta',
  'jadwal',
  'daftar_hadir',
  'rekap_nilai',
  'berita_acara',
] as const
export type LetterKind = (typeof letterKinds)[number]
