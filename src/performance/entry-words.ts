import { formatDate, type Words } from '../platform/i18n/index.ts'
import { predicateMatrix } from '../regulation/index.ts'
import { performanceLabels } from './labels.ts'
import { periodWords } from './present.ts'
import type { EntryFlaw } from './rules/entry.ts'
import { firstYear, lastDay } from './rules/period.ts'

/** Why a rating is refused and what to do about it, for the form and for the cell of a sheet. */
export function flawWords(found: EntryFlaw): Words {
  if (found.field === 'period') {
    const { period } = found
    if (found.flaw === 'unfinished')
      return {
        id: `Periode ${periodWords(period, 'id')} baru selesai ${formatDate(lastDay(period), 'id')}. Catat setelah periodenya selesai, atau betulkan tahun dan periodenya.`,
        en: `The period ${periodWords(period, 'en')} ends on ${formatDate(lastDay(period), 'en')}. Record it once it is over, or correct year and period.`,
      }
    if (found.flaw === 'no_matrix')
      return {
        id: `${predicateMatrix.name.id} belum berlaku untuk tahun ${period.year}. Catat penilaian mulai tahun ${firstYear}.`,
        en: `No ${predicateMatrix.name.en.toLowerCase()} was in force in ${period.year}. Record ratings from ${firstYear} on.`,
      }
    return {
      id: 'Setahun hanya mempunyai 4 triwulan dan 12 bulan. Betulkan periodenya.',
      en: 'A year has 4 quarters and 12 months. Correct the period.',
    }
  }
  if (found.field === 'result')
    return {
      id: 'Belum ada yang dinilai. Isi hasil kerja dan perilaku kerja, atau predikatnya.',
      en: 'Nothing is rated yet. Give results and behaviour, or the predicate.',
    }
  if (found.field === 'ratedOn')
    return found.flaw === 'future'
      ? {
          id: 'Tanggal penilaian belum tiba. Betulkan tanggalnya.',
          en: 'The day of the rating has not come yet. Correct the date.',
        }
      : {
          id: 'Tanggal penilaian mendahului periode yang dinilai. Betulkan salah satunya.',
          en: 'The day of the rating lies before the period that is rated. Correct one of them.',
        }
  const act = predicateMatrix.entries.at(-1)?.act ?? ''
  return found.computed === null
    ? {
        id: `Predikat ini tidak mungkin dengan penilaian itu menurut ${act}. Betulkan salah satunya, atau kosongkan predikatnya.`,
        en: `This predicate cannot come with that rating under ${act}. Correct one of them, or leave the predicate blank.`,
      }
    : {
        id: `Menurut ${act}, hasil kerja dan perilaku ini berpredikat ${performanceLabels.id.predicate[found.computed]}. Betulkan salah satunya, atau kosongkan predikatnya.`,
        en: `Under ${act} these ratings give the predicate ${performanceLabels.en.predicate[found.computed]}. Correct one of them, or leave the predicate blank.`,
      }
}
