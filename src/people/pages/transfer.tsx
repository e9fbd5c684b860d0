import {
  Button,
  ButtonLink,
  EmptyState,
  Facts,
  FilterBar,
  Form,
  FormActions,
  HiddenField,
  PageHeader,
  RadioField,
  Section,
  SelectField,
  TextField,
} from '../../ui/index.ts'
import type { Messages } from '../messages.ts'

type Choice = { value: string; label: string }
type Props = {
  m: Messages
  name: string
  now: { label: string; value: string }[]
  action: string
  instansi: { value: string; choices: Choice[] }
  q: string
  posts: { value: string; label: string; help: string }[]
  values: { jabatan: string; tanggal: string; dasar: string }
  errors: { field: string; message: string }[]
  backHref: string
}

/** First find the post, then say from when and by which decree. */
export function TransferPage({ m, name, now, action, instansi, q, posts, values, errors, backHref }: Props) {
  const error = (field: string) => errors.find(one => one.field === field)?.message
  return (
    <>
      <PageHeader title={m.transferTitle(name)} lead={m.transferLead} />
      <Section title={m.transferNow}>
        <Facts items={now} />
      </Section>
      <Section title={m.transferWhere}>
        <FilterBar action={action} submit={m.transferFind}>
          {instansi.choices.length > 1 && (
            <SelectField
              label={m.instansi}
              name="instansi"
              value={instansi.value}
              options={instansi.choices}
              id="pilih-instansi"
            />
          )}
          <TextField label={m.transferSearch} name="q" type="search" value={q} id="cari-jabatan" help={m.transferSearchHelp} />
        </FilterBar>
        {q !== '' && posts.length === 0 && <EmptyState title={m.transferNoPost}>{m.transferNoPostWhat}</EmptyState>}
      </Section>
      {posts.length > 0 && (
        <Form action={action} errors={errors} errorTitle={m.transferErrors}>
          <HiddenField name="instansi" value={instansi.value} />
          <HiddenField name="q" value={q} />
          <RadioField label={m.jabatan} name="jabatan" value={values.jabatan} options={posts} error={error('jabatan')} />
          <TextField label={m.transferFrom} name="tanggal" type="date" value={values.tanggal} error={error('tanggal')} required />
          <TextField
            label={m.transferBasis}
            name="dasar"
            value={values.dasar}
            help={m.transferBasisHelp}
            error={error('dasar')}
            maxlength={200}
            required
          />
          <FormActions>
            <Button tone="primary">{m.transferSave}</Button>
            <ButtonLink href={backHref} tone="ghost">
              {m.cancel}
            </ButtonLink>
          </FormActions>
        </Form>
      )}
    </>
  )
}
