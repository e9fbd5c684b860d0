import {
  Alert,
  Button,
  ButtonLink,
  CheckField,
  EmptyState,
  Form,
  FormActions,
  HiddenField,
  PageHeader,
  RadioField,
  SelectField,
  TextField,
} from '../../../ui/index.ts'
import type { ProposalMessages } from '../messages.ts'
import type { TypedProposal } from '../rules/proposal.ts'

type Choice = { value: string; label: string }
type Props = {
  m: ProposalMessages
  title: string
  /** Null: nobody has called for proposals. */
  call: { sentence: string; note: string | null } | null
  action: string
  backHref: string
  instansi: string
  typed: TypedProposal
  /** The names of the inputs. */
  inputs: Record<keyof TypedProposal, string>
  units: Choice[]
  competencies: Choice[]
  people: { id: number; name: string; jabatan: string }[]
  errors: { field: string; message: string }[]
}

const levels = ['1', '2', '3', '4', '5']

export function ProposalFormPage(props: Props) {
  const { m, call, typed, inputs, errors } = props
  const error = (field: keyof TypedProposal) => errors.find(one => one.field === inputs[field])?.message
  if (!call) {
    return (
      <>
        <PageHeader title={props.title} />
        <EmptyState title={m.noCall} action={<ButtonLink href={props.backHref}>{m.proposals}</ButtonLink>}>
          {m.noCallUnit}
        </EmptyState>
      </>
    )
  }
  return (
    <>
      <PageHeader title={props.title} lead={call.sentence} />
      {call.note && (
        <div class="mb-6">
          <Alert tone="info">
            <p>{call.note}</p>
          </Alert>
        </div>
      )}
      <Form action={props.action} errors={errors} errorTitle={m.formErrors}>
        <HiddenField name="instansi" value={props.instansi} />
        {props.units.length === 1 ? (
          <HiddenField name={inputs.unit} value={props.units[0]!.value} />
        ) : (
          <SelectField
            label={m.forUnit}
            name={inputs.unit}
            value={typed.unit}
            options={[{ value: '', label: '–' }, ...props.units]}
            error={error('unit')}
          />
        )}
        <RadioField
          label={m.about}
          name={inputs.about}
          value={typed.about}
          help={m.aboutHelp}
          options={(['kompetensi', 'pelatihan', 'lainnya'] as const).map(value => ({ value, label: m.abouts[value] }))}
          error={error('about')}
        />
        <SelectField
          label={m.competency}
          name={inputs.competency}
          value={typed.competency}
          options={[{ value: '', label: m.competencyNone }, ...props.competencies]}
          error={error('competency')}
        />
        <SelectField
          label={m.levelField}
          name={inputs.level}
          value={typed.level}
          options={[{ value: '', label: m.levelNone }, ...levels.map(value => ({ value, label: value }))]}
          error={error('level')}
        />
        <TextField
          label={m.training}
          name={inputs.training}
          value={typed.training}
          help={m.trainingHelp}
          maxlength={200}
          error={error('training')}
        />
        <TextField
          label={m.titleField}
          name={inputs.title}
          value={typed.title}
          help={m.titleHelp}
          maxlength={200}
          error={error('title')}
        />
        <TextField
          label={m.reasonField}
          name={inputs.reason}
          value={typed.reason}
          help={m.reasonHelp}
          rows={3}
          maxlength={2000}
          error={error('reason')}
        />
        <RadioField
          label={m.urgency}
          name={inputs.urgency}
          value={typed.urgency}
          options={(['tinggi', 'sedang', 'rendah'] as const).map(value => ({
            value,
            label: m.urgencies[value],
            help: m.urgencyHelp[value],
          }))}
          error={error('urgency')}
        />
        <TextField
          label={m.peopleField}
          name={inputs.people}
          value={typed.people}
          help={m.peopleHelp}
          inputmode="numeric"
          maxlength={6}
          error={error('people')}
        />
        {props.people.length > 0 && (
          <fieldset class="field" id={`f-${inputs.named}`}>
            <legend class="field-label">{m.namedField}</legend>
            <p class="field-help">{m.namedHelp}</p>
            {error('named') && <p class="field-error">{error('named')}</p>}
            {props.people.map(person => (
              <CheckField
                key={person.id}
                id={`f-${inputs.named}-${person.id}`}
                label={person.name}
                name={inputs.named}
                value={String(person.id)}
                checked={typed.named.includes(person.id)}
                help={person.jabatan}
              />
            ))}
          </fieldset>
        )}
        <FormActions>
          <Button tone="primary" name="kirim" value="1">
            {m.send}
          </Button>
          <Button tone="neutral">{m.saveDraft}</Button>
          <ButtonLink href={props.backHref} tone="ghost">
            {m.cancel}
          </ButtonLink>
        </FormActions>
      </Form>
    </>
  )
}
