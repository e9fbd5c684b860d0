import { CheckField, Disclosure, FieldRow, Section, SelectField, TextField } from '../../ui/index.ts'
import type { ConditionsForm, EntryForm } from '../entry-form.ts'
import { blankConditions, entryFieldName, mostWays } from '../entry-form.ts'
import type { EntryMessages } from '../entry-messages.ts'

type Choice = { value: string; label: string }
/** What can be ticked and chosen, in words. */
export type EntryChoices = { employment: Choice[]; jenis: Choice[]; jenjang: Choice[]; golongan: Choice[] }
type Props = {
  m: EntryMessages
  form: EntryForm
  choices: EntryChoices
  errors: readonly { field: string; message: string }[]
}

const lists = ['employment', 'jenis', 'jenjang'] as const

function Conditions({ m, form, choices, errors, way }: Omit<Props, 'form'> & { form: ConditionsForm; way: number | null }) {
  const name = (key: string) => entryFieldName(way, key)
  const error = (key: string) => errors.find(one => one.field === name(key))?.message
  const text = (key: keyof EntryMessages['fields'] & keyof ConditionsForm, help?: string, rows?: number) => (
    <TextField
      label={m.fields[key]}
      name={name(key)}
      value={form[key] as string}
      help={help}
      error={error(key)}
      inputmode={rows ? undefined : 'decimal'}
      rows={rows}
    />
  )
  return (
    <>
      {lists.map(list => (
        <div class="wide" key={list}>
          <Disclosure
            summary={form[list].length > 0 ? `${m.fields[list]} (${form[list].length})` : m.fields[list]}
            open={form[list].length > 0}
          >
            <p class="field-help">{m.help.any}</p>
            <div class="tick-grid">
              {choices[list].map(choice => (
                <CheckField
                  key={choice.value}
                  label={choice.label}
                  name={name(`${list}_${choice.value}`)}
                  checked={form[list].includes(choice.value)}
                />
              ))}
            </div>
          </Disclosure>
        </div>
      ))}
      <SelectField
        label={m.fields.golonganFrom}
        name={name('golonganFrom')}
        value={form.golonganFrom}
        options={[{ value: '', label: m.noLimit }, ...choices.golongan]}
        help={m.help.golonganFrom}
      />
      {text('monthsInGolongan')}
      <SelectField
        label={m.fields.tenureJenjang}
        name={name('tenureJenjang')}
        value={form.tenureJenjang}
        options={[{ value: '', label: m.noLimit }, ...choices.jenjang]}
        error={error('tenureJenjang')}
      />
      {text('tenureMonths')}
      {text('maxAge')}
      {text('yearsBeforeBup', m.help.yearsBeforeBup)}
      <div class="wide">{text('trainings', m.help.trainings, 2)}</div>
      <CheckField label={m.fields.selection} name={name('selection')} checked={form.selection} />
      <CheckField label={m.fields.noDiscipline} name={name('noDiscipline')} checked={form.noDiscipline} />
    </>
  )
}

/** Who may join, as fields of a form: of an offer, a course. Read again with `readEntryForm`; works without JavaScript. */
export function EntryFields({ m, form, choices, errors }: Props) {
  const rest = { m, choices, errors }
  const next = form.ways.length
  return (
    <Section title={m.title} lead={m.lead}>
      <FieldRow legend={m.forAll}>
        <Conditions {...rest} form={form.all} way={null} />
      </FieldRow>
      {next > 0 && <p>{m.waysLead}</p>}
      {form.ways.map((way, index) => (
        <FieldRow key={index} legend={m.way(index + 1)}>
          <Conditions {...rest} form={way} way={index} />
        </FieldRow>
      ))}
      {next < mostWays && (
        <Disclosure summary={m.wayAdd}>
          {next === 0 && <p>{m.waysLead}</p>}
          <FieldRow legend={m.way(next + 1)}>
            <Conditions {...rest} form={blankConditions} way={next} />
          </FieldRow>
        </Disclosure>
      )}
    </Section>
  )
}
