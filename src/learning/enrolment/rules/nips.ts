/** At most so many people in one nomination. */
export const mostNominated = 500

/** The NIP of a pasted list, each once and in its order, and the lines that hold none. Spaces, points and apostrophes inside are taken off. */
export function nipsIn(text: string): { nips: string[]; bad: string[] } {
  const nips = new Set<string>()
  const bad: string[] = []
  for (const line of text.split(/[\n\r;,\t]+/)) {
    const plain = line.replace(/[\s.'’`]/g, '')
    if (plain === '' || /^(nip|no|nomor)$/i.test(plain)) continue
    if (/^\d{18}$/.test(plain)) nips.add(plain)
    else bad.push(line.trim().slice(0, 40))
  }
  return { nips: [...nips], bad }
}
