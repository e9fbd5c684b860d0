const millisecondsADay = 86_400_000

/** `yyyy-mm-dd` as days since 1970. */
export const dayNumber = (date: string): number =>
  Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / millisecondsADay

/** Days since 1970 as `yyyy-mm-dd`. */
export const dateOf = (day: number): string => new Date(day * millisecondsADay).toISOString().slice(0, 10)

/** `yyyy-mm-dd` as months since the year 0. */
export const monthNumber = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1

export const yearOf = (date: string): number => Number(date.slice(0, 4))
export const lastDayOf = (year: number): string => `${year}-12-31`

/** The last day of the month that a day lies in. */
export const lastDayOfMonth = (date: string): string =>
  new Date(Date.UTC(yearOf(date), Number(date.slice(5, 7)), 0)).toISOString().slice(0, 10)
