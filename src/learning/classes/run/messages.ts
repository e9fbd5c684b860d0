import type { Catalogue } from '../../../platform/i18n/index.ts'

const id = {
  classes: 'Kelas',
  tabs: 'Bagian kelas',
  timetable: 'Jadwal',
  attendance: 'Kehadiran',
  materials: 'Bahan',
  results: 'Nilai',
  closing: 'Penutupan',
  letters: 'Surat',
  assignments: 'Tugas',
  evaluation: 'Evaluasi',
  frozen: 'Kelas ini sudah ditutup: semua yang tercatat tetap dapat dibaca dan dicetak, tetapi tidak diubah lagi.',
  cancelled: 'Kelas ini dibatalkan.',
}
const en: typeof id = {
  classes: 'Classes',
  tabs: 'Parts of the class',
  timetable: 'Timetable',
  attendance: 'Attendance',
  materials: 'Materials',
  results: 'Scores',
  closing: 'Closing',
  letters: 'Letters',
  assignments: 'Assignments',
  evaluation: 'Evaluation',
  frozen: 'This class is closed: everything recorded can still be read and printed, but not changed.',
  cancelled: 'This class was cancelled.',
}
export const messages: Catalogue<typeof id> = { id, en }
