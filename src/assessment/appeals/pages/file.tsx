import { Alert, Button, ButtonLink, Facts, Form, FormActions, PageHeader, Section, TextField } from '../../../ui/index.ts'
import type { AppealMessages } from '../messages.ts'

type Props = {
  m: AppealMessages
  facts: { label: string; value: string }[]
  action: string
  reason: string
  errors: { field: string; message: string }[]
  /** Why none can be filed; null where it can. */
  closed: string | null
  backHref: string
}

export function FileAppealPage({ m, facts, action, reason, errors, closed, backHref }: Props) {
  return (
    <>
      <PageHeader title={m.fileTitle} lead={m.fileLead} />
      {closed && (
        <Alert tone="warn" title={m.closedTitle}>
          {closed}
        </Alert>
      )}
      <Section title={m.result}>
        <Facts items={facts} />
      </Section>
      {closed ? (
        <div class="actions">
          <ButtonLink href={backHref}>{m.backToWhy}</ButtonLink>
        </div>
      ) : (
        <Form action={action} errors={errors} errorTitle={m.formErrors}>
          <TextField
            label={m.reason}
            name="alasan"
            value={reason}
            rows={7}
            help={m.reasonHelp}
            error={errors[0]?.message}
            maxlength={4000}
            required
          />
          <FormActions>
            <Button tone="primary">{m.file}</Button>
            <ButtonLink href={backHref} tone="ghost">
              {m.cancel}
            </ButtonLink>
          </FormActions>
        </Form>
      )}
    </>
  )
}
