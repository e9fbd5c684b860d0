/** Hours that the clocks of a zone are ahead of UTC: Indonesia knows no summer time. */
const ahead: Readonly<Record<string, number>> = { 'Asia/Jakarta': 7, 'Asia/Makassar': 8, 'Asia/Jayapura': 9 }
const names: Readonly<Record<string, string>> = { 'Asia/Jakarta': 'WIB', 'Asia/Makassar': 'WITA', 'Asia/Jayapura': 'WIT' }

const hoursOf = (timeZone: string): number => {
  const hours = ahead[timeZone]
  if (hours === undefined) throw new Error(`no time zone of Indonesia: ${timeZone}`)
  return hours
}

/** WIB, WITA or WIT. */
export const zoneName = (timeZone: string): string => names[timeZone] ?? timeZone

/** Whether the text is a time of day, hh:mm. */
export const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)

/** The instant at which the clocks of a zone show this day (yyyy-mm-dd) and time (hh:mm). */
export const instantOf = (day: string, time: string, timeZone: string): Date =>
  new Date(Date.parse(`${day}T${time}:00Z`) - hoursOf(timeZone) * 3_600_000)

/** What the clocks of a zone show at an instant. */
export function localOf(instant: Date, timeZone: string): { day: string; time: string } {
  const shown = new Date(instant.getTime() + hoursOf(timeZone) * 3_600_000).toISOString()
  return { day: shown.slice(0, 10), time: shown.slice(11, 16) }
}
