/** What a row is called in a preview: its cells that are filled in, one beside the other. */
export const namedBy = (...cells: readonly unknown[]): string =>
  cells
    .filter(cell => cell !== undefined)
    .map(String)
    .join(' · ') || '–'
