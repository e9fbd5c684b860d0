import {
  Alert,
  Badge,
  Button,
  ButtonLink,
  DataTable,
  EmptyState,
  Icon,
  KeyFigure,
  PageHeader,
  Section,
} from '../../../ui/index.ts'
import type { Messages } from '../messages.ts'

export type LessonCells = {
  id: number
  number: string
  title: string
  kind: string
  minutes: string
  required: boolean
  editHref: string
  previewHref: string
  moveAction: string
  isFirst: boolean
  isLast: boolean
}
type Props = {
  m: Messages
  title: string
  eyebrow: string
  figure: { value: string; sentence: string; isEmpty: boolean }
  rows: LessonCells[]
  frozen: boolean
  kinds: { href: string; label: string; help: string }[]
  bankHref: string
  exportHref: string
}

const Move = ({ m, row }: { m: Messages; row: LessonCells }) => (
  <form method="post" action={row.moveAction} class="row-moves">
    {!row.isFirst && (
      <button type="submit" name="arah" value="naik" class="btn btn-ghost" aria-label={m.upOf(row.title)}>
        <Icon name="arrow-up" />
      </button>
    )}
    {!row.isLast && (
      <button type="submit" name="arah" value="turun" class="btn btn-ghost" aria-label={m.downOf(row.title)}>
        <Icon name="arrow-down" />
      </button>
    )}
  </form>
)

/** What one may add, each with a word about it. */
export const Kinds = ({ kinds }: Pick<Props, 'kinds'>) => (
  <ul class="pick-list">
    {kinds.map(kind => (
      <li key={kind.href}>
        <a href={kind.href}>
          <b>{kind.label}</b>
          <span>{kind.help}</span>
        </a>
      </li>
    ))}
  </ul>
)

/** The lessons of a version in their order, and what can be added. */
export function LessonsPage(props: Props) {
  const { m, rows, frozen } = props
  return (
    <>
      <PageHeader
        title={m.lessons}
        eyebrow={props.eyebrow}
        lead={m.lessonsLead(props.title)}
        actions={
          <>
            {!frozen && rows.length > 0 && (
              <ButtonLink href="#tambah" tone="primary" icon="plus">
                {m.add}
              </ButtonLink>
            )}
            <ButtonLink href={props.bankHref} icon="list">
              {m.bank}
            </ButtonLink>
            <ButtonLink href={props.exportHref} icon="download" tone="ghost">
              {m.export}
            </ButtonLink>
          </>
        }
      />
      {frozen && (
        <Alert tone="info" title={m.frozenTitle}>
          {m.frozen}
        </Alert>
      )}
      <KeyFigure
        label={m.figureLabel}
        value={props.figure.value}
        unit={m.figureUnit}
        sentence={props.figure.sentence}
        tone={props.figure.isEmpty ? 'warn' : 'neutral'}
      />
      {(!frozen || rows.length > 0) && (
        <DataTable
          caption={m.lessons}
          rows={rows}
          rowKey={row => row.id}
          columns={[
            { key: 'no', header: m.number, cell: row => row.number, align: 'right', secondary: true },
            {
              key: 'title',
              header: m.title,
              primary: true,
              cell: row => <a href={frozen ? row.previewHref : row.editHref}>{row.title}</a>,
            },
            { key: 'kind', header: m.kind, cell: row => row.kind },
            { key: 'minutes', header: m.minutes, cell: row => row.minutes, align: 'right' },
            {
              key: 'duty',
              header: m.duty,
              cell: row => <Badge tone={row.required ? 'info' : 'neutral'}>{row.required ? m.required : m.optional}</Badge>,
            },
            { key: 'preview', header: m.preview, cell: row => <a href={row.previewHref}>{m.preview}</a> },
            ...(frozen ? [] : [{ key: 'move', header: m.order, cell: (row: LessonCells) => <Move m={m} row={row} /> }]),
          ]}
          empty={<EmptyState title={m.emptyTitle}>{m.emptyWords}</EmptyState>}
        />
      )}
      {!frozen && (
        <Section title={m.add} lead={m.addLead} id="tambah">
          <Kinds kinds={props.kinds} />
        </Section>
      )}
    </>
  )
}

type PreviewProps = { m: Messages; title: string; backHref: string; children: preact.ComponentChildren }
/** Around what the learner sees: that this is only a look. */
export const PreviewPage = ({ m, backHref, children }: PreviewProps) => (
  <>
    <Alert tone="info" title={m.previewTitle}>
      {m.previewNote} <a href={backHref}>{m.backToList}</a>
    </Alert>
    <div class="mt-6">{children}</div>
  </>
)

/** Kept here for both forms: save, and leave. */
export const SaveButtons = ({ m, backHref, more }: { m: Messages; backHref: string; more?: string }) => (
  <>
    <Button>{m.save}</Button>
    {more && (
      <Button tone="neutral" name="tindakan" value="lagi" icon="plus">
        {more}
      </Button>
    )}
    <ButtonLink href={backHref} tone="ghost">
      {m.cancel}
    </ButtonLink>
  </>
)
