import {
  Alert,
  Button,
  ButtonLink,
  EnterButton,
  FieldRow,
  Form,
  FormActions,
  HiddenField,
  PageHeader,
  Section,
  SelectField,
  TextField,
} from '../../ui/index.ts'
import type { Messages } from '../messages.ts'

type Choice = { value: string | number; label: string }
export type LevelInput = { field: string; label: string; empty: string; value: string }
export type TextInput = { field: string; label: string; value: string; help: string; rows: number; maxlength: number }
export type RowInput = {
  legend: string
  kind: { field: string; value: string }
  name: { field: string; value: string }
  also: { field: string; value: string }
  /** Only for training. */
  trainingKind: { field: string; value: string } | null
  /** Only for experience. */
  months: { field: string; value: string } | null
  importance: { field: string; value: string }
  mandateBasis: { field: string; value: string }
}
type Props = {
  m: Messages
  title: string
  action: string
  backHref: string
  pillars: { label: string; lines: LevelInput[] }[]
  levels: Choice[]
  addable: Choice[]
  added: { competency: { field: string; value: string }; level: { field: string; value: string } }[]
  texts: TextInput[]
  education: { field: string; label: string; value: string; options: Choice[] }
  rows: RowInput[]
  inheritedRows: string[]
  trainingKinds: Choice[]
  importances: Choice[]
  addRows: { value: string; label: string }[]
  basis: string
  seen: string
  errors: { field: string; message: string }[]
  /** Somebody else saved meanwhile: what to do, and where theirs is. */
  conflict: { text: string; href: string | null } | null
}
type ErrorOf = (field: string) => string | undefined

const Levels = ({ m, pillars, levels, error }: Pick<Props, 'm' | 'pillars' | 'levels'> & { error: ErrorOf }) => (
  <>
    {pillars.map(pillar => (
      <Section key={pillar.label} title={pillar.label}>
        <div class="grid gap-6">
          {pillar.lines.map(line => (
            <SelectField
              key={line.field}
              label={line.label}
              name={line.field}
              value={line.value}
              options={[{ value: '', label: line.empty }, ...levels]}
              error={error(line.field)}
            />
          ))}
        </div>
      </Section>
    ))}
    {pillars.length === 0 && <p class="text-muted">{m.noDemandWhat}</p>}
  </>
)

const Additions = ({
  m,
  addable,
  added,
  levels,
  error,
}: Pick<Props, 'm' | 'addable' | 'added' | 'levels'> & { error: ErrorOf }) => (
  <Section title={m.addTitle} lead={m.addLead}>
    {added.map((row, index) => (
      <FieldRow key={row.competency.field} legend={m.addN(index + 1)}>
        <SelectField
          label={m.competency}
          name={row.competency.field}
          value={row.competency.value}
          options={[{ value: '', label: m.choose }, ...addable]}
          error={error(row.competency.field)}
        />
        <SelectField
          label={m.level}
          name={row.level.field}
          value={row.level.value}
          options={[{ value: '', label: m.choose }, ...levels]}
          error={error(row.level.field)}
        />
      </FieldRow>
    ))}
  </Section>
)

const Row = ({
  m,
  row,
  index,
  action,
  trainingKinds,
  importances,
  error,
}: Pick<Props, 'm' | 'action' | 'trainingKinds' | 'importances'> & { row: RowInput; index: number; error: ErrorOf }) => (
  <FieldRow legend={row.legend}>
    <HiddenField name={row.kind.field} value={row.kind.value} />
    <TextField
      label={m.rowName}
      name={row.name.field}
      value={row.name.value}
      error={error(row.name.field)}
      maxlength={200}
      autocomplete="off"
    />
    <SelectField
      label={m.importance}
      name={row.importance.field}
      value={row.importance.value}
      options={importances}
      error={error(row.importance.field)}
    />
    {row.trainingKind && (
      <SelectField
        label={m.rowTrainingKind}
        name={row.trainingKind.field}
        value={row.trainingKind.value}
        options={[{ value: '', label: m.choose }, ...trainingKinds]}
        error={error(row.trainingKind.field)}
      />
    )}
    {row.months && (
      <TextField
        label={m.rowMonths}
        name={row.months.field}
        value={row.months.value}
        inputmode="numeric"
        autocomplete="off"
        error={error(row.months.field)}
      />
    )}
    <TextField
      label={m.rowAlso}
      name={row.also.field}
      value={row.also.value}
      help={m.rowAlsoHelp}
      error={error(row.also.field)}
      maxlength={500}
      autocomplete="off"
    />
    <TextField
      label={m.rowMandate}
      name={row.mandateBasis.field}
      value={row.mandateBasis.value}
      help={m.rowMandateHelp}
      error={error(row.mandateBasis.field)}
      maxlength={300}
      autocomplete="off"
    />
    <Button tone="ghost" name="tindakan" value={`hapus:${index}`} action={`${action}#persyaratan`} icon="close">
      {m.removeRow}
    </Button>
  </FieldRow>
)

/** The official form as it is filled in: levels, requirements, texts. Rows come and go by buttons, so that it needs no JavaScript. */
export function EditStandardPage(props: Props) {
  const { m, action, texts, education, rows, inheritedRows, addRows, errors, conflict } = props
  const error: ErrorOf = field => errors.find(one => one.field === field)?.message
  return (
    <>
      <PageHeader title={props.title} eyebrow={m.edit} lead={m.editLead} />
      {conflict && (
        <Alert tone="warn">
          <p>{conflict.text}</p>
          {conflict.href && (
            <p>
              <a href={conflict.href}>{m.seeOther}</a>
            </p>
          )}
        </Alert>
      )}
      <Form action={action} errors={errors} errorTitle={m.formErrors}>
        <EnterButton />
        <HiddenField name="versi" value={props.seen} />
        <Levels m={m} pillars={props.pillars} levels={props.levels} error={error} />
        <Additions m={m} addable={props.addable} added={props.added} levels={props.levels} error={error} />
        <Section title={m.requirements} lead={m.requirementsLead}>
          <div class="grid gap-6">
            <SelectField
              label={education.label}
              name={education.field}
              value={education.value}
              options={education.options}
              error={error(education.field)}
            />
            {texts.map(text => (
              <TextField
                key={text.field}
                label={text.label}
                name={text.field}
                value={text.value}
                help={text.help}
                rows={text.rows > 1 ? text.rows : undefined}
                maxlength={text.maxlength}
                error={error(text.field)}
              />
            ))}
          </div>
        </Section>
        <Section title={m.rowsTitle} lead={m.rowsLead} id="persyaratan">
          {inheritedRows.length > 0 && (
            <>
              <p class="text-muted">{m.inheritedRows}:</p>
              <ul class="plain-list">
                {inheritedRows.map(text => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            </>
          )}
          {rows.map((row, index) => (
            <Row
              key={row.kind.field}
              m={m}
              row={row}
              index={index}
              action={action}
              trainingKinds={props.trainingKinds}
              importances={props.importances}
              error={error}
            />
          ))}
          <div class="form-actions">
            {addRows.map(add => (
              <Button
                key={add.value}
                tone="neutral"
                name="tindakan"
                value={`tambah:${add.value}`}
                action={`${action}#persyaratan`}
                icon="plus"
              >
                {add.label}
              </Button>
            ))}
          </div>
        </Section>
        <TextField
          label={m.legalBasis}
          name="dasar_hukum"
          value={props.basis}
          help={m.basisHelp}
          error={error('dasar_hukum')}
          maxlength={300}
        />
        <FormActions>
          <Button tone="primary">{m.saveDraft}</Button>
          <ButtonLink href={props.backHref} tone="ghost">
            {m.cancel}
          </ButtonLink>
        </FormActions>
      </Form>
    </>
  )
}
