import { Alert, Button, ButtonLink, Form, FormActions, PageHeader } from '../../../ui/index.ts'
import type { Errors, RuleForm, SigningForm } from '../../letters/form.ts'
import type { LetterMessages } from '../../letters/messages.ts'
import { RuleDisclosure, SigningFields } from '../../letters/pages/parts.tsx'
import type { ActivityMessages } from '../messages.ts'

type Props = {
  m: ActivityMessages
  letters: LetterMessages
  id: number
  title: string
  about: string
  /** What the next number will look like. */
  example: string
  byHand: boolean
  values: SigningForm
  errors: Errors
  /** Null: who asks does not set how the instansi numbers its letters. */
  rule: RuleForm | null
}

export const LetterPage = ({ m, letters, id, title, about, example, byHand, values, errors, rule }: Props) => (
  <>
    <PageHeader title={title} lead={about} />
    <Form action={`/kegiatan/${id}/surat`} errors={errors} errorTitle={letters.errorTitle}>
      <p class="field-help">{letters.issueLead(example)}</p>
      {byHand && <Alert tone="info">{letters.wet}</Alert>}
      <SigningFields m={letters} values={values} errors={errors} />
      <FormActions>
        <Button>{letters.issue}</Button>
        <ButtonLink href={`/kegiatan/${id}`} tone="ghost">
          {m.cancelEdit}
        </ButtonLink>
      </FormActions>
    </Form>
    {rule && (
      <RuleDisclosure
        m={letters}
        title={m.letterRuleTitle}
        lead={m.letterRuleLead}
        action={`/kegiatan/${id}/surat/aturan`}
        rule={rule}
      />
    )}
  </>
)
