import {
  Badge,
  Button,
  ButtonLink,
  DataTable,
  Disclosure,
  Facts,
  Form,
  FormActions,
  KeyFigure,
  PageHeader,
  PostButton,
  Section,
  TextField,
  type Tone,
} from '../../../ui/index.ts'
import type { StatedMessages } from '../messages.ts'

type ProposalLine = { id: number; unit: string; people: string }
type Props = {
  m: StatedMessages
  id: number
  title: string
  eyebrow: string
  lead: string
  who: string
  /** As the ranking counts them; null where it does not stand there. */
  people: string | null
  state: { label: string; tone: Tone }
  facts: { label: string; value: string; href: string | null }[]
  history: { label: string; value: string }[]
  proposals: ProposalLine[]
  rankingHref: string | null
  may: { edit: boolean; activate: boolean; archive: boolean }
}

export function StatedPage(props: Props) {
  const { m, id, may } = props
  return (
    <>
      <PageHeader
        title={props.title}
        eyebrow={props.eyebrow}
        lead={props.lead}
        actions={
          <>
            {may.activate && <PostButton action={`/kebutuhan/organisasi/${id}/berlakukan`} label={m.activate} tone="primary" />}
            {may.edit && <ButtonLink href={`/kebutuhan/organisasi/${id}/ubah`}>{m.edit}</ButtonLink>}
          </>
        }
      />
      {props.people !== null && (
        <KeyFigure
          value={props.people}
          unit={m.peopleUnit}
          label={m.who}
          sentence={props.who}
          action={props.rankingHref && <ButtonLink href={props.rankingHref}>{m.toRanking}</ButtonLink>}
        />
      )}
      <Facts
        items={[
          { label: m.state, value: <Badge tone={props.state.tone}>{props.state.label}</Badge> },
          { label: m.who, value: props.who },
          ...props.facts.map(({ label, value, href }) => ({ label, value: href ? <a href={href}>{value}</a> : value })),
        ]}
      />
      <Section title={m.proposals}>
        <DataTable<ProposalLine>
          caption={m.proposals}
          rows={props.proposals}
          rowKey={row => row.id}
          rowHref={row => `/usulan/${row.id}`}
          empty={m.noProposals}
          columns={[
            { key: 'unit', header: m.unit, primary: true, cell: row => row.unit },
            { key: 'people', header: m.people, align: 'right', cell: row => row.people },
          ]}
        />
      </Section>
      <Section title={m.history}>
        <Facts items={props.history} />
      </Section>
      {may.archive && (
        <Disclosure summary={m.archive}>
          <Form action={`/kebutuhan/organisasi/${id}/arsipkan`}>
            <p>{m.archiveAsk}</p>
            <TextField label={m.archiveWhy} name="alasan" maxlength={500} />
            <FormActions>
              <Button tone="danger">{m.archive}</Button>
            </FormActions>
          </Form>
        </Disclosure>
      )}
    </>
  )
}
