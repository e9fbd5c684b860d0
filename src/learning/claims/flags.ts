import type { Tx } from '../../platform/db/index.ts'
import { policyThrough } from '../../policies/index.ts'
import { claimDayPolicy } from './policy.ts'
import { type Flag, flagsOf, type Piece } from './rules/duplicates.ts'
import type { Claim } from './store/claim.ts'
import { lockClaims } from './store/claim.ts'
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

/** The JP that a day holds, by instansi and day. */
export async function mostADayOf(tx: Tx, instansiIds: readonly number[]): Promise<(instansiId: number, date: string) => number> {
  const rules = new Map<number, (date: string) => number>()
  for (const id of new Set(instansiIds)) {
    const rule = await policyThrough(tx, claimDayPolicy, id)
    rules.set(id, date => rule(date).value.mostADay)
  }
  return (instansiId, date) => rules.get(instansiId)!(date)
}

/** What is found beside these claims now, in their order. To be called where everybody is seen. */
export async function findFlags(tx: Tx, claims: readonly Claim[]): Promise<Flag[][]> {
  const pieces = claims.map(pieceOf)
  const [candidates, most] = [
    await candidatesOf(tx, pieces),
    await mostADayOf(
      tx,
      claims.map(one => one.instansiId),
    ),
  ]
  return claims.map((claim, at) => flagsOf(pieces[at]!, candidates[at]!, most(claim.instansiId, claim.endedOn!)))
}

/** Writes anew what is found beside these claims; one that does not wait any more has nothing beside it. */
export async function refreshFlags(tx: Tx, claimIds: readonly number[]): Promise<void> {
  if (claimIds.length === 0) return
  const claims = await lockClaims(tx, claimIds)
  const open = claims.filter(claim => claim.state === 'submitted')
  const found = await findFlags(tx, open)
  const flags = new Map(open.map((claim, at) => [claim.id, found[at]!]))
  await replaceFlags(
    tx,
    claims.map(({ pegawaiId, id }) => ({ pegawaiId, id, flags: flags.get(id) ?? [] })),
  )
}
