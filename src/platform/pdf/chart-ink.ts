/** The colours of the light theme (client/style/theme.css): paper is white. */
export const paper = {
  text: '#10211f',
  quiet: '#4d625f',
  line: '#dde5e3',
  soft: '#f1f5f4',
  primary: '#0b5d5e',
  accent: '#b44a0b',
  good: '#1a6b3b',
  warn: '#875400',
  bad: '#ad2a20',
  info: '#1d5b9c',
} as const

/** The darker, the more people below the standard; `ink` is what can be read on it. */
export const heat = [
  { fill: '#eaf1ef', ink: paper.text },
  { fill: '#fdeedd', ink: paper.text },
  { fill: '#fad3a9', ink: paper.text },
  { fill: '#e98f4b', ink: '#2a1300' },
  { fill: '#a43d05', ink: '#ffffff' },
] as const

/** What the classes of a chart (client/style/chart.css) say, as attributes: a PDF knows no style sheet. */
const ink: Record<string, Record<string, string>> = {
  'chart-text': { fill: paper.text },
  'chart-quiet': { fill: paper.quiet },
  'chart-grid': { stroke: paper.line },
  'chart-standard': { fill: 'none', stroke: paper.accent },
  'chart-held': { stroke: paper.primary },
  'chart-line': { fill: 'none', stroke: paper.text },
  'chart-area': { fill: paper.primary, 'fill-opacity': '0.16' },
  'chart-fill': { fill: paper.primary },
  'chart-fill-standard': { fill: paper.accent },
  'chart-track': { fill: paper.soft },
  'chart-paper': { fill: '#ffffff' },
}

/** A chart as platform/charts draws it, with its colours and its font written out. Its name and description are told beside it. */
export function inked(svg: string): string {
  return svg
    .replace(/<(title|desc)>[\s\S]*?<\/\1>/g, '')
    .replace(/<(\w+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>/g, (_, tag: string, written: string, close: string) => {
      const attributes = new Map<string, string>()
      for (const [, name, value] of written.matchAll(/([\w:-]+)="([^"]*)"/g)) attributes.set(name!, value!)
      for (const name of (attributes.get('class') ?? '').split(' '))
        for (const [key, value] of Object.entries(ink[name] ?? {})) attributes.set(key, value)
      attributes.delete('class')
      if (tag === 'svg') sized(attributes)
      return `<${tag}${[...attributes].map(([name, value]) => ` ${name}="${value}"`).join('')}${close}>`
    })
}

function sized(attributes: Map<string, string>) {
  const [, , width, height] = (attributes.get('viewBox') ?? '').split(/\s+/)
  if (!width || !height) throw new Error('a chart without a viewBox has no size')
  attributes.set('width', width)
  attributes.set('height', height)
  attributes.set('font-family', 'Roboto')
}
