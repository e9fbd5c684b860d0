import { type Block, type Inline, isSafeHref, type ListItem, type Mark, type RichDoc } from './rich-text.ts'

// What is typed where no script runs: a blank line ends a paragraph, "# " and "## " are headings, "- " and "1. " lists, "> " a quotation,
// **bold**, *italic*, [words](address). It says all that a text may hold, so that a text goes either way unharmed.

const escaped = /[\\*[\]]/g

function printInline(inlines: readonly Inline[] = []): string {
  return inlines
    .map(inline => {
      if (inline.type === 'hardBreak') return '\\\n'
      const has = (type: Mark['type']) => inline.marks?.find(mark => mark.type === type)
      let text = inline.text.replace(escaped, sign => `\\${sign}`).replace(/\n/g, ' ')
      if (has('italic')) text = `*${text}*`
      if (has('bold')) text = `**${text}**`
      const link = has('link')
      return link?.type === 'link' ? `[${text}](${link.attrs.href})` : text
    })
    .join('')
}

/** A line that would read as something else says that it does not. */
const guarded = (line: string) => line.replace(/^(#|-|>|\d+\.)(?= )/, sign => `\\${sign}`)
const indented = (text: string, by: string) =>
  text
    .split('\n')
    .map((line, n) => (n === 0 || line === '' ? line : ' '.repeat(by.length) + line))
    .join('\n')

function printItem(item: ListItem, mark: string): string {
  return mark + indented(printBlocks(item.content, true), mark)
}

function printBlock(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return printInline(block.content).split('\n').map(guarded).join('\n')
    case 'heading':
      return `${block.attrs.level === 2 ? '#' : '##'} ${printInline(block.content).replaceAll('\\\n', ' ')}`
    case 'bulletList':
      return block.content.map(item => printItem(item, '- ')).join('\n')
    case 'orderedList':
      return block.content.map((item, n) => printItem(item, `${n + 1}. `)).join('\n')
    case 'blockquote':
      return printBlocks(block.content, false)
        .split('\n')
        .map(line => (line === '' ? '>' : `> ${line}`))
        .join('\n')
  }
}

const printBlocks = (blocks: readonly Block[], inItem: boolean): string =>
  blocks.map(printBlock).join(inItem && blocks.every((block, n) => n === 0 || block.type.endsWith('List')) ? '\n' : '\n\n')

/** A text as simple markup. */
export const printMarkup = (doc: RichDoc): string => printBlocks(doc.content, false)

const inlinePattern =
  /\\([\\*[\]#>-]|\d|\n)|\[((?:\\.|[^\\[\]])+)\]\(([^\s()]+)\)|\*\*((?:\\.|\*(?!\*)|[^\\*])+?\*?)\*\*|\*(?![\s*])((?:\\.|[^\\*])+)(?<!\s)\*(?!\*)/gs

/** Words with their marks, side by side; those with the same marks joined. */
function readInline(text: string, marks: readonly Mark[] = []): Inline[] {
  const out: Inline[] = []
  const say = (words: string) => {
    const last = out.at(-1)
    if (words === '') return
    if (last?.type === 'text' && JSON.stringify(last.marks ?? []) === JSON.stringify(marks)) last.text += words
    else out.push(marks.length > 0 ? { type: 'text', text: words, marks: [...marks] } : { type: 'text', text: words })
  }
  let at = 0
  for (const match of text.matchAll(inlinePattern)) {
    const [found, sign, words, href, bold, italic] = match
    say(text.slice(at, match.index))
    at = match.index + found.length
    if (sign === '\n') out.push({ type: 'hardBreak' })
    else if (sign !== undefined) say(sign)
    else if (words !== undefined && isSafeHref(href)) join(out, readInline(words, [...marks, { type: 'link', attrs: { href } }]))
    else if (bold !== undefined && !marks.some(one => one.type === 'bold'))
      join(out, readInline(bold, [...marks, { type: 'bold' }]))
    else if (italic !== undefined && !marks.some(one => one.type === 'italic'))
      join(out, readInline(italic, [...marks, { type: 'italic' }]))
    else say(found)
  }
  say(text.slice(at))
  return out
}
const join = (out: Inline[], more: readonly Inline[]) => void out.push(...more)

/** A break in a paragraph is a space, unless a backslash stands before it. */
const readLines = (lines: readonly string[]): Inline[] => {
  const between = (n: number) => (n === 0 ? '' : lines[n - 1]!.endsWith('\\') ? '\n' : ' ')
  return readInline(lines.map((line, n) => between(n) + line).join(''))
}

const bullet = /^(?:[-•] |(\d{1,3})[.)] )/
const begins = (line: string) => bullet.test(line) || /^(#{1,3} |> ?)/.test(line)
const withContent = (content: Inline[]) => (content.length > 0 ? { content } : {})

// Everything below goes on at a line number and never copies what is left: a text of many short lines is read once, not once a line.

/** The lines of the item that begins at `from`, without its mark and indent, and where it ends. */
function takeItem(lines: readonly string[], from: number): { inner: string[]; end: number } {
  const mark = bullet.exec(lines[from]!)![0].length
  const inner = [lines[from]!.slice(mark)]
  let n = from + 1
  for (; n < lines.length; n++) {
    const line = lines[n]!
    const isInside = /^ {2}/.test(line)
    const blankInside = line === '' && /^ {2}/.test(lines[n + 1] ?? '')
    if (!isInside && !blankInside) break
    inner.push(line.slice(Math.min(mark, line.length - line.trimStart().length)))
  }
  return { inner, end: n }
}

function readList(lines: readonly string[], from: number, ordered: boolean, depth: number): { block: Block; end: number } {
  const content: ListItem[] = []
  const isItem = (n: number) => {
    const mark = bullet.exec(lines[n] ?? '')
    return mark !== null && (mark[1] !== undefined) === ordered
  }
  let end = from
  while (isItem(end)) {
    const item = takeItem(lines, end)
    const blocks = readBlocks(item.inner, depth + 2)
    content.push({ type: 'listItem', content: blocks.length > 0 ? blocks : [{ type: 'paragraph' }] })
    end = item.end
    if (lines[end] === '' && isItem(end + 1)) end++
  }
  return { block: { type: ordered ? 'orderedList' : 'bulletList', content }, end }
}

/** Nested further than a text may be (rich-text.ts), lists and quotations are words. */
function readBlocks(lines: readonly string[], depth = 1): Block[] {
  const blocks: Block[] = []
  let at = 0
  while (at < lines.length) {
    const line = lines[at]!
    const heading = /^(#{1,3}) (.*)$/.exec(line)
    const mark = depth <= 4 ? bullet.exec(line) : null
    if (line.trim() === '') at++
    else if (heading) {
      blocks.push({
        type: 'heading',
        attrs: { level: heading[1]!.length === 1 ? 2 : 3 },
        ...withContent(readInline(heading[2]!.trim())),
      })
      at++
    } else if (mark) {
      const list = readList(lines, at, mark[1] !== undefined, depth)
      blocks.push(list.block)
      at = list.end
    } else if (depth <= 5 && line.startsWith('>')) {
      const end = endWhile(lines, at, one => one.startsWith('>'))
      const inner = lines.slice(at, end).map(one => one.replace(/^> ?/, ''))
      blocks.push({ type: 'blockquote', content: readBlocks(inner, depth + 1) })
      at = end
    } else {
      const end = endWhile(lines, at + 1, one => one.trim() !== '' && !begins(one))
      blocks.push({ type: 'paragraph', ...withContent(readLines(lines.slice(at, end).map(one => one.trim()))) })
      at = end
    }
  }
  return blocks
}

/** Where the lines end of which this holds, from one on. */
function endWhile(lines: readonly string[], from: number, holds: (line: string) => boolean): number {
  let end = from
  while (end < lines.length && holds(lines[end]!)) end++
  return end
}

/** Simple markup as a text. Everything typed stays: what is no markup is words. */
export const readMarkup = (typed: string): RichDoc => ({
  type: 'doc',
  content: readBlocks(typed.replaceAll('\0', '').replace(/\r\n?/g, '\n').replaceAll('\t', '  ').split('\n')),
})
