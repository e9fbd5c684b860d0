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

/** Letters that somebody goes by: who is called or sent by one is told when it is withdrawn. */
export const sentToPeople: readonly LetterKind[] = ['undangan', 'surat_tugas']
