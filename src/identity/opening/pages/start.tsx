import {
  Badge,
  ButtonLink,
  DataTable,
  FilterBar,
  KeyFigure,
  PageHeader,
  PostButton,
  Section,
  SelectField,
  type Tone,
} from '../../../ui/index.ts'
import type { OpeningMessages } from '../messages.ts'
import type { OpeningState } from '../store.ts'

type Choice = { value: string | number; label: string }
export type OpeningCells = {
  id: number
  what: string
  where: string
  count: string
  when: string
  who: string
  state: OpeningState
}

type Props = {
  m: OpeningMessages
  values: { instansi: string; unit: string }
  choices: { instansi: Choice[]; unit: Choice[] }
  figure: { value: string; sentence: string; tone: Tone }
  /** Null where there is nothing to open. */
  open: { label: string; confirm: string } | null
  renew: { lead: string; label: string; confirm: string } | null
  importHref: string | null
  openings: OpeningCells[]
}

const tones: Record<OpeningState, Tone> = { queued: 'info', done: 'ok', failed: 'bad', cancelled: 'neutral' }

/** Whose accounts are to be opened, how many that is, and what was opened before. */
export function OpeningStartPage({ m, values, choices, figure, open, renew, importHref, openings }: Props) {
  return (
    <>
      <PageHeader title={m.openings} lead={m.openingsLead} />
      <FilterBar action="/akun/massal" submit={m.choose} autosubmit>
        {choices.instansi.length > 1 && (
          <SelectField label={m.instansi} name="instansi" value={values.instansi} options={choices.instansi} />
        )}
        <SelectField
          label={m.unit}
          name="unit"
          value={values.unit}
          options={[{ value: '', label: m.allUnits }, ...choices.unit]}
        />
      </FilterBar>
      <KeyFigure
        value={figure.value}
        label={m.withoutLabel}
        sentence={figure.sentence}
        tone={figure.tone}
        action={
          <>
            {open && (
              <PostButton
                action="/akun/massal"
                label={open.label}
                tone="primary"
                icon="plus"
                fields={{ ...values, pekerjaan: 'open' }}
                confirm={open.confirm}
              />
            )}
            {importHref && <ButtonLink href={importHref}>{m.import}</ButtonLink>}
          </>
        }
      />
      {renew && (
        <Section title={m.unusedTitle} lead={renew.lead}>
          <div class="actions">
            <PostButton
              action="/akun/massal"
              label={renew.label}
              icon="key"
              fields={{ ...values, pekerjaan: 'renew' }}
              confirm={renew.confirm}
            />
          </div>
        </Section>
      )}
      <Section title={m.before}>
        <DataTable<OpeningCells>
          caption={m.before}
          rows={openings}
          rowKey={row => row.id}
          rowHref={row => `/akun/massal/${row.id}`}
          empty={m.none}
          columns={[
            { key: 'where', header: m.where, primary: true, cell: row => row.where },
            { key: 'what', header: m.what, cell: row => row.what },
            { key: 'count', header: m.count, align: 'right', cell: row => row.count },
            { key: 'state', header: m.state, cell: row => <Badge tone={tones[row.state]}>{m.states[row.state]}</Badge> },
            { key: 'when', header: m.when, cell: row => row.when },
            { key: 'who', header: m.who, cell: row => row.who },
          ]}
        />
      </Section>
    </>
  )
}
