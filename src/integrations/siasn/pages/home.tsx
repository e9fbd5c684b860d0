import {
  Alert,
  Badge,
  Button,
  ButtonLink,
  DataTable,
  EmptyState,
  FilterBar,
  Form,
  FormActions,
  KeyFigure,
  PageHeader,
  Pager,
  Section,
  SelectField,
  TextField,
  type Tone,
} from '../../../ui/index.ts'
import type { Messages } from '../messages.ts'

export type BatchCells = {
  id: number
  name: string
  made: string
  by: string
  result: string
  state: { text: string; tone: Tone }
}
type Props = {
  m: Messages
  place: { name: string; code: string }
  within: { value: string; label: string }[]
  count: { value: string; any: boolean }
  live: boolean
  batches: BatchCells[]
  pager: Parameters<typeof Pager>[0]
  values: { instansi_siasn: string; lokasi: string }
  errors: { field: string; message: string }[]
}

/** What the national service does not have, and what was sent. */
export function SiasnPage({ m, place, within, count, live, batches, pager, values, errors }: Props) {
  const error = (field: string) => errors.find(one => one.field === field)?.message
  const here = `?instansi=${place.code}`
  return (
    <>
      <PageHeader eyebrow={m.title} title={place.name} lead={m.lead} />
      {within.length > 1 && (
        <FilterBar action="/integrasi/siasn" submit={m.apply} autosubmit>
          <SelectField label={m.instansi} name="instansi" value={place.code} options={within} />
        </FilterBar>
      )}
      <KeyFigure
        label={m.figure}
        value={count.value}
        sentence={count.any ? m.figureSome : m.figureNone}
        tone={count.any ? 'info' : 'ok'}
        action={
          count.any && (
            <ButtonLink href={`/integrasi/siasn/baru${here}`} tone="primary" icon="plus">
              {m.compose}
            </ButtonLink>
          )
        }
      />
      <Alert tone="info">{live ? m.live : m.offline}</Alert>
      <Section title={m.batches}>
        <DataTable<BatchCells>
          caption={m.batches}
          rows={batches}
          rowKey={row => row.id}
          rowHref={row => `/integrasi/siasn/${row.id}`}
          columns={[
            { key: 'name', header: m.batches, primary: true, cell: row => row.name },
            { key: 'made', header: m.made, cell: row => row.made },
            { key: 'by', header: m.by, cell: row => row.by, secondary: true },
            { key: 'result', header: m.result, cell: row => row.result, long: true },
            { key: 'state', header: m.state, cell: row => <Badge tone={row.state.tone}>{row.state.text}</Badge> },
          ]}
          empty={<EmptyState title={m.noBatches}>{m.noBatchesWords}</EmptyState>}
        />
        {batches.length > 0 && <Pager {...pager} />}
      </Section>
      <Section title={m.place} lead={m.placeLead} id="tempat">
        <Form action={`/integrasi/siasn/tempat${here}`} errors={errors}>
          <TextField
            label={m.serviceInstansi}
            name="instansi_siasn"
            value={values.instansi_siasn}
            help={m.placeHelp}
            error={error('instansi_siasn')}
          />
          <TextField label={m.lokasi} name="lokasi" value={values.lokasi} error={error('lokasi')} />
          <FormActions>
            <Button tone="neutral">{m.save}</Button>
          </FormActions>
        </Form>
      </Section>
      <Section title={m.histories} lead={m.historiesLead}>
        <div class="actions">
          <ButtonLink href={`/integrasi/siasn/riwayat.json${here}&layanan=rw-kursus`} icon="download">
            {m.historyKursus}
          </ButtonLink>
          <ButtonLink href={`/integrasi/siasn/riwayat.json${here}&layanan=rw-diklat`} icon="download">
            {m.historyDiklat}
          </ButtonLink>
          <ButtonLink href={`/impor/baru?jenis=rw_kursus&instansi=${place.code}`} icon="upload">
            {m.importHistories}
          </ButtonLink>
        </div>
      </Section>
    </>
  )
}
