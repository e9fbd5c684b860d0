import {
  Badge,
  Button,
  ButtonLink,
  CheckField,
  DataTable,
  EmptyState,
  EnterButton,
  FilterBar,
  Form,
  FormActions,
  KeyFigure,
  PageHeader,
  Pager,
  Section,
  SelectField,
  TextField,
} from '../../ui/index.ts'
import type { VersionMessages } from '../version-messages.ts'

export type LikeCells = { id: number; name: string; unit: string; jenjang: string; standing: 'draft' | 'own' | 'none' }
type Choice = { value: string; label: string }
type Props = {
  v: VersionMessages
  name: string
  lead: string
  action: string
  filter: { alike: string; q: string; alikes: Choice[] }
  rows: LikeCells[]
  total: number
  totalText: string
  values: { as: string; basis: string; all: boolean; chosen: ReadonlySet<number> }
  asChoices: Choice[]
  errors: { field: string; message: string }[]
  pager: Parameters<typeof Pager>[0]
}

const standingOf = (v: VersionMessages, standing: LikeCells['standing']) =>
  standing === 'draft' ? (
    <Badge tone="warn">{v.hasDraft}</Badge>
  ) : standing === 'own' ? (
    <Badge tone="info">{v.hasOwn}</Badge>
  ) : (
    v.noOwn
  )

/** Which other jabatan get the same standard, and how. */
export function CopyPage(props: Props) {
  const { v, action, filter, rows, values, errors } = props
  const error = (field: string) => errors.find(one => one.field === field)?.message
  return (
    <>
      <PageHeader title={props.name} eyebrow={v.copyTitle} lead={props.lead} />
      <KeyFigure value={props.totalText} label={v.found} />
      <FilterBar action={action} submit={v.apply}>
        <SelectField label={v.copyAlike} name="sejenis" value={filter.alike} options={filter.alikes} />
        <TextField label={v.search} name="q" value={filter.q} type="search" />
      </FilterBar>
      {rows.length === 0 ? (
        <EmptyState title={v.copyNoMatch}>{v.copyNoMatchWhat}</EmptyState>
      ) : (
        <Form
          action={`${action}?sejenis=${filter.alike}&q=${encodeURIComponent(filter.q)}`}
          errors={errors}
          errorTitle={v.notCopied}
          wide
        >
          <EnterButton />
          <DataTable<LikeCells>
            caption={v.found}
            rows={rows}
            rowKey={row => row.id}
            select={{
              name: 'jabatan',
              value: row => String(row.id),
              label: row => v.choose(row.name),
              all: v.chooseAll,
              checked: row => values.chosen.has(row.id),
            }}
            empty=""
            columns={[
              { key: 'name', header: v.jabatan, primary: true, cell: row => row.name },
              { key: 'unit', header: v.unit, cell: row => row.unit },
              { key: 'jenjang', header: v.jenjang, cell: row => row.jenjang },
              { key: 'own', header: v.own, cell: row => standingOf(v, row.standing) },
            ]}
          />
          <Pager {...props.pager} />
          <Section title={v.copyNow}>
            <div class="form">
              {props.total > rows.length && (
                <CheckField label={v.copyAll(props.totalText)} name="semua" value="ya" checked={values.all} />
              )}
              <SelectField label={v.copyAs} name="sebagai" value={values.as} options={props.asChoices} />
              <TextField
                label={v.basis}
                name="dasar"
                value={values.basis}
                help={v.copyBasisHelp}
                error={error('dasar')}
                maxlength={300}
              />
              <FormActions>
                <Button tone="primary">{v.copyNow}</Button>
                <ButtonLink href={action.replace(/\/salin$/, '')} tone="ghost">
                  {v.cancel}
                </ButtonLink>
              </FormActions>
            </div>
          </Section>
        </Form>
      )}
    </>
  )
}
