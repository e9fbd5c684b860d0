import type { ComponentChildren } from 'preact'
import {
  Alert,
  Button,
  ButtonLink,
  Facts,
  Form,
  FormActions,
  KeyFigure,
  PageHeader,
  Section,
  TextField,
} from '../../../ui/index.ts'
import type { Messages } from '../messages.ts'

type Props = {
  m: Messages
  title: string
  lead: string
  figure: { value: string; label: string; sentence: string } | null
  withdrawn: { by: string; why: string } | null
  facts: { label: string; value: ComponentChildren }[]
  fileHref: string | null
  fileName: string | null
  /** How its hours were counted, step by step. */
  steps: string[]
  law: { label: string; value: ComponentChildren }[]
  withdraw: { action: string; typed: string; error: string | null } | null
}

/** One record: what it says, what of it counts and by which rule, and for who keeps them the way to take it back. */
export const RecordPage = ({ m, title, lead, figure, withdrawn, facts, fileHref, fileName, steps, law, withdraw }: Props) => (
  <>
    <PageHeader
      title={title}
      eyebrow={m.recordTitle}
      lead={lead}
      actions={
        fileHref && (
          <ButtonLink href={fileHref} icon="download" download>
            {fileName}
          </ButtonLink>
        )
      }
    />
    {withdrawn && (
      <Alert tone="warn" title={m.isWithdrawn}>
        <p>
          {withdrawn.by}: {withdrawn.why}
        </p>
      </Alert>
    )}
    {figure && <KeyFigure value={figure.value} unit={m.jpUnit} label={figure.label} sentence={figure.sentence} />}
    <Section title={m.howTitle}>
      {steps.length > 0 && (
        <ol class="grid gap-2">
          {steps.map(step => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
      <Facts items={law} />
    </Section>
    <Section title={m.recordTitle}>
      <Facts items={facts} />
    </Section>
    {withdraw && (
      <Section title={m.withdrawTitle} lead={m.withdrawLead} id="tarik">
        <Form action={withdraw.action} errors={withdraw.error ? [{ field: 'alasan', message: withdraw.error }] : []}>
          <TextField
            label={m.withdrawReason}
            name="alasan"
            value={withdraw.typed}
            error={withdraw.error ?? undefined}
            required
            rows={3}
          />
          <FormActions>
            <Button tone="danger">{m.withdraw}</Button>
          </FormActions>
        </Form>
      </Section>
    )}
  </>
)
