import type { Signatory } from '../../../../platform/pdf/index.ts'
import {
  Alert,
  Button,
  DataTable,
  Disclosure,
  EmptyState,
  FilterBar,
  Form,
  FormActions,
  HiddenField,
  Section,
  SelectField,
  TextField,
} from '../../../../ui/index.ts'
import type { Messages } from '../messages.ts'

type Row = {
  id: number
  kind: string
  number: string
  date: string
  recipient: string
  signatory: string
  made: string
  inviteHref: string | null
}
export type LetterForm = {
  jenis: string
  tanggal: string
  instansi: string
  tempat: string
  jabatan: string
  nama: string
  nip: string
}
type Choice = { value: string; label: string }
type Errors = { field: string; message: string }[]
type Props = {
  m: Messages
  rows: Row[]
  href: (id: number) => string
  filter: { value: string; action: string }
  kinds: Choice[]
  /** Null: this actor issues none here. */
  issue: { action: string; values: LetterForm; instansi: Choice[]; errors: Errors; example: string; byHand: boolean } | null
  rule: { action: string; template: string; code: string; signatory: Signatory; errors: Errors } | null
}

const find = (errors: Errors) => (field: string) => errors.find(one => one.field === field)?.message

const IssueForm = ({ m, kinds, issue }: { m: Messages; kinds: Choice[]; issue: NonNullable<Props['issue']> }) => {
  const error = find(issue.errors)
  const { values } = issue
  return (
    <Section title={m.issueTitle} lead={m.issueLead(issue.example)} id="terbitkan">
      <Form action={issue.action} errors={issue.errors} errorTitle={m.errorTitle}>
        {issue.byHand && <Alert tone="info">{m.wet}</Alert>}
        <SelectField label={m.kind} name="jenis" value={values.jenis} options={kinds} error={error('jenis')} />
        <SelectField
          label={m.instansi}
          name="instansi"
          value={values.instansi}
          options={[{ value: '', label: m.everybody }, ...issue.instansi]}
          help={m.instansiHelp}
          error={error('instansi')}
        />
        <TextField label={m.date} name="tanggal" type="date" value={values.tanggal} error={error('tanggal')} />
        <TextField label={m.place} name="tempat" value={values.tempat} maxlength={80} error={error('tempat')} />
        <TextField label={m.title} name="jabatan" value={values.jabatan} maxlength={200} error={error('jabatan')} />
        <TextField label={m.name} name="nama" value={values.nama} maxlength={200} error={error('nama')} />
        <TextField label={m.nip} name="nip" value={values.nip} maxlength={30} inputmode="numeric" help={m.nipHelp} />
        <FormActions>
          <Button>{m.issue}</Button>
        </FormActions>
      </Form>
    </Section>
  )
}

export function LettersPage(props: Props) {
  const { m, rows, issue, rule } = props
  const ruleError = find(rule?.errors ?? [])
  return (
    <>
      <Section title={m.issued} lead={m.issuedLead}>
        {(rows.length > 0 || props.filter.value !== '') && (
          <FilterBar action={props.filter.action} submit={m.apply} autosubmit>
            <SelectField
              label={m.filter}
              name="jenis"
              value={props.filter.value}
              options={[{ value: '', label: m.all }, ...props.kinds]}
            />
          </FilterBar>
        )}
        <DataTable<Row>
          caption={m.issued}
          rows={rows}
          rowKey={row => row.id}
          empty={props.filter.value ? m.noMatch : <EmptyState title={m.none}>{m.noneWhat}</EmptyState>}
          columns={[
            {
              key: 'kind',
              header: m.kind,
              primary: true,
              cell: row => (
                <>
                  {row.kind} <small class="cell-detail">{row.number}</small>
                </>
              ),
            },
            { key: 'recipient', header: m.recipient, cell: row => row.recipient },
            { key: 'date', header: m.date, nowrap: true, cell: row => row.date },
            { key: 'signatory', header: m.signatory, cell: row => row.signatory },
            { key: 'made', header: m.made, secondary: true, cell: row => row.made },
            {
              key: 'file',
              header: m.download,
              cell: row => (
                <>
                  <a href={props.href(row.id)}>{m.download}</a> {row.inviteHref && <a href={row.inviteHref}>{m.invite}</a>}
                </>
              ),
            },
          ]}
        />
      </Section>
      {issue && <IssueForm m={m} kinds={props.kinds} issue={issue} />}
      {rule && (
        <Disclosure summary={m.ruleTitle} open={rule.errors.length > 0}>
          <p>{m.ruleLead}</p>
          <Form action={rule.action} errors={rule.errors} errorTitle={m.ruleErrorTitle}>
            <TextField
              label={m.template}
              name="susunan"
              value={rule.template}
              maxlength={120}
              help={m.templateHelp}
              error={ruleError('susunan')}
            />
            <TextField label={m.code} name="kode" value={rule.code} maxlength={40} error={ruleError('kode')} />
            <p class="field-help">{m.signatoryLead}</p>
            <TextField
              label={m.place}
              name="ttd_tempat"
              value={rule.signatory.place}
              maxlength={80}
              error={ruleError('ttd_tempat')}
            />
            <TextField
              label={m.title}
              name="ttd_jabatan"
              value={rule.signatory.title}
              maxlength={200}
              error={ruleError('ttd_jabatan')}
            />
            <TextField label={m.name} name="ttd_nama" value={rule.signatory.name} maxlength={200} error={ruleError('ttd_nama')} />
            <TextField
              label={m.nip}
              name="ttd_nip"
              value={rule.signatory.nip}
              maxlength={30}
              inputmode="numeric"
              help={m.nipHelp}
            />
            <FormActions>
              <Button tone="neutral">{m.saveRule}</Button>
            </FormActions>
          </Form>
        </Disclosure>
      )}
    </>
  )
}

type InviteRow = {
  pegawaiId: number
  name: string
  detail: string
  link: string
  direct: { href: string; phone: string } | null
  typed: string
  error?: string
}

export const InvitePage = ({ m, title, rows, action }: { m: Messages; title: string; rows: InviteRow[]; action: string }) => (
  <Section title={title} lead={m.inviteLead}>
    <ul class="mark-rows">
      {rows.map(row => (
        <li class="mark-row" key={row.pegawaiId} id={`peserta-${row.pegawaiId}`}>
          <div>
            <strong>{row.name}</strong>
            <small class="cell-detail">{row.detail}</small>
            <p>
              <a href={row.direct?.href ?? row.link} rel="noreferrer">
                {row.direct ? m.open(row.direct.phone) : m.choose}
              </a>
            </p>
          </div>
          <Form action={`${action}#peserta-${row.pegawaiId}`}>
            <HiddenField name="peserta" value={row.pegawaiId} />
            <TextField
              label={m.phone}
              name="nomor"
              id={`f-nomor-${row.pegawaiId}`}
              type="tel"
              value={row.typed}
              maxlength={20}
              error={row.error}
              autocomplete="off"
            />
            <Button tone="neutral">{m.make}</Button>
          </Form>
        </li>
      ))}
    </ul>
  </Section>
)
