export type Language = 'id' | 'en'

/** A sentence or a label in both languages of the interface. */
export type Words = { id: string; en: string }

/** A catalogue: every message in both languages, checked by the compiler (`en: typeof id`). */
export type Catalogue<M> = Record<Language, M>

const locale = { id: 'id-ID', en: 'en-GB' } as const

// A formatter takes a hundred times longer to make than to use, and a heatmap formats thousands of numbers.
const numbers = new Map<string, Intl.NumberFormat>()
const dates = new Map<string, Intl.DateTimeFormat>()

function numberFormat(language: Language, digits: number): Intl.NumberFormat {
  const key = `${language} ${digits}`
  const made =
    numbers.get(key) ?? new Intl.NumberFormat(locale[language], { minimumFractionDigits: digits, maximumFractionDigits: digits })
  numbers.set(key, made)
  return made
}

const parts = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit', hour12: false },
} as const

function dateFormat(language: Language, part: keyof typeof parts, timeZone: string): Intl.DateTimeFormat {
  const key = `${language} ${part} ${timeZone}`
  const made = dates.get(key) ?? new Intl.DateTimeFormat(locale[language], { ...parts[part], timeZone })
  dates.set(key, made)
  return made
}

/** 6129 → `6.129` (id), `6,129` (en). */
export const formatNumber = (value: number, language: Language, digits = 0) =>
  digits === 0 && Number.isInteger(value) && value >= 0 && value < 1000
    ? String(value)
    : numberFormat(language, digits).format(value)

/** A figure that may have a fraction: none where it is whole, else two digits: 72 → `72`, 86.2 → `86,20`. */
export const formatDecimal = (value: number, language: Language) => formatNumber(value, language, Number.isInteger(value) ? 0 : 2)

/** `1 day`, `2 days`: what English writes behind a count, also one that is formatted already. */
export const howMany = (n: number | string, one: string, many = `${one}s`) => `${n} ${String(n) === '1' ? one : many}`

/** 1250000 → `Rp1.250.000`, in either language: as it is typed. */
export const formatRupiah = (rupiah: bigint) => `Rp${numberFormat('id', 0).format(rupiah)}`

const rupiahUnits = [
  { from: 1_000_000_000_000n, id: 'triliun', en: 'trillion' },
  { from: 1_000_000_000n, id: 'miliar', en: 'billion' },
  { from: 1_000_000n, id: 'juta', en: 'million' },
]

/** 87582061963 → `Rp87,6 miliar` (id), `Rp87.6 billion` (en); below a million in full. For a figure; the sum stands beside it. */
export function shortRupiah(rupiah: bigint, language: Language): string {
  const unit = rupiahUnits.find(one => rupiah >= one.from)
  if (!unit) return formatRupiah(rupiah)
  const tenths = Number((20n * rupiah + unit.from) / (2n * unit.from))
  return `Rp${numberFormat(language, 1).format(tenths / 10)} ${unit[language]}`
}

/** 0.8501 → `85 %`; rounds down to whole percent only at 99.x, so that nothing incomplete reads as 100 %. */
export function formatShare(share: number, language: Language, digits = 0): string {
  const percent = share * 100
  const factor = 10 ** digits
  const shown = share < 1 && Math.round(percent * factor) / factor >= 100 ? Math.floor(percent * factor) / factor : percent
  return `${formatNumber(shown, language, digits)} %`
}

/** `2026-11-22` → `22 November 2026`. */
export const formatDate = (date: string, language: Language) =>
  dateFormat(language, 'day', 'UTC').format(new Date(`${date}T00:00:00Z`))

/** From one day to another, nothing said twice: `17–18 Mei 2026`, `16 Oktober – 29 Desember 2026`. */
export function formatPeriod(from: string, until: string, language: Language): string {
  const last = formatDate(until, language)
  if (from >= until) return last
  const first = formatDate(from, language)
  const [day, month] = first.split(' ')
  if (from.slice(0, 7) === until.slice(0, 7)) return `${day}–${last}`
  return from.slice(0, 4) === until.slice(0, 4) ? `${day} ${month} – ${last}` : `${first} – ${last}`
}

const zoneNames: Record<string, string> = { 'Asia/Jakarta': 'WIB', 'Asia/Makassar': 'WITA', 'Asia/Jayapura': 'WIT' }

/** An instant in the time zone of the instansi: `22 November 2026 14.05 WIB`. */
export function formatInstant(instant: Date, language: Language, timeZone = 'Asia/Jakarta'): string {
  const day = dateFormat(language, 'day', timeZone).format(instant)
  const time = dateFormat(language, 'time', timeZone).format(instant)
  return `${day} ${time} ${zoneNames[timeZone] ?? timeZone}`
}
