import { formatDate, formatNumber, type Language } from '../../platform/i18n/index.ts'
import type { FlagKind } from './rules/duplicates.ts'
import type { FoundFlag } from './store/claim.ts'

/** A flag in a word or two, for a list. */
export const flagNames: Record<FlagKind, { id: string; en: string }> = {
  recorded: { id: 'Sudah tercatat', en: 'Recorded already' },
  day_impossible: { id: 'JP sehari mustahil', en: 'Impossible day' },
  certificate_own: { id: 'Nomor sertifikat terulang', en: 'Certificate used again' },
  certificate_other: { id: 'Nomor sertifikat orang lain', en: "Another's certificate number" },
  file_own: { id: 'Berkas terulang', en: 'File used again' },
  file_other: { id: 'Berkas orang lain', en: "Another's file" },
  same_name: { id: 'Kegiatan serupa', en: 'Similar activity' },
  day_full: { id: 'JP sehari padat', en: 'Full day' },
}

/** The other one as far as the reader may know it. */
function otherWords(other: NonNullable<FoundFlag['other']>, language: Language): string {
  const named = other.name && other.endedOn ? `“${other.name}” (${formatDate(other.endedOn, language)})` : null
  if (other.own) return named ?? (language === 'id' ? 'klaim lain' : 'another claim')
  if (!other.seen || !other.person) return language === 'id' ? 'orang lain' : 'somebody else'
  return named ? `${other.person}: ${named}` : other.person
}

/** What was found, in a sentence. */
export function flagSentence(flag: FoundFlag, language: Language): string {
  const other = flag.other ? otherWords(flag.other, language) : ''
  const { day, jp, most } = flag.detail
  const [on, hours, limit] = [
    day ? formatDate(day, language) : '',
    formatNumber(jp ?? 0, language, Number.isInteger(jp) ? 0 : 1),
    formatNumber(most ?? 0, language),
  ]
  const words: Record<FlagKind, { id: string; en: string }> = {
    recorded: {
      id: `Sudah ada di catatan belajar: ${other}. Klaim ini tidak perlu dicatat lagi.`,
      en: `It is in the record of learning already: ${other}. It need not be recorded again.`,
    },
    day_impossible: {
      id: `${on} memuat ${hours} JP, padahal sehari semalam hanya ${limit} JP (24 jam). Periksa JP dan tanggalnya.`,
      en: `${on} would hold ${hours} JP, but a whole day has only ${limit} (24 hours). Check the hours and the days.`,
    },
    certificate_own: {
      id: `Nomor sertifikat ini juga dipakai pada ${other}.`,
      en: `This certificate number is also used for ${other}.`,
    },
    certificate_other: {
      id: `Nomor sertifikat ini juga dipakai ${other}. Mungkin satu nomor untuk semua peserta; pastikan.`,
      en: `This certificate number is also used by ${other}. It may be one number for all; make sure.`,
    },
    file_own: { id: `Berkas yang sama dipakai pada ${other}.`, en: `The same file is used for ${other}.` },
    file_other: { id: `Berkas yang sama diajukan ${other}.`, en: `The same file was brought by ${other}.` },
    same_name: {
      id: `Kegiatan bernama sama pada hari yang bertumpang: ${other}.`,
      en: `An activity of the same name on overlapping days: ${other}.`,
    },
    day_full: {
      id: `${on} memuat ${hours} JP${other ? `, bersama ${other}` : ''}; aturan setempat menyebut ${limit} JP sehari sudah penuh.`,
      en: `${on} holds ${hours} JP${other ? `, together with ${other}` : ''}; by the local rule ${limit} JP fill a day.`,
    },
  }
  return words[flag.kind][language]
}
