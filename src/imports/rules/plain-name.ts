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

/** Finds the name that a misspelt one probably means. */
export class NameIndex {
  #names: { name: string; size: number }[] = []
  #byTrigram = new Map<string, number[]>()
  #found = new Map<string, string | null>()

  constructor(names: Iterable<string>) {
    for (const name of new Set(names)) {
      const parts = trigrams(plainName(name))
      const index = this.#names.push({ name, size: parts.size }) - 1
      for (const part of parts) {
        const holders = this.#byTrigram.get(part)
        if (holders) holders.push(index)
        else this.#byTrigram.set(part, [index])
      }
    }
  }

  /** The most similar name, or null if none shares half of its trigrams. */
  nearest(text: string): string | null {
    const known = this.#found.get(text)
    if (known !== undefined) return known
    const parts = trigrams(plainName(text))
    const shared = new Map<number, number>()
    for (const part of parts) for (const index of this.#byTrigram.get(part) ?? []) shared.set(index, (shared.get(index) ?? 0) + 1)
    let best: { name: string; score: number } | null = null
    for (const [index, count] of shared) {
      const { name, size } = this.#names[index]!
      const score = (2 * count) / (parts.size + size)
      if (score >= SIMILAR_FROM && score > (best?.score ?? 0)) best = { name, score }
    }
    this.#found.set(text, best?.name ?? null)
    return best?.name ?? null
  }
}
