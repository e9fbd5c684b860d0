import {
  Badge,
  Button,
  ButtonLink,
  CheckField,
  DataTable,
  EmptyState,
  FilterBar,
  Form,
  FormActions,
  HiddenField,
  KeyFigure,
  PageHeader,
  Pager,
  Section,
  SelectField,
  type Sort,
  Tabs,
  TextField,
} from '../../../ui/index.ts'
import { RichText } from '../../lessons/pages/rich-text.tsx'
import type { RichDoc } from '../../lessons/rules/rich-text.ts'
import type { Messages } from '../messages.ts'
import { HandedInView } from './lesson.tsx'

export type QueueCells = {
  key: string
  href: string
  name: string
  place: string
  lesson: string
  when: string
  judged: string | null
  again: boolean
}
type QueueProps = {
  m: Messages
  tabs: Parameters<typeof Tabs>[0]
  lead: string
  figure: { value: string; sentence: string; waiting: boolean }
  rows: QueueCells[]
  filter: string
  action: string
  sort: { nama: Sort; waktu: Sort; nilai: Sort }
  exportHref: string
  pager: Parameters<typeof Pager>[0]
}

export const QueuePage = (props: QueueProps) => {
  const { m, sort } = props
  return (
    <>
      <PageHeader
        title={m.grading}
        lead={props.lead}
        actions={
          <ButtonLink href={props.exportHref} icon="download" tone="ghost">
            {m.export}
          </ButtonLink>
        }
      />
      <Tabs {...props.tabs} />
      <KeyFigure
        label={m.gradingLabel}
        value={props.figure.value}
        unit={m.gradingUnit}
        sentence={props.figure.sentence}
        tone={props.figure.waiting ? 'warn' : 'ok'}
      />
      <FilterBar action={props.action} submit={m.filter} autosubmit>
        <SelectField
          label={m.state}
          name="keadaan"
          value={props.filter}
          options={Object.entries(m.gradingFilters).map(([value, label]) => ({ value, label }))}
        />
      </FilterBar>
      <DataTable
        caption={m.grading}
        rows={props.rows}
        rowKey={row => row.key}
        rowHref={row => row.href}
        columns={[
          {
            key: 'name',
            header: m.participant,
            primary: true,
            cell: row => row.name,
            ...sort.nama,
          },
          { key: 'place', header: m.unit, cell: row => row.place, secondary: true },
          { key: 'lesson', header: m.lesson, cell: row => row.lesson },
          { key: 'when', header: m.handedInColumn, cell: row => row.when, ...sort.waktu },
          {
            key: 'grade',
            header: m.judged,
            align: 'right',
            cell: row =>
              row.judged === null ? (
                <Badge tone="warn" icon="clock">
                  {m.notGraded}
                </Badge>
              ) : (
                row.judged
              ),
            ...sort.nilai,
          },
        ]}
        empty={<EmptyState title={m.gradingEmptyTitle}>{m.gradingEmpty}</EmptyState>}
      />
      <Pager {...props.pager} />
    </>
  )
}

type JudgeProps = {
  m: Messages
  title: string
  lead: string
  lesson: string
  doc: RichDoc
  latest: Parameters<typeof HandedInView>[0]['one']
  earlier: Parameters<typeof HandedInView>[0]['one'][]
  number: number
  rubric: { title: string; most: string }[]
  typed: { points: string[]; feedback: string; again: boolean }
  errors: { field: string; message: string }[]
  action: string
  backHref: string
}

export const JudgePage = (props: JudgeProps) => {
  const { m, typed } = props
  const error = (field: string) => props.errors.find(one => one.field === field)?.message
  return (
    <>
      <PageHeader title={props.title} lead={props.lead} eyebrow={props.lesson} />
      <HandedInView m={m} one={props.latest} />
      <Section title={m.rubric}>
        <Form action={props.action} errors={props.errors} errorTitle={m.formErrors}>
          <HiddenField name="nomor" value={props.number} />
          {props.rubric.map((criterion, n) => (
            <TextField
              key={criterion.title}
              label={criterion.title}
              name={`poin-${n}`}
              value={typed.points[n]}
              inputmode="numeric"
              maxlength={4}
              help={criterion.most}
              error={error(`poin-${n}`)}
              required
            />
          ))}
          <TextField label={m.feedback} name="umpan" value={typed.feedback} rows={5} maxlength={5000} error={error('umpan')} />
          <CheckField label={m.askAgain} name="ulang" checked={typed.again} help={m.askAgainHelp} />
          <FormActions>
            <Button>{m.saveJudgement}</Button>
            <ButtonLink href={props.backHref} tone="ghost">
              {m.grading}
            </ButtonLink>
          </FormActions>
        </Form>
      </Section>
      {props.earlier.length > 0 && (
        <Section title={m.earlier}>
          {props.earlier.map(one => (
            <HandedInView key={one.title} m={m} one={one} />
          ))}
        </Section>
      )}
      <Section title={props.lesson}>
        <RichText doc={props.doc} />
      </Section>
    </>
  )
}
