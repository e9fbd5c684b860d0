import { type Series, series } from './series.ts'

/** What a national programme is held to. `jp` by the way it is held, null where all are the same; `mark`: least to pass, 0 to 100. Null: not known. */
export type NationalProgramme = {
  jp: readonly { pattern: 'blended' | 'klasikal' | null; jp: number }[]
  days: number | null
  mark: number | null
}

const reads = ({ jp, days, mark }: NationalProgramme): { id: string; en: string } => {
  const hours = (or: string) => jp.map(one => `${one.jp} JP${one.pattern ? ` (${one.pattern})` : ''}`).join(` ${or} `)
  const rest = (word: string, least: string) => [days && `${days} ${word}`, mark && `${least} ${mark}`]
  return {
    id: [hours('atau'), ...rest('hari', 'nilai lulus paling rendah')].filter(Boolean).join(', '),
    en: [hours('or'), ...rest('days', 'least mark to pass')].filter(Boolean).join(', '),
  }
}
const programme = (key: string, name: string, entries: Series<NationalProgramme>['entries']) =>
  series<NationalProgramme>(
    {
      key: `programme_${key}`,
      name: { id: `Ketentuan program ${name}`, en: `National programme ${name}` },
      usedBy: { id: 'Kursus (kartu versi)', en: 'Courses (card of a version)' },
      checked: '2026-11-22',
      reads,
    },
    entries,
  )

const pkp: NationalProgramme = { jp: [{ pattern: null, jp: 830 }], days: 96, mark: 70 }

/** Programmes whose hours were found, by the beginning of the name under which they are accredited. */
export const nationalProgrammes: Readonly<Record<'pkp' | 'latsar', Series<NationalProgramme>>> = {
  pkp: programme('pkp', 'PKP', [
    {
      from: '2019-01-01',
      until: '2022-01-01',
      value: pkp,
      act: 'PerLAN 15/2019',
      article: null,
      source: 'BDK Surabaya 2020 (290 JP pelatihan dan 540 JP di instansi asal); Kalteng Pos 10 Juni 2021',
      verified: true,
    },
    {
      from: '2022-01-01',
      value: pkp,
      act: 'PerLAN 5/2022 jo. 6/2022',
      article: null,
      source: 'Angka PerLAN 15/2019 yang digantikannya; jam pola blended yang baru belum terbaca',
      verified: false,
    },
  ]),
  latsar: programme('latsar', 'Latsar CPNS', [
    {
      from: '2021-01-01',
      value: {
        jp: [
          { pattern: 'blended', jp: 647 },
          { pattern: 'klasikal', jp: 511 },
        ],
        days: null,
        mark: null,
      },
      act: 'PerLAN 1/2021 jo. 10/2021',
      article: null,
      source: 'Sindonews dan Kompasiana',
      verified: true,
    },
  ]),
}

/** The national programme that a name speaks of; null: none whose hours were found. */
export const nationalProgramme = (name: string): Series<NationalProgramme> | null => {
  const first = name.trim().toLowerCase().split(/\s+/)[0]
  return Object.entries(nationalProgrammes).find(([key]) => key === first)?.[1] ?? null
}
