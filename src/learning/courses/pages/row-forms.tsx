import type { ComponentChildren } from 'preact'
import {
  Button,
  ButtonLink,
  EnterButton,
  FieldRow,
  Form,
  FormActions,
  HiddenField,
  PageHeader,
  RadioField,
  SelectField,
  TextField,
} from '../../../ui/index.ts'
import type { CourseMessages } from '../messages.ts'
import type { CompetencyRow, ComponentRow, FormError, PassForm, SubjectRow } from '../version-form.ts'

type Choice = { value: string | number; label: string }
type Frame = { m: CourseMessages; title: string; eyebrow: string; action: string; backHref: string; errors: FormError[] }
type ErrorOf = (field: string) => string | undefined

const errorOf =
  (errors: FormError[]): ErrorOf =>
  field =>
    errors.find(one => one.field === field)?.message

/** A form of rows: those that stand, and some empty ones; more come by a button, so that it needs no JavaScript. */
const RowsForm = ({
  m,
  title,
  eyebrow,
  action,
  backHref,
  errors,
  lead,
  count,
  children,
}: Frame & { lead: string; count: number; children: ComponentChildren }) => (
  <>
    <PageHeader title={title} eyebrow={eyebrow} lead={lead} />
    <Form action={action} errors={errors} errorTitle={m.formErrors}>
      <EnterButton />
      <HiddenField name="baris" value={count} />
      {children}
      <p class="text-muted">{m.blankRows}</p>
      <FormActions>
        <Button>{m.save}</Button>
        <Button tone="neutral" name="tindakan" value="lagi" icon="plus">
          {m.saveMore}
        </Button>
        <ButtonLink href={backHref} tone="ghost">
          {m.cancel}
        </ButtonLink>
      </FormActions>
    </Form>
  </>
)

export function SubjectsFormPage({ rows, jp, ...frame }: Frame & { rows: SubjectRow[]; jp: string }) {
  const { m } = frame
  const error = errorOf(frame.errors)
  return (
    <RowsForm {...frame} lead={m.subjectsLead} count={rows.length}>
      {rows.map((row, index) => (
        <FieldRow key={index} legend={m.subjectN(index + 1)}>
          <TextField label={m.subject} name={`nama_${index}`} value={row.nama} error={error(`nama_${index}`)} maxlength={200} />
          <TextField
            label={m.jp}
            name={`jp_${index}`}
            value={row.jp}
            error={error(`jp_${index}`)}
            inputmode="numeric"
            maxlength={4}
            autocomplete="off"
          />
        </FieldRow>
      ))}
      <TextField label={m.jpTyped} name="jp" value={jp} help={m.jpHelp} error={error('jp')} inputmode="numeric" maxlength={4} />
    </RowsForm>
  )
}

type Choices = { competencies: Choice[]; levels: Choice[] }
export function CompetenciesFormPage({ rows, competencies, levels, ...frame }: Frame & Choices & { rows: CompetencyRow[] }) {
  const { m } = frame
  const error = errorOf(frame.errors)
  const none = { value: '', label: m.choose }
  return (
    <RowsForm {...frame} lead={m.competenciesLead} count={rows.length}>
      {rows.map((row, index) => (
        <FieldRow key={index} legend={m.competencyN(index + 1)}>
          <SelectField
            label={m.competency}
            name={`kompetensi_${index}`}
            value={row.kompetensi}
            options={[none, ...competencies]}
            error={error(`kompetensi_${index}`)}
          />
          <SelectField label={m.level} name={`tingkat_${index}`} value={row.tingkat} options={[none, ...levels]} />
        </FieldRow>
      ))}
    </RowsForm>
  )
}

export function PassFormPage({ rows, values, ...frame }: Frame & { rows: ComponentRow[]; values: PassForm }) {
  const { m } = frame
  const error = errorOf(frame.errors)
  return (
    <RowsForm {...frame} lead={m.passLead} count={rows.length}>
      <TextField
        label={m.mark}
        name="nilai"
        value={values.nilai}
        help={m.markHelp}
        error={error('nilai')}
        inputmode="decimal"
        maxlength={6}
      />
      <TextField
        label={m.attendance}
        name="kehadiran"
        value={values.kehadiran}
        help={m.attendanceHelp}
        error={error('kehadiran')}
        inputmode="decimal"
        maxlength={6}
      />
      <RadioField
        label={m.whichLessons}
        name="pelajaran"
        value={values.pelajaran}
        options={Object.entries(m.lessonsOf).map(([value, label]) => ({ value, label }))}
      />
      {rows.map((row, index) => (
        <FieldRow key={index} legend={m.componentN(index + 1)}>
          <TextField
            label={m.componentName}
            name={`nama_${index}`}
            value={row.nama}
            error={error(`nama_${index}`)}
            maxlength={60}
          />
          <TextField
            label={m.weight}
            name={`bobot_${index}`}
            value={row.bobot}
            error={error(`bobot_${index}`)}
            inputmode="numeric"
            maxlength={3}
            autocomplete="off"
          />
          <SelectField
            label={m.scoreFrom}
            name={`asal_${index}`}
            value={row.asal}
            options={Object.entries(m.scoreSources).map(([value, label]) => ({ value: value === 'typed' ? '' : value, label }))}
          />
        </FieldRow>
      ))}
    </RowsForm>
  )
}
