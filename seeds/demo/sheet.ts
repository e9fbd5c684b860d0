type Row = Record<string, string | null>

/** The rows of a small table written as text: a line each, cells between strokes, their names in the first line. A blank cell is null. */
export function sheet(text: string): Row[] {
  const [names, ...lines] = text
    .trim()
    .split('\n')
    .map(line => line.split('|').map(cell => cell.trim()))
  return lines.map(cells => {
    if (cells.length !== names!.length) throw new Error(`${cells.length} cells for ${names!.length} names: ${cells.join(' | ')}`)
    return Object.fromEntries(names!.map((name, at) => [name, cells[at] || null]))
  })
}
