import { Alert, DataTable, FilterBar, Heatmap, KeyFigure, PageHeader, Section, SelectField, TextField } from '../../ui/index.ts'
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
  count: string
  any: boolean
  filter: { instansi: string; urusan: string; rumpun: string }
  choices: { instansi: Choice[]; urusan: Choice[] }
  notice: string | null
  flaw: string | null
  matrix: Pick<Parameters<typeof Heatmap>[0], 'columns' | 'rows' | 'legend'>
  rowHeader: string
  own: ClassCells[]
  heads: { levels: string; requirements: string; basis: string; state: string }
}

/** What every class of jabatan is asked for: a row a jenjang, a column a competency. */
export function ClassesPage({ v, count, any, filter, choices, notice, flaw, matrix, rowHeader, own, heads }: Props) {
  return (
    <>
      <PageHeader title={v.classes} lead={v.classesLead} />
      <KeyFigure value={count} label={v.classesCount} sentence={any ? v.classesSentence : v.classesNone} />
      <FilterBar action="/standar/kelas" submit={v.apply}>
        {choices.instansi.length > 1 && (
          <SelectField label={v.instansi} name="instansi" value={filter.instansi} options={choices.instansi} />
        )}
        <SelectField
          label={v.urusan}
          name="urusan"
          value={filter.urusan}
          options={[{ value: '', label: v.urusanNone }, ...choices.urusan]}
        />
        <TextField
          label={v.family}
          name="rumpun"
          value={filter.rumpun}
          maxlength={80}
          placeholder={v.familyExample}
          error={flaw ?? undefined}
        />
      </FilterBar>
      {notice && (
        <Alert tone="warn">
          <p>{notice}</p>
        </Alert>
      )}
      <Heatmap
        caption={v.classes}
        rowHeader={rowHeader}
        columns={matrix.columns}
        rows={matrix.rows}
        legend={matrix.legend}
        emptyText={v.noColumns}
        columnsLabel={v.columns}
        scale="sea"
      />
      <Section title={v.ownClasses}>
        <DataTable<ClassCells>
          caption={v.ownClasses}
          rows={own}
          rowKey={row => row.id}
          rowHref={row => row.href}
          empty={<p class="text-muted">{v.noOwnClasses}</p>}
          columns={[
            { key: 'name', header: v.className, primary: true, cell: row => row.name },
            { key: 'state', header: heads.state, cell: row => row.state },
            { key: 'levels', header: heads.levels, align: 'right', cell: row => row.levels },
            { key: 'requirements', header: heads.requirements, align: 'right', cell: row => row.requirements },
            { key: 'basis', header: heads.basis, long: true, cell: row => row.basis },
          ]}
        />
      </Section>
    </>
  )
}
