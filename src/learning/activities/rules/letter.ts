import { type ActivityKind, type ActivityState, kindsOfActivity } from './activity.ts'

/** Which letter an activity is given: who is accompanied gets a coach assigned, everybody else is sent. */
export type ActivityLetterKind = 'penugasan' | 'tugas'
export const letterKindOf = (kind: ActivityKind): ActivityLetterKind => (kindsOfActivity[kind].partner ? 'penugasan' : 'tugas')

/** While it runs and until it is judged: nobody is sent to what is over. */
export const mayHaveLetter = (state: ActivityState): boolean => state === 'agreed' || state === 'reported'

/** Letters that were not withdrawn: the others send nobody. */
export const holding = <Letter extends { withdrawn: object | null }>(letters: readonly Letter[]): Letter[] =>
  letters.filter(one => one.withdrawn === null)
