import {
  Button,
  ButtonLink,
  Disclosure,
  EmptyState,
  FilterBar,
  Form,
  FormActions,
  HiddenField,
  KeyFigure,
  PageHeader,
  Pager,
  SelectField,
  TextField,
} from '../../../ui/index.ts'
import type { JabatanDifMessages } from '../jabatan-dif-messages.ts'
import type { FactorMessages } from '../messages.ts'
import type { TypedFactor } from '../rules/factor.ts'
import { FactorTabs } from './factor-tabs.tsx'

type Choice = { value: string; label: string }
type FactorView = {
  index: number
  key: string
  name: string
  detail: string
  people: string
  /** Why the standard makes it a duty; null: it does not, so it is asked. */
  demanded: string | null
  typed: TypedFactor
  flaws: { field: string; message: string }[]
}
type Props = {
  m: FactorMessages
  tabs: JabatanDifMessages
  figure: { value: string; label: string; sentence: string }
  filters: { instansi: string; jenjang: string; open: boolean }
  choices: { instansi: Choice[]; jenjang: Choice[] }
  rows: FactorView[]
  /** Labels of the goals there are to choose from. */
  goals: string[]
  fields: Record<keyof TypedFactor, string>
  errors: { field: string; message: string }[]
  exportHref: string
  halaman: number
  pager: Parameters<typeof Pager>[0]
}

/** What is known of one competency, training or aspect: seven small questions in a row. */
function FactorFields({ m, row, fields }: { m: FactorMessages; row: FactorView; fields: Props['fields'] }) {
  const { index, typed } = row
  const field = (key: keyof TypedFactor) => {
    const name = `${fields[key]}-${index}`
    return { name, value: typed[key], error: row.flaws.find(flaw => flaw.field === name)?.message }
  }
  const unknown = { value: '', label: m.unknown }
  const ratings = [unknown, ...(['r', 's', 't'] as const).map(value => ({ value, label: m.ratings[value] }))]
  return (
    <fieldset class="factor">
      <legend>
        {row.name} <small>{`${row.detail} · ${row.people}`}</small>
      </legend>
      <HiddenField name={`butir-${index}`} value={row.key} />
      <SelectField label={m.difficulty} options={ratings} {...field('difficulty')} />
      <SelectField label={m.importance} options={ratings} {...field('importance')} />
      <SelectField label={m.frequency} options={ratings} {...field('frequency')} />
      <SelectField
        label={m.goalLink}
        options={[unknown, ...(['0', '0.5', '1'] as const).map(value => ({ value, label: m.links[value] }))]}
        {...field('goalLink')}
      />
      <TextField label={m.goal} list="pilihan-sasaran" autocomplete="off" {...field('goal')} />
      {row.demanded === null ? (
        <>
          <SelectField
            label={m.mandate}
            options={[unknown, ...(['ya', 'tidak'] as const).map(value => ({ value, label: m.mandates[value] }))]}
            {...field('mandate')}
          />
          <TextField label={m.basis} maxlength={300} {...field('basis')} />
        </>
      ) : (
        <div class="field">
          <span class="field-label">{m.mandate}</span>
          <p class="field-help">{`${m.byStandard}: ${row.demanded}`}</p>
        </div>
      )}
    </fieldset>
  )
}

export function FactorsPage(props: Props) {
  const { m, figure, filters, choices, rows } = props
  return (
    <>
      <PageHeader
        title={m.title}
        lead={m.lead}
        actions={
          choices.jenjang.length > 0 && (
            <ButtonLink href={props.exportHref} icon="download" download>
              {m.export}
            </ButtonLink>
          )
        }
      />
      <FactorTabs m={props.tabs} instansi={filters.instansi} current="jenjang" />
      <KeyFigure value={figure.value} unit={m.figureUnit} label={figure.label} sentence={figure.sentence} />
      {choices.jenjang.length > 0 && (
        <FilterBar action="/kebutuhan/dif" submit={m.apply} autosubmit>
          {choices.instansi.length > 1 ? (
            <SelectField label={m.instansi} name="instansi" value={filters.instansi} options={choices.instansi} />
          ) : (
            <HiddenField name="instansi" value={filters.instansi} />
          )}
          <SelectField label={m.jenjang} name="jenjang" value={filters.jenjang} options={choices.jenjang} />
          <SelectField
            label={m.show}
            name="tampil"
            value={filters.open ? 'belum' : ''}
            options={[
              { value: '', label: m.everything },
              { value: 'belum', label: m.onlyOpen },
            ]}
          />
        </FilterBar>
      )}
      {rows.length === 0 ? (
        choices.jenjang.length > 0 ? (
          <EmptyState title={m.emptyOpen} />
        ) : (
          <EmptyState title={m.emptyTitle} action={<ButtonLink href="/standar">{m.toStandards}</ButtonLink>}>
            {m.empty}
          </EmptyState>
        )
      ) : (
        <Form action="/kebutuhan/dif" errors={props.errors} errorTitle={m.errors} wide>
          <HiddenField name="instansi" value={filters.instansi} />
          <HiddenField name="jenjang" value={filters.jenjang} />
          <HiddenField name="tampil" value={filters.open ? 'belum' : ''} />
          <HiddenField name="halaman" value={props.halaman} />
          <datalist id="pilihan-sasaran">
            {props.goals.map(goal => (
              <option key={goal} value={goal} />
            ))}
          </datalist>
          {rows.map(row => (
            <FactorFields key={row.key} m={m} row={row} fields={props.fields} />
          ))}
          <FormActions>
            <Button tone="primary">{m.save}</Button>
          </FormActions>
        </Form>
      )}
      {rows.length > 0 && <Pager {...props.pager} />}
      <Disclosure summary={m.how}>
        <p>{m.howText}</p>
        <p>{m.goalHelp}</p>
        <p>
          <a href={`/aturan/prioritas?instansi=${filters.instansi}`}>{m.toPolicy}</a>
        </p>
      </Disclosure>
    </>
  )
}
