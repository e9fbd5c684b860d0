import {
  Alert,
  Badge,
  Button,
  ButtonLink,
  CheckField,
  DataTable,
  Disclosure,
  EmptyState,
  Facts,
  Form,
  FormActions,
  HiddenField,
  KeyFigure,
  PageHeader,
  PostButton,
  Section,
  SelectField,
  TextField,
  type Tone,
} from '../../ui/index.ts'
import type { DictionaryMessages } from '../dictionary-messages.ts'

type Choice = { value: string | number; label: string }
type Problem = { field: string; message: string }
export type DictionaryCells = {
  id: number
  name: string
  owner: string
  state: string
  tone: Tone
  since: string
  competencies: string
  standards: string
}

export const DictionariesPage = ({
  d,
  count,
  sentence,
  rows,
  newHref,
}: {
  d: DictionaryMessages
  count: string
  sentence: string
  rows: DictionaryCells[]
  newHref: string | null
}) => (
  <>
    <PageHeader
      title={d.dictionaries}
      lead={d.dictionariesLead}
      actions={
        newHref && (
          <ButtonLink href={newHref} tone="primary" icon="plus">
            {d.newDictionary}
          </ButtonLink>
        )
      }
    />
    <KeyFigure value={count} label={d.dictionariesCount} sentence={sentence} />
    <DataTable<DictionaryCells>
      caption={d.dictionaries}
      rows={rows}
      rowKey={row => row.id}
      rowHref={row => `/kamus/daftar/${row.id}`}
      empty={d.noCompetencies}
      columns={[
        { key: 'name', header: d.name, primary: true, cell: row => row.name },
        { key: 'owner', header: d.owner, cell: row => row.owner },
        { key: 'state', header: d.state, cell: row => <Badge tone={row.tone}>{row.state}</Badge> },
        { key: 'since', header: d.since, cell: row => row.since },
        { key: 'competencies', header: d.competencies, align: 'right', cell: row => row.competencies },
        { key: 'standards', header: d.standardsUsing, align: 'right', cell: row => row.standards },
      ]}
    />
  </>
)

/** The form that begins a dictionary. */
export function NewDictionaryPage({
  d,
  owners,
  replaceable,
  values,
  errors,
}: {
  d: DictionaryMessages
  owners: Choice[]
  replaceable: Choice[]
  values: { pemilik: string; nama: string; dasar: string; menggantikan: string }
  errors: Problem[]
}) {
  const error = (field: string) => errors.find(one => one.field === field)?.message
  return (
    <>
      <PageHeader title={d.newDictionary} lead={d.newLead} />
      <Form action="/kamus/daftar" errors={errors} errorTitle={d.formErrors}>
        <SelectField label={d.ownerLabel} name="pemilik" value={values.pemilik} options={owners} />
        <TextField
          label={d.name}
          name="nama"
          value={values.nama}
          help={d.nameHelp}
          error={error('nama')}
          maxlength={160}
          required
        />
        <TextField
          label={d.legalBasis}
          name="dasar"
          value={values.dasar}
          help={d.basisHelp}
          error={error('dasar')}
          maxlength={300}
          required
        />
        <SelectField
          label={d.replaces}
          name="menggantikan"
          value={values.menggantikan}
          help={d.replacesHelp}
          options={[{ value: '', label: d.replacesNone }, ...replaceable]}
        />
        <FormActions>
          <Button tone="primary">{d.create}</Button>
          <ButtonLink href="/kamus/daftar" tone="ghost">
            {d.cancel}
          </ButtonLink>
        </FormActions>
      </Form>
    </>
  )
}

export type CompetencyLine = { id: number; code: string; name: string; pillar: string; urusan: string; href: string }
export type UsingCells = { id: number; name: string; owner: string; codes: string }
type Props = {
  d: DictionaryMessages
  title: string
  lead: string
  owner: string
  facts: { label: string; value: string }[]
  rows: CompetencyLine[]
  using: UsingCells[]
  usingShown: string | null
  actions: { href: string; label: string; primary: boolean }[]
  /** Only for who may set a draft. */
  set: {
    action: string
    seen: string
    lead: string
    replaces: string | null
    drafts: string | null
    basis: string
    errors: Problem[]
    discard: string
  } | null
  end: { action: string; lead: string; why: string; errors: Problem[] } | null
  isDraft: boolean
}

function SetSection({ d, set }: { d: DictionaryMessages; set: NonNullable<Props['set']> }) {
  return (
    <Section title={d.set} lead={set.lead} id="tetapkan">
      {set.replaces && (
        <Alert tone="warn">
          <p>{set.replaces}</p>
        </Alert>
      )}
      <Form action={`${set.action}/tetapkan`} errors={set.errors} errorTitle={d.formErrors}>
        <HiddenField name="versi" value={set.seen} />
        <TextField
          label={d.legalBasis}
          name="dasar"
          value={set.basis}
          help={d.basisHelp}
          error={set.errors[0]?.message}
          maxlength={300}
          required
        />
        {set.drafts && <CheckField label={set.drafts} name="rancangan" value="ya" checked />}
        <FormActions>
          <Button tone="primary">{d.setNow}</Button>
        </FormActions>
      </Form>
      <PostButton
        action={`${set.action}/buang`}
        label={d.discard}
        tone="danger"
        fields={{ versi: set.seen }}
        confirm={set.discard}
      />
    </Section>
  )
}

/** One dictionary: its competencies, the standards that use it, and what may happen to it. */
export function OneDictionaryPage(props: Props) {
  const { d, rows, using, set, end } = props
  return (
    <>
      <PageHeader
        title={props.title}
        eyebrow={props.owner}
        lead={props.lead}
        actions={props.actions.map(action => (
          <ButtonLink key={action.href} href={action.href} tone={action.primary ? 'primary' : 'neutral'}>
            {action.label}
          </ButtonLink>
        ))}
      />
      <Facts items={props.facts} />
      <Section title={d.competencies}>
        <DataTable<CompetencyLine>
          caption={d.competencies}
          rows={rows}
          rowKey={row => row.id}
          rowHref={row => row.href}
          empty={
            <EmptyState title={props.isDraft ? d.noneInDraft : d.noCompetencies}>{props.isDraft && d.noneInDraftWhat}</EmptyState>
          }
          columns={[
            { key: 'code', header: d.code, nowrap: true, cell: row => row.code },
            { key: 'name', header: d.competency, primary: true, cell: row => row.name },
            { key: 'pillar', header: d.pillar, cell: row => row.pillar },
            { key: 'urusan', header: d.urusan, cell: row => row.urusan },
          ]}
        />
      </Section>
      <Section title={d.usedBy} lead={props.usingShown ?? undefined}>
        <DataTable<UsingCells>
          caption={d.usedBy}
          rows={using}
          rowKey={row => row.id}
          rowHref={row => `/standar/versi/${row.id}`}
          empty={<p class="text-muted">{d.usedByNone}</p>}
          columns={[
            { key: 'name', header: d.standard, primary: true, cell: row => row.name },
            { key: 'owner', header: d.owner, cell: row => row.owner },
            { key: 'codes', header: d.competencies, long: true, cell: row => row.codes },
          ]}
        />
      </Section>
      {set && <SetSection d={d} set={set} />}
      {end && (
        <Section title={d.end} lead={end.lead}>
          <Disclosure summary={d.end} open={end.errors.length > 0}>
            <Form action={end.action} errors={end.errors} errorTitle={d.formErrors}>
              <TextField label={d.why} name="alasan" value={end.why} error={end.errors[0]?.message} maxlength={300} required />
              <FormActions>
                <Button tone="danger">{d.end}</Button>
              </FormActions>
            </Form>
          </Disclosure>
        </Section>
      )}
    </>
  )
}
