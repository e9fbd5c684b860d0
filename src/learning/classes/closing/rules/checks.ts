/** What must hold before a class is closed. `open`: not yet, with how many; `missing`: nothing there at all. */
export type CheckKey = 'people' | 'sessions' | 'attendance' | 'results' | 'accreditation'
export type Check = { key: CheckKey; state: 'done' | 'open' | 'missing'; count: number }

export type Facts = {
  people: number
  sessions: number
  /** Sessions that are not over, and with a class whose last day is to come at least one. */
  sessionsAhead: number
  /** Participants × sessions with JP that nobody decided. */
  undecided: number
  /** Participants whose result is not known. */
  unknownResults: number
  /** Null: nothing must be accredited. */
  accredited: boolean | null
}

const check = (key: CheckKey, count: number, missing = false): Check => ({
  key,
  state: missing ? 'missing' : count > 0 ? 'open' : 'done',
  count,
})

/** The checks of a class in the order in which they are mended. */
export function checksOf(facts: Facts): Check[] {
  return [
    check('people', 0, facts.people === 0),
    check('sessions', facts.sessionsAhead, facts.sessions === 0),
    check('attendance', facts.undecided),
    check('results', facts.unknownResults),
    ...(facts.accredited === null ? [] : [check('accreditation', facts.accredited ? 0 : 1)]),
  ]
}

/** Whether a class with these checks may be closed. */
export const mayClose = (checks: readonly Check[]): boolean => checks.every(one => one.state === 'done')
