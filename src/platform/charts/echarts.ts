import { BarChart, LineChart, ScatterChart } from 'echarts/charts'
import { GridComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { round, width } from './svg.ts'

use([BarChart, LineChart, ScatterChart, GridComponent, SVGRenderer])

/** Colours that stand for classes: ECharts draws with them, `plain` writes the class in their place. */
export const ink = {
  text: '#b00001',
  quiet: '#b00002',
  grid: '#b00003',
  held: '#b00004',
  standard: '#b00005',
  track: '#b00006',
} as const

const fillClass: Record<string, string> = {
  [ink.text]: 'chart-text',
  [ink.quiet]: 'chart-quiet',
  [ink.held]: 'chart-fill',
  [ink.standard]: 'chart-fill-standard',
  [ink.track]: 'chart-track',
}
const strokeClass: Record<string, string> = {
  [ink.text]: 'chart-line',
  [ink.grid]: 'chart-grid',
  [ink.held]: 'chart-held',
  [ink.standard]: 'chart-standard',
}

const kept =
  /^(d|x|y|width|height|points|transform|text-anchor|dominant-baseline|stroke-width|stroke-dasharray|stroke-linejoin|stroke-linecap|font-weight|fill|stroke)$/

/** What ECharts draws on the server, without anything a strict content-security policy would refuse. */
export function draw(option: object, height: number): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    chart.setOption({ animation: false, textStyle: { fontFamily: 'sans-serif' }, ...option })
    return plain(chart.renderToSVGString())
  } finally {
    chart.dispose()
  }
}

/** Leaves the shapes and their presentation attributes; styles, classes, data and cursors go; marked colours become classes. */
export function plain(svg: string): string {
  const inner = svg
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/<script[\s\S]*?<\/script>/g, '')
    .replace(/<defs[\s\S]*?<\/defs>/g, '')
    .replace(/^[\s\S]*?<svg[^>]*>/, '')
    .replace(/<\/svg>\s*$/, '')
    .replace(/<rect width="[\d.]+" height="[\d.]+" x="0" y="0" fill="none"><\/rect>/, '')
    .replace(/>\s+</g, '><')
    .trim()
  return inner.replace(/<(\w+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>/g, (_, tag: string, written: string, close: string) => {
    const attributes = new Map<string, string>()
    for (const [, name, value] of written.matchAll(/([\w:-]+)="([^"]*)"/g)) attributes.set(name!, value!)
    for (const [, name, value] of (attributes.get('style') ?? '').matchAll(/([\w-]+)\s*:\s*([^;]+)/g))
      attributes.set(name!, value!.trim())
    return `<${tag}${presentation(attributes)}${close}>`
  })
}

function presentation(attributes: Map<string, string>) {
  const names: string[] = []
  let out = ''
  for (const [name, value] of attributes) {
    const mark = name === 'fill' ? fillClass[value] : name === 'stroke' ? strokeClass[value] : undefined
    if (mark) names.push(mark)
    else if (kept.test(name)) out += ` ${name}="${value.replace(/-?\d+\.\d{2,}/g, figure => String(round(Number(figure))))}"`
  }
  return (names.length > 0 ? ` class="${names.join(' ')}"` : '') + out
}
