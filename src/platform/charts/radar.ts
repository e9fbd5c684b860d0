import { escaped, picture, round, textAt, textSize, width, withUnknown, wrap } from './svg.ts'

/** `null`: not assessed, or no standard. Never drawn as zero. */
export type Axis = { label: string; standard: number | null; held: number | null }

type Radar = {
  title: string
  description: string
  /** The highest level there is: the rim. */
  max: number
  axes: Axis[]
  legend: { standard: string; held: string; unassessed?: string }
}

type Point = { x: number; y: number }

const mostNamedAxes = 8
const lineHeight = 15

/** Written by hand, because ECharts draws a missing value of a radar in the centre, as if it were zero. */
export function radarChart({ title, description, max, axes, legend }: Radar): string {
  const named = axes.length <= mostNamedAxes
  const radius = named ? 86 : 118
  const centre = { x: width / 2, y: radius + (named ? 42 : 24) }
  const at = (index: number, share: number): Point => {
    const angle = (index / axes.length) * 2 * Math.PI - Math.PI / 2
    return { x: centre.x + Math.cos(angle) * radius * share, y: centre.y + Math.sin(angle) * radius * share }
  }
  const write = ({ x, y }: Point) => `${round(x)} ${round(y)}`
  const ring = (share: number) => `M${axes.map((_, index) => write(at(index, share))).join('L')}Z`
  const rings = Array.from({ length: max }, (_, index) => ring((index + 1) / max)).join('')
  const spokes = axes.map((_, index) => `M${write(centre)}L${write(at(index, 1))}`).join('')

  const points = (of: 'standard' | 'held') =>
    axes.map((axis, index) => (axis[of] === null ? null : at(index, Math.min(max, Math.max(0, axis[of])) / max)))
  const standard = points('standard')
  const held = points('held')
  const area = held.map((point, index) => {
    const next = held[(index + 1) % held.length]
    return point && next ? `M${write(centre)}L${write(point)}L${write(next)}Z` : ''
  })
  const dots = held.map(point => (point ? `<circle cx="${round(point.x)}" cy="${round(point.y)}" r="3.5"/>` : '')).join('')

  const foot = centre.y + radius + (named ? 42 : 24)
  const key = named ? { body: names(axes, at), height: 0 } : numbers(axes, at, foot)
  const legendY = foot + key.height + 18
  const body =
    `<path class="chart-grid" fill="none" d="${rings}${spokes}"/>` +
    `<path class="chart-area" d="${area.join('')}"/>` +
    `<path class="chart-standard" stroke-width="2" stroke-dasharray="5 4" d="${outline(standard, write)}"/>` +
    `<path class="chart-held" fill="none" stroke-width="2.5" stroke-linejoin="round" d="${outline(held, write)}"/>` +
    `<g class="chart-fill">${dots}</g>${key.body}${legendRow(legend, legendY)}`
  const unknown = axes.filter(axis => axis.held === null).map(axis => axis.label)
  return picture({
    kind: 'radar',
    title,
    description: withUnknown(description, legend.unassessed ?? `${legend.held} –`, unknown),
    height: legendY + 10,
    body,
  })
}

/** The edge from point to point, round to the first; where one is missing the line stops. */
function outline(points: (Point | null)[], write: (point: Point) => string) {
  if (points.length > 0 && points.every(point => point !== null)) return `M${points.map(write).join('L')}Z`
  return points
    .map((point, index) => {
      const next = points[(index + 1) % points.length]
      return point && next ? `M${write(point)}L${write(next)}` : ''
    })
    .join('')
}

const anchor = (x: number) => (Math.abs(x - width / 2) < 12 ? 'middle' : x > width / 2 ? 'start' : 'end')

const unknownMark = (axis: Axis) => (axis.held === null ? ' (–)' : '')

/** The names around the rim. */
function names(axes: Axis[], at: (index: number, share: number) => Point) {
  return axes
    .map((axis, index) => {
      const { x, y } = at(index, 1.1)
      const side = anchor(x)
      const lines = wrap(axis.label + unknownMark(axis), side === 'middle' ? 26 : 12, side === 'middle' ? 2 : 3)
      const above = y < at(0, 0).y - 40
      const first =
        side === 'middle' ? (above ? y - (lines.length - 1) * lineHeight : y + 10) : y + 4 - ((lines.length - 1) * lineHeight) / 2
      return `<text class="${axis.held === null ? 'chart-quiet' : 'chart-text'}" text-anchor="${side}">${lines
        .map((line, row) => `<tspan x="${round(x)}" y="${round(first + row * lineHeight)}">${escaped(line)}</tspan>`)
        .join('')}</text>`
    })
    .join('')
}

/** Too many to name around the rim: numbers there, and the names below. */
function numbers(axes: Axis[], at: (index: number, share: number) => Point, top: number) {
  const around = axes.map((axis, index) => {
    const { x, y } = at(index, 1.1)
    const tone = axis.held === null ? 'chart-quiet' : 'chart-text'
    return `<text class="${tone}" text-anchor="middle" x="${round(x)}" y="${round(y + 4)}">${index + 1}</text>`
  })
  const columns = axes.every(axis => axis.label.length <= 20) ? 2 : 1
  const perColumn = Math.ceil(axes.length / columns)
  const list = axes.map((axis, index) => {
    const x = 8 + Math.floor(index / perColumn) * (width / 2)
    const y = top + 14 + (index % perColumn) * 20
    const [label] = wrap(axis.label + unknownMark(axis), columns === 2 ? 22 : 44, 1)
    return `${textAt(x + 16, y, String(index + 1), 'text-anchor="end" font-weight="700"')}${textAt(x + 24, y, label!)}`
  })
  return { body: around.join('') + list.join(''), height: perColumn * 20 + 8 }
}

function legendRow(legend: Radar['legend'], y: number) {
  const second = 30 + (legend.held.length + 4) * textSize * 0.58
  const total = second + 30 + legend.standard.length * textSize * 0.58
  const x = Math.max(0, (width - total) / 2)
  return (
    `<path class="chart-held" stroke-width="2.5" d="M${round(x)} ${y - 4}h22"/><circle class="chart-fill" cx="${round(x + 11)}" cy="${y - 4}" r="3.5"/>` +
    textAt(x + 30, y, legend.held) +
    `<path class="chart-standard" stroke-width="2" stroke-dasharray="5 4" d="M${round(x + second)} ${y - 4}h22"/>` +
    textAt(x + second + 30, y, legend.standard)
  )
}
