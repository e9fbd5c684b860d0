import { draw, ink } from './echarts.ts'
import { picture, round, textAt, textSize, withUnknown } from './svg.ts'

/** One value a label; `null` leaves a gap in the line. */
export type Series = { label: string; values: (number | null)[] }

type Trend = {
  title: string
  description: string
  unit?: string
  labels: string[]
  /** At most three; told apart by colour and by the kind of line. */
  series: Series[]
  min?: number
  max?: number
  format?: (value: number) => string
  unknown?: string
}

const kinds = [
  { color: ink.held, type: 'solid', symbol: 'circle', dash: '' },
  { color: ink.standard, type: [6, 4], symbol: 'rect', dash: '6 4' },
  { color: ink.text, type: [2, 4], symbol: 'diamond', dash: '2 4' },
] as const
const lineClass = ['chart-held', 'chart-standard', 'chart-line'] as const
const plot = 210
const indonesian = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 1 })

/** Lines over time, the last known value written at its end. */
export function trendChart(trend: Trend): string {
  const { title, description, unit, labels, min = 0, max, unknown = '–' } = trend
  const series = trend.series.slice(0, kinds.length)
  const format = trend.format ?? ((value: number) => indonesian.format(value))
  const figure = (value: number) => `${format(value)}${unit ? ` ${unit}` : ''}`
  const last = (values: Series['values']) => values.findLast(value => value !== null) ?? Number.POSITIVE_INFINITY
  const ends = series.map(({ values }) => last(values))
  const lowest = series.length > 1 ? ends.indexOf(Math.min(...ends)) : -1
  const body = draw(
    {
      grid: { left: 4, right: 12, top: 22, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
      xAxis: {
        type: 'category',
        data: labels,
        boundaryGap: false,
        axisTick: { show: false },
        axisLine: { lineStyle: { color: ink.grid } },
        axisLabel: { color: ink.quiet, fontSize: textSize, hideOverlap: true, alignMinLabel: 'left', alignMaxLabel: 'right' },
      },
      yAxis: {
        type: 'value',
        min,
        max,
        splitNumber: 4,
        interval: evenSteps(min, max),
        axisLabel: { color: ink.quiet, fontSize: textSize, formatter: format },
        splitLine: { lineStyle: { color: ink.grid } },
      },
      series: series.map(({ values }, index) => ({
        type: 'line',
        data: values.map((value, place) => ({
          value: value ?? '-',
          label: { show: value !== null && place === values.findLastIndex(one => one !== null), formatter: () => figure(value!) },
        })),
        connectNulls: false,
        symbol: kinds[index]!.symbol,
        symbolSize: 7,
        lineStyle: { color: kinds[index]!.color, width: 2.5, type: kinds[index]!.type },
        itemStyle: { color: kinds[index]!.color },
        label: {
          position: index === lowest ? 'bottom' : 'top',
          align: 'right',
          color: ink.text,
          fontSize: textSize,
          fontWeight: 700,
          textBorderWidth: 0,
        },
        silent: true,
      })),
    },
    plot,
  )
  let x = 0
  const legend = series.map(({ label }, index) => {
    const start = x
    x += 34 + (label.length + 3) * textSize * 0.58
    const line = `<path class="${lineClass[index]}" fill="none" stroke-width="2.5" stroke-dasharray="${kinds[index]!.dash}" d="M${round(start)} ${plot + 20}h24"/>`
    return line + textAt(start + 32, plot + 24, label)
  })
  const missing = series.flatMap(({ label, values }) =>
    values.flatMap((value, index) =>
      value === null ? [series.length > 1 ? `${label} ${labels[index]}` : (labels[index] ?? '')] : [],
    ),
  )
  return picture({
    kind: 'trend',
    title,
    description: withUnknown(description, unknown, missing),
    height: plot + (series.length > 1 ? 34 : 4),
    body: body + (series.length > 1 ? legend.join('') : ''),
  })
}

/** Steps that end at the top, if four or five of them do; otherwise ECharts chooses. */
function evenSteps(min: number, max: number | undefined) {
  if (max === undefined) return undefined
  const count = [4, 5].find(parts => Number.isInteger((max - min) / parts))
  return count && (max - min) / count
}
