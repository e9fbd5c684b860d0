import { ButtonLink, EmptyState, type Figure, Figures, KeyFigure, PageHeader } from '../../../ui/index.ts'
import type { EvaluationMessages } from '../messages.ts'
import { type ReportFrame, type ReportLine, ReportList } from './report-list.tsx'

export type ReportCells = ReportLine & {
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
  list: ReportFrame<'selesai' | 'tanggapan' | 'kenaikan' | 'perilaku' | 'dampak' | 'konfirmasi' | 'indikator'>
  lines: ReportCells[]
  /** Nothing was evaluated at all, in no year. */
  empty: boolean
  costHref: string
}

export function EvaluationReportPage({ m, figure, figures, list, lines, empty, costHref }: Props) {
  const { sort } = list
  return (
    <>
      <PageHeader
        title={m.reportTitle}
        eyebrow={!empty && list.period}
        lead={m.reportLead}
        actions={
          !empty && (
            <>
              <ButtonLink href={costHref}>{m.costReport}</ButtonLink>
              <ButtonLink href={list.exportHref} icon="download" download>
                {list.m.export}
              </ButtonLink>
            </>
          )
        }
      />
      {list.none === null && <KeyFigure value={figure.value} label={m.reportFigure} sentence={figure.sentence} />}
      {empty ? (
        <EmptyState title={m.noReport}>{m.noReportWhat}</EmptyState>
      ) : (
        <>
          {list.none === null && <Figures items={figures} />}
          <ReportList
            list={list}
            caption={m.reportTitle}
            lines={lines}
            columns={[
              { key: 'finished', header: list.m.finished, align: 'right', ...sort.selesai, cell: row => row.finished },
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
        </>
      )}
    </>
  )
}
