import { Button, Disclosure, Form, FormActions, TextField } from '../../../ui/index.ts'
import type { Errors, RuleForm, SigningForm } from '../form.ts'
import type { LetterMessages } from '../messages.ts'

const find = (errors: Errors) => (field: string) => errors.find(one => one.field === field)?.message

/** When a letter is dated and who signs it. */
export const SigningFields = ({ m, values, errors }: { m: LetterMessages; values: SigningForm; errors: Errors }) => {
  const error = find(errors)
  return (
    <>
      <TextField label={m.date} name="tanggal" type="date" value={values.tanggal} error={error('tanggal')} />
      <TextField label={m.place} name="tempat" value={values.tempat} maxlength={80} error={error('tempat')} />
      <TextField label={m.title} name="jabatan" value={values.jabatan} maxlength={200} error={error('jabatan')} />
      <TextField label={m.name} name="nama" value={values.nama} maxlength={200} error={error('nama')} />
      <TextField label={m.nip} name="nip" value={values.nip} maxlength={30} inputmode="numeric" help={m.nipHelp} />
    </>
  )
}

/** How numbers are made, and who usually signs. */
export const RuleDisclosure = ({
  m,
  title,
  lead,
  action,
  rule,
}: {
  m: LetterMessages
  title: string
  lead: string
  action: string
  rule: RuleForm
}) => {
  const error = find(rule.errors)
  return (
    <Disclosure summary={title} open={rule.errors.length > 0}>
      <p>{lead}</p>
      <Form action={action} errors={rule.errors} errorTitle={m.ruleErrorTitle}>
        <TextField
          label={m.template}
          name="susunan"
          value={rule.template}
          maxlength={120}
          help={m.templateHelp}
          error={error('susunan')}
        />
        <TextField label={m.code} name="kode" value={rule.code} maxlength={40} error={error('kode')} />
        <p class="field-help">{m.signatoryLead}</p>
        <TextField
          label={m.usual.place}
          name="ttd_tempat"
          value={rule.signatory?.place ?? ''}
          maxlength={80}
          error={error('ttd_tempat')}
        />
        <TextField
          label={m.usual.title}
          name="ttd_jabatan"
          value={rule.signatory?.title ?? ''}
          maxlength={200}
          error={error('ttd_jabatan')}
        />
        <TextField
          label={m.usual.name}
          name="ttd_nama"
          value={rule.signatory?.name ?? ''}
          maxlength={200}
          error={error('ttd_nama')}
        />
        <TextField
          label={m.usual.nip}
          name="ttd_nip"
          value={rule.signatory?.nip ?? ''}
          maxlength={30}
          inputmode="numeric"
          help={m.nipHelp}
        />
        <FormActions>
          <Button tone="neutral">{m.saveRule}</Button>
        </FormActions>
      </Form>
    </Disclosure>
  )
}
