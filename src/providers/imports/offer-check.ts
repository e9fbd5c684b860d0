import { type Cells, type Checked, RowReader, type Values } from '../../imports/index.ts'
import { monthName } from '../labels.ts'
import { competenciesCell, type ProviderFinder, partsOf, rupiahCell } from './cells.ts'
import { formChoices, golonganChoices, jenjangNames, offerImportFields, patternChoices } from './offer-fields.ts'

/** `codes`: of the competencies in force. */
export type OfferLookup = { providers: ProviderFinder; codes: ReadonlySet<string> }

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
  for (const part of partsOf(text, /[,;\n]/)) {
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
  for (const part of partsOf(text, /[;,\n]/)) {
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
    competencies: competenciesCell(row, lookup.codes),
    costParticipant: rupiahCell(row, 'costParticipant'),
    costFixed: rupiahCell(row, 'costFixed'),
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
