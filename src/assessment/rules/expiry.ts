import { expiryWarningDays } from '../../regulation/index.ts'

/** The last day `yyyy-mm-dd` on which a result that still holds `today` counts as about to expire. */
export const lastWarnedDay = (today: string, days = expiryWarningDays): string =>
  new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
