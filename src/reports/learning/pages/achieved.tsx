import { Alert, ButtonLink, Icon, KeyFigure, LevelDots, PageHeader, Section } from '../../../ui/index.ts'
import type { LearningMessages } from '../messages.ts'
import type { LevelLine } from '../present.ts'

type Props = {
  m: LearningMessages
  figure: { value: string; sentences: (string | false)[] }
  score: string | null
  lines: LevelLine[]
  max: number
  /** The effect on levels is being worked out. */
  working: boolean
  next: { sentence: string; href: string; label: string }
}

/** What passing brought: hours, levels, and where to go from here. */
export const AchievedPage = ({ m, figure, score, lines, max, working, next }: Props) => (
  <>
    <PageHeader title={m.achieved} lead={score} />
    <KeyFigure
      value={figure.value}
      unit="JP"
      label={m.achievedJp}
      sentence={figure.sentences.filter(Boolean).join(' ')}
      tone="ok"
    />
    <Section title={m.levels}>
      {working && <Alert tone="info">{m.working}</Alert>}
      {lines.length === 0 && !working && <p>{m.noLevels}</p>}
      <ul class="gains">
        {lines.map(line => (
          <li key={line.competencyId} class={`tone-${line.tone}`}>
            <Icon name={line.tone === 'ok' ? 'arrow-up' : line.tone === 'warn' ? 'clock' : 'check'} />
            <div>
              <b>{line.words}</b>
              <LevelDots value={line.held} of={line.of} max={max} label={line.words} />
              <p class="text-muted">{line.why}</p>
            </div>
          </li>
        ))}
      </ul>
      <p class="actions mt-6">
        {lines.length > 0 && (
          <ButtonLink href="/saya" icon="target">
            {m.toRadar}
          </ButtonLink>
        )}
        <ButtonLink href="/jp" icon="clock">
          {m.toJp}
        </ButtonLink>
      </p>
    </Section>
    <Section title={m.next} lead={next.sentence}>
      <p>
        <ButtonLink href={next.href} tone="primary" icon="arrow-right">
          {next.label}
        </ButtonLink>
      </p>
    </Section>
  </>
)
