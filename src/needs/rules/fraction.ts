/** An exact share: whole numbers above and below, `d` > 0. Rounded once, at the edge. */
export type Fraction = { readonly n: bigint; readonly d: bigint }

export const fraction = (n: number | bigint, d: number | bigint = 1): Fraction => {
  const below = BigInt(d)
  if (below <= 0n) throw new RangeError('the lower part of a fraction is above zero')
  return { n: BigInt(n), d: below }
}
export const add = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d })
export const times = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.n, d: a.d * b.d })
export const over = (a: Fraction, whole: number): Fraction => ({ n: a.n, d: a.d * BigInt(whole) })
export const atLeast = (a: Fraction, b: Fraction) => a.n * b.d >= b.n * a.d
/** To `digits` places, half up. */
export function rounded(a: Fraction, digits: number): number {
  const factor = 10n ** BigInt(digits)
  return Number((2n * a.n * factor + a.d) / (2n * a.d)) / Number(factor)
}
