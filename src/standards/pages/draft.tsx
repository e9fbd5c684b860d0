import {
  Alert,
  Button,
  ButtonLink,
  DataTable,
  type Figure,
  Figures,
  Form,
  FormActions,
  HiddenField,
  PageHeader,
  PostButton,
  Section,
  TextField,
} from '../../ui/index.ts'
import type { ChangeCells } from '../present.ts'
import type { VersionMessages } from '../version-messages.ts'
import { ChangeTable } from './changes.tsx'

export type MoveCells = { key: string; name: string; asked: string; assessed: string; below: string }
type Props = {
  v: VersionMessages
  title: string
  lead: string
  changes: ChangeCells[]
  isEmpty: boolean
  effect: { sentence: string; figures: Figure[]; moves: MoveCells[] }
  action: string
  editHref: string
  seen: string
  set: { lead: string; basis: string; errors: { field: string; message: string }[] }
}

/** A draft before it is set: what it changes, whom it touches and what it would move, and the two buttons. */
export function DraftPage({ v, title, lead, changes, isEmpty, effect, action, editHref, seen, set }: Props) {
  return (
    <>
      <PageHeader title={title} eyebrow={v.draftEyebrow} lead={lead} />
      <Section title={v.changes} lead={v.changesLead}>
        {isEmpty && (
          <Alert tone="warn">
            <p>{v.emptyDraft}</p>
          </Alert>
        )}
        <ChangeTable v={v} rows={changes} heads={{ before: v.before, after: v.after }} empty={v.nothingChanges} />
      </Section>
      <Section title={v.effect} lead={v.effectLead}>
        <p>{effect.sentence}</p>
        <Figures items={effect.figures} />
        <DataTable<MoveCells>
          caption={v.effect}
          rows={effect.moves}
          rowKey={row => row.key}
          empty={<p class="text-muted">{v.noMoves}</p>}
          columns={[
            { key: 'name', header: v.what, primary: true, cell: row => row.name },
            { key: 'asked', header: v.asked, align: 'right', cell: row => row.asked },
            { key: 'assessed', header: v.assessed, align: 'right', cell: row => row.assessed },
            { key: 'below', header: v.below, align: 'right', cell: row => <strong>{row.below}</strong> },
          ]}
        />
      </Section>
      <Section title={v.set} lead={set.lead}>
        <Form action={`${action}/tetapkan`} errors={set.errors} errorTitle={v.notSet}>
          <HiddenField name="versi" value={seen} />
          <TextField
            label={v.basis}
            name="dasar"
            value={set.basis}
            help={v.basisHelp}
            error={set.errors[0]?.message}
            required
            maxlength={300}
          />
          <FormActions>
            <Button tone="primary">{v.setNow}</Button>
            <ButtonLink href={editHref}>{v.edit}</ButtonLink>
          </FormActions>
        </Form>
        <PostButton action={`${action}/buang`} label={v.discard} tone="danger" fields={{ versi: seen }} confirm={v.discardSure} />
      </Section>
    </>
  )
}
