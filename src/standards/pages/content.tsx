import type { ComponentChildren } from 'preact'
import { Badge, Button, DataTable, Facts, HiddenField, LevelDots, Section, type Tone } from '../../ui/index.ts'
import type { Messages } from '../messages.ts'
import { Lines } from './lines.tsx'

type OriginCells = { text: string; tone: Tone; unverified: boolean }

export type LineCells = {
  code: string
  name: string
  level: number
  label: string
  origin: OriginCells
  basis: string | null
  /** What is inherited, in words, where this line is set here; null else. */
  inherited: string | null
  differs: boolean
  /** The competency that can be taken back to what is inherited; null: nothing to take back. */
  back: string | null
}
/** `basis`: the legal basis that most of its lines share, said once. */
export type PillarCells = { label: string; basis: string | null; lines: LineCells[] }
/** `inherited`: what is inherited, in words, where the text is set here; null else. */
export type TextCells = { label: string; lines: string[]; origin: string | null; inherited: string | null }
export type RequirementCells = {
  name: string
  details: string[]
  kind: string
  importance: string
  tone: Tone
  origin: OriginCells
  inherited: string | null
}

const OriginBadge = ({ m, origin }: { m: Messages; origin: OriginCells }) => (
  <Badge tone={origin.tone}>{origin.unverified ? `${origin.text}, ${m.unverified.toLowerCase()}` : origin.text}</Badge>
)

const Details = ({ lines }: { lines: ComponentChildren[] }) => (
  <>
    {lines.map((line, index) => (
      <small key={index} class="cell-detail">
        {line}
      </small>
    ))}
  </>
)

/** `back`: where a line is sent back to what is inherited; null where the reader may not. */
export const PillarSection = ({
  m,
  pillar,
  maxLevel,
  back,
}: {
  m: Messages
  pillar: PillarCells
  maxLevel: number
  back: string | null
}) => (
  <Section title={pillar.label} lead={pillar.basis ?? undefined}>
    <DataTable<LineCells>
      caption={pillar.label}
      rows={pillar.lines}
      rowKey={line => line.code}
      rowHref={line => `/kamus/${line.code}`}
      empty=""
      columns={[
        { key: 'name', header: m.competency, primary: true, cell: line => `${line.code} ${line.name}` },
        {
          key: 'level',
          header: m.level,
          nowrap: true,
          cell: line => (
            <>
              <LevelDots value={line.level} of={line.level} max={maxLevel} label={m.levelLabel(line.level)} />{' '}
              {m.levelN(line.level)}
            </>
          ),
        },
        { key: 'label', header: m.describes, long: true, cell: line => <span class="wrap-anywhere">{line.label}</span> },
        {
          key: 'origin',
          header: m.origin,
          long: true,
          cell: line => (
            <>
              <OriginBadge m={m} origin={line.origin} />
              <Details lines={[line.basis, line.inherited].filter(text => text !== null)} />
              {back !== null && line.back !== null && (
                <form method="post" action={back}>
                  <HiddenField name="kompetensi" value={line.back} />
                  <Button tone="ghost">{m.back}</Button>
                </form>
              )}
            </>
          ),
        },
      ]}
    />
  </Section>
)

export const RequirementSection = ({ m, texts, rows }: { m: Messages; texts: TextCells[]; rows: RequirementCells[] }) => (
  <Section title={m.requirements} lead={m.requirementsLead}>
    {texts.length > 0 && (
      <Facts
        items={texts.map(({ label, lines, origin, inherited }) => ({
          label,
          value:
            lines.length === 0 ? (
              <span class="text-muted">{m.notSaid}</span>
            ) : (
              <>
                <Lines text={lines.join('\n')} />
                {[origin, inherited].map(text => text && <small class="block text-muted">{text}</small>)}
              </>
            ),
        }))}
      />
    )}
    <DataTable<RequirementCells>
      caption={m.requirements}
      rows={rows}
      rowKey={row => `${row.kind} ${row.name}`}
      empty={<p class="text-muted">{m.noRequirements}</p>}
      columns={[
        {
          key: 'name',
          header: m.requirement,
          primary: true,
          cell: row => (
            <>
              {row.name}
              <Details lines={row.details} />
            </>
          ),
        },
        { key: 'kind', header: m.kind, cell: row => row.kind },
        { key: 'importance', header: m.importance, cell: row => <Badge tone={row.tone}>{row.importance}</Badge> },
        {
          key: 'origin',
          header: m.origin,
          long: true,
          cell: row => (
            <>
              <OriginBadge m={m} origin={row.origin} />
              <Details lines={row.inherited ? [row.inherited] : []} />
            </>
          ),
        },
      ]}
    />
  </Section>
)
