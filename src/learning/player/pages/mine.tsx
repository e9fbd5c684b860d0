import type { ComponentChildren } from 'preact'
import {
  Alert,
  Badge,
  ButtonLink,
  EmptyState,
  FilterBar,
  Icon,
  KeyFigure,
  PageHeader,
  Pager,
  SelectField,
  ShareBar,
  Tabs,
  type Tone,
} from '../../../ui/index.ts'
import type { Messages } from '../messages.ts'

export type ClassCard = {
  href: string
  title: string
  detail: string
  /** Of a class with a day; null: at any time. */
  dates: string | null
  /** Null: no lessons are required in it. */
  progress: { share: number; words: string } | null
  state: string
  tone: Tone
  score: string | null
}
type HubProps = {
  m: Messages
  tabs: Parameters<typeof Tabs>[0]
  figure: { label: string; value: string; unit: string; sentence: string; action: { href: string; label: string } | null }
  cards: ClassCard[]
  filter: string
  filtered: boolean
  exportHref: string
  pager: Parameters<typeof Pager>[0]
}

/** What one learns, what goes on first. */
export const HubPage = ({ m, tabs, figure, cards, filter, filtered, exportHref, pager }: HubProps) => (
  <>
    <PageHeader
      title={m.mine}
      actions={
        <ButtonLink href="/belajar/pendaftaran" icon="list">
          {m.enrolments}
        </ButtonLink>
      }
    />
    <Tabs {...tabs} />
    {cards.length > 0 && (
      <KeyFigure
        label={figure.label}
        value={figure.value}
        unit={figure.unit}
        sentence={figure.sentence}
        action={
          figure.action && (
            <ButtonLink href={figure.action.href} tone="primary" icon="arrow-right">
              {figure.action.label}
            </ButtonLink>
          )
        }
      />
    )}
    {(cards.length > 0 || filtered) && (
      <FilterBar action="/belajar" submit={m.filter} autosubmit>
        <SelectField
          label={m.state}
          name="keadaan"
          value={filter}
          options={Object.entries(m.filters).map(([value, label]) => ({ value, label }))}
        />
      </FilterBar>
    )}
    {cards.length === 0 ? (
      <EmptyState
        title={filtered ? m.noneSuch : m.emptyTitle}
        action={
          filtered ? (
            <ButtonLink href="/belajar">{m.showAll}</ButtonLink>
          ) : (
            <ButtonLink href="/belajar/untuk-saya" tone="primary" icon="arrow-right">
              {m.findByGap}
            </ButtonLink>
          )
        }
      >
        {filtered ? null : m.empty}
      </EmptyState>
    ) : (
      <>
        <ul class="course-list">
          {cards.map(card => (
            <li key={card.href}>
              <div class="course-words">
                <h2>
                  <a href={card.href}>{card.title}</a>
                </h2>
                <p class="text-muted">{card.detail}</p>
                {card.dates && <p class="text-muted">{card.dates}</p>}
                {card.progress && <ShareBar share={card.progress.share} label={card.progress.words} tone={card.tone} />}
              </div>
              <p>
                <Badge tone={card.tone} icon={card.tone === 'ok' ? 'check' : card.tone === 'bad' ? 'alert' : 'clock'}>
                  {card.state}
                </Badge>
                {card.score && <span class="text-muted"> {card.score}</span>}
              </p>
            </li>
          ))}
        </ul>
        <Pager {...pager} />
        <p>
          <ButtonLink href={exportHref} icon="download" tone="ghost">
            {m.export}
          </ButtonLink>
        </p>
      </>
    )}
  </>
)

export type StepLine = {
  href: string
  title: string
  detail: string
  state: 'done' | 'begun' | 'not'
  words: string
  current: boolean
}
type OutlineProps = {
  m: Messages
  tabs: Parameters<typeof Tabs>[0]
  title: string
  eyebrow: string
  figure: { label: string; value: string; unit: string; sentence: string; tone: Tone; action: ComponentChildren }
  notice: { tone: Tone; title: string; body: ComponentChildren } | null
  lines: StepLine[]
}

const marks = { done: 'check', begun: 'clock', not: 'arrow-right' } as const

export const OutlinePage = ({ m, tabs, title, eyebrow, figure, notice, lines }: OutlineProps) => (
  <>
    <PageHeader title={title} eyebrow={eyebrow} />
    <Tabs {...tabs} />
    {notice && (
      <Alert tone={notice.tone} title={notice.title}>
        {notice.body}
      </Alert>
    )}
    <KeyFigure {...figure} />
    {lines.length > 0 && (
      <ol class="lesson-list" aria-label={m.outline}>
        {lines.map(line => (
          <li key={line.href} class={`step-is-${line.state}`}>
            <a href={line.href} aria-current={line.current ? 'step' : undefined}>
              <span class="lesson-mark">
                <Icon name={marks[line.state]} />
              </span>
              <span>
                <b>{line.title}</b>
                <small>
                  {line.detail} · {line.words}
                </small>
              </span>
            </a>
          </li>
        ))}
      </ol>
    )}
  </>
)
