import { barChart } from '../../../platform/charts/index.ts'
import { formatNumber, type Language } from '../../../platform/i18n/index.ts'
import {
  ButtonLink,
  Chart,
  DataTable,
  EmptyState,
  type Figure,
  Figures,
  FilterBar,
  KeyFigure,
  PageHeader,
  Section,
  SelectField,
  ShareBar,
  type Tone,
} from '../../../ui/index.ts'
import type { Messages } from '../messages.ts'
import type { ShareView } from '../present.ts'
import { Shares } from './shares.tsx'

export type RecapCells = {
  key: number
  name: string
  href: string
  pns: string
  reached: string
  reachedShare: number
  under: string
  /** Null: the year has no forecast. */
  short: string | null
  mean: string
  shares: string
}
type FormCells = { form: string; name: string; value: number; text: string; people: string; records: string }
type Choice = { value: string | number; label: string }

type Props = {
  m: Messages
  language: Language
  title: string
  lead: string
  exportHref: string
  listHref: string
  values: { instansi: string; year: number }
  choices: { instansi: Choice[]; year: Choice[] }
  /** Null: nobody is recorded yet. */
  figure: { value: string; label: string; sentence: string; tone: Tone; underHref: string | null } | null
  figures: Figure[]
  shares: ShareView[]
  rowsTitle: string
  rowHead: string
  rows: RecapCells[]
  forms: FormCells[]
  importHref: string | null
}

const Forms = ({ m, language, forms }: Pick<Props, 'm' | 'language' | 'forms'>) => (
  <Section title={m.perForm} lead={m.perFormLead}>
    <Chart
      svg={barChart({
        title: m.formChart,
        description: forms.map(one => `${one.name}: ${one.text}`).join(', '),
        bars: forms.map(one => ({ label: one.name, value: one.value })),
        format: value => formatNumber(value, language),
      })}
      tableLabel={m.formTable}
      table={
        <DataTable<FormCells>
          caption={m.formTable}
          rows={forms}
          rowKey={one => one.form}
          empty=""
          columns={[
            { key: 'form', header: m.form, primary: true, cell: one => one.name },
            { key: 'jp', header: m.headers.recognised, align: 'right', cell: one => one.text },
            { key: 'people', header: m.list, align: 'right', cell: one => one.people },
            { key: 'records', header: m.records, align: 'right', cell: one => one.records },
          ]}
        />
      }
    />
  </Section>
)

/** How a government, or all of them, stands in a year: who reached what is asked, unit by unit and form by form. */
export function RecapPage(props: Props) {
  const { m, figure, values, choices } = props
  return (
    <>
      <PageHeader
        title={props.title}
        eyebrow={m.recap}
        lead={props.lead}
        actions={
          figure && (
            <>
              <ButtonLink href={props.listHref} icon="people">
                {m.list}
              </ButtonLink>
              <ButtonLink href={props.exportHref} icon="download" download>
                {m.download}
              </ButtonLink>
            </>
          )
        }
      />
      <FilterBar action="/jp/instansi" submit={m.show} autosubmit>
        {choices.instansi.length > 1 && (
          <SelectField label={m.instansi} name="instansi" value={values.instansi} options={choices.instansi} />
        )}
        <SelectField label={m.year} name="tahun" value={values.year} options={choices.year} />
      </FilterBar>
      {figure ? (
        <>
          <KeyFigure
            value={figure.value}
            label={figure.label}
            sentence={figure.sentence}
            tone={figure.tone}
            action={figure.underHref && <ButtonLink href={figure.underHref}>{m.seeUnder}</ButtonLink>}
          />
          <Figures items={props.figures} />
          <Section title={props.rowsTitle}>
            <DataTable<RecapCells>
              caption={props.rowsTitle}
              rows={props.rows}
              rowKey={row => row.key}
              rowHref={row => row.href}
              empty=""
              columns={[
                { key: 'name', header: props.rowHead, primary: true, cell: row => row.name },
                { key: 'pns', header: m.people, align: 'right', cell: row => row.pns },
                { key: 'reached', header: m.reached, cell: row => <ShareBar share={row.reachedShare} label={row.reached} /> },
                { key: 'under', header: m.under, align: 'right', cell: row => row.under },
                ...(props.rows.some(row => row.short !== null)
                  ? [{ key: 'short', header: m.forecastHead, align: 'right' as const, cell: (row: RecapCells) => row.short }]
                  : []),
                { key: 'mean', header: m.mean, align: 'right', cell: row => row.mean },
                { key: 'shares', header: m.share, align: 'right', cell: row => row.shares, nowrap: true, secondary: true },
              ]}
            />
          </Section>
          <Shares m={m} shares={props.shares} />
          {props.forms.length > 0 && <Forms m={m} language={props.language} forms={props.forms} />}
        </>
      ) : (
        <EmptyState
          title={m.emptyRecap}
          action={
            props.importHref && (
              <ButtonLink href={props.importHref} tone="primary" icon="upload">
                {m.toImport}
              </ButtonLink>
            )
          }
        >
          {m.emptyRecapWhat}
        </EmptyState>
      )}
    </>
  )
}
