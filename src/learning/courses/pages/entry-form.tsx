import { EntryFields } from '../../../providers/index.ts'
import { Button, ButtonLink, Form, FormActions, PageHeader } from '../../../ui/index.ts'
import type { CourseMessages } from '../messages.ts'
import type { FormError } from '../version-form.ts'

type Props = {
  m: CourseMessages
  eyebrow: string
  action: string
  backHref: string
  errors: FormError[]
  fields: Parameters<typeof EntryFields>[0]
}

export const EntryFormPage = ({ m, eyebrow, action, backHref, errors, fields }: Props) => (
  <>
    <PageHeader title={m.entry} eyebrow={eyebrow} lead={m.entryLead} />
    <Form action={action} errors={errors} errorTitle={m.formErrors}>
      <EntryFields {...fields} />
      <FormActions>
        <Button>{m.save}</Button>
        <ButtonLink href={backHref} tone="ghost">
          {m.cancel}
        </ButtonLink>
      </FormActions>
    </Form>
  </>
)
