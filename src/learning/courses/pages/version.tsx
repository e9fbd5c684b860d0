import {
  Badge,
  ButtonLink,
  type Column,
  DataTable,
  Facts,
  KeyFigure,
  PageHeader,
  PostButton,
  Section,
  type Tone,
} from '../../../ui/index.ts'
import type { CourseMessages } from '../messages.ts'

type Fact = { label: string; value: string }
type Props = {
  m: CourseMessages
  /** `/kursus/4/versi/2` */
  base: string
  title: string
  eyebrow: string
  lead: string
  state: { label: string; tone: Tone }
  isDraft: boolean
  jp: string
  sentence: string
  tone: Tone
  /** Whether nothing stands in the way of putting the draft into force. */
  ready: boolean
  confirm: string
  card: Fact[]
  subjects: { title: string; jp: string }[]
  /** Null where it is what the course says. */
  sum: string
  competencies: { code: string; name: string; level: string; label: string }[]
  /** How many there are, and how long they take. */
  lessons: string
  pass: Fact[]
  entry: { all: string[]; ways: string[][] }
  entryWords: { everybody: string; oneOf: string }
  compare: { href: string; label: string } | null
  /** A draft beside others may be thrown away. */
  discardable: boolean
}

const Edit = ({ m, isDraft, href }: { m: CourseMessages; isDraft: boolean; href: string }) =>
  isDraft ? <ButtonLink href={href}>{m.edit}</ButtonLink> : null

const subjectColumns = (m: CourseMessages): Column<{ title: string; jp: string }>[] => [
  { key: 'title', header: m.subject, primary: true, cell: row => row.title },
  { key: 'jp', header: m.jp, cell: row => row.jp, align: 'right' },
]
const competencyColumns = (m: CourseMessages): Column<Props['competencies'][number]>[] => [
  { key: 'name', header: m.competency, primary: true, cell: row => <a href={`/kamus/${row.code}`}>{row.name}</a> },
  { key: 'level', header: m.level, cell: row => row.level },
  { key: 'label', header: m.reaches, cell: row => row.label, long: true, secondary: true },
]

export const EntryWords = ({ entry, entryWords }: Pick<Props, 'entry' | 'entryWords'>) => (
  <>
    {entry.all.length + entry.ways.length === 0 && <p>{entryWords.everybody}</p>}
    {entry.all.length > 0 && (
      <ul class="plain-list">
        {entry.all.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    )}
    {entry.ways.length > 0 && (
      <>
        <p>{entryWords.oneOf}</p>
        <ul class="plain-list">
          {entry.ways.map(way => (
            <li key={way.join()}>{way.join('; ')}</li>
          ))}
        </ul>
      </>
    )}
  </>
)

/** One version with all it says, and the steps of its life. */
export function VersionPage(props: Props) {
  const { m, base, isDraft, state } = props
  return (
    <>
      <PageHeader
        title={props.title}
        eyebrow={
          <>
            {props.eyebrow} <Badge tone={state.tone}>{state.label}</Badge>
          </>
        }
        lead={props.lead}
        actions={
          <>
            {isDraft && props.ready && (
              <PostButton action={`${base}/berlakukan`} label={m.activate} tone="primary" icon="check" confirm={props.confirm} />
            )}
            <ButtonLink href={`${base}/pratinjau`} icon="search">
              {m.preview}
            </ButtonLink>
            {props.compare && (
              <ButtonLink href={props.compare.href} icon="refresh">
                {props.compare.label}
              </ButtonLink>
            )}
          </>
        }
      />
      <KeyFigure value={props.jp} unit={m.jpUnit} label={m.longLabel} sentence={props.sentence} tone={props.tone} />
      <Section title={m.card} actions={<Edit m={m} isDraft={isDraft} href={`${base}/ubah`} />}>
        <Facts items={props.card} />
      </Section>
      <Section
        title={m.subjects}
        lead={m.subjectsLead}
        id="kurikulum"
        actions={<Edit m={m} isDraft={isDraft} href={`${base}/kurikulum`} />}
      >
        <DataTable
          caption={m.subjects}
          rows={props.subjects}
          rowKey={row => row.title}
          empty={m.noSubjects}
          columns={subjectColumns(m)}
          compact
        />
        {props.subjects.length > 0 && (
          <p class="text-muted">
            {m.total}: {props.sum} {m.jpUnit}
          </p>
        )}
      </Section>
      <Section
        title={m.competencies}
        lead={m.competenciesLead}
        actions={<Edit m={m} isDraft={isDraft} href={`${base}/kompetensi`} />}
      >
        <DataTable
          caption={m.competencies}
          rows={props.competencies}
          rowKey={row => row.code}
          empty={m.noCompetencies}
          columns={competencyColumns(m)}
        />
      </Section>
      <Section
        title={m.lessons}
        lead={m.lessonsLead}
        actions={<ButtonLink href={`${base}/pelajaran`}>{m.openLessons}</ButtonLink>}
      >
        <p>{props.lessons}</p>
      </Section>
      <Section title={m.pass} lead={m.passLead} actions={<Edit m={m} isDraft={isDraft} href={`${base}/kelulusan`} />}>
        <Facts items={props.pass} />
      </Section>
      <Section title={m.entry} lead={m.entryLead} actions={<Edit m={m} isDraft={isDraft} href={`${base}/syarat`} />}>
        <EntryWords entry={props.entry} entryWords={props.entryWords} />
      </Section>
      {props.discardable && (
        <div class="actions">
          <PostButton action={`${base}/hapus`} label={m.discard} tone="danger" confirm={m.discardConfirm} />
        </div>
      )}
    </>
  )
}
