import { Alert, Badge, ButtonLink, DataTable, Facts, KeyFigure, PageHeader, Section } from '../../../ui/index.ts'
import { EntryWords } from '../../courses/pages/version.tsx'
import type { CatalogueMessages } from '../messages.ts'

type Fact = { label: string; value: string }
type ClassCells = {
  id: number
  name: string
  pattern: string
  when: string
  until: string | null
  seats: string
  place: string
  admission: string
}
type Props = {
  m: CatalogueMessages
  id: number
  title: string
  provider: string
  summary: string
  /** Said on top of a draft that only its authors see. */
  preview: string | null
  jp: string
  sentence: string
  /** Somebody can ask to join now. */
  open: boolean
  /** The class one is in, or was; null: one has not joined. */
  own: { href: string; label: string; goesOn: boolean } | null
  /** Whether the rows of classes lead to joining. */
  mayJoin: boolean
  subjects: { title: string; jp: string }[]
  competencies: { code: string; name: string; level: string; label: string }[]
  entry: { all: string[]; ways: string[][] }
  entryWords: { everybody: string; oneOf: string }
  pass: Fact[]
  classes: ClassCells[]
  teachers: { name: string; expertise: string | null }[]
  programmes: { id: number; title: string }[]
  facts: Fact[]
  version: string | null
}

const Classes = ({ m, id, classes, mayJoin }: Pick<Props, 'm' | 'id' | 'classes' | 'mayJoin'>) => (
  <Section title={m.classes} id="kelas">
    <DataTable<ClassCells>
      caption={m.classes}
      rows={classes}
      rowKey={row => row.id}
      rowHref={mayJoin ? row => `/katalog/${id}/ikut?kelas=${row.id}` : undefined}
      empty={<p>{m.askProvider}</p>}
      columns={[
        {
          key: 'name',
          header: m.class,
          primary: true,
          cell: row => (
            <>
              {row.name} <small class="cell-detail">{row.pattern}</small>
            </>
          ),
        },
        {
          key: 'when',
          header: m.when,
          cell: row => (
            <>
              {row.when} {row.until && <small class="cell-detail">{row.until}</small>}
            </>
          ),
        },
        { key: 'seats', header: m.seats, cell: row => row.seats, align: 'right' },
        { key: 'place', header: m.place, cell: row => row.place },
        { key: 'admission', header: m.admission, cell: row => row.admission },
      ]}
    />
  </Section>
)

/** A course as who would learn it sees it: what it leads to, who may join, when. */
export function CatalogueCoursePage(props: Props) {
  const { m, id, preview, own, classes, teachers, programmes } = props
  return (
    <>
      <PageHeader title={props.title} eyebrow={props.provider} lead={props.summary} />
      {preview && <Alert tone="info">{preview}</Alert>}
      <KeyFigure
        value={props.jp}
        unit="JP"
        label={m.length1}
        sentence={props.sentence}
        tone={props.open || own ? 'ok' : 'neutral'}
        action={
          (own || props.open) && (
            <>
              {own && (
                <ButtonLink href={own.href} tone="primary" icon={own.goesOn ? 'arrow-right' : 'check'}>
                  {own.label}
                </ButtonLink>
              )}
              {props.open && (
                <ButtonLink href={`/katalog/${id}/ikut`} tone="primary" icon="arrow-right">
                  {own ? m.learnAgain : m.learn}
                </ButtonLink>
              )}
            </>
          )
        }
      />
      <Section title={m.reaches}>
        <DataTable
          caption={m.reaches}
          rows={props.competencies}
          rowKey={row => row.code}
          empty={m.none}
          columns={[
            { key: 'name', header: m.competency, primary: true, cell: row => <a href={`/kamus/${row.code}`}>{row.name}</a> },
            { key: 'level', header: m.reachLevel, cell: row => <Badge tone="info">{row.level}</Badge> },
            { key: 'label', header: m.means, cell: row => row.label, long: true },
          ]}
        />
      </Section>
      <Section title={m.subjects}>
        <DataTable
          caption={m.subjects}
          rows={props.subjects}
          rowKey={row => row.title}
          empty={m.none}
          compact
          columns={[
            { key: 'title', header: m.subject, primary: true, cell: row => row.title },
            { key: 'jp', header: 'JP', cell: row => row.jp, align: 'right' },
          ]}
        />
      </Section>
      <Section title={m.entry}>
        <EntryWords entry={props.entry} entryWords={props.entryWords} />
      </Section>
      {!preview && <Classes m={m} id={id} classes={classes} mayJoin={props.mayJoin} />}
      {teachers.length > 0 && (
        <Section title={m.teachers}>
          <ul class="plain-list">
            {teachers.map(one => (
              <li key={one.name}>{one.expertise ? `${one.name} (${one.expertise})` : one.name}</li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={m.pass}>
        <Facts items={props.pass} />
      </Section>
      {programmes.length > 0 && (
        <Section title={m.partOf}>
          <ul class="plain-list">
            {programmes.map(one => (
              <li key={one.id}>
                <a href={`/katalog/program/${one.id}`}>{one.title}</a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={m.details}>
        <Facts items={props.facts} />
        {props.version && <p class="text-muted">{props.version}</p>}
      </Section>
    </>
  )
}
