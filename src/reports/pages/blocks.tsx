import type { Block, Cell } from '../../platform/pdf/index.ts'
import { DataTable, Facts, Figures, Section } from '../../ui/index.ts'

const textOf = (cell: Cell | undefined) => (cell !== null && typeof cell === 'object' ? cell.text : String(cell ?? ''))

type Part = { title: string | null; blocks: Block[] }

/** A heading of the first level begins a part; those of the second are titles of tables. */
function partsOf(blocks: readonly Block[]): Part[] {
  const parts: Part[] = [{ title: null, blocks: [] }]
  for (const block of blocks) {
    if (block.kind === 'heading' && block.level === 1) parts.push({ title: block.text, blocks: [] })
    else parts.at(-1)!.blocks.push(block)
  }
  return parts.filter(part => part.blocks.length > 0)
}

function Table({ block, caption }: { block: Extract<Block, { kind: 'table' }>; caption: string | null }) {
  return (
    <DataTable<{ cells: Cell[]; index: number }>
      caption={caption ?? block.columns[0]?.header ?? ''}
      captionVisible={caption !== null}
      rows={block.rows.map((cells, index) => ({ cells, index }))}
      rowKey={row => row.index}
      empty={block.empty}
      columns={block.columns.map((column, index) => ({
        key: String(index),
        header: column.header,
        primary: index === 0,
        ...(column.align && column.align !== 'left' ? { align: column.align } : {}),
        cell: row => textOf(row.cells[index]),
      }))}
    />
  )
}

function One({ block, caption }: { block: Block; caption: string | null }) {
  switch (block.kind) {
    case 'paragraph':
      return <p class={block.tone === 'quiet' ? 'text-muted' : undefined}>{block.text}</p>
    case 'list':
      return (
        <ul class="list-disc ps-5">
          {block.items.map(item => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )
    case 'figures':
      return <Figures items={block.items} />
    case 'facts':
      return <Facts items={block.items} />
    case 'table':
      return <Table block={block} caption={caption} />
    default:
      return null
  }
}

/** What a document says, as a page: without its charts, heatmaps and the place to sign, which stand on paper. */
export const Blocks = ({ blocks }: { blocks: readonly Block[] }) => (
  <>
    {partsOf(blocks).map((part, at) => {
      const shown = part.blocks.map((block, index) => {
        const before = part.blocks[index - 1]
        return <One key={index} block={block} caption={before?.kind === 'heading' ? before.text : null} />
      })
      return part.title === null ? (
        <div key={at}>{shown}</div>
      ) : (
        <Part key={at} title={part.title} blocks={part.blocks} shown={shown} />
      )
    })}
  </>
)

const isOnlyPaper = (block: Block) => ['chart', 'heat', 'signature', 'heading'].includes(block.kind)

const Part = ({ title, blocks, shown }: { title: string; blocks: readonly Block[]; shown: preact.ComponentChildren }) =>
  blocks.every(isOnlyPaper) ? null : <Section title={title}>{shown}</Section>
