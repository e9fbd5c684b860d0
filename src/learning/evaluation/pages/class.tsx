import {
  Badge,
  Button,
  ButtonLink,
  DataTable,
  Disclosure,
  type Figure,
  Figures,
  Form,
  FormActions,
  PageHeader,
  RadioField,
  Section,
  SelectField,
  Tabs,
  TextField,
  type Tone,
} from '../../../ui/index.ts'
import type { EvaluationMessages } from '../messages.ts'
import type { TypedEffect } from '../rules/effect-form.ts'

export type ReactionRow = { label: string; mean: string; count: string }
export type LaterRow = { label: string; self: string; leader: string; peers: string }
export type EffectCells = {
  id: number
  indicator: string
  detail: string
  before: string
  after: string | null
  result: string
  tone: Tone
}
type Props = {
  m: EvaluationMessages
  id: number
  title: string
  tabs: { href: string; label: string; current: boolean }[]
  figures: Figure[]
  /** `people` took both tests; `points` null: too few, or nobody. */
  learned: { before: string; after: string; gain: string; points: string | null; people: number; count: string }
  lessonsHref: string
  reacted: string
  reactions: { title: string; rows: ReactionRow[] }[]
  words: string[]
  later: { title: string; rows: LaterRow[] }[]
  /** Null: no atasan has answered. */
  confirmed: string | null
  effects: EffectCells[]
  typed: TypedEffect
  errors: { field: string; message: string }[]
  units: { value: string | number; label: string }[]
  cost: string
}

const After = ({ m, id, effect }: { m: EvaluationMessages; id: number; effect: EffectCells }) =>
  effect.after !== null ? (
    <span>{effect.after}</span>
  ) : (
    <Disclosure summary={m.addAfter}>
      <Form action={`/kelas/${id}/evaluasi/indikator/${effect.id}`}>
        <TextField label={m.afterwards} name="sesudah" id={`sesudah-${effect.id}`} inputmode="decimal" />
        <TextField label={m.afterOn} name="tanggal_sesudah" id={`tanggal-sesudah-${effect.id}`} type="date" />
        <Button tone="neutral">{m.save}</Button>
      </Form>
    </Disclosure>
  )

const NewEffect = ({ m, id, typed, errors, units }: Props) => {
  const error = (field: string) => errors.find(one => one.field === field)?.message
  const ours = errors.filter(one => one.field !== 'biaya')
  return (
    <Disclosure summary={m.addEffect} open={ours.length > 0}>
      <Form action={`/kelas/${id}/evaluasi/indikator`} errors={ours} errorTitle={m.errors}>
        <TextField label={m.indicator} name="indikator" value={typed.indicator} error={error('indikator')} maxlength={200} />
        <TextField label={m.measure} name="satuan" value={typed.measure} error={error('satuan')} maxlength={60} />
        <SelectField label={m.unit} name="unit" value={typed.unitId} options={units} />
        <RadioField
          label={m.direction}
          name="arah"
          value={typed.direction}
          options={[
            { value: 'naik', label: m.up },
            { value: 'turun', label: m.down },
          ]}
        />
        <TextField label={m.before} name="sebelum" value={typed.before} error={error('sebelum')} inputmode="decimal" />
        <TextField
          label={m.beforeOn}
          name="tanggal_sebelum"
          type="date"
          value={typed.beforeOn}
          error={error('tanggal_sebelum')}
        />
        <TextField label={m.afterwards} name="sesudah" value={typed.after} error={error('sesudah')} inputmode="decimal" />
        <TextField label={m.afterOn} name="tanggal_sesudah" type="date" value={typed.afterOn} error={error('tanggal_sesudah')} />
        <FormActions>
          <Button>{m.save}</Button>
        </FormActions>
      </Form>
    </Disclosure>
  )
}

const Learned = ({ m, learned, lessonsHref }: Props) => {
  if (learned.points !== null)
    return (
      <Section title={m.level2} lead={m.level2Lead}>
        <Figures
          items={[
            { label: m.gain, value: learned.gain, detail: m.ofLearnable },
            { label: m.preTestMean, value: learned.before },
            { label: m.postTestMean, value: learned.after, detail: learned.points },
            { label: m.tookBoth, value: learned.count },
          ]}
        />
      </Section>
    )
  return (
    <Section
      title={m.level2}
      lead={learned.people > 0 ? m.level2Few(learned.count) : `${m.level2None} ${m.level2How}`}
      actions={learned.people === 0 && <ButtonLink href={lessonsHref}>{m.openLessons}</ButtonLink>}
    >
      {null}
    </Section>
  )
}

export function ClassEvaluationPage(props: Props) {
  const { m, id, title, reactions, words, later, effects, errors } = props
  const costError = errors.find(one => one.field === 'biaya')
  return (
    <>
      <PageHeader title={m.classTitle} eyebrow={title} />
      <Tabs label={m.classTabs} items={props.tabs} />
      <Figures items={props.figures} />
      <Section title={m.level1} lead={props.reacted}>
        {reactions.map(group => (
          <DataTable<ReactionRow>
            key={group.title}
            caption={group.title}
            captionVisible
            rows={group.rows}
            rowKey={row => row.label}
            empty={m.unknown}
            columns={[
              { key: 'label', header: m.question, primary: true, cell: row => row.label },
              { key: 'mean', header: m.mean, align: 'right', cell: row => row.mean },
              { key: 'count', header: m.count, align: 'right', cell: row => row.count },
            ]}
          />
        ))}
        {words.length > 0 && (
          <Disclosure summary={m.comments}>
            <ul>
              {words.map(one => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          </Disclosure>
        )}
      </Section>
      <Learned {...props} />
      <Section
        title={m.level3}
        lead={props.confirmed ? `${m.level3Lead} ${m.confirmedShare}: ${props.confirmed}.` : m.level3Lead}
      >
        {later.map(group => (
          <DataTable<LaterRow>
            key={group.title}
            caption={group.title}
            captionVisible
            rows={group.rows}
            rowKey={row => row.label}
            empty={m.unknown}
            columns={[
              { key: 'label', header: m.question, primary: true, cell: row => row.label },
              { key: 'self', header: m.oneself, align: 'right', cell: row => row.self },
              { key: 'leader', header: m.leader, align: 'right', cell: row => row.leader },
              { key: 'peers', header: m.peers, align: 'right', cell: row => row.peers },
            ]}
          />
        ))}
        {later.length === 0 && <p>{m.level3None}</p>}
      </Section>
      <Section title={m.level4} lead={m.level4Lead}>
        {effects.length > 0 && (
          <DataTable<EffectCells>
            caption={m.level4}
            rows={effects}
            rowKey={row => row.id}
            empty={m.unknown}
            columns={[
              {
                key: 'indicator',
                header: m.indicator,
                primary: true,
                cell: row => (
                  <>
                    {row.indicator} <small class="cell-detail">{row.detail}</small>
                  </>
                ),
              },
              { key: 'before', header: m.before, cell: row => row.before },
              { key: 'after', header: m.afterwards, cell: row => <After m={m} id={id} effect={row} /> },
              { key: 'result', header: m.result, cell: row => <Badge tone={row.tone}>{row.result}</Badge> },
            ]}
          />
        )}
        <NewEffect {...props} />
      </Section>
      <Section title={m.costTitle}>
        <Form action={`/kelas/${id}/evaluasi/biaya`} errors={costError ? [costError] : []} errorTitle={m.errors}>
          <TextField
            label={m.cost}
            name="biaya"
            value={props.cost}
            help={m.costHelp}
            error={costError?.message}
            inputmode="numeric"
            maxlength={20}
          />
          <FormActions>
            <Button tone="neutral">{m.save}</Button>
          </FormActions>
        </Form>
      </Section>
    </>
  )
}
