import {
  Alert,
  Button,
  ButtonLink,
  CheckField,
  EmptyState,
  Form,
  FormActions,
  HiddenField,
  PageHeader,
  RadioField,
  Section,
  SelectField,
  TextField,
} from '../../../ui/index.ts'
import type { Messages } from '../messages.ts'

type Choice = { value: string; label: string; help?: string }
export type ClassFormValues = Record<
  | 'nama'
  | 'pola'
  | 'bentuk'
  | 'mulai'
  | 'selesai'
  | 'kursi_min'
  | 'kursi_maks'
  | 'daftar_sampai'
  | 'penerimaan'
  | 'instansi_dulu'
  | 'tempat'
  | 'tautan'
  | 'daya_tampung'
  | 'biaya'
  | 'kuota_daerah'
  | 'kuota_sampai'
  | 'titip',
  string
> & { untuk: string[]; pengajar: string[] }

type Props = {
  m: Messages
  title: string
  course: string
  action: string
  backHref: string
  hidden: Record<string, string>
  values: ClassFormValues
  errors: { field: string; message: string }[]
  choices: { pola: Choice[]; bentuk: Choice[]; penerimaan: Choice[]; untuk: Choice[]; pengajar: Choice[] }
  /** A ministry holds it: it keeps seats for the regions. */
  central: boolean
  /** What the course asks to be accredited; null: nothing. `titip`: who could hold it instead. */
  accreditation: { sentence: string; holds: boolean; titip: Choice[] } | null
}

type SeveralProps = { label: string; name: string; help?: string; options: Choice[]; chosen: readonly string[]; error?: string }
const Several = ({ label, name, help, options, chosen, error }: SeveralProps) => (
  <fieldset class="field" id={`f-${name}`}>
    <legend class="field-label">{label}</legend>
    {help && <p class="field-help">{help}</p>}
    <div class="grid gap-2">
      {options.map(option => (
        <CheckField
          key={option.value}
          id={`f-${name}-${option.value}`}
          name={name}
          value={option.value}
          label={option.label}
          help={option.help}
          checked={chosen.includes(option.value)}
        />
      ))}
    </div>
    {error && <p class="field-error">{error}</p>}
  </fieldset>
)

export function ClassFormPage(props: Props) {
  const { m, values, errors, choices, accreditation } = props
  const error = (field: string) => errors.find(one => one.field === field)?.message
  const text = (name: Exclude<keyof ClassFormValues, 'untuk' | 'pengajar'>, label: string) => ({
    name,
    label,
    value: values[name],
    error: error(name),
  })
  return (
    <>
      <PageHeader title={props.title} eyebrow={props.course} />
      <Form action={props.action} errors={errors} errorTitle={m.formErrors}>
        {Object.entries(props.hidden).map(([name, value]) => (
          <HiddenField key={name} name={name} value={value} />
        ))}
        <Section title={m.sections.what}>
          <TextField {...text('nama', m.name)} help={m.nameHelp} maxlength={120} required />
          <SelectField {...text('pola', m.pattern)} options={choices.pola} />
          <SelectField {...text('bentuk', m.form)} options={choices.bentuk} help={m.formHelp} />
        </Section>
        <Section title={m.sections.when}>
          <TextField {...text('mulai', m.starts)} type="date" help={m.datesHelp} />
          <TextField {...text('selesai', m.ends)} type="date" />
          <TextField {...text('daftar_sampai', m.registrationUntil)} type="date" help={m.registrationHelp} />
          <TextField {...text('tempat', m.place)} maxlength={300} />
          <TextField {...text('tautan', m.meetingUrl)} type="url" help={m.meetingUrlHelp} maxlength={500} />
          <TextField {...text('daya_tampung', m.meetingCapacity)} inputmode="numeric" maxlength={9} />
        </Section>
        <Section title={m.sections.who}>
          <TextField {...text('kursi_maks', m.seatsMax)} inputmode="numeric" maxlength={9} help={m.seatsMaxHelp} />
          <TextField {...text('kursi_min', m.seatsMin)} inputmode="numeric" maxlength={9} help={m.seatsMinHelp} />
          <RadioField {...text('penerimaan', m.admission)} options={choices.penerimaan} />
          <CheckField
            label={m.instansiFirst}
            name="instansi_dulu"
            checked={values.instansi_dulu !== ''}
            help={m.instansiFirstHelp}
          />
          {(choices.untuk.length > 1 || error('untuk')) && (
            <Several
              label={m.forInstansi}
              name="untuk"
              help={m.forHelp}
              options={choices.untuk}
              chosen={values.untuk}
              error={error('untuk')}
            />
          )}
          {props.central && (
            <>
              <TextField {...text('kuota_daerah', m.regionalShare)} inputmode="numeric" maxlength={3} help={m.regionalHelp} />
              <TextField {...text('kuota_sampai', m.regionalUntil)} type="date" help={m.regionalUntilHelp} />
            </>
          )}
          <TextField {...text('biaya', m.cost)} inputmode="numeric" maxlength={20} help={m.costHelp} />
        </Section>
        <Section title={m.sections.teach}>
          {choices.pengajar.length === 0 && <p class="field-help">{m.trainersEmpty}</p>}
          {(choices.pengajar.length > 0 || error('pengajar')) && (
            <Several
              label={m.trainers}
              name="pengajar"
              options={choices.pengajar}
              chosen={values.pengajar}
              error={error('pengajar')}
            />
          )}
          {accreditation && (
            <Alert tone={accreditation.holds ? 'ok' : 'warn'} title={m.accreditation}>
              <p>{accreditation.sentence}</p>
            </Alert>
          )}
          {accreditation && accreditation.titip.length > 0 && (
            <SelectField {...text('titip', m.entrustTo)} options={[{ value: '', label: m.entrustNot }, ...accreditation.titip]} />
          )}
        </Section>
        <FormActions>
          <Button>{m.save}</Button>
          <ButtonLink href={props.backHref} tone="ghost">
            {m.back}
          </ButtonLink>
        </FormActions>
      </Form>
    </>
  )
}

type ChooseProps = { m: Messages; courses: { value: string; label: string }[]; coursesHref: string }
/** First what the class is of: its form, cost and accreditation follow. */
export const ChooseCoursePage = ({ m, courses, coursesHref }: ChooseProps) => (
  <>
    <PageHeader title={m.newClass} lead={m.newClassLead} />
    {courses.length === 0 ? (
      <EmptyState
        title={m.noCourses}
        action={
          <ButtonLink href={coursesHref} tone="primary">
            {m.course}
          </ButtonLink>
        }
      >
        {m.noCoursesWhat}
      </EmptyState>
    ) : (
      <Form action="/kelas/baru" method="get">
        <SelectField label={m.course} name="kursus" options={courses} help={m.courseHelp} />
        <FormActions>
          <Button icon="arrow-right">{m.newClass}</Button>
          <ButtonLink href="/kelas" tone="ghost">
            {m.back}
          </ButtonLink>
        </FormActions>
      </Form>
    )}
  </>
)
