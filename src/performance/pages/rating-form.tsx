import { Button, ButtonLink, Disclosure, Form, FormActions, HiddenField, SelectField, TextField } from '../../ui/index.ts'
import type { Messages } from '../messages.ts'

type Choice = { value: string | number; label: string }
export type RatingFormProps = {
  m: Messages
  action: string
  title: string
  lead: string
  /** By the name of the field; everything as it was typed. */
  typed: Record<string, string>
  errors: { field: string; message: string }[]
  choices: { period: Choice[]; rating: Choice[] }
  /** Where a correction is given up; null where a rating is added. */
  cancelHref: string | null
}

const detailFields = ['target', 'capaian', 'satuan', 'tanggal', 'penilai', 'nip_penilai']

/** What is rated. The predicate is no field: the matrix decides it. */
export function RatingForm({ m, action, typed, errors, choices, cancelHref }: RatingFormProps) {
  const field = (name: string) => ({
    name,
    value: typed[name] ?? '',
    error: errors.find(error => error.field === name)?.message,
  })
  const ratings = [{ value: '', label: m.choose }, ...choices.rating]
  return (
    <Form action={action} errors={errors} errorTitle={m.notSaved}>
      <HiddenField name="gantikan" value={typed.gantikan ?? ''} />
      <TextField label={m.year} {...field('tahun')} inputmode="numeric" maxlength={4} required />
      <SelectField label={m.period} {...field('periode')} options={choices.period} />
      <SelectField label={m.result} {...field('hasil')} options={ratings} />
      <SelectField label={m.behaviour} {...field('perilaku')} options={ratings} />
      <Disclosure
        summary={m.details}
        open={detailFields.some(
          name => errors.some(error => error.field === name) || (cancelHref !== null && Boolean(typed[name])),
        )}
      >
        <div class="grid gap-6">
          <TextField label={m.target} {...field('target')} inputmode="decimal" help={m.targetHelp} />
          <TextField label={m.achieved} {...field('capaian')} inputmode="decimal" help={m.achievedHelp} />
          <TextField label={m.measure} {...field('satuan')} maxlength={40} help={m.measureHelp} />
          <TextField label={m.ratedOn} {...field('tanggal')} type="date" />
          <TextField label={m.raterName} {...field('penilai')} maxlength={200} />
          <TextField label={m.raterNip} {...field('nip_penilai')} maxlength={30} inputmode="numeric" />
        </div>
      </Disclosure>
      {cancelHref && <TextField label={m.why} {...field('alasan')} maxlength={300} rows={2} help={m.whyHelp} required />}
      <FormActions>
        <Button tone="primary">{cancelHref ? m.saveCorrection : m.save}</Button>
        {cancelHref && (
          <ButtonLink href={cancelHref} tone="ghost">
            {m.cancel}
          </ButtonLink>
        )}
      </FormActions>
    </Form>
  )
}

export const WithdrawForm = ({ m, action, error }: { m: Messages; action: string; error: string | null }) => (
  <Form action={action} errors={error ? [{ field: 'alasan_tarik', message: error }] : []} errorTitle={m.notSaved}>
    <TextField label={m.withdrawWhy} name="alasan_tarik" rows={2} maxlength={300} error={error ?? undefined} required />
    <Button tone="danger">{m.withdraw}</Button>
  </Form>
)
