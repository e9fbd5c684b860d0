import type { Words } from '../platform/i18n/index.ts'
import { codeLevelLabels } from './labels.ts'
import type { CodeFlaw } from './rules/code.ts'
import type { GoalCodeFlaw } from './rules/goal.ts'

const example: Words = { id: 'misalnya 5.03.02.1.03.0001', en: 'such as 5.03.02.1.03.0001' }

/** What each part should be. */
const parts: Record<1 | 2 | 3 | 4 | 5 | 6, Words> = {
  1: { id: 'urusan, satu angka atau X', en: 'the affair, one digit or X' },
  2: { id: 'bidang urusan, dua angka, atau XX di bawah X', en: 'the field of affairs, two digits, or XX under X' },
  3: { id: 'program, dua angka', en: 'the programme, two digits' },
  4: { id: '1 untuk provinsi atau 2 untuk kabupaten/kota', en: '1 for a province or 2 for a kabupaten or kota' },
  5: { id: 'kegiatan, dua angka', en: 'the kegiatan, two digits' },
  6: { id: 'sub kegiatan, empat angka (dahulu dua)', en: 'the sub kegiatan, four digits (two in old tables)' },
}

/** Why a code cannot be read, and what it should look like. */
export function codeFlawWords({ part, text }: CodeFlaw): Words {
  if (part === 'parts')
    return {
      id: `“${text}” bukan kode nomenklatur. Tulis urusan.bidang.program.tingkat.kegiatan.sub kegiatan, ${example.id}, atau awalnya.`,
      en: `“${text}” is no nomenclature code. Write affair.field.programme.level.kegiatan.sub kegiatan, ${example.en}, or its beginning.`,
    }
  return {
    id: `Bagian ke-${part} kode ini “${text}”, seharusnya ${parts[part].id}. Periksa kodenya; bila angka nol hilang, format kolomnya sebagai Teks.`,
    en: `Part ${part} of this code is “${text}”; it should be ${parts[part].en}. Check the code; where zeros are lost, format the column as Text.`,
  }
}

/** Why a goal cannot bear the code that was given. */
export function goalCodeWords(flaw: GoalCodeFlaw, isProvince: boolean): Words {
  switch (flaw.flaw) {
    case 'missing':
      return { id: 'Isi kodenya.', en: 'Give the code.' }
    case 'long':
      return { id: 'Kode paling banyak 40 huruf. Ringkaskan.', en: 'The code has at most 40 characters. Shorten it.' }
    case 'shape':
      return codeFlawWords(flaw.part)
    case 'level':
      return {
        id: `Kode ini kode ${codeLevelLabels.id[flaw.level].toLowerCase()}, tidak cocok dengan jenisnya. Betulkan kode atau jenisnya.`,
        en: `This is the code of a ${codeLevelLabels.en[flaw.level].toLowerCase()} and does not fit the kind. Correct one of them.`,
      }
    case 'government':
      return isProvince
        ? {
            id: `Kode ${flaw.code} untuk kabupaten/kota (bagian ke-4 angka 2), sedangkan rencana ini milik provinsi. Pakai angka 1.`,
            en: `Code ${flaw.code} is for a kabupaten or kota (part 4 is 2), but this is a plan of a province. Use 1.`,
          }
        : {
            id: `Kode ${flaw.code} untuk provinsi (bagian ke-4 angka 1), sedangkan rencana ini milik kabupaten/kota. Pakai angka 2.`,
            en: `Code ${flaw.code} is for a province (part 4 is 1), but this is a plan of a kabupaten or kota. Use 2.`,
          }
  }
}
