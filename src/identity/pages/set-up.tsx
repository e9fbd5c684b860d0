import { Button, CheckField, Form, HiddenField, PageHeader, SelectField, TextField } from '../../ui/index.ts'
import type { messages } from '../messages.ts'

type Props = {
  m: (typeof messages)['id']
  key_: string
  regions: { value: string; label: string }[]
  values: Record<string, string>
  errors: { field: string; message: string }[]
}

export function SetUpPage({ m, key_, regions, values, errors }: Props) {
  const error = (field: string) => errors.find(e => e.field === field)?.message
  return (
    <>
      <PageHeader title={m.setUp} lead={m.setUpLead} />
      <Form action="/pasang" errors={errors} errorTitle={m.formErrors}>
        <HiddenField name="kunci" value={key_} />
        <SelectField
          label={m.setUpRegion}
          name="wilayah"
          options={[{ value: '', label: m.setUpRegionPick }, ...regions]}
          value={values.wilayah}
          help={m.setUpRegionHelp}
          error={error('wilayah')}
        />
        <CheckField label={m.setUpGuided} name="binaan" value="ya" checked />
        <TextField label={m.setUpName} name="nama_instansi" value={values.nama_instansi} />
        <TextField label={m.setUpCode} name="kode_bkn" value={values.kode_bkn} inputmode="numeric" />
        <TextField label={m.fullName} name="nama" value={values.nama} required error={error('nama')} />
        <TextField label={m.accountName} name="akun" value={values.akun} required error={error('akun')} />
        <TextField
          label={m.password}
          name="sandi"
          type="password"
          autocomplete="new-password"
          required
          help={m.newPasswordHelp}
          error={error('sandi')}
        />
        <Button tone="primary">{m.save}</Button>
      </Form>
    </>
  )
}
