import {
  Alert,
  Button,
  ButtonLink,
  FieldRow,
  Form,
  FormActions,
  HiddenField,
  PageHeader,
  PostButton,
  SelectField,
  TextField,
} from '../../ui/index.ts'
import type { DictionaryMessages } from '../dictionary-messages.ts'
import type { TypedCompetency } from '../rules/dictionary.ts'

type Choice = { value: string | number; label: string }
type Props = {
  d: DictionaryMessages
  title: string
  eyebrow: string
  action: string
  backHref: string
  removeAction: string | null
  id: string
  seen: string
  typed: TypedCompetency
  pillars: Choice[]
  pembina: Choice[]
  errors: { field: string; message: string }[]
  conflict: string | null
}

/** One competency of a draft dictionary with its five levels. */
export function EditCompetencyPage(props: Props) {
  const { d, typed, errors } = props
  const error = (field: string) => errors.find(one => one.field === field)?.message
  const text = (name: string, label: string, value: string, more: { help?: string; maxlength: number; rows?: number }) => (
    <TextField label={label} name={name} value={value} error={error(name)} autocomplete="off" {...more} />
  )
  return (
    <>
      <PageHeader title={props.title} eyebrow={props.eyebrow} lead={d.competencyLead} />
      {props.conflict && (
        <Alert tone="warn">
          <p>{props.conflict}</p>
        </Alert>
      )}
      <Form action={props.action} errors={errors} errorTitle={d.formErrors}>
        <HiddenField name="versi" value={props.seen} />
        <HiddenField name="kompetensi" value={props.id} />
        {text('kode', d.code, typed.code, { maxlength: 20 })}
        {text('nama', d.competency, typed.name, { maxlength: 200 })}
        {text('nama_en', d.nameEn, typed.nameEn, { maxlength: 200, help: d.optional })}
        <SelectField label={d.pillar} name="pilar" value={typed.pillar} options={props.pillars} error={error('pilar')} />
        {text('urusan', d.urusan, typed.urusan, { maxlength: 60, help: d.urusanHelp })}
        <SelectField
          label={d.pembina}
          name="pembina"
          value={typed.pembina}
          help={d.pembinaHelp}
          options={[{ value: '', label: d.nothing }, ...props.pembina]}
          error={error('pembina')}
        />
        {text('definisi', d.definition, typed.definition, { maxlength: 2000, rows: 3, help: d.optional })}
        {text('dasar', d.legalBasis, typed.legalBasis, { maxlength: 300, help: d.basisHelp })}
        {typed.levels.map((level, index) => (
          <FieldRow key={index} legend={d.levelN(index + 1)}>
            <div class="wide grid gap-4">
              {text(`tingkat-${index + 1}`, d.describes, level.label, { maxlength: 1000, rows: 2 })}
              {text(`indikator-${index + 1}`, d.indicators, level.indicators, {
                maxlength: 10_000,
                rows: 3,
                help: d.indicatorsHelp,
              })}
            </div>
          </FieldRow>
        ))}
        <FormActions>
          <Button tone="primary">{d.save}</Button>
          <ButtonLink href={props.backHref} tone="ghost">
            {d.cancel}
          </ButtonLink>
        </FormActions>
      </Form>
      {props.removeAction && <PostButton action={props.removeAction} label={d.remove} tone="danger" confirm={d.removeSure} />}
    </>
  )
}
