import type { Cell } from '../../platform/sheet/index.ts'
import type { Choice, Words } from '../kind.ts'

// Why a cell is refused, and what to do about it. {id, en}: the file that goes back is Indonesian, the screen may be English.

const asText = {
  id: 'Format kolom sebagai Teks, tempel ulang NIP dari sumbernya, lalu unggah lagi.',
  en: 'Format the column as Text, paste the NIP again from its source, then upload again.',
}

/** As Excel shows a number that is too long for it. */
const asExcelShows = (cell: Cell | undefined) =>
  typeof cell === 'number' ? cell.toExponential(2).replace('.', ',').replace('e', 'E') : String(cell ?? '')

const digitsOf = (cell: Cell | undefined) => String(cell ?? '').replace(/[\s.'’`]/g, '')
const date = (nip: string) => `${nip.slice(6, 8)}-${nip.slice(4, 6)}-${nip.slice(0, 4)}`

export const nipWords: Record<string, (cell: Cell | undefined) => Words> = {
  scientific: cell => ({
    id: `Excel mengubah NIP menjadi ${asExcelShows(cell)} sehingga angkanya hilang. ${asText.id}`,
    en: `Excel turned the NIP into ${asExcelShows(cell)}, which loses digits. ${asText.en}`,
  }),
  rounded: cell => ({
    id: `NIP ${digitsOf(cell).slice(0, 18)} berakhir 000: Excel membulatkan angka terakhirnya. ${asText.id}`,
    en: `NIP ${digitsOf(cell).slice(0, 18)} ends in 000: Excel rounded its last digits. ${asText.en}`,
  }),
  length: cell => ({
    id: `NIP ini ${digitsOf(cell).length} angka, seharusnya 18. Periksa NIP pada SK.`,
    en: `This NIP has ${digitsOf(cell).length} digits; it should have 18. Check it against the decree.`,
  }),
  not_digits: () => ({
    id: 'NIP hanya boleh berisi angka. Hapus huruf atau tanda lain.',
    en: 'A NIP holds digits only. Remove letters and other signs.',
  }),
  birth_date: cell => ({
    id: `NIP memuat tanggal lahir ${date(digitsOf(cell))} yang tidak ada. Periksa delapan angka pertamanya pada SK.`,
    en: `The NIP holds the birth date ${date(digitsOf(cell))}, which does not exist. Check its first eight digits.`,
  }),
  appointment_month: cell => ({
    id: `NIP PNS memuat bulan pengangkatan ${digitsOf(cell).slice(12, 14)}, seharusnya 01 sampai 12. Periksa angka ke-13 dan ke-14; untuk PPPK isi kolom status kepegawaian.`,
    en: `The NIP of a PNS holds appointment month ${digitsOf(cell).slice(12, 14)}; it should be 01 to 12. Check digits 13 and 14; for PPPK fill the employment column.`,
  }),
  sex_digit: cell => ({
    id: `Angka ke-15 NIP adalah ${digitsOf(cell)[14]}, seharusnya 1 (laki-laki) atau 2 (perempuan). Periksa NIP pada SK.`,
    en: `Digit 15 of the NIP is ${digitsOf(cell)[14]}; it should be 1 (male) or 2 (female). Check it.`,
  }),
  age: () => ({
    id: 'Menurut NIP, orang ini diangkat sebelum berumur 15 atau setelah berumur 60 tahun. Satu angka pasti keliru; periksa pada SK.',
    en: 'By this NIP the person was appointed before 15 or after 60 years of age. A digit must be wrong; check it.',
  }),
}

export const dateWords: Record<string, (text: string) => Words> = {
  not_a_date: text => ({
    id: `“${text}” bukan tanggal. Tulis hari-bulan-tahun, misalnya 31-12-2025.`,
    en: `“${text}” is not a date. Write day-month-year, such as 31-12-2025.`,
  }),
  no_such_day: text => ({
    id: `Tanggal ${text} tidak ada dalam kalender. Tulis hari-bulan-tahun, misalnya 31-12-2025.`,
    en: `The calendar has no ${text}. Write day-month-year, such as 31-12-2025.`,
  }),
  out_of_range: text => ({
    id: `Tahun pada ${text} tidak masuk akal. Periksa tanggalnya.`,
    en: `The year in ${text} cannot be right. Check the date.`,
  }),
  two_digit_year: text => ({
    id: `Tahun pada ${text} hanya dua angka, jadi bisa berarti dua abad. Tulis tahun lengkap, misalnya 31-12-2025.`,
    en: `The year in ${text} has two digits and could mean two centuries. Write all four, such as 31-12-2025.`,
  }),
  time_zone: text => ({
    id: `${text} adalah waktu UTC, yang bisa berarti dua tanggal. Tulis tanggalnya saja, misalnya 31-12-2025.`,
    en: `${text} is an instant in UTC, which can mean two days. Write the date only, such as 31-12-2025.`,
  }),
}

export const blankWords = (label: Words): Words => ({
  id: `${label.id} kosong. Isi kolom ini.`,
  en: `${label.en} is blank. Fill this column.`,
})

export const longWords = (length: number, max: number): Words => ({
  id: `Isi terlalu panjang (${length} huruf); paling banyak ${max}. Ringkaskan.`,
  en: `Too long (${length} characters); at most ${max}. Shorten it.`,
})

export const levelWords = (text: string, low: number, high: number): Words => ({
  id: `Tingkat ${text} tidak ada; isi ${low} sampai ${high}.`,
  en: `There is no level ${text}; give ${low} to ${high}.`,
})

export const numberWords = (text: string, low: number, high: number): Words => ({
  id: `“${text}” bukan bilangan bulat ${low} sampai ${high}. Tulis angkanya saja.`,
  en: `“${text}” is not a whole number from ${low} to ${high}. Write the number only.`,
})

export const choiceWords = (text: string, choices: readonly Choice[]): Words => ({
  id: `“${text}” tidak dikenal. Pilih salah satu: ${choices.map(choice => choice.label.id).join(', ')}.`,
  en: `“${text}” is not known. Choose one of: ${choices.map(choice => choice.label.en).join(', ')}.`,
})

/** Adds "did you mean" where a similar name is known. */
export const meant = (words: Words, nearest: string | null): Words =>
  nearest === null
    ? words
    : { id: `${words.id} Mungkin maksudnya “${nearest}”.`, en: `${words.en} Perhaps “${nearest}” is meant.` }
