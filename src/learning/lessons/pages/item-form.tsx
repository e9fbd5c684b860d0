import { CheckField, FieldRow, Form, FormActions, PageHeader, PostButton, SelectField, TextField } from '../../../ui/index.ts'
import { choiceRows, type TypedItem } from '../item-form.ts'
import type { Messages } from '../messages.ts'
import type { ItemKind } from '../rules/item.ts'
import { SaveButtons } from './lessons.tsx'

type FormProps = {
  m: Messages
  title: string
  eyebrow: string
  kind: ItemKind
  action: string
  backHref: string
  typed: TypedItem
  errors: { field: string; message: string }[]
  /** A new one, after which another of its kind may follow. */
  more: boolean
  retire: { action: string; retired: boolean } | null
}
type Part = FormProps & { error: (field: string) => string | undefined }

const rowsShown = (typed: TypedItem, names: readonly string[]) => {
  const filled = Array.from({ length: choiceRows }, (_, n) => n).filter(n => names.some(name => typed[`${name}-${n}`]))
  return Array.from({ length: Math.min(choiceRows, Math.max(4, (filled.at(-1) ?? 0) + 2)) }, (_, n) => n)
}

const Choices = ({ m, kind, typed, error }: Part) => {
  const rows = rowsShown(typed, ['pilihan'])
  return (
    <>
      {rows.map(n => (
        <div class="grid gap-2" key={n}>
          <TextField
            label={m.choice(n + 1)}
            name={`pilihan-${n}`}
            value={typed[`pilihan-${n}`]}
            maxlength={500}
            error={error(`pilihan-${n}`)}
          />
          {kind === 'multiple' && (
            <CheckField
              label={m.choiceRight}
              name={`benar-${n}`}
              checked={typed[`benar-${n}`] === '1'}
              error={error(`benar-${n}`)}
            />
          )}
        </div>
      ))}
      {kind === 'single' && (
        <SelectField
          label={m.rightOne}
          name="benar"
          value={typed.benar}
          options={[{ value: '', label: m.chooseRight }, ...rows.map(n => ({ value: n, label: m.rightOf(n + 1) }))]}
          error={error('benar')}
        />
      )}
    </>
  )
}

const Pairs = ({ m, typed, error }: Part) => (
  <>
    {rowsShown(typed, ['kiri', 'kanan']).map(n => (
      <FieldRow key={n} legend={m.pair(n + 1)}>
        <TextField label={m.left} name={`kiri-${n}`} value={typed[`kiri-${n}`]} maxlength={500} error={error(`kiri-${n}`)} />
        <TextField label={m.right} name={`kanan-${n}`} value={typed[`kanan-${n}`]} maxlength={500} error={error(`kanan-${n}`)} />
      </FieldRow>
    ))}
  </>
)

const Right = (part: Part) => {
  const { m, kind, typed, error } = part
  switch (kind) {
    case 'single':
    case 'multiple':
      return <Choices {...part} />
    case 'matching':
      return <Pairs {...part} />
    case 'true_false':
      return (
        <SelectField
          label={m.rightOne}
          name="benar"
          value={typed.benar}
          options={[
            { value: '', label: m.chooseRight },
            { value: 'true', label: m.isTrue },
            { value: 'false', label: m.isFalse },
          ]}
          error={error('benar')}
        />
      )
    case 'short':
      return (
        <TextField
          label={m.accepted}
          name="diterima"
          value={typed.diterima}
          rows={4}
          help={m.acceptedHelp}
          error={error('diterima')}
          required
        />
      )
    case 'numeric':
      return (
        <>
          <TextField
            label={m.numericRight}
            name="nilai"
            value={typed.nilai}
            inputmode="decimal"
            maxlength={30}
            help={m.numericHelp}
            error={error('nilai')}
            required
          />
          <TextField
            label={m.tolerance}
            name="toleransi"
            value={typed.toleransi}
            inputmode="decimal"
            maxlength={30}
            help={m.toleranceHelp}
            error={error('toleransi')}
            required
          />
        </>
      )
  }
}

export function ItemFormPage(props: FormProps) {
  const { m, kind, typed } = props
  const error = (field: string) => props.errors.find(one => one.field === field)?.message
  return (
    <>
      <PageHeader title={props.title} eyebrow={props.eyebrow} lead={m.itemHelp[kind]} />
      <Form action={props.action} errors={props.errors} errorTitle={m.formErrors}>
        <TextField
          label={m.prompt}
          name="soal"
          value={typed.soal}
          rows={3}
          maxlength={2000}
          help={m.promptHelp}
          error={error('soal')}
          required
        />
        <Right {...props} error={error} />
        <TextField
          label={m.points}
          name="poin"
          value={typed.poin}
          inputmode="numeric"
          maxlength={3}
          error={error('poin')}
          required
        />
        <TextField
          label={m.explanation}
          name="penjelasan"
          value={typed.penjelasan}
          rows={3}
          maxlength={2000}
          help={m.explanationHelp}
          error={error('penjelasan')}
        />
        <FormActions>
          <SaveButtons m={m} backHref={props.backHref} more={props.more ? m.saveAnother : undefined} />
        </FormActions>
      </Form>
      {props.retire && (
        <div class="actions mt-8">
          <PostButton
            action={props.retire.action}
            label={props.retire.retired ? m.restore : m.retire}
            fields={{ langkah: props.retire.retired ? 'pakai' : 'pensiun' }}
            confirm={props.retire.retired ? undefined : m.retireAsk}
          />
        </div>
      )}
    </>
  )
}
