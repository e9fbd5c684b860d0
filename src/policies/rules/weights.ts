/** A flaw where weights in percent do not sum to 100, at the first of them, naming the sum; empty where they do. */
export function weightFlaws<N extends string>(
  value: Record<N, number>,
  names: readonly [N, ...N[]],
): { field: string; words: { id: string; en: string } }[] {
  const sum = names.reduce((total, name) => total + value[name], 0)
  if (sum === 100) return []
  const off = Math.abs(sum - 100)
  return [
    {
      field: names[0],
      words:
        sum > 100
          ? {
              id: `Bobot berjumlah ${sum} %, seharusnya 100 %. Kurangi ${off} pada salah satu bobot.`,
              en: `The weights sum to ${sum} %, not 100 %. Take ${off} off one of them.`,
            }
          : {
              id: `Bobot berjumlah ${sum} %, seharusnya 100 %. Tambahkan ${off} pada salah satu bobot.`,
              en: `The weights sum to ${sum} %, not 100 %. Add ${off} to one of them.`,
            },
    },
  ]
}
