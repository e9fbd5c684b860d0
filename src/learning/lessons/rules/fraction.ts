/** A share, exactly: whole numbers, the lower one above zero. */
export type Fraction = { num: number; den: number }

const gcd = (a: number, b: number): number => (b === 0 ? Math.abs(a) : gcd(b, a % b))

/** Shortened, so that equal shares are equal values. @throws RangeError where it is none, or beyond whole numbers */
export function fraction(num: number, den: number): Fraction {
  if (!Number.isSafeInteger(num) || !Number.isSafeInteger(den) || den <= 0) throw new RangeError(`no share: ${num}/${den}`)
  const by = gcd(num, den) || 1
  return { num: num / by, den: den / by }
}

export const none: Fraction = { num: 0, den: 1 }
export const whole: Fraction = { num: 1, den: 1 }
export const plus = (a: Fraction, b: Fraction): Fraction => fraction(a.num * b.den + b.num * a.den, a.den * b.den)
export const times = (a: Fraction, n: number): Fraction => fraction(a.num * n, a.den)
export const over = (a: Fraction, n: number): Fraction => fraction(a.num, a.den * n)

/** Out of 100 with two decimals, half up: rounded here and nowhere else. */
export const outOfHundred = ({ num, den }: Fraction): number => Math.floor((num * 20_000 + den) / (2 * den)) / 100

/** Whether the share reaches so many of a hundred; compared exactly, never rounded. */
export const reaches = ({ num, den }: Fraction, mark: number): boolean => num * 100 >= mark * den
