import {
  ButtonLink,
  DataTable,
  EmptyState,
  type Figure,
  Figures,
  FilterBar,
  HiddenField,
  KeyFigure,
  PageHeader,
  Pager,
  type Sort,
  Tabs,
  TextField,
} from '../../../ui/index.ts'
import type { EvaluationMessages } from '../messages.ts'

export type ReportCells = {
  id: number
  name: string
  href: string | null
  classes: string
  finished: string
  reaction: string
  gain: string
  /** Null: not tested, or too few. */
  tests: string | null
  behaviour: string
  benefit: string
  confirmed: string
  effects: string
}
type Props = {
  m: EvaluationMessages
  figure: { value: string; sentence: string }
  figures: Figure[]
  tabs: { href: string; label: string; current: boolean }[]
  by: string
  name: string
  rows: ReportCells[]
  /** Nothing was evaluated at all. */
  empty: boolean
  q: string
  sort: Record<'nama' | 'selesai' | 'tanggapan' | 'kenaikan' | 'perilaku' | 'dampak' | 'konfirmasi' | 'indikator', Sort>
  pager: Parameters<typeof Pager>[0]
  exportHref: string
  costHref: string
}

const Rows = ({ m, name, rows, sort }: Props) => (
  <DataTable<ReportCells>
    caption={m.reportTitle}
    rows={rows}
    rowKey={row => row.id}
    empty={<EmptyState title={m.notFound}>{m.notFoundWhat}</EmptyState>}
    columns={[
      {
        key: 'name',
        header: name,
        primary: true,
        ...sort.nama,
        cell: row => (
          <>
            {row.href ? <a href={row.href}>{row.name}</a> : row.name} <small class="cell-detail">{row.classes}</small>
          </>
        ),
      },
      { key: 'finished', header: m.finished, align: 'right', ...sort.selesai, cell: row => row.finished },
      { key: 'reaction', header: m.reaction, align: 'right', ...sort.tanggapan, cell: row => row.reaction },
      {
        key: 'gain',
        header: m.gain,
        align: 'right',
        ...sort.kenaikan,
        cell: row => (
          <>
            {row.gain} {row.tests && <small class="cell-detail">{row.tests}</small>}
          </>
        ),
      },
      { key: 'behaviour', header: m.behaviourMean, align: 'right', ...sort.perilaku, cell: row => row.behaviour },
      { key: 'benefit', header: m.benefitMean, align: 'right', ...sort.dampak, cell: row => row.benefit },
      { key: 'confirmed', header: m.confirmedShare, align: 'right', ...sort.konfirmasi, cell: row => row.confirmed },
      { key: 'effects', header: m.effects, align: 'right', ...sort.indikator, cell: row => row.effects },
    ]}
  />
)

export const EvaluationReportPage = (props: Props) => {
  const { m, figure, figures, tabs, by, empty, q, pager, exportHref, costHref } = props
  return (
    <>
      <PageHeader
        title={m.reportTitle}
        lead={m.reportLead}
        actions={
          !empty && (
            <>
              <ButtonLink href={costHref}>{m.costReport}</ButtonLink>
              <ButtonLink href={exportHref} icon="download" download>
                {m.export}
              </ButtonLink>
            </>
          )
        }
      />
      <KeyFigure value={figure.value} label={m.reportFigure} sentence={figure.sentence} />
      {empty ? (
        <EmptyState title={m.noReport}>{m.noReportWhat}</EmptyState>
      ) : (
        <>
          <Figures items={figures} />
          <Tabs label={m.by} items={tabs} />
          <FilterBar
            action="/evaluasi/laporan"
            submit={m.search}
            resetHref={q ? `/evaluasi/laporan?menurut=${by}` : undefined}
            resetLabel={m.all}
          >
            <HiddenField name="menurut" value={by} />
            <TextField label={m.searchName} name="q" value={q} maxlength={80} />
          </FilterBar>
          <Rows {...props} />
          <Pager {...pager} />
        </>
      )}
    </>
  )
}
