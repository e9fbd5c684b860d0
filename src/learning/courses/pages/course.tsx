import { Alert, Badge, ButtonLink, DataTable, Facts, PageHeader, PostButton, Section, type Tone } from '../../../ui/index.ts'
import type { CourseMessages } from '../messages.ts'

type VersionCells = {
  number: number
  title: string
  state: { label: string; tone: Tone }
  jp: string
  made: string
  activated: string
}
type Props = {
  m: CourseMessages
  id: number
  title: string
  eyebrow: string
  archived: boolean
  facts: { label: string; value: string }[]
  versions: VersionCells[]
  hasDraft: boolean
  inForce: boolean
}

/** A course as its authors see it: who may join, and its versions. */
export function CoursePage({ m, id, title, eyebrow, archived, facts, versions, hasDraft, inForce }: Props) {
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={eyebrow}
        actions={
          <>
            {!archived && (
              <PostButton
                action={`/kursus/${id}/versi`}
                label={hasDraft ? m.toDraft : m.newVersion}
                tone="primary"
                icon={hasDraft ? 'arrow-right' : 'plus'}
              />
            )}
            {inForce && !archived && (
              <>
                <ButtonLink href={`/kelas/baru?kursus=${id}`} icon="people">
                  {m.openClass}
                </ButtonLink>
                <ButtonLink href={`/katalog/${id}`} icon="search">
                  {m.inCatalogue}
                </ButtonLink>
              </>
            )}
          </>
        }
      />
      {archived && <Alert tone="warn">{m.isArchived}</Alert>}
      <Facts items={facts} />
      <Section title={m.versions} lead={m.versionsLead}>
        <DataTable<VersionCells>
          caption={m.versions}
          rows={versions}
          rowKey={row => row.number}
          rowHref={row => `/kursus/${id}/versi/${row.number}`}
          empty={m.none}
          columns={[
            {
              key: 'version',
              header: m.version,
              primary: true,
              cell: row => (
                <>
                  {m.versionN(row.number)} <small class="cell-detail">{row.title}</small>
                </>
              ),
            },
            { key: 'state', header: m.state, cell: row => <Badge tone={row.state.tone}>{row.state.label}</Badge> },
            { key: 'jp', header: m.jp, cell: row => row.jp, align: 'right' },
            { key: 'made', header: m.made, cell: row => row.made },
            { key: 'activated', header: m.activated, cell: row => row.activated },
          ]}
        />
      </Section>
      <div class="actions">
        <ButtonLink href={`/kursus/${id}/soal`} icon="list">
          {m.bank}
        </ButtonLink>
        <ButtonLink href={`/kursus/${id}/ubah`}>{m.editCourse}</ButtonLink>
        {archived ? (
          <PostButton action={`/kursus/${id}/pulihkan`} label={m.restore} />
        ) : (
          <PostButton action={`/kursus/${id}/arsipkan`} label={m.archive} tone="danger" confirm={m.archiveConfirm} />
        )}
      </div>
    </>
  )
}
