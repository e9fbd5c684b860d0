import {
  Alert,
  Badge,
  Button,
  ButtonLink,
  EmptyState,
  Facts,
  Form,
  FormActions,
  HiddenField,
  PageHeader,
  Section,
  type Tone,
} from '../../../ui/index.ts'
import type { Messages } from '../messages.ts'

export type Rule = { label: string; tone: Tone; text: string }
export type JoinCells = {
  id: number
  name: string
  lead: string
  facts: { label: string; value: string }[]
  rules: Rule[]
  rulesOn: string
  unknown: boolean
  /** Why one cannot join, unless a clash says it; null: nothing else is in the way. */
  flaw: string | null
  mayJoin: boolean
  /** Other classes that one takes then. */
  clashes: { text: string; href: string }[]
  button: string
}
type Props = { m: Messages; courseId: number; course: string; rows: JoinCells[]; error: string | null }

const Rules = ({ m, row }: { m: Messages; row: JoinCells }) =>
  row.rules.length === 0 ? (
    <p>{m.noRules}</p>
  ) : (
    <>
      <ul class="grid gap-2">
        {row.rules.map(rule => (
          <li key={rule.text}>
            <Badge tone={rule.tone}>{rule.label}</Badge> {rule.text}
          </li>
        ))}
      </ul>
      <p class="field-help">
        {row.rulesOn} {row.unknown && m.unknownWhat}
      </p>
    </>
  )

const One = ({ m, courseId, row }: { m: Messages; courseId: number; row: JoinCells }) => (
  <Section title={row.name} lead={row.lead} id={`kelas-${row.id}`}>
    <Facts items={row.facts} />
    <div class="grid gap-4 mt-6">
      <h3>{m.rules}</h3>
      <Rules m={m} row={row} />
      {row.clashes.map(clash => (
        <Alert key={clash.href} tone="warn">
          <p>
            {clash.text} <a href={clash.href}>{m.clashOpen}</a>
          </p>
        </Alert>
      ))}
      {row.flaw && (
        <Alert tone="info">
          <p>{row.flaw}</p>
        </Alert>
      )}
      {row.mayJoin && (
        <Form action={`/katalog/${courseId}/ikut`}>
          <HiddenField name="kelas" value={row.id} />
          <FormActions>
            <Button icon="check">{row.button}</Button>
            <ButtonLink href={`/kelas/${row.id}`} tone="ghost">
              {m.openClass}
            </ButtonLink>
          </FormActions>
        </Form>
      )}
    </div>
  </Section>
)

export const JoinPage = ({ m, courseId, course, rows, error }: Props) => (
  <>
    <PageHeader title={m.join} eyebrow={course} lead={m.joinLead} />
    {error && (
      <Alert tone="bad">
        <p>{error}</p>
      </Alert>
    )}
    {rows.length === 0 ? (
      <EmptyState title={m.joinNone} action={<ButtonLink href="/katalog">{m.toCatalogue}</ButtonLink>}>
        {m.joinNoneWhat}
      </EmptyState>
    ) : (
      rows.map(row => <One key={row.id} m={m} courseId={courseId} row={row} />)
    )}
  </>
)
