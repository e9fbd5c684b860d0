import {
  Button,
  ButtonLink,
  Form,
  FormActions,
  PageHeader,
  RadioField,
  ScaleField,
  Section,
  TextField,
} from '../../../ui/index.ts'
import type { FormError, QuestionGroup } from '../form.ts'
import type { EvaluationMessages } from '../messages.ts'

type Option = { value: string; label: string }
type Props = {
  m: EvaluationMessages
  id: number
  title: string
  about: string
  lead: string
  groups: QuestionGroup[]
  scale: { value: string; label: string; mark: string }[]
  scaleHelp: string
  /** Asked of the atasan. */
  verdict: { value: string; options: Option[] } | null
  words: { name: string; label: string; help: string; value: string } | null
  errors: FormError[]
}

export function EvaluationFormPage({ m, id, title, about, lead, groups, scale, scaleHelp, verdict, words, errors }: Props) {
  const error = (field: string) => errors.find(one => one.field === field)?.message
  return (
    <>
      <PageHeader title={title} eyebrow={about} lead={lead} />
      <Form action={`/evaluasi/${id}`} errors={errors} errorTitle={m.errors}>
        {verdict && (
          <RadioField
            label={m.verdict}
            name="putusan"
            help={m.verdictHelp}
            value={verdict.value}
            options={verdict.options}
            error={error('putusan')}
          />
        )}
        {groups.map(group => (
          <Section key={group.title} title={group.title} lead={scaleHelp}>
            {group.questions.map(one => (
              <ScaleField
                key={one.name}
                label={one.label}
                name={one.name}
                value={one.value}
                options={scale}
                error={error(one.name)}
              />
            ))}
          </Section>
        ))}
        {words && (
          <TextField label={words.label} name={words.name} help={words.help} value={words.value} rows={4} maxlength={2000} />
        )}
        <FormActions>
          <Button>{m.send}</Button>
          <ButtonLink href="/evaluasi" tone="ghost">
            {m.back}
          </ButtonLink>
        </FormActions>
      </Form>
    </>
  )
}
