import {
  Badge,
  Button,
  ButtonLink,
  CheckField,
  DataTable,
  Disclosure,
  Facts,
  Form,
  FormActions,
  KeyFigure,
  PageHeader,
  PostButton,
  Section,
  SelectField,
  TextField,
  type Tone,
} from '../../../ui/index.ts'
import type { ProposalMessages } from '../messages.ts'

type Choice = { value: string; label: string }
type Mark = { label: string; tone: Tone }
type Similar = { id: number; title: string; unit: string; people: string; state: string; tone: Tone }
type Named = { id: number; name: string; jabatan: string }
type DecisionView = {
  /** Similar proposals that wait too. */
  also: { id: number; label: string; checked: boolean }[]
  title: string
  goals: Choice[]
  goal: string
  goalLink: string
  note: string
  targets: Choice[]
  target: string
  why: string
  errors: { field: string; message: string }[]
}

type Props = {
  m: ProposalMessages
  id: number
  title: string
  eyebrow: string
  lead: string
  people: string
  reason: string
  urgency: Mark
  state: Mark
  facts: { label: string; value: string }[]
  needHref: string | null
  own: { edit: boolean; send: boolean; withdraw: boolean; remove: boolean }
  named: Named[]
  similar: Similar[]
  /** Null: nothing to decide, or not by this reader. */
  decision: DecisionView | null
}

const OwnDeeds = ({ m, id, own }: Props) => (
  <>
    {own.send && <PostButton action={`/usulan/${id}/kirim`} label={m.send} tone="primary" />}
    {own.edit && <ButtonLink href={`/usulan/${id}/ubah`}>{m.edit}</ButtonLink>}
    {own.withdraw && <PostButton action={`/usulan/${id}/tarik`} label={m.withdraw} confirm={m.withdrawAsk} />}
    {own.remove && <PostButton action={`/usulan/${id}/hapus`} label={m.remove} tone="danger" confirm={m.removeAsk} />}
  </>
)

/** The similar proposals ticked are decided with this one, whichever way. */
const Also = ({ m, decision, deed }: { m: ProposalMessages; decision: DecisionView; deed: string }) =>
  decision.also.length > 0 ? (
    <fieldset class="field">
      <legend class="field-label">{m.alsoThese}</legend>
      {decision.also.map(one => (
        <CheckField
          key={one.id}
          id={`f-${deed}-${one.id}`}
          label={one.label}
          name="bersama"
          value={String(one.id)}
          checked={one.checked}
        />
      ))}
    </fieldset>
  ) : null

function Decide({ m, id, decision }: { m: ProposalMessages; id: number; decision: DecisionView }) {
  const error = (field: string) => decision.errors.find(one => one.field === field)?.message
  const errorsOf = (...fields: string[]) => decision.errors.filter(one => fields.includes(one.field))
  return (
    <Section title={m.decideTitle}>
      <Disclosure summary={m.acceptTitle} open={decision.errors.length === 0 || error('judul') !== undefined}>
        <p class="text-muted">{m.acceptLead}</p>
        <Form action={`/usulan/${id}/terima`} errors={errorsOf('judul')} errorTitle={m.decideErrors}>
          <TextField label={m.needTitle} name="judul" value={decision.title} maxlength={200} error={error('judul')} />
          {decision.goals.length > 0 && (
            <>
              <SelectField
                label={m.goal}
                name="sasaran"
                value={decision.goal}
                options={[{ value: '', label: m.noGoal }, ...decision.goals]}
              />
              <SelectField
                label={m.goalLink}
                name="kaitan"
                value={decision.goalLink}
                options={[
                  { value: '1', label: m.goalLinks['1'] },
                  { value: '0.5', label: m.goalLinks['0.5'] },
                ]}
              />
            </>
          )}
          <Also m={m} decision={decision} deed="terima" />
          <TextField label={m.note} name="catatan" value={decision.note} rows={2} maxlength={1000} id="f-catatan-terima" />
          <FormActions>
            <Button tone="primary">{m.accept}</Button>
          </FormActions>
        </Form>
      </Disclosure>
      <Disclosure summary={m.joinTitle} open={error('kebutuhan') !== undefined}>
        {decision.targets.length === 0 ? (
          <p>{m.joinEmpty}</p>
        ) : (
          <>
            <p class="text-muted">{m.joinLead}</p>
            <Form action={`/usulan/${id}/gabung`} errors={errorsOf('kebutuhan')} errorTitle={m.decideErrors}>
              <SelectField
                label={m.joinTo}
                name="kebutuhan"
                value={decision.target}
                options={[{ value: '', label: m.joinNone }, ...decision.targets]}
                error={error('kebutuhan')}
              />
              <Also m={m} decision={decision} deed="gabung" />
              <TextField label={m.note} name="catatan" value={decision.note} rows={2} maxlength={1000} id="f-catatan-gabung" />
              <FormActions>
                <Button tone="neutral">{m.join}</Button>
              </FormActions>
            </Form>
          </>
        )}
      </Disclosure>
      <Disclosure summary={m.rejectTitle} open={error('alasan') !== undefined}>
        <Form action={`/usulan/${id}/tolak`} errors={errorsOf('alasan')} errorTitle={m.decideErrors}>
          <TextField
            label={m.rejectWhy}
            name="alasan"
            value={decision.why}
            rows={3}
            maxlength={1000}
            help={m.rejectHelp}
            error={error('alasan')}
          />
          <Also m={m} decision={{ ...decision, also: decision.also.map(one => ({ ...one, checked: false })) }} deed="tolak" />
          <FormActions>
            <Button tone="danger">{m.reject}</Button>
          </FormActions>
        </Form>
      </Disclosure>
    </Section>
  )
}

export function ProposalPage(props: Props) {
  const { m, decision } = props
  return (
    <>
      <PageHeader title={props.title} eyebrow={props.eyebrow} lead={props.lead} actions={<OwnDeeds {...props} />} />
      <KeyFigure
        value={props.people}
        unit={m.peopleUnit}
        label={m.peopleLabel}
        sentence={props.reason}
        action={props.needHref && <ButtonLink href={props.needHref}>{m.toNeed}</ButtonLink>}
      />
      <Facts
        items={[
          { label: m.state, value: <Badge tone={props.state.tone}>{props.state.label}</Badge> },
          { label: m.urgency, value: <Badge tone={props.urgency.tone}>{props.urgency.label}</Badge> },
          ...props.facts,
        ]}
      />
      {props.similar.length > 0 && (
        <Section title={m.similarTitle} lead={m.similarLead}>
          <DataTable<Similar>
            caption={m.similarTitle}
            compact
            rows={props.similar}
            rowKey={row => row.id}
            rowHref={row => `/usulan/${row.id}`}
            empty=""
            columns={[
              { key: 'title', header: m.title, primary: true, cell: row => row.title },
              { key: 'unit', header: m.unit, cell: row => row.unit },
              { key: 'people', header: m.people, align: 'right', cell: row => row.people },
              { key: 'state', header: m.state, cell: row => <Badge tone={row.tone}>{row.state}</Badge> },
            ]}
          />
        </Section>
      )}
      {decision && <Decide m={m} id={props.id} decision={decision} />}
      <Section title={m.namedTitle}>
        <DataTable<Named>
          caption={m.namedTitle}
          rows={props.named}
          rowKey={row => row.id}
          rowHref={row => `/pegawai/${row.id}`}
          empty={m.namedEmpty}
          columns={[
            { key: 'name', header: m.name, primary: true, cell: row => row.name },
            { key: 'jabatan', header: m.jabatan, cell: row => row.jabatan },
          ]}
        />
      </Section>
    </>
  )
}
