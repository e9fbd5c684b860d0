/** A text as the editor keeps it (Tiptap's JSON): these nodes and marks and no others. */
export type Mark = { type: 'bold' } | { type: 'italic' } | { type: 'link'; attrs: { href: string } }
export type Inline = { type: 'text'; text: string; marks?: Mark[] } | { type: 'hardBreak' }
export type Block =
  | { type: 'paragraph'; content?: Inline[] }
  | { type: 'heading'; attrs: { level: 2 | 3 }; content?: Inline[] }
  | { type: 'bulletList' | 'orderedList'; content: ListItem[] }
  | { type: 'blockquote'; content: Block[] }
export type ListItem = { type: 'listItem'; content: Block[] }
export type RichDoc = { type: 'doc'; content: Block[] }

export const emptyDoc: RichDoc = { type: 'doc', content: [] }
const longest = 100_000 // letters
const deepest = 6

/** Where a link of a lesson may lead: the web, a mailbox, a page of ours. */
export const isSafeHref = (href: unknown): href is string =>
  typeof href === 'string' &&
  href.length <= 2000 &&
  /^(https?:\/\/[^\s"'<>\\]+|mailto:[^\s"'<>\\]+|\/(?![/\\])[^\s"'<>\\]*)$/i.test(href)

type Json = Record<string, unknown>
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
class Unknown extends Error {}
const listOf = (value: unknown): unknown[] => {
  if (value === undefined || value === null) return []
  if (!Array.isArray(value) || value.length > 5000) throw new Unknown()
  return value
}

function markOf(value: unknown): Mark {
  if (!isObject(value)) throw new Unknown()
  if (value.type === 'bold' || value.type === 'italic') return { type: value.type }
  if (value.type === 'link' && isObject(value.attrs) && isSafeHref(value.attrs.href))
    return { type: 'link', attrs: { href: value.attrs.href } }
  throw new Unknown()
}

function inlineOf(value: unknown): Inline {
  if (!isObject(value)) throw new Unknown()
  if (value.type === 'hardBreak') return { type: 'hardBreak' }
  if (value.type !== 'text' || typeof value.text !== 'string' || value.text === '') throw new Unknown()
  const marks = listOf(value.marks).map(markOf)
  const text = value.text.replaceAll('\0', '')
  return marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text }
}

const inlinesOf = (node: Json) => {
  const content = listOf(node.content).map(inlineOf)
  return content.length > 0 ? { content } : {}
}

function blockOf(value: unknown, depth: number): Block {
  if (!isObject(value) || depth > deepest) throw new Unknown()
  switch (value.type) {
    case 'paragraph':
      return { type: 'paragraph', ...inlinesOf(value) }
    case 'heading': {
      const level = isObject(value.attrs) ? value.attrs.level : null
      if (level !== 2 && level !== 3) throw new Unknown()
      return { type: 'heading', attrs: { level }, ...inlinesOf(value) }
    }
    case 'bulletList':
    case 'orderedList':
      return { type: value.type, content: listOf(value.content).map(item => itemOf(item, depth + 1)) }
    case 'blockquote':
      return { type: 'blockquote', content: listOf(value.content).map(block => blockOf(block, depth + 1)) }
    default:
      throw new Unknown()
  }
}

function itemOf(value: unknown, depth: number): ListItem {
  if (!isObject(value) || value.type !== 'listItem') throw new Unknown()
  return { type: 'listItem', content: listOf(value.content).map(block => blockOf(block, depth + 1)) }
}

/** What was sent as a text, rebuilt from what is allowed alone; null where anything else is in it, or it is too long. */
export function readDoc(value: unknown): RichDoc | null {
  try {
    if (!isObject(value) || value.type !== 'doc') return null
    const doc: RichDoc = { type: 'doc', content: listOf(value.content).map(block => blockOf(block, 1)) }
    return wordsIn(doc).length <= longest ? doc : null
  } catch (error) {
    if (error instanceof Unknown) return null
    throw error
  }
}

const plainInline = (inline: Inline) => (inline.type === 'text' ? inline.text : ' ')
const plainBlock = (block: Block): string =>
  block.type === 'paragraph' || block.type === 'heading'
    ? (block.content ?? []).map(plainInline).join('')
    : block.content
        .flatMap(one => (one.type === 'listItem' ? one.content : [one]))
        .map(plainBlock)
        .join('\n')

/** The words of a text without anything else. */
export const wordsIn = (doc: RichDoc): string => doc.content.map(plainBlock).join('\n').trim()
