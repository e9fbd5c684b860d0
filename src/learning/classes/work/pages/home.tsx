import type { ComponentChildren } from 'preact'
import { ButtonLink, DataTable, EmptyState, KeyFigure, PageHeader, Section } from '../../../../ui/index.ts'
import type { Messages } from '../messages.ts'

type Row = {
  id: number
  course: string
  name: string
  dates: string
  people: string
  step: { label: string; href: string } | null
}
export type WorkView = {
  m: Messages
  figure: { value: string; sentence: string; waits: boolean } | null
  rows: Row[]
  /** Whether who asks makes classes. */
  makes: boolean
}

/** What who organises or teaches sees first: the classes they hold, and what each waits for. */
export const ClassWorkPage = ({ title, tasks, work }: { title: string; tasks: ComponentChildren; work: WorkView }) => {
  const { m, figure, rows } = work
  const make = work.makes && (
    <ButtonLink href="/kelas/baru" tone="primary" icon="plus">
      {m.newClass}
    </ButtonLink>
  )
  return (
    <>
      <PageHeader title={title} lead={m.lead} actions={figure && make} />
      {figure && (
        <KeyFigure
          label={m.figure}
          value={figure.value}
          unit={m.unit}
          sentence={figure.sentence}
          tone={figure.waits ? 'warn' : 'ok'}
        />
      )}
      {tasks}
      <Section title={m.classes} actions={<ButtonLink href="/kelas?milik=saya">{m.all}</ButtonLink>}>
        <DataTable<Row>
          caption={m.classes}
          rows={rows}
          rowKey={row => row.id}
          rowHref={row => `/kelas/${row.id}`}
          empty={
            <EmptyState title={m.none} action={make || undefined}>
              {m.noneWhat}
            </EmptyState>
          }
          columns={[
            {
              key: 'class',
              header: m.class,
              primary: true,
              cell: row => (
                <>
                  {row.course} <small class="cell-detail">{row.name}</small>
                </>
              ),
            },
            { key: 'dates', header: m.dates, cell: row => row.dates },
            { key: 'people', header: m.people, cell: row => row.people },
            {
              key: 'next',
              header: m.next,
              cell: row => (row.step ? <a href={row.step.href}>{row.step.label}</a> : m.quiet),
            },
          ]}
        />
      </Section>
    </>
  )
}
