import { type Cause, causes, type Move } from './rules/cause.ts'

/** Causes and moves as addresses name them. */
export const causeWords: Record<Cause, string> = {
  came: 'datang',
  left: 'pergi',
  jabatan: 'jabatan',
  standard: 'standar',
  assessed: 'dinilai',
  expired: 'kedaluwarsa',
  result: 'hasil',
  choice: 'pilihan',
}
export const moveWords = {
  opened: 'terbuka',
  closed: 'tertutup',
  widened: 'melebar',
  narrowed: 'menyempit',
  known: 'diketahui',
  unknown: 'tidak-diketahui',
} as const satisfies Record<Exclude<Move, 'same'>, string>
export type RealMove = keyof typeof moveWords
/** What changed a gap. */
export const gapMoves: readonly RealMove[] = ['opened', 'closed', 'widened', 'narrowed']
export const realMoves = Object.keys(moveWords) as RealMove[]

export const causeIn = (text: string | undefined): Cause | null => causes.find(cause => causeWords[cause] === text) ?? null
/** Null: whatever changed a gap. */
export const moveIn = (text: string | undefined): RealMove | 'all' | null =>
  text === everyMove ? 'all' : (realMoves.find(move => moveWords[move] === text) ?? null)
export const everyMove = 'semua'

const query = (values: Record<string, string | null>) =>
  new URLSearchParams(
    Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== null && entry[1] !== ''),
  ).toString()

/** Where two days of an instansi are compared, and the pages that belong to it. */
export const compareHref = (at: { instansi: string; from: string; until: string }, part = '') =>
  `/kesenjangan/banding${part}?${query({ instansi: at.instansi, dari: at.from, sampai: at.until })}`
export const movedHref = (
  at: { instansi: string; from: string; until: string },
  filter: { cause?: Cause; move?: RealMove; competency?: string },
  part = '',
) =>
  `/kesenjangan/banding/orang${part}?${query({
    instansi: at.instansi,
    dari: at.from,
    sampai: at.until,
    sebab: filter.cause ? causeWords[filter.cause] : null,
    gerak: filter.move ? moveWords[filter.move] : null,
    kompetensi: filter.competency ?? null,
  })}`
export const thenHref = (at: { instansi: string; day: string }, part = '') =>
  `/kebutuhan/pada${part}?${query({ instansi: at.instansi, hari: at.day })}`
