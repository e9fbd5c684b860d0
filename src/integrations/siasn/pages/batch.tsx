import {
  Alert,
  Badge,
  Button,
  ButtonLink,
  DataTable,
  Disclosure,
  EmptyState,
  type Figure,
  Figures,
  Form,
  FormActions,
  HiddenField,
  KeyFigure,
  PageHeader,
  Pager,
  PostButton,
  Section,
  TextField,
  type Tone,
} from '../../../ui/index.ts'
import type { Messages } from '../messages.ts'

export type ItemCells = {
  key: string
  person: string
  activity: string
  service: string
  payload: string
  state: { text: string; tone: Tone }
  remark: string
  externalId: string
  /** Where the number of its certificate may be written: what was typed, and what is wrong with it. */
  number: { record: number; value: string; error: string | undefined } | null
}
type Props = {
  m: Messages
  id: number
  state: { text: string; tone: Tone }
  figure: { value: string; label: string; sentence: string; tone: Tone }
  trouble: string | null
  figures: Figure[]
  rows: ItemCells[]
  pager: Parameters<typeof Pager>[0]
  may: { send: string | null; goOn: boolean; refresh: boolean; retry: boolean; check: boolean; discard: boolean }
}

/** What the sending is at: fetched again while it goes on. */
export const BatchFigure = ({ id, figure, live }: Pick<Props, 'id' | 'figure'> & { live: boolean }) => (
  <div data-live={live ? `/integrasi/siasn/${id}/keadaan` : undefined}>
    <KeyFigure {...figure} />
  </div>
)

/** What is said of a row; where the number of its certificate lacks, it is written here. */
const Remark = ({ m, id, row: { remark, number } }: { m: Messages; id: number; row: ItemCells }) => (
  <>
    {remark}
    {number && (
      <Disclosure summary={m.writeNumber} open={number.error !== undefined}>
        <Form action={`/integrasi/siasn/${id}/nomor`}>
          <HiddenField name="catatan" value={String(number.record)} />
          <TextField
            label={m.certificate}
            name="nomor"
            id={`f-nomor-${number.record}`}
            value={number.value}
            maxlength={100}
            error={number.error}
          />
          <FormActions>
            <Button>{m.saveNumber}</Button>
          </FormActions>
        </Form>
      </Disclosure>
    )}
  </>
)

/** One batch: exactly what is sent, and what came of it. */
export const BatchPage = ({ m, id, state, figure, trouble, figures, rows, pager, may }: Props) => (
  <>
    <PageHeader
      eyebrow={<Badge tone={state.tone}>{state.text}</Badge>}
      title={m.batch(id)}
      actions={
        <>
          {may.send !== null && (
            <PostButton
              action={`/integrasi/siasn/${id}/kirim`}
              label={may.send}
              tone="primary"
              confirm={m.sendConfirm}
              icon="upload"
            />
          )}
          {may.goOn && <PostButton action={`/integrasi/siasn/${id}/kirim`} label={m.goOn} tone="primary" icon="refresh" />}
          {may.check && <PostButton action={`/integrasi/siasn/${id}/cocokkan`} label={m.check} icon="check" />}
          {may.refresh && (
            <PostButton action={`/integrasi/siasn/${id}/perbarui`} label={may.retry ? m.retry : m.refresh} icon="refresh" />
          )}
          {may.discard && (
            <PostButton action={`/integrasi/siasn/${id}/buang`} label={m.discard} tone="danger" confirm={m.discardConfirm} />
          )}
        </>
      }
    />
    <BatchFigure id={id} figure={figure} live={state.tone === 'info'} />
    {trouble && <Alert tone="bad">{trouble}</Alert>}
    <Figures items={figures} />
    <Section
      title={m.rows}
      actions={
        <>
          <ButtonLink href={`/integrasi/siasn/${id}/kiriman.json`} icon="download">
            {m.downloadJson}
          </ButtonLink>
          <ButtonLink href={`/integrasi/siasn/${id}/kiriman.xlsx`} icon="download">
            {m.downloadXlsx}
          </ButtonLink>
        </>
      }
    >
      <DataTable<ItemCells>
        caption={m.rows}
        rows={rows}
        rowKey={row => row.key}
        columns={[
          { key: 'person', header: m.person, primary: true, cell: row => row.person },
          { key: 'activity', header: m.activity, long: true, cell: row => row.activity },
          {
            key: 'payload',
            header: m.service,
            long: true,
            cell: row => (
              <Disclosure summary={`${row.service} · ${m.payload}`}>
                <pre class="payload">{row.payload}</pre>
              </Disclosure>
            ),
          },
          { key: 'state', header: m.state, cell: row => <Badge tone={row.state.tone}>{row.state.text}</Badge> },
          { key: 'remark', header: m.problem, long: true, cell: row => <Remark m={m} id={id} row={row} /> },
          { key: 'externalId', header: m.externalId, cell: row => row.externalId, secondary: true },
        ]}
        empty={<EmptyState title={m.noItems} />}
      />
      {rows.length > 0 && <Pager {...pager} />}
    </Section>
  </>
)
