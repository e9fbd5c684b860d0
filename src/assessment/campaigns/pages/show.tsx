import {
  Alert,
  Badge,
  Button,
  ButtonLink,
  DataTable,
  Disclosure,
  EmptyState,
  Facts,
  Figures,
  Form,
  FormActions,
  KeyFigure,
  PageHeader,
  PostButton,
  Section,
  SelectField,
  ShareBar,
  Tabs,
  TextField,
  type Tone,
} from '../../../ui/index.ts'
import type { Messages } from '../messages.ts'

export type PartCells = {
  key: string
  name: string
  href: string
  people: string
  share: number
  /** Null in a draft: nothing has begun. */
  progress: string | null
  warning: string | null
}
type FormState = { values: Record<string, string>; errors: { field: string; message: string }[] }
type Props = {
  m: Messages
  home: string
  name: string
  eyebrow: string
  lead: string
  state: { text: string; tone: Tone }
  tabs: Parameters<typeof Tabs>[0]['items']
  figure: { value: string; label: string; sentence: string; tone: Tone }
  figures: Parameters<typeof Figures>[0]['items']
  notices: { tone: Tone; title: string; text: string | null; href: string | null; hrefLabel: string }[]
  newcomers: { title: string; href: string } | null
  waves: PartCells[]
  offices: PartCells[]
  facts: { label: string; value: string }[]
  rule: string[]
  history: { key: string; text: string; reason: string | null }[]
  reminders: { dueOn: string; day: string; state: string; waiting: boolean }[]
  /** What this actor may do now. */
  may: { edit: boolean; open: string | null; run: boolean; close: boolean; archive: boolean; results: string | null }
  waveChoices: { value: string; label: string }[]
  extend: FormState
  close: FormState
  remind: FormState
}

const errorIn = (state: FormState, field: string) => state.errors.find(one => one.field === field)?.message

const Parts = ({ m, title, rows, nameHeader }: { m: Messages; title: string; rows: PartCells[]; nameHeader: string }) => (
  <Section title={title}>
    <DataTable<PartCells>
      caption={title}
      rows={rows}
      rowKey={row => row.key}
      rowHref={row => row.href}
      empty={m.noParticipants}
      columns={[
        {
          key: 'name',
          header: nameHeader,
          primary: true,
          cell: row => (
            <>
              {row.name} {row.warning && <small class="cell-detail">{row.warning}</small>}
            </>
          ),
        },
        { key: 'people', header: m.people, align: 'right', cell: row => row.people },
        ...(rows.some(row => row.progress !== null)
          ? [
              {
                key: 'progress',
                header: m.progress,
                cell: (row: PartCells) => <ShareBar share={row.share} label={row.progress ?? ''} />,
              },
            ]
          : []),
      ]}
    />
  </Section>
)

const Reminders = ({ m, home, reminders, remind, may }: Props) => (
  <Section title={m.reminders} lead={m.remindersLead} id="pengingat">
    <DataTable<Props['reminders'][number]>
      caption={m.reminders}
      rows={reminders}
      rowKey={row => row.dueOn}
      empty={<EmptyState title={m.noReminders} />}
      columns={[
        { key: 'day', header: m.reminderDay, primary: true, cell: row => row.day },
        { key: 'state', header: m.state, cell: row => row.state, long: true },
        ...(may.run
          ? [
              {
                key: 'drop',
                header: m.drop,
                cell: (row: Props['reminders'][number]) =>
                  row.waiting ? <PostButton action={`${home}/pengingat/${row.dueOn}/hapus`} label={m.drop} tone="ghost" /> : '–',
              },
            ]
          : []),
      ]}
    />
    {may.run && (
      <Form action={`${home}/pengingat`} errors={remind.errors} errorTitle={m.formErrors}>
        <TextField label={m.reminderDay} name="ingat" type="date" value={remind.values.ingat} error={errorIn(remind, 'ingat')} />
        <FormActions>
          <Button tone="neutral" icon="clock">
            {m.addReminder}
          </Button>
        </FormActions>
      </Form>
    )}
  </Section>
)

const Extend = ({ m, home, extend, waveChoices }: Props) => (
  <Disclosure summary={m.extend} open={extend.errors.length > 0}>
    <Form action={`${home}/perpanjang`} errors={extend.errors} errorTitle={m.formErrors}>
      <p class="text-muted">{m.extendLead}</p>
      {waveChoices.length > 1 && (
        <SelectField
          label={m.extendWave}
          name="gelombang"
          value={extend.values.gelombang}
          options={[{ value: '', label: m.extendAll }, ...waveChoices]}
        />
      )}
      <TextField label={m.until} name="sampai" type="date" value={extend.values.sampai} error={errorIn(extend, 'sampai')} />
      <TextField
        label={m.reason}
        name="alasan"
        id="f-alasan-perpanjang"
        value={extend.values.alasan}
        error={errorIn(extend, 'alasan-perpanjang')}
        maxlength={300}
      />
      <FormActions>
        <Button tone="neutral">{m.extend}</Button>
      </FormActions>
    </Form>
  </Disclosure>
)

const Close = ({ m, home, close }: Props) => (
  <Disclosure summary={m.close} open={close.errors.length > 0}>
    <Form action={`${home}/tutup`} errors={close.errors} errorTitle={m.formErrors}>
      <p class="text-muted">{m.closeLead}</p>
      <TextField
        label={m.closeReason}
        name="alasan"
        id="f-alasan-tutup"
        value={close.values.alasan}
        error={errorIn(close, 'alasan-tutup')}
        maxlength={300}
      />
      <FormActions>
        <Button tone="danger">{m.close}</Button>
      </FormActions>
    </Form>
  </Disclosure>
)

const Finish = (props: Props) => (
  <Section title={props.m.finishTitle} id="akhiri">
    <Extend {...props} />
    <Close {...props} />
  </Section>
)

const Newcomers = ({ m, home, newcomers, may }: Props) =>
  newcomers && (
    <Alert tone="info" title={newcomers.title}>
      <p>{m.newcomersWhat}</p>
      <div class="actions">
        {may.run && <PostButton action={`${home}/calon`} label={m.admitAll} tone="primary" fields={{ langkah: 'tambah' }} />}
        <ButtonLink href={newcomers.href}>{m.seeNewcomers}</ButtonLink>
        {may.run && (
          <PostButton
            action={`${home}/calon`}
            label={m.declineAll}
            tone="ghost"
            fields={{ langkah: 'tolak' }}
            confirm={m.newcomersWhat}
          />
        )}
      </div>
    </Alert>
  )

const Actions = ({ m, home, may }: Props) => (
  <>
    {may.open && <PostButton action={`${home}/buka`} label={m.open} tone="primary" confirm={may.open} />}
    {may.edit && <ButtonLink href={`${home}/ubah`}>{m.edit}</ButtonLink>}
    {may.edit && <PostButton action={`${home}/buang`} label={m.discard} tone="ghost" confirm={m.discardConfirm} />}
    {may.results && (
      <ButtonLink href={may.results} tone="primary">
        {m.results}
      </ButtonLink>
    )}
    {may.close && <ButtonLink href="#akhiri">{m.finishTitle}</ButtonLink>}
    {may.archive && <PostButton action={`${home}/arsip`} label={m.archive} confirm={m.archiveConfirm} />}
  </>
)

/** One campaign: how far it is, what asks for attention, then the parts, the reminders and the way it ends. */
export function CampaignPage(props: Props) {
  const { m, figure } = props
  return (
    <>
      <PageHeader
        title={props.name}
        eyebrow={props.eyebrow}
        lead={
          <>
            <Badge tone={props.state.tone}>{props.state.text}</Badge> {props.lead}
          </>
        }
        actions={<Actions {...props} />}
      />
      <Tabs items={props.tabs} label={props.name} />
      <KeyFigure value={figure.value} label={figure.label} sentence={figure.sentence} tone={figure.tone} />
      {props.figures.length > 0 && <Figures items={props.figures} />}
      {props.notices.map(notice => (
        <Alert key={notice.title} tone={notice.tone} title={notice.title}>
          {notice.text && <p>{notice.text}</p>}
          {notice.href && <a href={notice.href}>{notice.hrefLabel}</a>}
        </Alert>
      ))}
      <Newcomers {...props} />
      {props.waves.length > 1 && <Parts m={m} title={m.byWave} rows={props.waves} nameHeader={m.wave} />}
      {props.offices.length > 0 && <Parts m={m} title={m.byOffice} rows={props.offices} nameHeader={m.office} />}
      {(props.may.run || props.reminders.length > 0) && <Reminders {...props} />}
      {props.may.close && <Finish {...props} />}
      <Section title={m.about}>
        <Facts items={[...props.facts, { label: m.rule, value: props.rule.join('; ') }]} />
      </Section>
      {props.history.length > 0 && (
        <Section title={m.history}>
          <ul class="grid gap-3">
            {props.history.map(line => (
              <li key={line.key}>
                {line.text}
                {line.reason && <p class="text-muted">{line.reason}</p>}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
