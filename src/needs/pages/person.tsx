import { formatDate, type Language } from '../../platform/i18n/index.ts'
import { Badge, ButtonLink, DataTable, EmptyState, LevelDots, Section } from '../../ui/index.ts'
import type { OwnLack } from '../lacking/store.ts'
import { messages } from '../messages.ts'
import { importanceTone } from '../present.ts'
import type { GapRow } from '../store.ts'

type Props = {
  language: Language
  own: boolean
  /** The post aimed at by name; null: none. */
  aim: string | null
  /** Where the post aimed at is said, for who may. */
  aimHref: string | null
  /** Gaps for the post aimed at. */
  aimed: readonly GapRow[]
  lacking: readonly OwnLack[]
  maxLevel: number
}

const Lacking = ({ language, rows, caption }: { language: Language; rows: readonly OwnLack[]; caption: string }) => {
  const m = messages[language]
  return (
    <DataTable<OwnLack>
      caption={caption}
      compact
      rows={rows}
      rowKey={row => row.key}
      empty=""
      columns={[
        {
          key: 'training',
          header: m.kinds.training,
          primary: true,
          cell: row => (
            <>
              {row.training} {row.basis && <small class="cell-detail">{row.basis}</small>}
            </>
          ),
        },
        {
          key: 'importance',
          header: m.importance,
          cell: row => <Badge tone={importanceTone[row.importance]}>{m.importances[row.importance]}</Badge>,
        },
        {
          key: 'since',
          header: m.since,
          cell: row => (row.post === 'aimed' ? '' : row.since ? formatDate(row.since, language) : m.sinceUnknown),
        },
      ]}
    />
  )
}

/** On a person's page: training that the post asks for and is not held, and what the post aimed at asks for. */
export function PersonNeeds({ language, own, aim, aimHref, aimed, lacking, maxLevel }: Props) {
  const m = messages[language]
  const ofPost = lacking.filter(row => row.post === 'held')
  const ofAim = lacking.filter(row => row.post === 'aimed')
  const open = aimed.filter(row => row.held === null || row.held < row.required)
  return (
    <>
      {ofPost.length > 0 && (
        <Section title={own ? m.ownLackTitle : m.lackTitle} lead={m.lackLead}>
          <Lacking language={language} rows={ofPost} caption={m.lackTitle} />
        </Section>
      )}
      {(aim !== null || aimHref !== null) && (
        <Section
          title={aim === null ? m.aimTitle : m.aimOf(aim)}
          lead={aim === null ? undefined : m.aimLead(aimed.length - open.length, aimed.length)}
          actions={aimHref && aim !== null && <ButtonLink href={aimHref}>{m.aimChange}</ButtonLink>}
        >
          {aim === null ? (
            <EmptyState title={m.aimNone} action={aimHref && <ButtonLink href={aimHref}>{m.aimChoose}</ButtonLink>}>
              {own ? m.aimNoneOwn : m.aimNoneText}
            </EmptyState>
          ) : (
            <>
              {aimed.length === 0 ? (
                <p>{m.aimPending}</p>
              ) : open.length === 0 ? (
                <p>{m.aimMet}</p>
              ) : (
                <DataTable<GapRow>
                  caption={m.aimOf(aim)}
                  compact
                  rows={open}
                  rowKey={row => row.code}
                  empty=""
                  columns={[
                    {
                      key: 'name',
                      header: m.competency,
                      primary: true,
                      cell: row => <a href={`/kamus/${row.code}`}>{row.name}</a>,
                    },
                    {
                      key: 'dots',
                      header: m.level,
                      cell: row => (
                        <LevelDots
                          value={row.held}
                          of={row.required}
                          max={maxLevel}
                          label={`${m.held} ${row.held ?? m.notAssessed}, ${m.required} ${row.required}`}
                        />
                      ),
                    },
                    {
                      key: 'gap',
                      header: m.gap,
                      cell: row =>
                        row.held === null ? (
                          <Badge tone="neutral">{m.notAssessed}</Badge>
                        ) : (
                          <Badge tone="warn">{`−${row.required - row.held}`}</Badge>
                        ),
                    },
                  ]}
                />
              )}
              {ofAim.length > 0 && (
                <>
                  <p class="text-muted">{m.aimTraining}</p>
                  <Lacking language={language} rows={ofAim} caption={m.aimTraining} />
                </>
              )}
            </>
          )}
        </Section>
      )}
    </>
  )
}
