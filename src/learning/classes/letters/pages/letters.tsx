import {
  Alert,
  Button,
  ButtonLink,
  DataTable,
  EmptyState,
  FilterBar,
  Form,
  FormActions,
  HiddenField,
  Section,
  SelectField,
  TextField,
} from '../../../../ui/index.ts'
import type { Errors, RuleForm, SigningForm } from '../../../letters/form.ts'
import { RuleDisclosure, SigningFields } from '../../../letters/pages/parts.tsx'
import { LetterNote } from '../../../letters/pages/withdraw.tsx'
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
  /** What it says that is no longer so. */
  wrong: string | null
  withdrawn: string | null
  withdrawHref: string | null
  renewHref: string | null
}
export type LetterForm = { jenis: string; instansi: string } & SigningForm
type Choice = { value: string; label: string }
type Props = {
  m: Messages
  rows: Row[]
  /** Letters that the class moved away from. */
  wrong: { words: string; href: string | null } | null
  href: (id: number) => string
  filter: { value: string; action: string }
  kinds: Choice[]
  /** Null: this actor issues none here. */
  issue: { action: string; values: LetterForm; instansi: Choice[]; errors: Errors; example: string; byHand: boolean } | null
  rule: RuleForm | null
  ruleAction: string
}

const IssueForm = ({ m, kinds, issue }: { m: Messages; kinds: Choice[]; issue: NonNullable<Props['issue']> }) => {
  const error = (field: string) => issue.errors.find(one => one.field === field)?.message
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
        <SigningFields m={m} values={values} errors={issue.errors} />
        <FormActions>
          <Button>{m.issue}</Button>
        </FormActions>
      </Form>
    </Section>
  )
}

export function LettersPage(props: Props) {
  const { m, rows, issue, rule } = props
  return (
    <>
      {props.wrong && (
        <Alert tone="warn">
          <p>{props.wrong.words}</p>
          {props.wrong.href && (
            <FormActions>
              <ButtonLink href={props.wrong.href}>{m.withdrawWrong}</ButtonLink>
            </FormActions>
          )}
        </Alert>
      )}
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
                  {row.wrong && <LetterNote label={m.wrongLabel} tone="warn" words={row.wrong} />}
                  {row.withdrawn && <LetterNote label={m.withdrawn} tone="bad" words={row.withdrawn} />}
                </>
              ),
            },
            { key: 'recipient', header: m.recipient, cell: row => row.recipient },
            { key: 'date', header: m.date, nowrap: true, cell: row => row.date },
            { key: 'signatory', header: m.signatory, cell: row => row.signatory },
            { key: 'made', header: m.made, secondary: true, cell: row => row.made },
            {
              key: 'file',
              header: m.actions,
              cell: row => (
                <div class="actions">
                  <a href={props.href(row.id)}>{m.download}</a>{' '}
                  {row.inviteHref && <a href={row.inviteHref}>{row.withdrawn ? m.recall : m.invite}</a>}{' '}
                  {row.withdrawHref && <a href={row.withdrawHref}>{m.withdrawOne}</a>}
                  {row.renewHref && <a href={row.renewHref}>{m.renew}</a>}
                </div>
              ),
            },
          ]}
        />
      </Section>
      {issue && <IssueForm m={m} kinds={props.kinds} issue={issue} />}
      {rule && <RuleDisclosure m={m} title={m.ruleTitle} lead={m.ruleLead} action={props.ruleAction} rule={rule} />}
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

type InviteProps = { m: Messages; title: string; lead: string; rows: InviteRow[]; action: string }
export const InvitePage = ({ m, title, lead, rows, action }: InviteProps) => (
  <Section title={title} lead={lead}>
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
