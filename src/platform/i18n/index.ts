export type Language = 'id' | 'en'

/** A sentence or a label in both languages of the interface. */
export type Words = { id: string; en: string }

/** A catalogue: every message in both languages, checked by the compiler (`en: typeof id`). */
export type Catalogue<M> = Record<Language, M>

const locale = { id: 'id-ID', en: 'en-GB' } as const

/** 6129 → `6.129` (id), `6,129` (en). */
export const formatNumber = (value: number, language: Language, digits = 0) =>
  new Intl.NumberFormat(locale[language], { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value)

/** 0.8501 → `85 %`; rounds down to whole percent only at 99.x, so that nothing incomplete reads as 100 %. */
export function formatShare(share: number, language: Language, digits = 0): string {
  const percent = share * 100
  const factor = 10 ** digits
  const shown = share < 1 && Math.round(percent * factor) / factor >= 100 ? Math.floor(percent * factor) / factor : percent
  return `${formatNumber(shown, language, digits)} %`
}

/** `2026-11-22` → `22 November 2026`. */
export const formatDate = (date: string, language: Language) =>
  new Intl.DateTimeFormat(locale[language], { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  )

const zoneNames: Record<string, string> = { 'Asia/Jakarta': 'WIB', 'Asia/Makassar': 'WITA', 'Asia/Jayapura': 'WIT' }

/** An instant in the time zone of the instansi: `22 November 2026 14.05 WIB`. */
export function formatInstant(instant: Date, language: Language, timeZone = 'Asia/Jakarta'): string {
  const day = new Intl.DateTimeFormat(locale[language], { day: 'numeric', month: 'long', year: 'numeric', timeZone }).format(
    instant,
  )
  const time = new Intl.DateTimeFormat(locale[language], { hour: '2-digit', minute: '2-digit', timeZone, hour12: false }).format(
    instant,
  )
  return `${day} ${time} ${zoneNames[timeZone] ?? timeZone}`
}
