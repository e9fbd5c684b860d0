import {
  Button,
  DataTable,
  EmptyState,
  FieldRow,
  FilterBar,
  Form,
  FormActions,
  HiddenField,
  KeyFigure,
  PageHeader,
  PostButton,
  Section,
  SelectField,
} from '../../ui/index.ts'
import type { DictionaryMessages } from '../dictionary-messages.ts'

type Choice = { value: string | number; label: string }
export type PairCells = {
  key: string
  from: string
  to: string
  levels: string[]
  fromId: number
  toId: number
  editHref: string
}
type Props = {
  d: DictionaryMessages
  title: string
  lead: string
  action: string
  fromId: string
  olds: Choice[]
  figure: { value: string; unit: string; sentence: string } | null
  pairs: PairCells[]
  mayManage: boolean
  form: {
    from: Choice[]
    to: Choice[]
    values: { lama: string; baru: string; levels: string[] }
    levels: Choice[]
    errors: { field: string; message: string }[]
  } | null
  apply: { sentence: string; any: boolean }
  unpaired: string | null
}

/** Levels of an old dictionary, said in the words of a new one; and standards made anew by it. */
export function CrosswalkPage(props: Props) {
  const { d, action, fromId, pairs, form } = props
  const error = (field: string) => form?.errors.find(one => one.field === field)?.message
  return (
    <>
      <PageHeader title={props.title} eyebrow={d.crosswalk} lead={props.lead} />
      <FilterBar action={action} submit={d.apply} autosubmit>
        <SelectField label={d.chooseOld} name="dari" value={fromId} options={props.olds} />
      </FilterBar>
      {props.figure && (
        <KeyFigure value={props.figure.value} unit={props.figure.unit} label={d.pairsFigure} sentence={props.figure.sentence} />
      )}
      <Section title={d.pairs} lead={props.unpaired ?? undefined}>
        <DataTable<PairCells>
          caption={d.pairs}
          rows={pairs}
          rowKey={row => row.key}
          empty={<EmptyState title={d.noPairs}>{props.fromId ? d.noPairsWhat : d.choosePairFirst}</EmptyState>}
          columns={[
            { key: 'from', header: d.oldCompetency, primary: true, cell: row => row.from },
            { key: 'to', header: d.newCompetency, long: true, cell: row => row.to },
            ...[0, 1, 2, 3, 4].map(index => ({
              key: String(index),
              header: d.oldLevel(index + 1),
              align: 'center' as const,
              cell: (row: PairCells) => row.levels[index] ?? d.nothing,
            })),
            ...(props.mayManage
              ? [
                  {
                    key: 'do',
                    header: d.change,
                    cell: (row: PairCells) => (
                      <div class="actions">
                        <a class="btn btn-ghost" href={row.editHref}>
                          {d.editPair}
                        </a>
                        <PostButton
                          action={`${action}/hapus`}
                          label={d.removePair}
                          tone="ghost"
                          fields={{ dari: fromId, lama: String(row.fromId), baru: String(row.toId) }}
                          confirm={d.removePairSure}
                        />
                      </div>
                    ),
                  },
                ]
              : []),
          ]}
        />
      </Section>
      {form && (
        <Section title={d.pairTitle} lead={d.pairLead} id="padankan">
          <Form action={action} errors={form.errors} errorTitle={d.formErrors}>
            <HiddenField name="dari" value={fromId} />
            <SelectField label={d.oldCompetency} name="lama" value={form.values.lama} options={form.from} error={error('lama')} />
            <SelectField label={d.newCompetency} name="baru" value={form.values.baru} options={form.to} error={error('baru')} />
            <FieldRow legend={d.levels}>
              {form.values.levels.map((value, index) => (
                <SelectField
                  key={index}
                  label={d.oldLevelBecomes(index + 1)}
                  name={`tingkat-${index + 1}`}
                  value={value}
                  error={error(`tingkat-${index + 1}`)}
                  options={[{ value: '', label: d.nothing }, ...form.levels]}
                />
              ))}
            </FieldRow>
            <FormActions>
              <Button tone="primary">{d.savePair}</Button>
            </FormActions>
          </Form>
        </Section>
      )}
      {props.mayManage && fromId && (
        <Section title={d.applyTitle} lead={props.apply.sentence}>
          {props.apply.any && <PostButton action={`${action}/terapkan`} label={d.applyNow} fields={{ dari: fromId }} />}
        </Section>
      )}
    </>
  )
}
