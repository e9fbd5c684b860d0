import {
  Button,
  ButtonLink,
  Form,
  FormActions,
  HiddenField,
  PageHeader,
  RadioField,
  SelectField,
  TextField,
} from '../../../ui/index.ts'
import type { StatedMessages } from '../messages.ts'
import type { TypedStated } from '../rules/stated.ts'

type Choice = { value: string; label: string }
type Props = {
  m: StatedMessages
  title: string
  place: string
  instansi: string
  action: string
  backHref: string
  typed: TypedStated
  /** The names of the inputs. */
  inputs: Record<keyof TypedStated, string>
  isNew: boolean
  /** Whom it is for follows from proposals, and is not typed. */
  fromProposals: boolean
  choices: { competencies: Choice[]; jenjang: Choice[]; units: Choice[]; goals: Choice[] }
  errors: { field: string; message: string }[]
}

const levels = ['1', '2', '3', '4', '5'].map(value => ({ value, label: value }))

export function StatedFormPage(props: Props) {
  const { m, typed, inputs, choices, errors } = props
  const error = (field: keyof TypedStated) => errors.find(one => one.field === inputs[field])?.message
  const text = (field: keyof TypedStated) => ({ name: inputs[field], value: typed[field], error: error(field) })
  return (
    <>
      <PageHeader title={props.title} eyebrow={props.place} />
      <Form action={props.action} errors={errors} errorTitle={m.formErrors}>
        {props.isNew ? (
          <>
            <HiddenField name="instansi" value={props.instansi} />
            <RadioField
              label={m.kind}
              options={(['organisation', 'mandate'] as const).map(value => ({
                value,
                label: m.kinds[value],
                help: m.kindHelp[value],
              }))}
              {...text('kind')}
            />
          </>
        ) : (
          <HiddenField name={inputs.kind} value={typed.kind} />
        )}
        <TextField label={m.titleField} help={m.titleHelp} maxlength={300} rows={2} {...text('title')} />
        <TextField label={m.year} help={m.yearHelp} inputmode="numeric" maxlength={4} {...text('year')} />
        <SelectField
          label={m.competency}
          options={[{ value: '', label: m.none }, ...choices.competencies]}
          {...text('competency')}
        />
        <SelectField label={m.level} options={[{ value: '', label: '–' }, ...levels]} {...text('level')} />
        <TextField label={m.training} help={m.trainingHelp} maxlength={200} {...text('training')} />
        {props.fromProposals ? (
          <p class="text-muted">{m.fromProposals}</p>
        ) : (
          <>
            <SelectField
              label={m.jenjang}
              help={m.whoHelp}
              options={[{ value: '', label: m.every }, ...choices.jenjang]}
              {...text('jenjang')}
            />
            <SelectField label={m.unit} options={[{ value: '', label: m.everyUnit }, ...choices.units]} {...text('unit')} />
            <TextField label={m.number} help={m.numberHelp} inputmode="numeric" maxlength={6} {...text('number')} />
          </>
        )}
        <SelectField
          label={m.goal}
          help={choices.goals.length === 0 ? m.goalEmpty : undefined}
          options={[{ value: '', label: m.noGoal }, ...choices.goals]}
          {...text('goal')}
        />
        <SelectField
          label={m.goalLink}
          options={[
            { value: '1', label: m.goalLinks['1'] },
            { value: '0.5', label: m.goalLinks['0.5'] },
          ]}
          {...text('goalLink')}
        />
        <TextField label={m.legalBasis} help={m.legalBasisHelp} maxlength={300} {...text('legalBasis')} />
        <TextField label={m.note} rows={2} maxlength={1000} {...text('note')} />
        <FormActions>
          {props.isNew ? (
            <>
              <Button tone="primary" name="berlaku" value="1">
                {m.saveActive}
              </Button>
              <Button tone="neutral">{m.saveDraft}</Button>
            </>
          ) : (
            <Button tone="primary">{m.save}</Button>
          )}
          <ButtonLink href={props.backHref} tone="ghost">
            {m.cancel}
          </ButtonLink>
        </FormActions>
      </Form>
    </>
  )
}
