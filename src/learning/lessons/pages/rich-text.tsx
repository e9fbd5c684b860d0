import type { Block, Inline, RichDoc } from '../rules/rich-text.ts'

const Words = ({ inline }: { inline: Inline }) => {
  if (inline.type === 'hardBreak') return <br />
  const has = (type: string) => inline.marks?.some(mark => mark.type === type)
  const link = inline.marks?.find(mark => mark.type === 'link')
  let words = <>{inline.text}</>
  if (has('italic')) words = <em>{words}</em>
  if (has('bold')) words = <strong>{words}</strong>
  if (link?.type !== 'link') return words
  const isOurs = link.attrs.href.startsWith('/')
  return (
    <a href={link.attrs.href} target={isOurs ? undefined : '_blank'} rel={isOurs ? undefined : 'noopener noreferrer'}>
      {words}
    </a>
  )
}

const Line = ({ content = [] }: { content?: Inline[] }) => (
  <>
    {content.map((inline, n) => (
      <Words key={n} inline={inline} />
    ))}
  </>
)

const One = ({ block }: { block: Block }) => {
  switch (block.type) {
    case 'paragraph':
      return (
        <p>
          <Line content={block.content} />
        </p>
      )
    case 'heading':
      // Below the title of the page.
      return block.attrs.level === 2 ? (
        <h2>
          <Line content={block.content} />
        </h2>
      ) : (
        <h3>
          <Line content={block.content} />
        </h3>
      )
    case 'blockquote':
      return (
        <blockquote>
          <Blocks blocks={block.content} />
        </blockquote>
      )
    case 'bulletList':
    case 'orderedList': {
      const items = block.content.map((item, n) => (
        <li key={n}>
          <Blocks blocks={item.content} />
        </li>
      ))
      return block.type === 'bulletList' ? <ul>{items}</ul> : <ol>{items}</ol>
    }
  }
}

const Blocks = ({ blocks }: { blocks: readonly Block[] }) => (
  <>
    {blocks.map((block, n) => (
      <One key={n} block={block} />
    ))}
  </>
)

/** A text of a lesson, from its JSON alone: no HTML is stored anywhere, so none can be smuggled in. */
export const RichText = ({ doc }: { doc: RichDoc }) =>
  doc.content.length > 0 ? (
    <div class="reading">
      <Blocks blocks={doc.content} />
    </div>
  ) : null
