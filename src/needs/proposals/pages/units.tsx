import { Badge, DataTable, EmptyState, FilterBar, HiddenField, KeyFigure, PageHeader, SelectField } from '../../../ui/index.ts'
import type { ProposalMessages } from '../messages.ts'

type UnitView = {
  id: number
  name: string
  href: string
  isLate: boolean
  staff: string
  sent: string
  drafts: string
  waiting: string
  accepted: string
  rejected: string
}
type Props = {
  m: ProposalMessages
  place: string
  figure: { value: string; sentence: string; good: boolean }
  instansi: string
  year: string
  only: string
  rows: UnitView[]
}

/** Which offices have proposed, those that have not on top. */
export function UnitCountPage({ m, place, figure, instansi, year, only, rows }: Props) {
  return (
    <>
      <PageHeader title={m.unitsTitle} lead={m.unitsLead} />
      <KeyFigure
        value={figure.value}
        unit={m.unitsFigureUnit}
        label={place}
        sentence={figure.sentence}
        tone={figure.good ? 'ok' : 'neutral'}
      />
      <FilterBar action="/usulan/unit" submit={m.apply} autosubmit>
        <HiddenField name="instansi" value={instansi} />
        <HiddenField name="tahun" value={year} />
        <SelectField
          label={m.opd}
          name="hanya"
          value={only}
          options={[
            { value: '', label: m.everyUnit },
            { value: 'belum', label: m.onlyNotYet },
          ]}
        />
      </FilterBar>
      <DataTable<UnitView>
        caption={m.unitsTitle}
        compact
        rows={rows}
        rowKey={row => row.id}
        rowHref={row => row.href}
        empty={<EmptyState title={only ? m.unitsAllSent : m.noUnits} />}
        columns={[
          { key: 'name', header: m.opd, primary: true, cell: row => row.name },
          { key: 'staff', header: m.staff, align: 'right', cell: row => row.staff },
          {
            key: 'sent',
            header: m.sentCount,
            align: 'right',
            cell: row => (row.isLate ? <Badge tone="warn">{row.sent}</Badge> : row.sent),
          },
          { key: 'drafts', header: m.draftCount, align: 'right', secondary: true, cell: row => row.drafts },
          { key: 'waiting', header: m.waitingCount, align: 'right', cell: row => row.waiting },
          { key: 'accepted', header: m.acceptedCount, align: 'right', cell: row => row.accepted },
          { key: 'rejected', header: m.rejectedCount, align: 'right', secondary: true, cell: row => row.rejected },
        ]}
      />
    </>
  )
}
