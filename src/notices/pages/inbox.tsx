import {
  Badge,
  Button,
  ButtonLink,
  EmptyState,
  FilterBar,
  HiddenField,
  MessageList,
  PageHeader,
  Pager,
  PostButton,
  SelectField,
  Tabs,
  TextField,
} from '../../ui/index.ts'
import type { NoticeMessages } from '../messages.ts'

type Row = {
  id: number
  href: string
  title: string
  body: string | null
  topic: string
  when: string
  isNew: boolean
  isDuty: boolean
  expired: boolean
}

type Props = {
  m: NoticeMessages
  unread: number
  sentence: string
  tabs: Parameters<typeof Tabs>[0]['items']
  filter: {
    unread: boolean
    topic: string
    q: string
    order: '' | 'lama'
    narrowed: boolean
    options: { value: string; label: string }[]
  }
  mayFilter: boolean
  exportHref: string | null
  isEmpty: boolean
  rows: Row[]
  back: string
  /** The newest on this page: "mark all" touches nothing that came after it was drawn. */
  until: number
  pager: Parameters<typeof Pager>[0]
}

export const InboxPage = ({
  m,
  unread,
  sentence,
  tabs,
  exportHref,
  mayFilter,
  filter,
  isEmpty,
  rows,
  back,
  until,
  pager,
}: Props) => (
  <>
    <PageHeader
      title={m.title}
      lead={isEmpty ? undefined : sentence}
      actions={
        <>
          {unread > 0 && (
            <form method="post" action="/pesan/dibaca">
              {pager.from === 1 && <HiddenField name="sampai" value={until} />}
              <HiddenField name="topik" value={filter.topic} />
              <Button tone="neutral" icon="check">
                {filter.topic ? m.readTopic : m.readAll}
              </Button>
            </form>
          )}
          {exportHref && (
            <ButtonLink href={exportHref} icon="download" download>
              {m.download}
            </ButtonLink>
          )}
          <ButtonLink href="/pesan/pengaturan" icon="filter">
            {m.settings}
          </ButtonLink>
        </>
      }
    />
    {isEmpty ? (
      <EmptyState title={m.none} action={<ButtonLink href="/pesan/pengaturan">{m.chooseWhere}</ButtonLink>}>
        <p>{m.noneWhat}</p>
      </EmptyState>
    ) : (
      <>
        <Tabs items={tabs} label={m.title} />
        {mayFilter && (
          <FilterBar
            action="/pesan"
            submit={m.filter}
            {...(filter.narrowed ? { resetHref: filter.unread ? '/pesan?lihat=baru' : '/pesan', resetLabel: m.reset } : {})}
          >
            {filter.unread && <HiddenField name="lihat" value="baru" />}
            <TextField label={m.search} name="q" value={filter.q} type="search" />
            <SelectField
              label={m.topic}
              name="topik"
              value={filter.topic}
              options={[{ value: '', label: m.allTopics }, ...filter.options]}
            />
            <SelectField
              label={m.order}
              name="urut"
              value={filter.order}
              options={(['', 'lama'] as const).map(value => ({ value, label: m.orders[value] }))}
            />
          </FilterBar>
        )}
        {rows.length === 0 ? (
          <EmptyState
            title={filter.unread && !filter.narrowed ? m.allReadTitle : m.noMatch}
            action={<ButtonLink href="/pesan">{m.showAll}</ButtonLink>}
          >
            <p>{filter.unread && !filter.narrowed ? m.allReadWhat : m.noMatchWhat}</p>
          </EmptyState>
        ) : (
          <>
            <MessageList
              label={m.title}
              newWord={m.new}
              items={rows.map(row => ({
                href: row.href,
                title: row.title,
                body: row.body,
                isNew: row.isNew,
                meta: (
                  <>
                    <span>{row.topic}</span>
                    <span>{row.when}</span>
                    {row.isDuty && row.isNew && <Badge tone="warn">{m.duty}</Badge>}
                    {row.expired && <Badge tone="neutral">{m.expired}</Badge>}
                  </>
                ),
                action: row.isNew ? (
                  <PostButton action={`/pesan/${row.id}/dibaca`} label={m.markRead} tone="ghost" fields={{ kembali: back }} />
                ) : undefined,
              }))}
            />
            <Pager {...pager} />
          </>
        )}
      </>
    )}
  </>
)
