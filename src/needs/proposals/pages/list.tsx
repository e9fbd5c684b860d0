import {
  Alert,
  Badge,
  ButtonLink,
  DataTable,
  EmptyState,
  FilterBar,
  HiddenField,
  KeyFigure,
  PageHeader,
  Pager,
  SelectField,
  Tabs,
  TextField,
} from '../../../ui/index.ts'
import type { ProposalMessages } from '../messages.ts'
import { stateTone, urgencyTone } from '../present.ts'
import type { ProposalState } from '../rules/proposal.ts'

type Choice = { value: string; label: string }
/** Proposals that ask for the same: one row. */
type GroupView = {
  id: number
  title: string
  detail: string
  similar: string | null
  unit: string
  people: string
  urgency: 'tinggi' | 'sedang' | 'rendah'
  state: ProposalState
  sent: string
}

type Props = {
  m: ProposalMessages
  lead: string
  hasCall: boolean
  figure: { value: string; unit: string; label: string; sentence: string } | null
  note: string | null
  tabs: Parameters<typeof Tabs>[0]['items']
  filters: { q: string; opd: string; year: string; state: string; instansi: string }
  filtered: boolean
  choices: { opd: Choice[]; years: Choice[]; instansi: Choice[] }
  rows: GroupView[]
  proposeHref: string | null
  callHref: string | null
  unitsHref: string | null
  exportHref: string
  pager: Parameters<typeof Pager>[0]
}

function Empty({ m, filtered, hasCall, callHref, proposeHref, filters }: Props) {
  if (filtered) {
    return (
      <EmptyState
        title={m.emptyFiltered}
        action={<ButtonLink href={`/usulan?instansi=${filters.instansi}`}>{m.reset}</ButtonLink>}
      />
    )
  }
  if (!hasCall) {
    return (
      <EmptyState title={m.noCall} action={callHref && <ButtonLink href={callHref}>{m.callButton}</ButtonLink>}>
        {callHref ? m.noCallManager : m.noCallUnit}
      </EmptyState>
    )
  }
  return (
    <EmptyState title={m.empty} action={proposeHref && <ButtonLink href={proposeHref}>{m.propose}</ButtonLink>}>
      {callHref ? m.emptyManager : m.emptyUnit}
    </EmptyState>
  )
}

export function ProposalListPage(props: Props) {
  const { m, figure, filters, choices } = props
  return (
    <>
      <PageHeader
        title={m.proposals}
        lead={props.lead}
        actions={
          <>
            {props.proposeHref && props.hasCall && (
              <ButtonLink href={props.proposeHref} tone={props.callHref ? 'neutral' : 'primary'} icon="plus">
                {m.propose}
              </ButtonLink>
            )}
            {props.callHref && <ButtonLink href={props.callHref}>{m.callButton}</ButtonLink>}
            {props.rows.length > 0 && (
              <ButtonLink href={props.exportHref} icon="download" download>
                {m.export}
              </ButtonLink>
            )}
          </>
        }
      />
      {figure && (
        <KeyFigure
          value={figure.value}
          unit={figure.unit}
          label={figure.label}
          sentence={figure.sentence}
          action={props.unitsHref && <ButtonLink href={props.unitsHref}>{m.unitsButton}</ButtonLink>}
        />
      )}
      {props.note && (
        <div class="mb-6">
          <Alert tone="info">
            <p>{props.note}</p>
          </Alert>
        </div>
      )}
      {props.hasCall && <Tabs label={m.statesNav} items={props.tabs} />}
      {(props.hasCall || choices.instansi.length > 1) && (
        <FilterBar
          action="/usulan"
          submit={m.apply}
          resetHref={props.filtered ? `/usulan?instansi=${filters.instansi}` : undefined}
          resetLabel={m.reset}
        >
          {filters.state && <HiddenField name="keadaan" value={filters.state} />}
          <TextField label={m.search} name="q" type="search" value={filters.q} />
          {choices.instansi.length > 1 && (
            <SelectField label={m.instansi} name="instansi" value={filters.instansi} options={choices.instansi} />
          )}
          {choices.opd.length > 0 && (
            <SelectField label={m.opd} name="opd" value={filters.opd} options={[{ value: '', label: m.all }, ...choices.opd]} />
          )}
          {choices.years.length > 1 && <SelectField label={m.year} name="tahun" value={filters.year} options={choices.years} />}
        </FilterBar>
      )}
      <DataTable<GroupView>
        caption={m.proposals}
        compact
        rows={props.rows}
        rowKey={row => row.id}
        rowHref={row => `/usulan/${row.id}`}
        empty={<Empty {...props} />}
        columns={[
          {
            key: 'title',
            header: m.title,
            primary: true,
            cell: row => (
              <>
                {row.title} {row.detail && <small class="cell-detail">{row.detail}</small>}
              </>
            ),
          },
          {
            key: 'unit',
            header: m.unit,
            cell: row => (
              <>
                {row.unit} {row.similar && <small class="cell-detail">{row.similar}</small>}
              </>
            ),
          },
          { key: 'people', header: m.people, align: 'right', cell: row => row.people },
          {
            key: 'urgency',
            header: m.urgency,
            cell: row => <Badge tone={urgencyTone[row.urgency]}>{m.urgencies[row.urgency]}</Badge>,
          },
          { key: 'state', header: m.state, cell: row => <Badge tone={stateTone[row.state]}>{m.states[row.state]}</Badge> },
          { key: 'sent', header: m.sent, secondary: true, cell: row => row.sent },
        ]}
      />
      {props.rows.length > 0 && <Pager {...props.pager} />}
    </>
  )
}
