/** How letters are numbered unless who issues them says otherwise. */
export const usualTemplate = '{nomor}/{kode}/{bulan romawi}/{tahun}'
export const usualCode = 'DIKLAT'

const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'] as const
const places = ['nomor', 'kode', 'bulan', 'bulan romawi', 'tahun'] as const

export type TemplateFlaw = 'number_missing' | 'year_missing' | 'unknown_place' | 'long'

/** What is wrong with a template: it must say the number and the year, so that no two letters are called the same. Null: nothing. */
export function templateFlaw(template: string): TemplateFlaw | null {
  const named = [...template.matchAll(/\{([^{}]*)\}/g)].map(match => match[1]!)
  if (template.length > 100) return 'long'
  if (named.some(name => !(places as readonly string[]).includes(name)) || /[{}]/.test(template.replace(/\{[^{}]*\}/g, '')))
    return 'unknown_place'
  if (!named.includes('nomor')) return 'number_missing'
  return named.includes('tahun') ? null : 'year_missing'
}

/** The number of a letter: `{nomor}/{kode}/{bulan romawi}/{tahun}`, 7, DIKLAT, 2026-11-22 → `007/DIKLAT/XI/2026`. */
export function letterNumber(template: string, code: string, serial: number, date: string): string {
  const [year, month] = [date.slice(0, 4), Number(date.slice(5, 7))]
  const values: Record<string, string> = {
    nomor: String(serial).padStart(3, '0'),
    kode: code,
    bulan: String(month).padStart(2, '0'),
    'bulan romawi': roman[month - 1]!,
    tahun: year,
  }
  return template.replace(/\{([^{}]*)\}/g, (whole, name: string) => values[name] ?? whole)
}

/** A telephone number as wa.me wants it: 0812 3456 7890 and +62 812… → 62812…; null where it is none of a mobile phone in Indonesia. */
export function waNumber(typed: string): string | null {
  const digits = typed.replace(/[^\d+]/g, '').replace(/^\+/, '')
  const full = digits.startsWith('0') ? `62${digits.slice(1)}` : digits
  return /^628\d{7,12}$/.test(full) ? full : null
}

/** A link that opens WhatsApp with a text ready to be sent; without a number it asks whom to. */
export const waLink = (number: string | null, text: string) => `https://wa.me/${number ?? ''}?text=${encodeURIComponent(text)}`
