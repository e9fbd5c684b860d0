import {
  Alert,
  Badge,
  Button,
  ButtonLink,
  DataTable,
  EmptyState,
  Facts,
  FilterBar,
  Form,
  FormActions,
  KeyFigure,
  PageHeader,
  Pager,
  Section,
  SelectField,
  type Sort,
  TextField,
  type Tone,
} from '../../ui/index.ts'
import type { SystemWords } from '../system-words.ts'

export type LetterCells = {
  id: number
  kind: string
  made: string
  settled: string
  state: { text: string; tone: Tone }
  attempts: string
  why: string
}

type Props = {
  m: SystemWords
  figure: { value: string; sentence: string; tone: Tone; any: boolean }
  /** Null: nothing is sent by e-mail. */
  facts: { label: string; value: string }[] | null
  test: { value: string; error: string | null }
  filter: { state: string; options: { value: string; label: string }[] }
  rows: LetterCells[]
  sort: Sort
  exportHref: string
  pager: Parameters<typeof Pager>[0]
}

/** How e-mail leaves the house: by which server, what it said last, and a letter to try it with. */
export const SystemMailPage = ({ m, figure, facts, test, filter, rows, sort, exportHref, pager }: Props) => (
  <>
    <PageHeader
      title={m.title}
      lead={m.lead}
      actions={
        rows.length > 0 && (
          <ButtonLink href={exportHref} icon="download" download>
            {m.download}
          </ButtonLink>
        )
      }
    />
    {facts ? (
      <KeyFigure
        label={m.figure}
        value={figure.value}
        sentence={figure.sentence}
        tone={figure.tone}
        action={figure.any && <ButtonLink href="/sistem/surel?keadaan=refused#surel">{m.seeLost}</ButtonLink>}
      />
    ) : (
      <Alert tone="warn" title={m.off}>
        {m.offWhat}
      </Alert>
    )}
    {facts && (
      <>
        <Section title={m.test} lead={m.testLead} id="uji">
          <Form
            action="/sistem/surel/uji#uji"
            errors={test.error ? [{ field: 'surel', message: test.error }] : []}
            errorTitle={m.notSent}
          >
            <TextField
              label={m.testTo}
              name="surel"
              type="email"
              inputmode="email"
              autocomplete="email"
              maxlength={254}
              required
              value={test.value}
              error={test.error ?? undefined}
            />
            <FormActions>
              <Button>{m.testSend}</Button>
            </FormActions>
          </Form>
        </Section>
        <Section title={m.settings}>
          <Facts items={facts} />
        </Section>
      </>
    )}
    <Section title={m.list} id="surel">
      {(rows.length > 0 || filter.state !== '') && (
        <FilterBar
          action="/sistem/surel"
          submit={m.apply}
          autosubmit
          {...(filter.state ? { resetHref: '/sistem/surel', resetLabel: m.reset } : {})}
        >
          <SelectField
            label={m.state}
            name="keadaan"
            value={filter.state}
            options={[{ value: '', label: m.all }, ...filter.options]}
          />
        </FilterBar>
      )}
      <DataTable<LetterCells>
        caption={m.list}
        rows={rows}
        rowKey={row => row.id}
        empty={
          filter.state ? (
            <EmptyState title={m.noMatch}>{m.noMatchWhat}</EmptyState>
          ) : (
            <EmptyState title={m.none}>{m.noneWhat}</EmptyState>
          )
        }
        columns={[
          { key: 'kind', header: m.kind, primary: true, cell: row => row.kind },
          { key: 'made', header: m.made, cell: row => row.made, ...sort },
          { key: 'settled', header: m.settled, cell: row => row.settled },
          { key: 'state', header: m.state, cell: row => <Badge tone={row.state.tone}>{row.state.text}</Badge> },
          { key: 'attempts', header: m.attempts, align: 'right', cell: row => row.attempts },
          { key: 'why', header: m.why, long: true, cell: row => row.why },
        ]}
      />
      {rows.length > 0 && <Pager {...pager} />}
    </Section>
  </>
)
