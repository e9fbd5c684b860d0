const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
export const escaped = (text: string) => text.replace(/[&<>"]/g, sign => entities[sign]!)

/** One decimal is finer than a pixel of any screen. */
export const round = (value: number) => Math.round(value * 10) / 10

/** The words of a chart are drawn on a picture 340 wide: on the narrowest phone (288 left for it) 13 of its units are 11 px. */
export const width = 340
export const textSize = 13

type Picture = { kind: 'radar' | 'bars' | 'trend'; title: string; description: string; height: number; body: string }

/** An accessible picture: its title is its name, its description what a reader would see in it. */
export const picture = ({ kind, title, description, height, body }: Picture) =>
  `<svg class="chart-${kind}" viewBox="0 0 ${width} ${round(height)}" role="img" xmlns="http://www.w3.org/2000/svg" font-size="${textSize}">` +
  `<title>${escaped(title)}</title><desc>${escaped(description)}</desc>${body}</svg>`

export const textAt = (x: number, y: number, text: string, attributes = '') =>
  `<text x="${round(x)}" y="${round(y)}" class="chart-text"${attributes && ` ${attributes}`}>${escaped(text)}</text>`

/** Breaks a label into at most `lines` lines of about `length` characters, the last one cut short if need be. */
export function wrap(label: string, length: number, lines: number): string[] {
  const rows: string[] = []
  for (const word of label.trim().split(/\s+/)) {
    const last = rows.at(-1)
    if (last !== undefined && `${last} ${word}`.length <= length) rows[rows.length - 1] = `${last} ${word}`
    else rows.push(word)
  }
  const kept = rows.slice(0, lines)
  if (rows.length > lines) kept[lines - 1] = `${kept[lines - 1]} …`
  return kept.map(row => (row.length > length + 4 ? `${row.slice(0, length + 3)}…` : row))
}

/** A description that also names what is not known: a gap in a picture must not be read as zero. */
export const withUnknown = (description: string, unknownLabel: string, names: readonly string[]) =>
  names.length === 0 ? description : `${description.trimEnd()} ${unknownLabel}: ${names.join(', ')}.`.trim()
