import { Badge, Button, ButtonLink, CheckField, Form, FormActions, TextField, type Tone } from '../../../ui/index.ts'
import type { WithdrawForm } from '../form.ts'
import type { LetterMessages } from '../messages.ts'

type Props = {
  m: LetterMessages
  action: string
  backHref: string
  letters: { id: number; label: string; detail: string }[]
  form: WithdrawForm
}

/** Which letters no longer hold, and why. */
export const WithdrawLetters = ({ m, action, backHref, letters, form }: Props) => {
  const error = (field: string) => form.errors.find(one => one.field === field)?.message
  return (
    <Form action={action} errors={form.errors} errorTitle={m.withdrawErrorTitle}>
      <fieldset class="field" id="f-surat">
        <legend class="field-label">{m.withdrawWhich}</legend>
        <div class="grid gap-2">
          {letters.map(one => (
            <CheckField
              key={one.id}
              id={`f-surat-${one.id}`}
              name="surat"
              value={String(one.id)}
              label={one.label}
              help={one.detail}
              checked={form.ids.includes(one.id)}
            />
          ))}
        </div>
        {error('surat') && <p class="field-error">{error('surat')}</p>}
      </fieldset>
      <TextField
        label={m.withdrawWhy}
        name="alasan"
        value={form.why}
        rows={3}
        maxlength={500}
        help={m.withdrawWhyHelp}
        error={error('alasan')}
      />
      <FormActions>
        <Button tone="danger">{m.withdraw}</Button>
        <ButtonLink href={backHref} tone="ghost">
          {m.keep}
        </ButtonLink>
      </FormActions>
    </Form>
  )
}

/** Beside a letter that no longer holds, or is wrong: that it is, and why. */
export const LetterNote = ({ label, tone, words }: { label: string; tone: Tone; words: string }) => (
  <>
    <Badge tone={tone}>{label}</Badge> <small class="cell-detail">{words}</small>
  </>
)
