import type { Tx } from '../../platform/db/index.ts'
import { choicesBy } from '../jp/choices.ts'
import { yearOf } from '../jp/rules/day.ts'
import { type Flag, flagsOf, type Piece } from './rules/duplicates.ts'
import type { Claim } from './store/claim.ts'
import { lockClaims, lockQueue } from './store/claim.ts'
import { candidatesOf, replaceFlags } from './store/duplicates.ts'

/** A claim as it is compared; it says what it is and when, as every claim does that was submitted. */
export const pieceOf = (claim: Claim): Piece => ({
  pegawaiId: claim.pegawaiId,
  claimId: claim.id,
  recordId: null,
  name: claim.name ?? '',
  startedOn: claim.startedOn,
  endedOn: claim.endedOn!,
  jp: claim.jp,
  certificateNumber: claim.certificateNumber,
  fileSha256: claim.file?.sha256 ?? null,
})

/** The JP that a day holds by the choice of the instansi for that year. */
export async function dayHoldsBy(
  tx: Tx,
  instansiIds: readonly number[],
  today: string,
): Promise<(instansiId: number, date: string) => number> {
  const choices = new Map<number, Awaited<ReturnType<typeof choicesBy>>>()
  for (const id of new Set(instansiIds)) choices.set(id, await choicesBy(tx, id, today))
  return (instansiId, date) => choices.get(instansiId)!(yearOf(date)).choice.dayHolds
}

/** What is found beside these claims now, in their order. To be called where everybody is seen. */
export async function findFlags(tx: Tx, claims: readonly Claim[], today: string): Promise<Flag[][]> {
  const pieces = claims.map(pieceOf)
  const candidates = await candidatesOf(tx, pieces)
  const holds = await dayHoldsBy(
    tx,
    claims.map(one => one.instansiId),
    today,
  )
  return claims.map((claim, at) => flagsOf(pieces[at]!, candidates[at]!, holds(claim.instansiId, claim.endedOn!)))
}

/** Writes anew what is found beside these claims; one that does not wait any more has nothing beside it. */
export async function refreshFlags(tx: Tx, claimIds: readonly number[], today: string): Promise<void> {
  if (claimIds.length === 0) return
  await lockQueue(tx)
  const claims = await lockClaims(tx, claimIds)
  const open = claims.filter(claim => claim.state === 'submitted')
  const found = await findFlags(tx, open, today)
  const flags = new Map(open.map((claim, at) => [claim.id, found[at]!]))
  await replaceFlags(
    tx,
    claims.map(({ pegawaiId, id }) => ({ pegawaiId, id, flags: flags.get(id) ?? [] })),
  )
}
