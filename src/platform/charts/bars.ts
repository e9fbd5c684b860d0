import { draw, ink } from './echarts.ts'
import { picture, textAt, textSize, width, withUnknown } from './svg.ts'

/** `null`: not known; the bar is left out and the label says "–". `reference`: a mark to compare with. */
export type Bar = { label: string; value: number | null; reference?: number | null }

type Bars = {
  title: string
  description: string
  unit?: string
  bars: Bar[]
  /** The value of a whole bar; without it the largest value here. */
  max?: number
  /** Words for the bar and its mark, if there is a mark. */
  legend?: { value: string; reference: string }
  format?: (value: number) => string
  unknown?: string
}

const band = 46
const indonesian = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 1 })

/** Bars with their names above them, so that a long name fits a phone. */
export function barChart({ title, description, unit, bars, max, legend, format, unknown = '–' }: Bars): string {
  const figure = (value: number | null) =>
    value === null ? '–' : `${(format ?? (value => indonesian.format(value)))(value)}${unit ? ` ${unit}` : ''}`
  const top = legend ? 28 : 0
  const label = { inside: true, fontSize: textSize, verticalAlign: 'bottom', padding: [0, 0, 8, 0], margin: 0 }
  const axis = { type: 'category', inverse: true, axisLine: { show: false }, axisTick: { show: false }, z: 5 }
  const largest = Math.max(1e-9, ...bars.flatMap(bar => [bar.value ?? 0, bar.reference ?? 0]))
  const body = draw(
    {
      grid: { left: 2, right: 2, top, bottom: 0 },
      xAxis: { type: 'value', min: 0, max: max ?? largest, show: false },
      yAxis: [
        {
          ...axis,
          data: bars.map(bar => bar.label),
          axisLabel: { ...label, color: ink.text, align: 'left', width: width - 90, overflow: 'truncate' },
        },
        {
          ...axis,
          position: 'right',
          data: bars.map(bar => figure(bar.value)),
          axisLabel: { ...label, color: ink.text, align: 'right', fontWeight: 700 },
        },
      ],
      series: [
        {
          type: 'bar',
          data: bars.map(bar => bar.value),
          barWidth: 10,
          barGap: '-100%',
          itemStyle: { color: ink.held, borderRadius: 5 },
          showBackground: true,
          backgroundStyle: { color: ink.track, borderRadius: 5 },
          silent: true,
        },
        {
          type: 'scatter',
          data: bars.flatMap((bar, index) => (bar.reference == null ? [] : [[bar.reference, index]])),
          symbol: 'rect',
          symbolSize: [3, 18],
          itemStyle: { color: ink.standard, opacity: 1 },
          silent: true,
          z: 6,
        },
      ],
    },
    bars.length * band + top,
  )
  const missing = bars.filter(bar => bar.value === null).map(bar => bar.label)
  return picture({
    kind: 'bars',
    title,
    description: withUnknown(description, unknown, missing),
    height: bars.length * band + top,
    body: (legend ? legendRow(legend) : '') + body,
  })
}

const legendRow = (legend: { value: string; reference: string }) => {
  const second = 32 + legend.value.length * textSize * 0.58 + 16
  return (
    `<rect class="chart-fill" x="2" y="4" width="18" height="10" rx="5"/>${textAt(26, 14, legend.value)}` +
    `<rect class="chart-fill-standard" x="${Math.round(second)}" y="0" width="3" height="18"/>${textAt(second + 10, 14, legend.reference)}`
  )
}
