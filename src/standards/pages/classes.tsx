import {
  Alert,
  ButtonLink,
  DataTable,
  FilterBar,
  Heatmap,
  KeyFigure,
  PageHeader,
  Section,
  SelectField,
  TextField,
} from '../../ui/index.ts'
import type { ClassMessages } from '../class-messages.ts'
import type { VersionMessages } from '../version-messages.ts'

export type ClassCells = {
  id: number
  href: string
  name: string
  state: string
  levels: string
  requirements: string
  basis: string
}
type Choice = { value: string; label: string }
type Props = {
  v: VersionMessages
  k: ClassMessages
  count: string
  any: boolean
  filter: { instansi: string; urusan: string; rumpun: string }
  choices: { instansi: Choice[]; urusan: Choice[] }
  notice: string | null
  flaw: string | null
  matrix: Pick<Parameters<typeof Heatmap>[0], 'columns' | 'rows' | 'legend'>
  rowHeader: string
  own: ClassCells[]
  noOwn: string
  exportHref: string
  heads: { levels: string; requirements: string; basis: string; state: string }
}

/** What every class of jabatan is asked for: a row a jenjang, a column a competency. */
export function ClassesPage(props: Props) {
  const { v, k, count, any, filter, choices, notice, flaw, matrix, rowHeader, own, heads } = props
  return (
    <>
      <PageHeader
        title={k.classes}
        lead={k.classesLead}
        actions={
          <ButtonLink href={props.exportHref} icon="download" download>
            {v.export}
          </ButtonLink>
        }
      />
      <KeyFigure value={count} label={k.classesCount} sentence={any ? k.classesSentence : k.classesNone} />
      <FilterBar action="/standar/kelas" submit={v.apply}>
        {choices.instansi.length > 1 && (
          <SelectField label={v.instansi} name="instansi" value={filter.instansi} options={choices.instansi} />
        )}
        <SelectField
          label={k.urusan}
          name="urusan"
          value={filter.urusan}
          options={[{ value: '', label: k.urusanNone }, ...choices.urusan]}
        />
        <TextField
          label={k.family}
          name="rumpun"
          value={filter.rumpun}
          maxlength={80}
          placeholder={k.familyExample}
          error={flaw ?? undefined}
        />
      </FilterBar>
      {notice && (
        <Alert tone="warn">
          <p>{notice}</p>
        </Alert>
      )}
      <Heatmap
        caption={k.classes}
        rowHeader={rowHeader}
        columns={matrix.columns}
        rows={matrix.rows}
        legend={matrix.legend}
        emptyText={k.noColumns}
        columnsLabel={k.columns}
        scale="sea"
      />
      <Section title={k.ownClasses}>
        <DataTable<ClassCells>
          caption={k.ownClasses}
          rows={own}
          rowKey={row => row.id}
          rowHref={row => row.href}
          empty={<p class="text-muted">{props.noOwn}</p>}
          columns={[
            { key: 'name', header: k.className, primary: true, cell: row => row.name },
            { key: 'state', header: heads.state, nowrap: true, cell: row => row.state },
            { key: 'levels', header: heads.levels, align: 'right', cell: row => row.levels },
            { key: 'requirements', header: heads.requirements, align: 'right', cell: row => row.requirements },
            { key: 'basis', header: heads.basis, long: true, cell: row => row.basis },
          ]}
        />
      </Section>
    </>
  )
}
