import {
  Badge,
  ButtonLink,
  DataTable,
  EmptyState,
  FilterBar,
  KeyFigure,
  PageHeader,
  Pager,
  SelectField,
  ShareBar,
  type Sort,
  TextField,
  type Tone,
} from '../../../ui/index.ts'
import type { Messages } from '../messages.ts'

export type CampaignCells = {
  id: number
  name: string
  purpose: string
  when: string
  state: { text: string; tone: Tone }
  share: number
  /** Null in a draft: nothing has begun. */
  progress: string | null
}
type Choice = { value: string; label: string }
type Props = {
  m: Messages
  place: string
  figure: { value: string; sentence: string }
  values: { q: string; instansi: string; state: string }
  choices: { instansi: Choice[]; state: Choice[] }
  filtered: boolean
  resetHref: string
  rows: CampaignCells[]
  sort: Record<'nama' | 'mulai' | 'keadaan', Sort>
  newHref: string | null
  exportHref: string
  pager: Parameters<typeof Pager>[0]
}

export function CampaignListPage(props: Props) {
  const { m, rows, values, choices, sort } = props
  const toNew = props.newHref && (
    <ButtonLink href={props.newHref} tone="primary" icon="plus">
      {m.newCampaign}
    </ButtonLink>
  )
  return (
    <>
      <PageHeader
        title={m.campaigns}
        eyebrow={props.place}
        lead={m.campaignsLead}
        actions={
          (rows.length > 0 || props.filtered) && (
            <>
              {toNew}
              <ButtonLink href={props.exportHref} icon="download" download>
                {m.export}
              </ButtonLink>
            </>
          )
        }
      />
      {(rows.length > 0 || props.filtered) && (
        <KeyFigure value={props.figure.value} label={m.running} sentence={props.figure.sentence} />
      )}
      {(rows.length > 0 || props.filtered || choices.instansi.length > 1) && (
        <FilterBar
          action="/pemetaan/kampanye"
          submit={m.apply}
          resetHref={props.filtered ? props.resetHref : undefined}
          resetLabel={m.reset}
        >
          <TextField label={m.searchName} name="q" value={values.q} type="search" />
          {choices.instansi.length > 1 && (
            <SelectField label={m.instansi} name="instansi" value={values.instansi} options={choices.instansi} />
          )}
          <SelectField
            label={m.state}
            name="keadaan"
            value={values.state}
            options={[{ value: '', label: m.all }, ...choices.state]}
          />
        </FilterBar>
      )}
      <DataTable<CampaignCells>
        caption={m.campaigns}
        rows={rows}
        rowKey={row => row.id}
        rowHref={row => `/pemetaan/kampanye/${row.id}`}
        empty={
          props.filtered ? (
            <EmptyState title={m.noneFound} action={<ButtonLink href={props.resetHref}>{m.reset}</ButtonLink>}>
              {m.noneFoundWhat}
            </EmptyState>
          ) : (
            <EmptyState title={m.noCampaigns} action={toNew || undefined}>
              {m.noCampaignsWhat}
            </EmptyState>
          )
        }
        columns={[
          {
            key: 'name',
            header: m.campaign,
            primary: true,
            cell: row => row.name,
            ...sort.nama,
          },
          { key: 'purpose', header: m.purpose, cell: row => row.purpose },
          { key: 'when', header: m.when, cell: row => row.when, ...sort.mulai },
          {
            key: 'state',
            header: m.state,
            cell: row => <Badge tone={row.state.tone}>{row.state.text}</Badge>,
            ...sort.keadaan,
          },
          {
            key: 'progress',
            header: m.progress,
            cell: row => (row.progress === null ? '–' : <ShareBar share={row.share} label={row.progress} />),
          },
        ]}
      />
      {rows.length > 0 && <Pager {...props.pager} />}
    </>
  )
}
