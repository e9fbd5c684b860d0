import type { Block, Cell } from '../../platform/pdf/index.ts'
import { Badge, Chart, DataTable, Disclosure, Facts, Figures, Section } from '../../ui/index.ts'

const textOf = (cell: Cell | undefined) => (cell !== null && typeof cell === 'object' ? cell.text : String(cell ?? ''))

/** What is toned on paper is a badge here: its words stand in it. */
const tones = { bad: 'bad', warn: 'warn', good: 'ok', info: 'info' } as const
const shown = (cell: Cell | undefined) =>
  cell !== null && typeof cell === 'object' && cell.tone && cell.tone !== 'quiet' ? (
    <Badge tone={tones[cell.tone]}>{cell.text}</Badge>
  ) : (
    textOf(cell)
  )

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

/** Longer than fits beside its label on the card of a phone. */
const sentence = 30

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
        long: index > 0 && block.rows.some(cells => textOf(cells[index]).length > sentence),
        ...(column.align && column.align !== 'left' ? { align: column.align } : {}),
        cell: row => shown(row.cells[index]),
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
    case 'chart':
      return <Chart svg={block.svg} />
    default:
      return null
  }
}

const isOnlyPaper = (block: Block) => ['heat', 'signature', 'heading'].includes(block.kind)
const rowsOf = (blocks: readonly Block[]) =>
  blocks.reduce((sum, block) => sum + (block.kind === 'table' ? block.rows.length : 0), 0)
/** A part with more rows than this waits behind its title. */
const manyRows = 8

function Content({ blocks }: { blocks: readonly Block[] }) {
  return (
    <div class="grid gap-4">
      {blocks.map((block, index) => {
        const [before, after] = [blocks[index - 1], blocks[index + 1]]
        // The title of a table is its caption.
        if (block.kind === 'heading' && after && after.kind !== 'table') return <h3 key={index}>{block.text}</h3>
        return <One key={index} block={block} caption={before?.kind === 'heading' ? before.text : null} />
      })}
    </div>
  )
}

/**
 * What a document says, as a page: without its heatmaps and the place to sign, which stand on paper. `whole`: with its charts, and nothing
 * waits behind its title.
 */
export const Blocks = ({ blocks, whole = false }: { blocks: readonly Block[]; whole?: boolean }) => (
  <>
    {partsOf(whole ? blocks : blocks.filter(block => block.kind !== 'chart'))
      .filter(part => !part.blocks.every(isOnlyPaper))
      .map((part, at) =>
        part.title === null ? (
          <Content key={at} blocks={part.blocks} />
        ) : !whole && rowsOf(part.blocks) > manyRows ? (
          <Disclosure key={at} summary={part.title}>
            <Content blocks={part.blocks} />
          </Disclosure>
        ) : (
          <Section key={at} title={part.title}>
            <Content blocks={part.blocks} />
          </Section>
        ),
      )}
  </>
)
