import { meant, NameIndex, plainName, type RowReader, type Words } from '../../imports/index.ts'
import { sql, type Tx } from '../../platform/db/index.ts'
import { readRupiah } from '../form-reader.ts'

export type KnownProvider = { id: number; name: string; shortName: string }

/** Finds the institution that a cell names, by its name or its short name. */
export class ProviderFinder {
  readonly #byName: ReadonlyMap<string, KnownProvider>
  readonly #names: NameIndex
  constructor(providers: readonly KnownProvider[]) {
    this.#byName = new Map(providers.flatMap(one => [one.shortName, one.name].map(name => [plainName(name), one] as const)))
    this.#names = new NameIndex(providers.flatMap(one => [one.name, one.shortName]))
  }
  find(text: string): { ok: true; provider: KnownProvider } | { ok: false; words: Words } {
    const provider = this.#byName.get(plainName(text))
    if (provider) return { ok: true, provider }
    const words = {
      id: `Penyelenggara “${text}” tidak ada di daftar instansi ini. Tambahkan dahulu di Penyelenggara, atau betulkan namanya.`,
      en: `The register of this agency has no provider “${text}”. Add it first under Providers, or correct its name.`,
    }
    return { ok: false, words: meant(words, this.#names.nearest(text)) }
  }
}

/** The open institutions of a register. */
export async function loadProviders(tx: Tx, instansiId: number): Promise<KnownProvider[]> {
  const { rows } = await sql<KnownProvider>`
    SELECT id, name, short_name AS "shortName" FROM provider WHERE instansi_id = ${instansiId} AND closed_at IS NULL`.execute(tx)
  return rows
}
/** Codes of the competencies in force, in capitals. */
export async function loadCodes(tx: Tx): Promise<Set<string>> {
  const { rows } = await sql<{ code: string }>`SELECT upper(code) AS code FROM competency WHERE active`.execute(tx)
  return new Set(rows.map(row => row.code))
}

/** What a cell lists. */
export const partsOf = (text: string, by: RegExp) =>
  text
    .split(by)
    .map(part => part.trim())
    .filter(Boolean)

/** `t.pbj.1 : 2;M.3:3` → `M.3:3; T.PBJ.1:2`, as it is compared with what stands. */
export function competenciesCell(row: RowReader, codes: ReadonlySet<string>): string | null {
  const text = row.text('competencies', 1000)
  if (text === null) return null
  const levels = new Map<string, string>()
  for (const part of partsOf(text, /[;\n]/)) {
    const [, code, level] = /^([\w.]+)\s*[:=]\s*([1-5])$/.exec(part) ?? []
    if (!code || !level)
      return row.refuse('competencies', {
        id: `“${part}” belum terbaca. Tulis kode, titik dua, dan tingkat 1 sampai 5, misalnya M.5:3.`,
        en: `“${part}” cannot be read. Write code, colon and a level from 1 to 5, such as M.5:3.`,
      })
    const known = code.toUpperCase()
    if (!codes.has(known))
      return row.refuse('competencies', {
        id: `Kompetensi “${code}” tidak ada di kamus yang berlaku. Periksa kodenya di Kamus.`,
        en: `The dictionary in force has no competency “${code}”. Check its code in the Dictionary.`,
      })
    levels.set(known, level)
  }
  return [...levels]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, level]) => `${code}:${level}`)
    .join('; ')
}

/** Whole rupiah as text: a bigint does not travel in JSON. */
export function rupiahCell(row: RowReader, field: string): string | null {
  const text = row.text(field)
  if (text === null) return null
  const sum = readRupiah(text)
  if (sum !== null) return sum.toString()
  return row.refuse(field, {
    id: `“${text}” bukan rupiah bulat. Tulis misalnya 1.250.000; kosongkan bila belum diketahui.`,
    en: `“${text}” is no whole sum of rupiah. Write such as 1.250.000; leave blank where it is not known.`,
  })
}
