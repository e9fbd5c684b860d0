import { Badge, ButtonLink, DataTable, EmptyState, KeyFigure, LevelDots, PageHeader, Section } from '../../ui/index.ts'
import type { Messages } from '../messages.ts'

type LineCells = {
  code: string
  name: string
  level: number
  label: string
  own: boolean
  legalBasis: string
  verified: boolean
}
type Props = {
  m: Messages
  name: string
  lead: string
  total: string
  sentence: string
  /** `basis`: the legal bases of the defaults among its lines, said once. */
  pillars: { label: string; basis: string | null; lines: LineCells[] }[]
  maxLevel: number
  editHref: string | null
  holdersHref: string | null
}

const Source = ({ m, line }: { m: Messages; line: LineCells }) =>
  line.own ? (
    <>
      <Badge tone="ok">{m.ownSource}</Badge>
      {line.legalBasis && <p class="text-muted">{line.legalBasis}</p>}
    </>
  ) : (
    <Badge tone={line.verified ? 'neutral' : 'warn'}>
      {line.verified ? m.classSource : `${m.classSource}, ${m.unverified.toLowerCase()}`}
    </Badge>
  )

const Lines = ({ m, caption, lines, maxLevel }: { m: Messages; caption: string; lines: LineCells[]; maxLevel: number }) => (
  <DataTable<LineCells>
    caption={caption}
    rows={lines}
    rowKey={line => line.code}
    rowHref={line => `/kamus/${line.code}`}
    empty=""
    columns={[
      { key: 'name', header: m.competency, primary: true, cell: line => `${line.code} ${line.name}` },
      {
        key: 'level',
        header: m.level,
        cell: line => (
          <>
            <LevelDots value={line.level} of={line.level} max={maxLevel} label={m.levelLabel(line.level)} />{' '}
            {m.levelN(line.level)}
          </>
        ),
      },
      { key: 'label', header: m.describes, long: true, cell: line => <span class="wrap-anywhere">{line.label}</span> },
      { key: 'source', header: m.source, cell: line => <Source m={m} line={line} /> },
    ]}
  />
)

export function StandardPage({ m, name, lead, total, sentence, pillars, maxLevel, editHref, holdersHref }: Props) {
  return (
    <>
      <PageHeader
        title={name}
        eyebrow={m.standardOf}
        lead={lead}
        actions={
          <>
            {holdersHref && (
              <ButtonLink href={holdersHref} icon="people">
                {m.holders}
              </ButtonLink>
            )}
            {editHref && (
              <ButtonLink href={editHref} tone="primary">
                {m.edit}
              </ButtonLink>
            )}
          </>
        }
      />
      {pillars.length === 0 ? (
        <EmptyState title={m.noDemand}>{m.noDemandWhat}</EmptyState>
      ) : (
        <KeyFigure value={total} label={m.demanded} sentence={sentence} />
      )}
      {pillars.map(pillar => (
        <Section key={pillar.label} title={pillar.label} lead={pillar.basis ?? undefined}>
          <Lines m={m} caption={pillar.label} lines={pillar.lines} maxLevel={maxLevel} />
        </Section>
      ))}
    </>
  )
}
