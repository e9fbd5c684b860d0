import { type Cells, type Checked, meant, NameIndex, plainName, RowReader, type Values, type Words } from '../../imports/index.ts'
import { readRupiah } from '../form-reader.ts'
import { monthName } from '../labels.ts'
import { formChoices, golonganChoices, jenjangNames, offerImportFields, patternChoices } from './offer-fields.ts'

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

/** `codes`: of the competencies in force. */
export type OfferLookup = { providers: ProviderFinder; codes: ReadonlySet<string> }

const parts = (text: string, by: RegExp) =>
  text
    .split(by)
    .map(part => part.trim())
    .filter(Boolean)

/** `t.pbj.1 : 2;M.3:3` → `M.3:3; T.PBJ.1:2`, as it is compared with what stands. */
function competencies(row: RowReader, codes: ReadonlySet<string>): string | null {
  const text = row.text('competencies', 1000)
  if (text === null) return null
  const levels = new Map<string, string>()
  for (const part of parts(text, /[;\n]/)) {
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

const monthNumbers = new Map(
  Array.from({ length: 12 }, (_, index) => index + 1).flatMap(month =>
    [String(month), monthName(month, 'id'), monthName(month, 'en')].flatMap(name =>
      [name, name.slice(0, 3)].map(short => [short.toLowerCase(), month] as const),
    ),
  ),
)
function months(row: RowReader): string | null {
  const text = row.text('months')
  if (text === null) return null
  const found = new Set<number>()
  for (const part of parts(text, /[,;\n]/)) {
    const month = monthNumbers.get(part.toLowerCase())
    if (month === undefined)
      return row.refuse('months', {
        id: `“${part}” bukan bulan. Tulis angka 1 sampai 12 atau namanya, dipisah koma.`,
        en: `“${part}” is no month. Write numbers from 1 to 12 or names, split by commas.`,
      })
    found.add(month)
  }
  return [...found].sort((a, b) => a - b).join(', ')
}

function jenjang(row: RowReader): string | null {
  const text = row.text('jenjang')
  if (text === null) return null
  const found: string[] = []
  for (const part of parts(text, /[;,\n]/)) {
    const one = jenjangNames.get(part.toLowerCase())
    if (!one)
      return row.refuse('jenjang', {
        id: `Jenjang “${part}” tidak dikenal. Tulis misalnya Pengawas atau Ahli Muda, dipisah titik koma.`,
        en: `The class of post “${part}” is not known. Write such as Pengawas or Ahli Muda, split by semicolons.`,
      })
    found.push(one)
  }
  return [...new Set(found)].sort().join('; ')
}

function rupiah(row: RowReader, field: string): string | null {
  const text = row.text(field)
  if (text === null) return null
  const sum = readRupiah(text)
  if (sum !== null) return sum.toString()
  return row.refuse(field, {
    id: `“${text}” bukan rupiah bulat. Tulis misalnya 1.250.000; kosongkan bila belum diketahui.`,
    en: `“${text}” is no whole sum of rupiah. Write such as 1.250.000; leave blank where it is not known.`,
  })
}

/** One offer; the same institution and title is the same offer. A blank cell leaves what stands. */
export function checkOffer(cells: Cells, lookup: OfferLookup): Checked {
  const row = new RowReader(cells, offerImportFields)
  const name = row.need('provider', row.text('provider'))
  const found = name === null ? null : lookup.providers.find(name)
  if (found && !found.ok) row.refuse('provider', found.words)
  const title = row.need('title', row.text('title', 200))
  const form = row.need('form', row.choice('form', formChoices))
  const read = {
    pattern: row.choice('pattern', patternChoices),
    jp: row.whole('jp', 1, 2000),
    days: row.whole('days', 1, 400),
    competencies: competencies(row, lookup.codes),
    costParticipant: rupiah(row, 'costParticipant'),
    costFixed: rupiah(row, 'costFixed'),
    seatsMin: row.whole('seatsMin', 1, 100_000),
    seatsMax: row.whole('seatsMax', 1, 100_000),
    place: row.text('place', 200),
    months: months(row),
    jenjang: jenjang(row),
    golonganFrom: row.choice('golonganFrom', golonganChoices),
    maxAge: row.whole('maxAge', 18, 70),
    programme: row.text('programme', 120),
    summary: row.lines('summary', 2000),
    source: row.text('source'),
  }
  if (read.seatsMin !== null && read.seatsMax !== null && read.seatsMin > read.seatsMax)
    row.refuse('seatsMax', {
      id: 'Peserta paling banyak lebih kecil daripada paling sedikit. Betulkan salah satunya.',
      en: 'Participants at most are fewer than at least. Correct one of them.',
    })
  if (row.errors.length > 0 || !found?.ok || title === null || form === null) return { ok: false, errors: row.errors }
  const values: Values = { providerId: found.provider.id, provider: found.provider.name, title, form }
  for (const [key, value] of Object.entries(read)) if (value !== null) values[key] = value
  const about = { id: `penawaran “${title}”`, en: `offer “${title}”` }
  const thing = `${found.provider.id} ${title.toLowerCase()}`
  return { ok: true, values, claims: [{ field: 'title', thing, says: JSON.stringify(values), name: about }] }
}
