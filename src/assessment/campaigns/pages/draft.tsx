import type { ComponentChildren } from 'preact'
import {
  Alert,
  Button,
  ButtonLink,
  CheckField,
  DataTable,
  Disclosure,
  Form,
  FormActions,
  HiddenField,
  KeyFigure,
  PageHeader,
  RadioField,
  Section,
  TextField,
} from '../../../ui/index.ts'
import type { Messages } from '../messages.ts'

type Option = { value: string; label: string; help?: string }
export type PreviewCells = {
  people: string
  sentence: string
  nobody: boolean
  warnings: string[]
  firstTitle: string
  first: { id: number; name: string; nip: string; jabatan: string; unit: string }[]
  offices: { unitId: number; name: string; people: string }[]
}
type Props = {
  m: Messages
  title: string
  action: string
  backHref: string
  hidden: Record<string, string>
  text: Record<string, string>
  many: Record<string, string[]>
  methods: Option[]
  purposes: Option[]
  mapped: Option[]
  units: Option[]
  unitsSummary: string
  jenis: Option[]
  jenjang: Option[]
  employment: Option[]
  ratersHelp: string
  /** The first wave is part of drawing up; later there is a page for them. */
  first: boolean
  preview: PreviewCells | null
  notice: string | null
  errors: { field: string; message: string }[]
  saveLabel: string
}

type GroupProps = { label: string; name: string; options: Option[]; chosen: readonly string[]; error?: string | undefined }

/** Several of a few. */
const Several = ({ label, name, options, chosen, error }: GroupProps) => (
  <fieldset class="field" id={`f-${name}`}>
    <legend class="field-label">{label}</legend>
    <div class="grid gap-3">
      {options.map(option => (
        <CheckField
          key={option.value}
          id={`f-${name}-${option.value}`}
          name={name}
          value={option.value}
          label={option.label}
          help={option.help}
          checked={chosen.includes(option.value)}
        />
      ))}
    </div>
    {error && <p class="field-error">{error}</p>}
  </fieldset>
)

const Preview = ({ m, preview }: { m: Messages; preview: PreviewCells }) => (
  <Section title={m.previewTitle} id="sasaran">
    <KeyFigure value={preview.people} label={m.people} sentence={preview.sentence} tone={preview.nobody ? 'warn' : 'neutral'} />
    {preview.warnings.map(words => (
      <Alert key={words} tone="warn">
        <p>{words}</p>
      </Alert>
    ))}
    {!preview.nobody && (
      <>
        <Disclosure summary={preview.firstTitle} open>
          <DataTable<PreviewCells['first'][number]>
            caption={preview.firstTitle}
            rows={preview.first}
            rowKey={row => row.id}
            empty=""
            columns={[
              { key: 'name', header: m.name, primary: true, cell: row => row.name },
              { key: 'nip', header: m.nip, cell: row => row.nip, nowrap: true },
              { key: 'jabatan', header: m.jabatan, cell: row => row.jabatan },
              { key: 'unit', header: m.unit, cell: row => row.unit },
            ]}
          />
        </Disclosure>
        <Disclosure summary={m.byOffice}>
          <DataTable<PreviewCells['offices'][number]>
            caption={m.byOffice}
            rows={preview.offices}
            rowKey={row => row.unitId}
            empty=""
            columns={[
              { key: 'name', header: m.office, primary: true, cell: row => row.name },
              { key: 'people', header: m.people, align: 'right', cell: row => row.people },
            ]}
          />
        </Disclosure>
      </>
    )}
  </Section>
)

function Target({ m, text, many, ...props }: Props): ComponentChildren {
  const error = (field: string) => props.errors.find(one => one.field === field)?.message
  return (
    <Section title={m.population} lead={m.populationLead}>
      <div class="grid gap-6">
        <Disclosure summary={`${m.units}: ${props.unitsSummary}`} open={(many.unit ?? []).length > 0}>
          <Several label={m.units} name="unit" options={props.units} chosen={many.unit ?? []} />
        </Disclosure>
        <Several label={m.jenis} name="jenis" options={props.jenis} chosen={many.jenis ?? []} />
        <Disclosure summary={m.jenjang} open={(many.jenjang ?? []).length > 0}>
          <Several label={m.jenjang} name="jenjang" options={props.jenjang} chosen={many.jenjang ?? []} />
        </Disclosure>
        <Several label={m.employment} name="kepegawaian" options={props.employment} chosen={many.kepegawaian ?? []} />
        <RadioField label={m.mapped} name="hasil" options={props.mapped} value={text.hasil || 'any'} />
        <TextField label={m.before} name="sebelum" type="date" value={text.sebelum} error={error('sebelum')} />
        <TextField label={m.added} name="tambah" rows={3} value={text.tambah} help={m.addedHelp} error={error('tambah')} />
        <TextField
          label={m.excluded}
          name="kecuali"
          rows={3}
          value={text.kecuali}
          help={m.excludedHelp}
          error={error('kecuali')}
        />
      </div>
    </Section>
  )
}

/** Draws up a campaign, or changes one that is not open yet. Who it takes in is shown before anything is saved. */
export function DraftPage(props: Props) {
  const { m, text, many } = props
  const error = (field: string) => props.errors.find(one => one.field === field)?.message
  return (
    <>
      <PageHeader title={props.title} eyebrow={m.campaigns} />
      {props.notice && (
        <Alert tone="warn">
          <p>{props.notice}</p>
        </Alert>
      )}
      <Form action={props.action} errors={props.errors} errorTitle={m.formErrors}>
        {Object.entries(props.hidden).map(([name, value]) => (
          <HiddenField key={name} name={name} value={value} />
        ))}
        <TextField label={m.name} name="nama" value={text.nama} help={m.nameHelp} error={error('nama')} maxlength={160} />
        <RadioField label={m.purpose} name="tujuan" options={props.purposes} value={text.tujuan ?? ''} error={error('tujuan')} />
        <TextField
          label={m.legalBasis}
          name="dasar"
          value={text.dasar}
          help={m.legalBasisHelp}
          error={error('dasar')}
          maxlength={300}
        />
        <Several label={m.methods} name="metode" options={props.methods} chosen={many.metode ?? []} error={error('metode')} />
        <TextField
          label={m.ratersEach}
          name="penilai"
          type="number"
          inputmode="numeric"
          min={1}
          max={15}
          value={text.penilai}
          help={props.ratersHelp}
          error={error('penilai')}
        />
        {Target(props)}
        {props.first && (
          <Section title={m.firstWave} lead={m.firstWaveHelp}>
            <div class="grid gap-6">
              <TextField label={m.starts} name="mulai" type="date" value={text.mulai} error={error('mulai')} />
              <TextField label={m.ends} name="selesai" type="date" value={text.selesai} error={error('selesai')} />
              <TextField
                label={m.quota}
                name="kuota"
                type="number"
                inputmode="numeric"
                min={1}
                value={text.kuota}
                help={m.quotaHelp}
                error={error('kuota')}
              />
            </div>
          </Section>
        )}
        {props.preview && <Preview m={m} preview={props.preview} />}
        <FormActions>
          <Button tone="primary" name="langkah" value="simpan">
            {props.saveLabel}
          </Button>
          <Button tone="neutral" name="langkah" value="lihat" icon="people">
            {m.seePeople}
          </Button>
          <ButtonLink href={props.backHref} tone="ghost">
            {m.cancel}
          </ButtonLink>
        </FormActions>
      </Form>
    </>
  )
}
