import {
  Alert,
  Badge,
  ButtonLink,
  EmptyState,
  Facts,
  KeyFigure,
  LevelDots,
  PageHeader,
  PostButton,
  Section,
  type Tone,
} from '../../ui/index.ts'
import type { OfferMessages } from '../offer-messages.ts'

export type Joining = { all: string[]; ways: string[][] }
type Props = {
  m: OfferMessages
  id: number
  title: string
  eyebrow: string
  /** `href` null: the reader may not open the institution. */
  provider: { name: string; href: string | null }
  summary: string | null
  closed: boolean
  verified: boolean
  cost: { value: string; sentence: string; tone: Tone }
  facts: { label: string; value: string }[]
  joining: Joining
  competencies: { code: string; name: string; level: number; levelWords: string }[]
  accreditation: { tone: Tone; sentence: string; remedy: string | null } | null
  keeps: boolean
}

const Lines = ({ lines }: { lines: string[] }) => (
  <ul class="plain-list">
    {lines.map(line => (
      <li key={line}>{line}</li>
    ))}
  </ul>
)

/** Who may join, in words: of an offer, a course, a class. */
export const WhoMayJoin = ({ m, joining: { all, ways } }: { m: OfferMessages; joining: Joining }) => (
  <>
    {all.length === 0 && ways.length === 0 && <p>{m.everybody}</p>}
    {all.length > 0 && <Lines lines={all} />}
    {ways.length > 0 && <p>{all.length > 0 ? m.oneOfWays : m.oneOfWaysAlone}</p>}
    {ways.length > 0 && (
      <div class="ways">
        {ways.map((way, index) => (
          <div key={index}>
            <h3>{m.way(index + 1)}</h3>
            <Lines lines={way} />
          </div>
        ))}
      </div>
    )}
  </>
)

export function OfferPage(props: Props) {
  const { m, id, cost, accreditation, competencies } = props
  const here = `/penawaran/${id}`
  return (
    <>
      <PageHeader
        title={props.title}
        eyebrow={
          <>
            {props.provider.href ? <a href={props.provider.href}>{props.provider.name}</a> : props.provider.name} ·{' '}
            {props.eyebrow} {props.closed && <Badge tone="neutral">{m.closed}</Badge>}
          </>
        }
        lead={props.summary}
        actions={
          props.keeps && (
            <>
              <ButtonLink href={`${here}/ubah`}>{m.edit}</ButtonLink>
              {props.closed ? (
                <PostButton action={`${here}/buka`} label={m.reopen} />
              ) : (
                <PostButton action={`${here}/tutup`} label={m.close} tone="ghost" confirm={m.closeAsk} />
              )}
            </>
          )
        }
      />
      <KeyFigure value={cost.value} label={m.figureLabelCost} sentence={cost.sentence} tone={cost.tone} />
      {accreditation && (
        <Alert tone={accreditation.tone} title={m.needsAccreditation}>
          <p>{accreditation.sentence}</p>
          {accreditation.remedy && <p>{accreditation.remedy}</p>}
        </Alert>
      )}
      <Section title={m.whoMayJoin}>
        <WhoMayJoin m={m} joining={props.joining} />
      </Section>
      <Section title={m.competencies} lead={m.competenciesLead}>
        {competencies.length === 0 ? (
          <EmptyState title={m.noCompetency}>{m.unknown}</EmptyState>
        ) : (
          <Facts
            items={competencies.map(one => ({
              label: `${one.code} ${one.name}`,
              value: (
                <>
                  <LevelDots value={one.level} of={one.level} max={5} label={one.levelWords} /> {one.levelWords}
                </>
              ),
            }))}
          />
        )}
      </Section>
      <Section title={m.offer}>
        <Facts items={props.facts} />
        {!props.verified && <Badge tone="warn">{m.unverified}</Badge>}
      </Section>
    </>
  )
}
