import type { Block } from '../../platform/pdf/index.ts'
import {
  Button,
  ButtonLink,
  Disclosure,
  EmptyState,
  Facts,
  FilterBar,
  Form,
  FormActions,
  HiddenField,
  PageHeader,
  Section,
  SelectField,
  TextField,
} from '../../ui/index.ts'
import type { DocumentMessages } from '../documents-messages.ts'
import type { DocumentRow } from '../documents-view.ts'
import type { PersonReportMessages } from '../person-report-messages.ts'
import { Blocks } from './blocks.tsx'
import { DocumentTable } from './documents.tsx'

export const reportFields = ['tujuan', 'nomor', 'tempat', 'jabatan', 'nama', 'nip'] as const
export type ReportValues = Record<(typeof reportFields)[number], string>

type Props = {
  m: PersonReportMessages
  d: DocumentMessages
  title: string
  eyebrow: string
  action: string
  purposes: { value: string; label: string }[]
  purpose: string
  report: { facts: { label: string; value: string }[]; blocks: Block[] } | { nothing: string; recordHref: string | null }
  /** Null for who reads only, and where there is nothing to issue. */
  issue: { values: ReportValues; errors: { field: string; message: string }[] } | null
  issued: DocumentRow[]
}

function IssueForm({ m, d, action, purpose, issue }: Props & { issue: NonNullable<Props['issue']> }) {
  const { values, errors } = issue
  const field = (name: keyof ReportValues) => ({
    name,
    value: values[name],
    error: errors.find(error => error.field === name)?.message,
  })
  const opened = Boolean(values.nomor || values.tempat || values.jabatan || values.nama || values.nip)
  return (
    <Section title={m.issueTitle} lead={m.issueLead} id="terbitkan">
      <Form action={action} errors={errors} errorTitle={m.errorTitle}>
        <HiddenField name="tujuan" value={purpose} />
        <Disclosure summary={m.signatory} open={opened}>
          <p class="text-muted">{d.signatoryHelp}</p>
          <TextField label={d.numberField} help={d.numberHelp} maxlength={100} {...field('nomor')} />
          <TextField label={d.place} maxlength={80} {...field('tempat')} />
          <TextField label={d.signTitle} maxlength={160} {...field('jabatan')} />
          <TextField label={d.signName} maxlength={120} {...field('nama')} />
          <TextField label={d.signNip} inputmode="numeric" maxlength={24} {...field('nip')} />
        </Disclosure>
        <FormActions>
          <Button icon="file">{m.issue}</Button>
        </FormActions>
      </Form>
    </Section>
  )
}

/** What the report of one person would say now, the form that issues it, and what was issued before. */
export function PersonReportPage(props: Props) {
  const { m, d, report, issue, issued } = props
  return (
    <>
      <PageHeader title={props.title} eyebrow={props.eyebrow} lead={m.lead} />
      {'nothing' in report ? (
        <EmptyState
          title={m.nothingTitle}
          action={
            report.recordHref && (
              <ButtonLink href={report.recordHref} tone="primary" icon="plus">
                {m.record}
              </ButtonLink>
            )
          }
        >
          {report.nothing}
        </EmptyState>
      ) : (
        <>
          <FilterBar action={props.action} submit={m.show} autosubmit>
            <SelectField label={m.purpose} name="tujuan" options={props.purposes} value={props.purpose} />
          </FilterBar>
          <Blocks blocks={report.blocks} whole />
        </>
      )}
      {issue && <IssueForm {...props} issue={issue} />}
      <Section title={m.issued}>
        <DocumentTable m={d} rows={issued} empty={m.issuedNone} withDigest={false} />
      </Section>
      {!('nothing' in report) && (
        <Section title={m.about}>
          <Facts items={report.facts} />
        </Section>
      )}
    </>
  )
}
