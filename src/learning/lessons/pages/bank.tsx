import {
  Badge,
  ButtonLink,
  DataTable,
  Disclosure,
  EmptyState,
  FilterBar,
  KeyFigure,
  PageHeader,
  Pager,
  SelectField,
  type Sort,
  TextField,
} from '../../../ui/index.ts'
import type { Messages } from '../messages.ts'
import { Kinds } from './lessons.tsx'

type ItemCells = {
  id: number
  number: string
  prompt: string
  kind: string
  points: string
  chosenIn: string
  href: string
}
type Props = {
  m: Messages
  eyebrow: string
  figure: { value: string; sentence: string; isEmpty: boolean }
  rows: ItemCells[]
  values: { q: string; jenis: string; keadaan: string }
  kinds: { value: string; label: string }[]
  sort: { soal: Sort; poin: Sort }
  newKinds: { href: string; label: string; help: string }[]
  filtered: boolean
  action: string
  exportHref: string
  pager: Parameters<typeof Pager>[0]
}

export function BankPage(props: Props) {
  const { m, values } = props
  return (
    <>
      <PageHeader
        title={m.bank}
        eyebrow={props.eyebrow}
        lead={m.bankLead}
        actions={
          <ButtonLink href={props.exportHref} icon="download" tone="ghost">
            {m.export}
          </ButtonLink>
        }
      />
      <KeyFigure
        label={m.bankFigureLabel}
        value={props.figure.value}
        unit={m.bankFigureUnit}
        sentence={props.figure.sentence}
        tone={props.figure.isEmpty ? 'warn' : 'neutral'}
      />
      <Disclosure summary={m.addItem} open={props.figure.isEmpty}>
        <Kinds kinds={props.newKinds} />
      </Disclosure>
      <FilterBar
        action={props.action}
        submit={m.filter}
        resetHref={props.filtered ? props.action : undefined}
        resetLabel={m.reset}
        autosubmit
      >
        <TextField label={m.search} name="q" type="search" value={values.q} maxlength={80} />
        <SelectField label={m.kind} name="jenis" value={values.jenis} options={[{ value: '', label: m.all }, ...props.kinds]} />
        <SelectField
          label={m.state}
          name="keadaan"
          value={values.keadaan}
          options={[
            { value: '', label: m.inUseState },
            { value: 'pensiun', label: m.retiredState },
          ]}
        />
      </FilterBar>
      <DataTable
        caption={m.bank}
        rows={props.rows}
        rowKey={row => row.id}
        rowHref={row => row.href}
        columns={[
          {
            key: 'prompt',
            header: m.prompt,
            primary: true,
            cell: row => row.prompt,
            ...props.sort.soal,
          },
          { key: 'kind', header: m.kind, cell: row => <Badge tone="neutral">{row.kind}</Badge> },
          {
            key: 'points',
            header: m.points,
            cell: row => row.points,
            align: 'right',
            ...props.sort.poin,
          },
          { key: 'chosen', header: m.chosenIn, cell: row => row.chosenIn, align: 'right' },
        ]}
        empty={<EmptyState title={m.bankEmptyTitle}>{props.filtered ? m.bankFiltered : m.bankEmpty}</EmptyState>}
      />
      <Pager {...props.pager} />
    </>
  )
}
