import type { ComponentChildren } from 'preact'
import {
  Badge,
  Button,
  DataTable,
  EmptyState,
  Form,
  FormActions,
  PostButton,
  Section,
  TextField,
  type Tone,
} from '../../ui/index.ts'
import type { Messages } from '../messages.ts'
import { Add, Framed, type ProviderFrame } from './frame.tsx'

const Empty = ({ title, action, children }: { title: string; action?: ComponentChildren; children: string }) => (
  <EmptyState title={title} action={action}>
    {children}
  </EmptyState>
)

type State = { label: string; tone: Tone }
type Common = { m: Messages; frame: ProviderFrame; addHref: string | null }

export type RoomCells = { id: number; name: string; kind: string; capacity: string; place: string; state: State; href: string }
/** With `editable` a row leads to its form. */
export const RoomsPage = ({ m, frame, addHref, rows, editable }: Common & { rows: RoomCells[]; editable: boolean }) => (
  <Framed frame={frame}>
    <Section title={m.rooms} actions={<Add href={addHref} label={m.roomAdd} />}>
      <DataTable<RoomCells>
        caption={m.rooms}
        rows={rows}
        rowKey={row => row.id}
        rowHref={editable ? row => row.href : undefined}
        columns={[
          { key: 'name', header: m.room, primary: true, cell: row => row.name },
          { key: 'kind', header: m.kind, cell: row => row.kind },
          { key: 'capacity', header: m.capacity, align: 'right', cell: row => row.capacity },
          { key: 'place', header: m.place, cell: row => row.place || '–' },
          { key: 'state', header: m.state, cell: row => <Badge tone={row.state.tone}>{row.state.label}</Badge> },
        ]}
        empty={<Empty title={m.roomNone}>{m.roomNoneWhat}</Empty>}
      />
    </Section>
  </Framed>
)

export type TrainerCells = {
  id: number
  name: string
  kind: string
  expertise: string
  load: { text: string; over: boolean }
  state: State
  href: string
}
type Trainers = Common & { rows: TrainerCells[]; editable: boolean; loadHeader: string }
export const TrainersPage = ({ m, frame, addHref, rows, editable, loadHeader }: Trainers) => (
  <Framed frame={frame}>
    <Section title={m.trainers} actions={<Add href={addHref} label={m.trainerAdd} />}>
      <DataTable<TrainerCells>
        caption={m.trainers}
        rows={rows}
        rowKey={row => row.id}
        rowHref={editable ? row => row.href : undefined}
        columns={[
          { key: 'name', header: m.trainer, primary: true, cell: row => row.name },
          { key: 'kind', header: m.kind, cell: row => row.kind },
          { key: 'expertise', header: m.expertise, long: true, cell: row => row.expertise || '–' },
          {
            key: 'load',
            header: loadHeader,
            cell: row => (
              <>
                {row.load.text} {row.load.over && <Badge tone="warn">{m.overloaded}</Badge>}
              </>
            ),
          },
          { key: 'state', header: m.state, cell: row => <Badge tone={row.state.tone}>{row.state.label}</Badge> },
        ]}
        empty={<Empty title={m.trainerNone}>{m.trainerNoneWhat}</Empty>}
      />
    </Section>
  </Framed>
)

export type AgreementCells = {
  id: number
  title: string
  number: string
  withWhom: string
  period: string
  scope: string
  state: State
  ended: string | null
  fileHref: string | null
  /** Null: this actor does not write it, or it was ended. */
  editHref: string | null
  endHref: string | null
}
export const AgreementsPage = ({ m, frame, addHref, rows }: Common & { rows: AgreementCells[] }) => (
  <Framed frame={frame}>
    <Section title={m.agreement} lead={m.agreementNoneWhat} actions={<Add href={addHref} label={m.agreementAdd} />}>
      <DataTable<AgreementCells>
        caption={m.agreement}
        rows={rows}
        rowKey={row => row.id}
        columns={[
          {
            key: 'title',
            header: m.agreementTitle,
            primary: true,
            cell: row => (
              <>
                {row.title} <small class="cell-detail">{row.number}</small>
                {row.scope && <small class="cell-detail">{row.scope}</small>}
                {row.ended && <small class="cell-detail">{row.ended}</small>}
              </>
            ),
          },
          { key: 'with', header: m.withWhom, cell: row => row.withWhom },
          { key: 'period', header: m.until, cell: row => row.period },
          { key: 'state', header: m.state, cell: row => <Badge tone={row.state.tone}>{row.state.label}</Badge> },
          {
            key: 'file',
            header: m.file,
            cell: row =>
              row.fileHref ? (
                <a href={row.fileHref} download>
                  {m.openFile}
                </a>
              ) : (
                m.noFile
              ),
          },
          ...(rows.some(row => row.editHref)
            ? [
                {
                  key: 'do',
                  header: m.actions,
                  cell: (row: AgreementCells) => (
                    <div class="actions">
                      {row.editHref && <a href={row.editHref}>{m.edit}</a>}
                      {row.endHref && <a href={row.endHref}>{m.end}</a>}
                    </div>
                  ),
                },
              ]
            : []),
        ]}
        empty={<Empty title={m.agreementNone}>{m.agreementNoneWhat}</Empty>}
      />
    </Section>
  </Framed>
)

export type StaffCells = { accountId: string; name: string; username: string; roles: string; state: State }
type StaffProps = Common & { action: string; rows: StaffCells[]; typed: string; errors: { field: string; message: string }[] }
export const StaffPage = ({ m, frame, action, rows, typed, errors }: StaffProps) => (
  <Framed frame={frame}>
    <Section title={m.tabStaff} lead={m.staffLead}>
      <DataTable<StaffCells>
        caption={m.tabStaff}
        rows={rows}
        rowKey={row => row.accountId}
        columns={[
          {
            key: 'name',
            header: m.account,
            primary: true,
            cell: row => (
              <>
                {row.name} <small class="cell-detail">{row.username}</small>
              </>
            ),
          },
          { key: 'roles', header: m.roles, cell: row => row.roles || '–' },
          { key: 'state', header: m.state, cell: row => <Badge tone={row.state.tone}>{row.state.label}</Badge> },
          {
            key: 'do',
            header: m.actions,
            cell: row => (
              <PostButton
                action={`${action}/keluarkan`}
                fields={{ akun: row.accountId }}
                label={m.staffRemove}
                tone="ghost"
                confirm={m.staffRemoveAsk(row.name)}
              />
            ),
          },
        ]}
        empty={<Empty title={m.staffNone}>{m.staffNoneWhat}</Empty>}
      />
    </Section>
    <Section title={m.staffAdd}>
      <Form action={action} errors={errors} errorTitle={m.formErrors}>
        <TextField
          label={m.account}
          name="akun"
          value={typed}
          error={errors.find(one => one.field === 'akun')?.message}
          maxlength={120}
          autocomplete="off"
          required
        />
        <FormActions>
          <Button>{m.staffAdd}</Button>
        </FormActions>
      </Form>
    </Section>
  </Framed>
)
