import { getProvinces, getRegencies } from 'idn-area-data'
import type { TimeZone } from './store/instansi.ts'

export type Region = { code: string; name: string; kind: 'provinsi' | 'kabupaten' | 'kota' }

// The time zones of the law (Keppres 41/1987), by province code.
const central = new Set(['51', '52', '53', '63', '64', '65', '71', '72', '73', '74', '75', '76'])
const eastern = new Set(['81', '82', '91', '92', '93', '94', '95', '96'])
const newProvinces = new Set(['93', '94', '95', '96'])

export const zoneOf = (code: string): TimeZone => {
  const province = code.slice(0, 2)
  return eastern.has(province) ? 'Asia/Jayapura' : central.has(province) ? 'Asia/Makassar' : 'Asia/Jakarta'
}

/** Whether a region lies in one of the four provinces formed in 2022 (seed article 003). */
export const isNewRegion = (code: string) => newProvinces.has(code.slice(0, 2))

/** The 38 provinces and 514 kabupaten/kota (idn-area-data, ODbL), in the order of their codes. */
export async function regions(): Promise<Region[]> {
  const [provinces, regencies] = await Promise.all([getProvinces(), getRegencies()])
  return [
    ...provinces.map(({ code, name }) => ({ code, name: `Pemerintah Provinsi ${name}`, kind: 'provinsi' as const })),
    ...regencies.map(({ code, name }) => ({
      code,
      name: `Pemerintah ${name}`,
      kind: /^kota /i.test(name) ? ('kota' as const) : ('kabupaten' as const),
    })),
  ].sort((a, b) => a.code.localeCompare(b.code))
}
