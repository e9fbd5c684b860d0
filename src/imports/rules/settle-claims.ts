import type { Claim, FieldError, Words } from '../kind.ts'

export type Settled = { refused: Map<number, FieldError[]>; skipped: Map<number, Words> }
type Said = { rowNumber: number; claim: Claim }

/**
 * Finds rows of one file that repeat or contradict each other. A row that says nothing new is skipped; rows that say different
 * things of the same are all refused, each naming the other, because nobody but the user knows which is right.
 * @param rows in the order of the sheet
 */
export function settleClaims(rows: readonly { rowNumber: number; claims: readonly Claim[] }[]): Settled {
  const byThing = new Map<string, Said | Said[]>()
  for (const { rowNumber, claims } of rows) {
    for (const claim of claims) {
      const said = byThing.get(claim.thing)
      if (said === undefined) byThing.set(claim.thing, { rowNumber, claim })
      else if (Array.isArray(said)) said.push({ rowNumber, claim })
      else byThing.set(claim.thing, [said, { rowNumber, claim }])
    }
  }
  const refused = new Map<number, FieldError[]>()
  const again = new Map<number, Map<string, number>>()
  for (const [thing, said] of byThing) {
    if (!Array.isArray(said)) continue
    for (const [rowNumber, error] of contradictions(said)) refused.set(rowNumber, [...(refused.get(rowNumber) ?? []), error])
    const first = new Map<string, number>()
    for (const { rowNumber, claim } of said) {
      const earlier = first.get(claim.says)
      if (earlier === undefined) first.set(claim.says, rowNumber)
      else again.set(rowNumber, (again.get(rowNumber) ?? new Map()).set(thing, earlier))
    }
  }
  const skipped = new Map<number, Words>()
  for (const { rowNumber, claims } of rows) {
    const repeats = again.get(rowNumber)
    if (!repeats || refused.has(rowNumber) || !claims.every(claim => repeats.has(claim.thing))) continue
    const earlier = Math.max(...repeats.values())
    skipped.set(rowNumber, {
      id: `Sama persis dengan baris ${earlier}; dilewati.`,
      en: `Exactly like row ${earlier}; skipped.`,
    })
  }
  return { refused, skipped }
}

function* contradictions(said: readonly Said[]): Generator<[number, FieldError]> {
  const groups = new Map<string, number[]>()
  for (const { rowNumber, claim } of said) {
    const group = groups.get(claim.says)
    if (group) group.push(rowNumber)
    else groups.set(claim.says, [rowNumber])
  }
  if (groups.size < 2) return
  const most = [...groups].reduce((a, b) => (b[1].length > a[1].length ? b : a))
  for (const { rowNumber, claim } of said) {
    if (claim.shared && claim.says === most[0]) continue
    const other = (claim.shared ? most[1][0] : [...groups].find(([says]) => says !== claim.says)?.[1][0])!
    yield [
      rowNumber,
      {
        field: claim.field,
        id: `Isi baris ini bertentangan dengan baris ${other} tentang ${claim.name.id}. Samakan keduanya atau hapus yang keliru.`,
        en: `This row contradicts row ${other} about ${claim.name.en}. Make them agree or delete the wrong one.`,
      },
    ]
  }
}
