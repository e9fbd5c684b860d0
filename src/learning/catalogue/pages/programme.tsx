import { Badge, KeyFigure, PageHeader, Section, ShareBar, type Tone } from '../../../ui/index.ts'
import type { CatalogueMessages } from '../messages.ts'

type SetView = {
  title: string
  lead: string
  /** Null: nobody's progress is shown. */
  progress: { share: number; label: string; complete: boolean } | null
  courses: { id: number; title: string; facts: string; done: boolean }[]
}
type Props = {
  m: CatalogueMessages
  title: string
  provider: string
  summary: string
  figure: { value: string; label: string; sentence: string; tone: Tone }
  sets: SetView[]
}

/** A programme, set by set, with how far who looks has come. */
export const CatalogueProgrammePage = ({ m, title, provider, summary, figure, sets }: Props) => (
  <>
    <PageHeader title={title} eyebrow={`${m.programme} · ${provider}`} lead={summary} />
    <KeyFigure value={figure.value} label={figure.label} sentence={figure.sentence} tone={figure.tone} />
    {sets.map(set => (
      <Section key={set.title} title={set.title} lead={set.lead}>
        {set.progress && (
          <ShareBar share={set.progress.share} label={set.progress.label} tone={set.progress.complete ? 'ok' : 'info'} />
        )}
        <ol class="course-cards">
          {set.courses.map(course => (
            <li class="course-card" key={course.id}>
              <h3>
                <a href={`/katalog/${course.id}`}>{course.title}</a>
              </h3>
              <p class="course-card-facts">{course.facts}</p>
              {course.done && (
                <p>
                  <Badge tone="ok" icon="check">
                    {m.completed}
                  </Badge>
                </p>
              )}
            </li>
          ))}
        </ol>
      </Section>
    ))}
  </>
)
