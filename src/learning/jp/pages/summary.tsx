import { formatDate, type Language } from '../../../platform/i18n/index.ts'
import { ButtonLink, DataTable, Disclosure, Figures, Section } from '../../../ui/index.ts'
import { messages } from '../messages.ts'
import type { JpOfPerson, Learned } from '../of-person.ts'
import { figureOf } from '../person-view.ts'
import { formName, jpText } from '../present.ts'
import { yearOf } from '../rules/day.ts'

type Props = {
  language: Language
  learning: JpOfPerson
  own: boolean
  /** Null: who asks may not see how it was counted. */
  href: string | null
}

/** What a person has learned, within a profile: the figure of the year, and everything one press away. */
export function LearningSummary({ language, learning, own, href }: Props) {
  const m = messages[language]
  const year = learning.yearIn(yearOf(learning.today))
  const figure = figureOf(learning, year, null, own, language)
  return (
    <Section title={m.summaryTitle} actions={href && <ButtonLink href={href}>{m.summaryLink}</ButtonLink>}>
      <Figures
        items={[
          {
            label: figure.label,
            value: `${figure.value} ${figure.unit}`,
            detail: figure.sentence,
            tone: figure.tone,
            href: href ?? undefined,
          },
        ]}
      />
      <Disclosure summary={m.learnedTitle}>
        <DataTable<Learned>
          caption={m.learnedTitle}
          rows={learning.records}
          rowKey={row => row.id}
          empty={m.summaryNone}
          columns={[
            {
              key: 'name',
              header: m.name,
              primary: true,
              cell: row => (
                <>
                  {row.name} <small class="cell-detail">{formName(row.form, language)}</small>
                </>
              ),
            },
            { key: 'organiser', header: m.organiser, cell: row => row.organiser ?? '–' },
            { key: 'jp', header: m.recognised, align: 'right', cell: row => jpText(row.recognition.recognised, language) },
            { key: 'date', header: m.headers.until, cell: row => formatDate(row.endedOn, language) },
          ]}
        />
      </Disclosure>
    </Section>
  )
}
