import { picture, round, textAt, textSize, width } from './svg.ts'

/** What came and what went under one name; both counted from zero up. */
export type Change = { label: string; plus: number; minus: number }

type Changes = {
  title: string
  description: string
  rows: Change[]
  words: { plus: string; minus: string }
  format: (value: number) => string
}

const band = 46
const top = 28

const legend = ({ minus, plus }: Changes['words']) => {
  const second = 32 + minus.length * textSize * 0.58 + 16
  const swatch = (x: number, kind: string) => `<rect class="${kind}" x="${Math.round(x)}" y="4" width="18" height="10" rx="5"/>`
  return swatch(2, 'chart-fill') + textAt(26, 14, minus) + swatch(second, 'chart-fill-standard') + textAt(second + 24, 14, plus)
}

/** Bars to both sides of a line that is zero: what went to the left, what came to the right. */
export function changeChart({ title, description, rows, words, format }: Changes): string {
  const left = Math.max(0, ...rows.map(row => row.minus))
  const right = Math.max(0, ...rows.map(row => row.plus))
  const scale = left + right > 0 ? (width - 4) / (left + right) : 0
  const zero = left + right > 0 ? 2 + left * scale : width / 2
  const bar = (kind: string, from: number, length: number, y: number) =>
    length > 0
      ? `<rect class="${kind}" x="${round(from)}" y="${y}" width="${round(Math.max(length, 1))}" height="10" rx="2"/>`
      : ''
  const body = rows.map(({ label, plus, minus }, index) => {
    const y = top + index * band
    const figures = [minus > 0 && `−${format(minus)}`, plus > 0 && `+${format(plus)}`].filter(Boolean).join(' ') || '0'
    return (
      textAt(2, y + 20, label) +
      textAt(width - 2, y + 20, figures, 'text-anchor="end" font-weight="700"') +
      `<rect class="chart-track" x="2" y="${y + 29}" width="${width - 4}" height="10" rx="2"/>` +
      bar('chart-fill', zero - minus * scale, minus * scale, y + 29) +
      bar('chart-fill-standard', zero, plus * scale, y + 29) +
      `<rect class="chart-text" x="${round(zero - 0.5)}" y="${y + 26}" width="1" height="16"/>`
    )
  })
  return picture({ kind: 'bars', title, description, height: top + rows.length * band, body: legend(words) + body.join('') })
}
