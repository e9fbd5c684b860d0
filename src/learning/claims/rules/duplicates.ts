import { minutesOfJp } from '../../../regulation/index.ts'
import { dateOf, dayNumber } from '../../jp/rules/day.ts'
import { certificateKey, nameKey } from './certificate.ts'
import { daysOf } from './days.ts'

/** What fits into the 24 hours of a day. */
export const jpOfAWholeDay = (day: string): number => Math.floor((24 * 60) / minutesOfJp(day))

/** Something learned, or said to be: a claim that waits, or a record that stands (of a claim: both). */
export type Piece = {
  pegawaiId: number
  claimId: number | null
  recordId: number | null
  name: string
  startedOn: string | null
  endedOn: string
  jp: number | null
  certificateNumber: string | null
  fileSha256: string | null
}

export const flagKinds = [
  'recorded',
  'day_impossible',
  'certificate_own',
  'certificate_other',
  'file_own',
  'file_other',
  'same_name',
  'day_full',
] as const
export type FlagKind = (typeof flagKinds)[number]
/** These stand in the way of a verification until they are mended; the others are worth a look. */
const blocking: readonly FlagKind[] = ['recorded', 'day_impossible']

export type Other = { pegawaiId: number; claimId: number | null; recordId: number | null }
export type Flag = {
  kind: FlagKind
  blocks: boolean
  other: Other | null
  /** `day`: the first on which it is most; `jp`: of that day, rounded up to tenths. */
  detail: { day?: string; jp?: number; most?: number }
}

const firstDay = (one: Piece) => dayNumber(one.startedOn ?? one.endedOn)
const lastDay = (one: Piece) => dayNumber(one.endedOn)
const overlaps = (a: Piece, b: Piece) => firstDay(a) <= lastDay(b) && firstDay(b) <= lastDay(a)

type Load = { jp: bigint; days: bigint }
const plus = (a: Load, b: Load): Load => ({ jp: a.jp * b.days + b.jp * a.days, days: a.days * b.days })
const more = (a: Load, b: Load) => a.jp * b.days > b.jp * a.days
const loadOf = (one: Piece): Load => ({ jp: BigInt(one.jp ?? 0), days: BigInt(Math.max(1, daysOf(one))) })

/** The first day of the claim with the most JP, its own and those beside it, each spread evenly over its days. */
function fullestDay(claim: Piece, beside: readonly Piece[]): { day: number; load: Load; with: Piece | null } {
  const own = loadOf(claim)
  const days = [firstDay(claim), ...beside.map(firstDay).filter(day => day > firstDay(claim))].sort((a, b) => a - b)
  let best = { day: firstDay(claim), load: own, with: null as Piece | null }
  for (const day of days) {
    const then = beside.filter(one => firstDay(one) <= day && lastDay(one) >= day && one.jp !== null)
    const load = then.map(loadOf).reduce(plus, own)
    if (more(load, best.load)) best = { day, load, with: then[0] ?? null }
  }
  return best
}

const tenthsUp = ({ jp, days }: Load) => Number((jp * 10n + days - 1n) / days) / 10

/** The kind under which another piece is the same as this one, or looks like it; null where it does not. */
function likeness(claim: Piece, one: Piece): FlagKind | null {
  const own = one.pegawaiId === claim.pegawaiId
  const certificate = certificateKey(claim.certificateNumber)
  const sameCertificate = certificate !== null && certificate === certificateKey(one.certificateNumber)
  const sameName = nameKey(claim.name) === nameKey(one.name)
  if (own && one.recordId !== null && one.endedOn === claim.endedOn && (sameName || sameCertificate)) return 'recorded'
  if (sameCertificate) return own ? 'certificate_own' : 'certificate_other'
  if (claim.fileSha256 !== null && claim.fileSha256 === one.fileSha256) return own ? 'file_own' : 'file_other'
  return own && sameName && overlaps(claim, one) ? 'same_name' : null
}

/**
 * What is found beside a claim: the same certificate, file, or learning, and days that hold more than a day can. `candidates`: whatever may
 * be like it, of anybody; the claim itself is not among them. `mostADay`: the JP that the instansi takes for a full day. One flag a kind,
 * the gravest first.
 */
export function flagsOf(claim: Piece, candidates: readonly Piece[], mostADay: number): Flag[] {
  const found = new Map<FlagKind, Flag>()
  const add = (kind: FlagKind, other: Piece | null, detail: Flag['detail'] = {}) => {
    if (found.has(kind)) return
    const { pegawaiId, claimId, recordId } = other ?? {}
    found.set(kind, {
      kind,
      blocks: blocking.includes(kind),
      other: pegawaiId === undefined ? null : { pegawaiId, claimId: claimId ?? null, recordId: recordId ?? null },
      detail,
    })
  }
  for (const one of candidates) {
    const kind = likeness(claim, one)
    if (kind) add(kind, one)
  }
  if (claim.jp !== null) {
    // What is recorded already is this very learning: its hours are not counted twice.
    const beside = candidates.filter(
      one => one.pegawaiId === claim.pegawaiId && overlaps(claim, one) && likeness(claim, one) !== 'recorded',
    )
    const { day, load, with: other } = fullestDay(claim, beside)
    const detail = { day: dateOf(day), jp: tenthsUp(load) }
    const whole = jpOfAWholeDay(detail.day)
    if (more(load, { jp: BigInt(whole), days: 1n })) add('day_impossible', other, { ...detail, most: whole })
    else if (more(load, { jp: BigInt(mostADay), days: 1n })) add('day_full', other, { ...detail, most: mostADay })
  }
  return flagKinds.flatMap(kind => found.get(kind) ?? [])
}
