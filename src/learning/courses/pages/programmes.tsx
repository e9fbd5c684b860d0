import {
  Badge,
  Button,
  ButtonLink,
  DataTable,
  EmptyState,
  FieldRow,
  Form,
  FormActions,
  HiddenField,
  KeyFigure,
  PageHeader,
  PostButton,
  SelectField,
  Tabs,
  TextField,
  type Tone,
} from '../../../ui/index.ts'
import type { CourseMessages } from '../messages.ts'
import type { ProgrammeForm } from '../programme-form.ts'
import type { ProgrammeMessages } from '../programme-messages.ts'
import type { FormError } from '../version-form.ts'

type Words = { m: CourseMessages; p: ProgrammeMessages }
export type ProgrammeCells = {
  id: number
  title: string
  detail: string
  sets: string
  courses: string
  state: { label: string; tone: Tone }
}
type ListProps = Words & {
  tabs: Parameters<typeof Tabs>[0]
  figure: { value: string; sentence: string }
  rows: ProgrammeCells[]
  canCreate: boolean
}

export const ProgrammesPage = ({ m, p, tabs, figure, rows, canCreate }: ListProps) => {
  const create = canCreate && (
    <ButtonLink href="/kursus/program/baru" tone="primary" icon="plus">
      {m.newProgramme}
    </ButtonLink>
  )
  return (
    <>
      <PageHeader title={m.programmes} lead={p.lead} actions={create} />
      <Tabs {...tabs} />
      <KeyFigure value={figure.value} label={p.countLabel} sentence={figure.sentence} />
      <DataTable<ProgrammeCells>
        caption={m.programmes}
        rows={rows}
        rowKey={row => row.id}
        rowHref={row => `/kursus/program/${row.id}`}
        empty={
          canCreate ? (
            <EmptyState title={p.none} action={create}>
              {p.noneWhat}
            </EmptyState>
          ) : (
            <EmptyState title={m.noProvider}>{m.noProviderWhat}</EmptyState>
          )
        }
        columns={[
          {
            key: 'title',
            header: p.programme,
            primary: true,
            cell: row => (
              <>
                {row.title} <small class="cell-detail">{row.detail}</small>
              </>
            ),
          },
          { key: 'state', header: m.state, cell: row => <Badge tone={row.state.tone}>{row.state.label}</Badge> },
          { key: 'sets', header: p.sets, cell: row => row.sets },
          { key: 'courses', header: m.courses, cell: row => row.courses, long: true },
        ]}
      />
    </>
  )
}

type Choice = { value: string | number; label: string }
type FormProps = Words & {
  title: string
  lead: string
  action: string
  errors: FormError[]
  form: ProgrammeForm
  /** Of a new one: whose it is; null: it stands. */
  providers: { value: string; options: Choice[] } | null
  courses: Choice[]
  state: { label: string; tone: Tone } | null
  /** What keeps it from being offered. */
  flaws: string[]
  /** The step that can be made now. */
  step: 'offer' | 'withdraw' | null
  catalogueHref: string | null
}

function Sets({
  p,
  form,
  courses,
  error,
}: Pick<FormProps, 'p' | 'form' | 'courses'> & { error: (field: string) => string | undefined }) {
  return form.sets.map((set, index) => (
    <FieldRow key={index} legend={p.setN(index + 1)}>
      <TextField
        label={p.setTitle}
        name={`set${index}_judul`}
        value={set.judul}
        error={error(`set${index}_judul`)}
        maxlength={200}
      />
      <TextField
        label={p.needed}
        name={`set${index}_cukup`}
        value={set.cukup}
        help={p.neededHelp}
        error={error(`set${index}_cukup`)}
        inputmode="numeric"
        maxlength={2}
        autocomplete="off"
      />
      {set.kursus.map((chosen, place) => (
        <SelectField
          key={place}
          label={p.courseN(place + 1)}
          name={`set${index}_kursus${place}`}
          value={chosen}
          options={[{ value: '', label: p.noCourse }, ...courses]}
          error={error(`set${index}_kursus${place}`)}
        />
      ))}
    </FieldRow>
  ))
}

/** A programme as it is built: its card and its sets in one form. */
export function ProgrammeFormPage(props: FormProps) {
  const { m, p, action, errors, form, providers, state, flaws, step } = props
  const error = (field: string) => errors.find(one => one.field === field)?.message
  return (
    <>
      <PageHeader
        title={props.title}
        eyebrow={state && <Badge tone={state.tone}>{state.label}</Badge>}
        lead={props.lead}
        actions={
          <>
            {step === 'offer' && flaws.length === 0 && (
              <PostButton action={`${action}/tawarkan`} label={p.offer} tone="primary" icon="check" />
            )}
            {step === 'withdraw' && <PostButton action={`${action}/tarik`} label={p.withdraw} confirm={p.withdrawConfirm} />}
            {props.catalogueHref && <ButtonLink href={props.catalogueHref}>{m.inCatalogue}</ButtonLink>}
          </>
        }
      />
      {flaws.length > 0 && (
        <p class="text-muted">
          {p.flawed} {flaws.join(' ')}
        </p>
      )}
      <Form action={action} errors={errors} errorTitle={m.formErrors}>
        {providers ? (
          <SelectField
            label={m.provider}
            name="lembaga"
            value={providers.value}
            options={providers.options}
            error={error('lembaga')}
          />
        ) : (
          <HiddenField name="susun" value="1" />
        )}
        <TextField
          label={m.title}
          name="judul"
          value={form.judul}
          help={p.titleHelp}
          error={error('judul')}
          maxlength={200}
          required
        />
        <TextField
          label={m.code}
          name="kode"
          value={form.kode}
          help={m.codeHelp}
          error={error('kode')}
          maxlength={30}
          autocomplete="off"
          required
        />
        <TextField
          label={p.summary}
          name="ringkasan"
          value={form.ringkasan}
          help={p.summaryHelp}
          error={error('ringkasan')}
          rows={3}
          maxlength={1000}
        />
        {!providers && <Sets p={p} form={form} courses={props.courses} error={error} />}
        <FormActions>
          <Button>{m.save}</Button>
          {!providers && (
            <Button tone="neutral" name="tindakan" value="lagi" icon="plus">
              {p.more}
            </Button>
          )}
          <ButtonLink href="/kursus/program" tone="ghost">
            {m.cancel}
          </ButtonLink>
        </FormActions>
      </Form>
    </>
  )
}
