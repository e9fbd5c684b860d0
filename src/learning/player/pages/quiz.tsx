import { Alert, Badge, DataTable, Facts, PostButton, Section } from '../../../ui/index.ts'
import type { Messages } from '../messages.ts'
import type { LessonViewProps } from './lesson.tsx'

/** What a quiz asks for, the way into it, and the attempts made so far. */
export const Quiz = ({ m, quiz }: { m: Messages; quiz: NonNullable<LessonViewProps['quiz']> }) => (
  <>
    {quiz.timed && <p class="text-muted">{quiz.timed}</p>}
    {quiz.startAction && <PostButton action={quiz.startAction} label={quiz.startLabel} tone="primary" />}
    {quiz.noneLeft && <Alert tone="info">{quiz.noneLeft}</Alert>}
    <Facts items={quiz.facts} />
    {quiz.asked.length > 0 && (
      <Section title={m.questions}>
        <ol class="asked-list">
          {quiz.asked.map(one => (
            <li key={one.prompt}>
              {one.prompt}{' '}
              <span class="text-muted">
                {one.kind} · {one.worth}
              </span>
            </li>
          ))}
        </ol>
      </Section>
    )}
    {quiz.attempts.length > 0 && (
      <Section title={m.attempts}>
        <DataTable
          caption={m.attempts}
          rows={quiz.attempts}
          rowKey={row => row.href}
          rowHref={row => row.href}
          compact
          columns={[
            { key: 'n', header: m.attempts, primary: true, cell: row => row.label },
            { key: 'score', header: m.judged, align: 'right', cell: row => row.score },
            {
              key: 'passed',
              header: m.state,
              cell: row =>
                row.passed === null ? (
                  '–'
                ) : (
                  <Badge tone={row.passed ? 'ok' : 'warn'} icon={row.passed ? 'check' : 'info'}>
                    {row.passed ? m.passedWord : m.notPassed}
                  </Badge>
                ),
            },
            { key: 'when', header: m.handedInColumn, cell: row => row.when },
          ]}
          empty={null}
        />
      </Section>
    )}
  </>
)
