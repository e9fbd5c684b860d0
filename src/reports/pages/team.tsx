import type { ComponentChildren } from 'preact'
import {
  Badge,
  ButtonLink,
  type Column,
  DataTable,
  EmptyState,
  KeyFigure,
  PageHeader,
  Section,
  ShareBar,
} from '../../ui/index.ts'
import type { ReportMessages } from '../messages.ts'

export type MemberView = {
  id: number
  name: string
  jabatan: string
  gaps: number
  assessed: number
  of: number
  widest: string | null
  /** JP of this year; null: who asks may not see it. */
  jp: { text: string; enough: boolean | null } | null
}
type Props = {
  m: ReportMessages
  title: string
  lead: string
  figure: { value: string; sentence: string }
  /** Who of the team is in post without the training asked for; not of an event. */
  lackingHref?: string
  /** Where the JP of the team stand; and how many lack some. */
  jpHref?: string
  behind: string | null
  members: MemberView[]
  /** Whether the asker may see what they were assessed at. */
  levels: boolean
  /** What waits for the asker. */
  tasks: ComponentChildren
  common: { name: string; share: number; text: string }[]
}

/** Who needs what first. Also the people of an assessor's or a facilitator's event. */
export function TeamPage({ m, title, lead, figure, lackingHref, jpHref, behind, members, levels, tasks, common }: Props) {
  if (members.length === 0) {
    return (
      <>
        <PageHeader title={title} lead={lead} />
        {tasks}
        <EmptyState title={title}>{m.teamEmpty}</EmptyState>
      </>
    )
  }
  return (
    <>
      <PageHeader title={title} lead={lead} />
      <KeyFigure
        value={figure.value}
        unit={m.teamFigure}
        label={title}
        sentence={behind ? `${figure.sentence} ${behind}.` : figure.sentence}
        action={
          (lackingHref || jpHref) && (
            <>
              {lackingHref && <ButtonLink href={lackingHref}>{m.teamLacking}</ButtonLink>}
              {jpHref && <ButtonLink href={jpHref}>{m.teamSeeJp}</ButtonLink>}
            </>
          )
        }
      />
      {tasks}
      {common.length > 0 && (
        <Section title={m.teamCommon}>
          <ul class="grid gap-3">
            {common.map(row => (
              <li key={row.name}>
                <ShareBar share={row.share} label={`${row.name}: ${row.text}`} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={m.people}>
        <DataTable<MemberView>
          caption={title}
          rows={members}
          rowKey={row => row.id}
          rowHref={row => `/pegawai/${row.id}`}
          empty={m.teamEmpty}
          columns={[
            { key: 'name', header: m.name, primary: true, cell: row => row.name },
            { key: 'jabatan', header: m.jabatan, cell: row => row.jabatan },
            ...(levels ? levelColumns(m) : []),
            ...(jpHref ? [jpColumn(m)] : []),
          ]}
        />
      </Section>
    </>
  )
}

const jpColumn = (m: ReportMessages): Column<MemberView> => ({
  key: 'jp',
  header: m.teamJp,
  cell: row =>
    row.jp && (row.jp.enough === null ? row.jp.text : <Badge tone={row.jp.enough ? 'ok' : 'warn'}>{row.jp.text}</Badge>),
})

const levelColumns = (m: ReportMessages): Column<MemberView>[] => [
  {
    key: 'gaps',
    header: m.gapCount,
    align: 'right',
    cell: row =>
      row.assessed === 0 ? <Badge tone="neutral">{m.notAssessed}</Badge> : m.metFigure(String(row.gaps), String(row.assessed)),
  },
  { key: 'widest', header: m.widest, cell: row => row.widest ?? '–' },
]
