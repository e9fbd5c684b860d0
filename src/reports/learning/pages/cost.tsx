import { type ReportFrame, type ReportLine, ReportList } from '../../../learning/index.ts'
import { ButtonLink, Disclosure, EmptyState, KeyFigure, PageHeader } from '../../../ui/index.ts'
import type { CostMessages } from '../cost-messages.ts'

export type CostLine = ReportLine & {
  finished: string
  spent: string
  risen: string
  risenDetail: string | null
  waiting: string
  perLevel: string
}
type Props = {
  m: CostMessages
  figure: { value: string; sentence: string }
  list: ReportFrame<'biaya_per_level' | 'selesai' | 'biaya' | 'naik' | 'menunggu'>
  lines: CostLine[]
  /** No class was finished at all, in no year. */
  empty: boolean
  evaluationHref: string
}

export function CostPage({ m, figure, list, lines, empty, evaluationHref }: Props) {
  const { sort } = list
  return (
    <>
      <PageHeader
        title={m.title}
        eyebrow={!empty && list.period}
        lead={m.lead}
        actions={
          <>
            <ButtonLink href={evaluationHref}>{m.evaluation}</ButtonLink>
            {!empty && (
              <ButtonLink href={list.exportHref} icon="download" download>
                {list.m.export}
              </ButtonLink>
            )}
          </>
        }
      />
      {empty ? (
        <EmptyState title={m.empty}>{m.emptyWhat}</EmptyState>
      ) : (
        <>
          {list.none === null && <KeyFigure value={figure.value} label={m.figure} sentence={figure.sentence} />}
          <ReportList
            list={list}
            caption={m.title}
            lines={lines}
            columns={[
              { key: 'finished', header: list.m.finished, align: 'right', ...sort.selesai, cell: row => row.finished },
              { key: 'spent', header: m.spent, align: 'right', ...sort.biaya, cell: row => row.spent },
              {
                key: 'risen',
                header: m.risen,
                align: 'right',
                ...sort.naik,
                cell: row => (
                  <>
                    {row.risen} {row.risenDetail && <small class="cell-detail">{row.risenDetail}</small>}
                  </>
                ),
              },
              { key: 'waiting', header: m.waiting, align: 'right', ...sort.menunggu, cell: row => row.waiting },
              { key: 'perLevel', header: m.perLevel, align: 'right', ...sort.biaya_per_level, cell: row => row.perLevel },
            ]}
          />
          <Disclosure summary={m.how}>
            <ul>
              {m.howText.map(one => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          </Disclosure>
        </>
      )}
    </>
  )
}
