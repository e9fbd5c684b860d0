import { Badge, Button, ButtonLink, CheckField, Form, FormActions, TextField } from '../../../ui/index.ts'
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

/** Beside a letter that was withdrawn: when, by whom and why. */
export const WithdrawnNote = ({ m, words }: { m: LetterMessages; words: string }) => (
  <>
    <Badge tone="bad">{m.withdrawn}</Badge> <small class="cell-detail">{words}</small>
  </>
)
