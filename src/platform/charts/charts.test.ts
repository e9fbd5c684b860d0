import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plain } from './echarts.ts'
import { barChart, changeChart, radarChart, trendChart } from './index.ts'

const legend = { standard: 'Diminta', held: 'Dimiliki', unassessed: 'Belum diukur' }
const axes = (held: (number | null)[]) => held.map((value, index) => ({ label: `Sumbu ${index + 1}`, standard: 3, held: value }))
const radar = (held: (number | null)[]) =>
  radarChart({ title: 'Judul', description: 'Uraian.', max: 5, axes: axes(held), legend })
const bars = barChart({
  title: 'Cakupan <b>"unit"</b>',
  description: 'Dua unit.',
  unit: '%',
  max: 100,
  legend: { value: 'Ada', reference: 'Target' },
  unknown: 'Belum diketahui',
  bars: [
    { label: 'Kebun & taman', value: 91.4, reference: 85 },
    { label: '<script>alert(1)</script>', value: null, reference: 85 },
  ],
})
const trend = trendChart({
  title: 'Indeks',
  description: 'Naik.',
  labels: ['2024', '2025', '2026'],
  max: 100,
  series: [
    { label: 'Sini', values: [52, null, 70.5] },
    { label: 'Sana', values: [60, 61, 62] },
  ],
})
const changed = (rows: [plus: number, minus: number][]) =>
  changeChart({
    title: 'Gerak',
    description: 'Dua sebab.',
    rows: rows.map(([plus, minus], index) => ({ label: `Sebab <${index}>`, plus, minus })),
    words: { plus: 'Terbuka', minus: 'Tertutup' },
    format: String,
  })
const change = changed([
  [30, 10],
  [0, 10],
])
const pictures = {
  named: radar([3, 2, null, 4, 1]),
  numbered: radar([1, 2, 3, 4, 5, null, 0, 1, 2, 3, 4, 5, 3]),
  bars,
  trend,
  change,
}

/** `d` of the path with the class. */
const pathOf = (svg: string, name: string) => svg.match(new RegExp(`<path class="${name}"[^>]* d="([^"]*)"`))![1]!

describe.each(Object.entries(pictures))('chart %s', (_, svg) => {
  test('carries nothing a strict content-security policy refuses', () => {
    expect(svg).not.toMatch(/\sstyle=|<style|<script|\son\w+=|javascript:|href=/i)
  })

  test('takes its colours from classes', () => {
    expect(svg).not.toMatch(/#[0-9a-f]{3,8}\b|rgb\(/i)
    expect(svg).not.toContain('zr0')
    expect(svg).toContain('class="chart-')
  })

  test('names and describes itself', () => {
    expect(svg).toMatch(/^<svg[^>]* role="img"[^>]*><title>[^<]+<\/title><desc>[^<]+<\/desc>/)
    expect(svg.match(/font-size="([\d.]+)/g)).toEqual(['font-size="13'])
  })

  test('is small enough for a phone', () => {
    expect(gzipSync(svg).length).toBeLessThan(2000)
  })
})

test('what is not assessed is named, and never drawn as zero', () => {
  const svg = radar([3, 2, null, 4, 1])
  expect(svg).toContain('<desc>Uraian. Belum diukur: Sumbu 3.</desc>')
  expect(svg).toContain('Sumbu 3')
  expect(svg.match(/<circle cx="[^"]*" cy="[^"]*" r="3.5"\/>/g)).toHaveLength(4)
  // Five axes, five edges; the two that touch the unknown one are missing.
  expect(pathOf(svg, 'chart-held').match(/M/g)).toHaveLength(3)
  expect(pathOf(radar([3, 2, 0, 4, 1]), 'chart-held')).toMatch(/^M[^M]+Z$/)
})

test('what came and what went stand on one scale, to both sides of one line', () => {
  // 336 wide for 10 to the left and 30 to the right: 8.4 each, the line at 2 + 84.
  const bar = (name: string) => [
    ...change.matchAll(new RegExp(`<rect class="${name}" x="([\\d.]+)"[^>]* width="([\\d.]+)" height="10" rx="2"`, 'g')),
  ]
  expect(bar('chart-fill-standard').map(([, x, w]) => [x, w])).toEqual([['86', '252']])
  expect(bar('chart-fill').map(([, x, w]) => [x, w])).toEqual([
    ['2', '84'],
    ['2', '84'],
  ])
  expect(change).toContain('>−10 +30<')
  expect(change).toContain('>−10<') // of nothing that came nothing is said
  expect(changed([[0, 0]])).not.toMatch(/NaN|Infinity/)
})

test('any mixture of known and unknown is drawn without a missing number', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 7 })), { minLength: 3, maxLength: 24 }), held => {
      const svg = radar(held)
      expect(svg).not.toMatch(/NaN|undefined|null|Infinity/)
      expect(svg.match(/<circle cx="[^"]*" cy="[^"]*" r="3.5"\/>/g) ?? []).toHaveLength(
        held.filter(value => value !== null).length,
      )
    }),
    { numRuns: 60 },
  )
})

test('words from outside are escaped', () => {
  expect(bars).toContain('<title>Cakupan &lt;b&gt;&quot;unit&quot;&lt;/b&gt;</title>')
  expect(bars).toContain('&lt;script&gt;')
  expect(bars).toContain('Belum diketahui')
})

test('a bar that is not known shows a dash, the known its figure in Indonesian', () => {
  expect(bars).toContain('>91,4 %</text>')
  expect(bars).toContain('>–</text>')
  expect(bars.match(/class="chart-fill"/g)).toHaveLength(2)
})

test('a gap in a trend stays a gap', () => {
  expect(trend).toContain('Sini 2025')
  expect(trend).toContain('>70,5</text>')
  expect(trend).not.toMatch(/NaN/)
})

test('what is cleaned keeps its shapes and loses its styles', () => {
  const clean = plain(
    '<svg width="9" height="9"><text style="font-weight:700;font-size:12px;cursor:pointer" onclick="x()" fill="#b00001">A</text><style><![CDATA[.a{}]]></style></svg>',
  )
  expect(clean).toBe('<text class="chart-text" font-weight="700">A</text>')
})
