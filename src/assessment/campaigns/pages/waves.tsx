import {
  Alert,
  Button,
  ButtonLink,
  CheckField,
  DataTable,
  Disclosure,
  EmptyState,
  Form,
  FormActions,
  PageHeader,
  Section,
  SelectField,
  Tabs,
  TextField,
} from '../../../ui/index.ts'
import type { Messages } from '../messages.ts'

export type WaveFields = {
  row: number
  title: string
  help: string | null
  isNew: boolean
  people: string | null
  warning: string | null
}
export type OfficeFields = { unitId: number; name: string; people: string; wave: string }
type Props = {
  m: Messages
  name: string
  eyebrow: string
  action: string
  tabs: Parameters<typeof Tabs>[0]['items']
  editable: boolean
  waves: WaveFields[]
  offices: OfficeFields[]
  officesSummary: string
  waveChoices: { value: string; label: string }[]
  values: Record<string, string>
  errors: { field: string; message: string }[]
}

const WaveRow = ({ m, wave, values, errors }: { m: Messages; wave: WaveFields } & Pick<Props, 'values' | 'errors'>) => {
  const of = (name: string) => ({
    name: `${name}-${wave.row}`,
    value: values[`${name}-${wave.row}`],
    error: errors.find(one => one.field === `${name}-${wave.row}`)?.message,
  })
  return (
    <fieldset class="grid gap-4">
      <legend class="field-label">{wave.title}</legend>
      {wave.help && <p class="field-help">{wave.help}</p>}
      {wave.people && <p class="text-muted">{wave.people}</p>}
      {wave.warning && (
        <Alert tone="warn">
          <p>{wave.warning}</p>
        </Alert>
      )}
      <TextField label={m.starts} type="date" {...of('mulai')} />
      <TextField label={m.ends} type="date" {...of('selesai')} />
      <TextField label={m.quota} type="number" inputmode="numeric" min={1} help={m.quotaHelp} {...of('kuota')} />
      {!wave.isNew && wave.row > 1 && <CheckField label={m.dropWave} name={`hapus-${wave.row}`} />}
    </fieldset>
  )
}

const Locked = ({ m, waves, offices, values }: Props) => (
  <>
    <Alert tone="info">
      <p>{m.wavesLocked}</p>
    </Alert>
    <DataTable<WaveFields>
      caption={m.tabs.waves}
      rows={waves}
      rowKey={row => row.row}
      empty=""
      columns={[
        { key: 'title', header: m.wave, primary: true, cell: row => row.title },
        { key: 'dates', header: m.when, cell: row => row.help ?? '' },
        { key: 'people', header: m.people, align: 'right', cell: row => row.people ?? '–' },
        { key: 'quota', header: m.quota, align: 'right', cell: row => values[`kuota-${row.row}`] || '–' },
      ]}
    />
    <DataTable<OfficeFields>
      caption={m.officeWaves}
      captionVisible
      rows={offices}
      rowKey={row => row.unitId}
      empty=""
      columns={[
        { key: 'name', header: m.office, primary: true, cell: row => row.name },
        { key: 'wave', header: m.wave, align: 'right', cell: row => row.wave },
        { key: 'people', header: m.people, align: 'right', cell: row => row.people },
      ]}
    />
  </>
)

/** The waves of a campaign and the offices in them. */
export function WavesPage(props: Props) {
  const { m, waves, offices } = props
  return (
    <>
      <PageHeader title={props.name} eyebrow={props.eyebrow} lead={m.wavesLead} />
      <Tabs items={props.tabs} label={props.name} />
      {!props.editable ? (
        <Locked {...props} />
      ) : (
        <Form action={props.action} errors={props.errors} errorTitle={m.formErrors}>
          {waves.map(wave => (
            <WaveRow key={wave.row} m={m} wave={wave} values={props.values} errors={props.errors} />
          ))}
          {props.waveChoices.length > 1 && (
            <Section title={m.officeWaves} lead={m.officeWavesLead}>
              {offices.length === 0 ? (
                <EmptyState title={m.previewNobody} />
              ) : (
                <Disclosure summary={props.officesSummary} open={offices.length <= 8}>
                  <div class="grid gap-4">
                    {offices.map(office => (
                      <SelectField
                        key={office.unitId}
                        label={`${office.name} (${office.people})`}
                        name={`opd-${office.unitId}`}
                        value={props.values[`opd-${office.unitId}`] ?? office.wave}
                        options={props.waveChoices}
                      />
                    ))}
                  </div>
                </Disclosure>
              )}
            </Section>
          )}
          <FormActions>
            <Button tone="primary" name="langkah" value="simpan">
              {m.saveWaves}
            </Button>
            <Button tone="neutral" name="langkah" value="bagi">
              {m.shareOut}
            </Button>
            <ButtonLink href={props.action.replace(/\/gelombang$/, '')} tone="ghost">
              {m.cancel}
            </ButtonLink>
          </FormActions>
        </Form>
      )}
    </>
  )
}
