import {
  Badge,
  Button,
  ButtonLink,
  DataTable,
  EmptyState,
  Form,
  FormActions,
  KeyFigure,
  PageHeader,
  PostButton,
  Section,
  SelectField,
  type Tone,
} from '../../../ui/index.ts'
import type { Messages } from '../messages.ts'

export type RaterCells = {
  id: number
  name: string
  jabatan: string
  relation: string
  state: { text: string; tone: Tone }
  withdrawable: boolean
}
type Props = {
  m: Messages
  name: string
  lead: string
  home: string
  personHref: string
  profileHref: string
  stage: { text: string; tone: Tone; sentence: string | null }
  figure: string
  raters: RaterCells[]
  /** The peers and subordinates of who asks about themselves are left out. */
  own: boolean
  runs: boolean
  eligible: { value: string; label: string }[]
  error: string | null
  chosen: string
}

/** One participant: who was asked, and how far they are. Never what they said. */
export function ParticipantPage(props: Props) {
  const { m, raters, runs } = props
  return (
    <>
      <PageHeader
        title={props.name}
        eyebrow={m.raters}
        lead={props.lead}
        actions={<ButtonLink href={props.profileHref}>{m.toProfile}</ButtonLink>}
      />
      <KeyFigure
        value={props.figure}
        label={m.ratings}
        sentence={props.stage.sentence ?? props.stage.text}
        tone={props.stage.tone}
      />
      <Section title={m.raters} lead={props.own ? m.ratersOwn : m.ratersLead}>
        <DataTable<RaterCells>
          caption={m.raters}
          rows={raters}
          rowKey={row => row.id}
          empty={<EmptyState title={m.noRaters}>{m.noRatersWhat}</EmptyState>}
          columns={[
            {
              key: 'name',
              header: m.rater,
              primary: true,
              cell: row => (
                <>
                  {row.name} <small class="cell-detail">{row.jabatan}</small>
                </>
              ),
            },
            { key: 'relation', header: m.relation, cell: row => row.relation },
            { key: 'state', header: m.state, cell: row => <Badge tone={row.state.tone}>{row.state.text}</Badge> },
            ...(runs
              ? [
                  {
                    key: 'withdraw',
                    header: m.withdraw,
                    cell: (row: RaterCells) =>
                      row.withdrawable ? (
                        <PostButton
                          action={`${props.personHref}/penilai/${row.id}/tarik`}
                          label={m.withdraw}
                          tone="ghost"
                          confirm={m.withdrawConfirm}
                        />
                      ) : (
                        '–'
                      ),
                  },
                ]
              : []),
          ]}
        />
      </Section>
      {runs && props.eligible.length > 0 && (
        <Section title={m.addRater} lead={m.addRaterLead}>
          <Form
            action={`${props.personHref}/penilai`}
            errors={props.error ? [{ field: 'penilai', message: props.error }] : []}
            errorTitle={m.formErrors}
          >
            <SelectField
              label={m.rater}
              name="penilai"
              value={props.chosen}
              options={[{ value: '', label: m.chooseRater }, ...props.eligible]}
              error={props.error ?? undefined}
            />
            <FormActions>
              <Button tone="neutral" icon="plus">
                {m.add}
              </Button>
            </FormActions>
          </Form>
        </Section>
      )}
      {runs && (
        <Section title={m.removeTitle} lead={m.removeLead}>
          <PostButton
            action={`${props.personHref}/keluarkan`}
            label={m.remove}
            tone="danger"
            confirm={m.removeConfirm(props.name)}
          />
        </Section>
      )}
    </>
  )
}
