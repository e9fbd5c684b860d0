/** A name as it is compared: small letters and digits only, so that `NIP_BARU`, `Nip Baru` and `nipBaru` are one. */
export const plainName = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

const trigrams = (plain: string) => {
  const padded = `  ${plain} `
  return new Set(Array.from({ length: padded.length - 2 }, (_, index) => padded.slice(index, index + 3)))
}

const SIMILAR_FROM = 0.5

/** Finds the name that a misspelt one probably means. What many names share (“Kepala Dinas …”) tells little, what few share tells much. */
export class NameIndex {
  readonly #names: { name: string; weight: number }[]
  readonly #byTrigram = new Map<string, number[]>()
  readonly #found = new Map<string, string | null>()

  constructor(names: Iterable<string>) {
    const parts = [...new Set(names)].map(name => ({ name, trigrams: trigrams(plainName(name)) }))
    for (const [index, { trigrams }] of parts.entries()) {
      for (const trigram of trigrams) {
        const holders = this.#byTrigram.get(trigram)
        if (holders) holders.push(index)
        else this.#byTrigram.set(trigram, [index])
      }
    }
    this.#names = parts.map(({ name, trigrams }) => ({ name, weight: this.#weigh(trigrams) }))
  }

  #weigh(trigrams: Iterable<string>): number {
    let sum = 0
    for (const trigram of trigrams) sum += this.#weightOf(trigram)
    return sum
  }

  #weightOf = (trigram: string) => 1 / (1 + Math.log(this.#byTrigram.get(trigram)?.length ?? 1))

  /** The most similar name, or null if none shares half of what it is made of. */
  nearest(text: string): string | null {
    const known = this.#found.get(text)
    if (known !== undefined) return known
    const parts = trigrams(plainName(text))
    const weight = this.#weigh(parts)
    const shared = new Map<number, number>()
    for (const part of parts) {
      const worth = this.#weightOf(part)
      for (const index of this.#byTrigram.get(part) ?? []) shared.set(index, (shared.get(index) ?? 0) + worth)
    }
    let best: { name: string; score: number } | null = null
    for (const [index, sum] of shared) {
      const { name, weight: other } = this.#names[index]!
      const score = (2 * sum) / (weight + other)
      if (score >= SIMILAR_FROM && score > (best?.score ?? 0)) best = { name, score }
    }
    this.#found.set(text, best?.name ?? null)
    return best?.name ?? null
  }
}
