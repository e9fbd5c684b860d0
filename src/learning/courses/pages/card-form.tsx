import {
  Button,
  ButtonLink,
  CheckField,
  Form,
  FormActions,
  PageHeader,
  RadioField,
  SelectField,
  TextField,
} from '../../../ui/index.ts'
import type { CourseMessages } from '../messages.ts'
import type { CardForm, FormError } from '../version-form.ts'

type Choice = { value: string | number; label: string }
export type CourseForm = { lembaga: string; kode: string; terbuka: string }
type Props = {
  m: CourseMessages
  title: string
  eyebrow?: string
  lead?: string
  action: string
  backHref: string
  submit: string
  errors: FormError[]
  /** Null: the course is no part of this form. */
  course: { values: CourseForm; providers: Choice[] | null; openings: { value: string; label: string }[] } | null
  /** Null: the card is no part of this form. */
  card: { values: CardForm; forms: Choice[]; conformities: { value: string; label: string }[]; short: boolean } | null
}
type ErrorOf = (field: string) => string | undefined

const CourseFields = ({
  m,
  values,
  providers,
  openings,
  error,
}: NonNullable<Props['course']> & { m: CourseMessages; error: ErrorOf }) => (
  <>
    {providers && (
      <SelectField label={m.provider} name="lembaga" value={values.lembaga} options={providers} error={error('lembaga')} />
    )}
    <TextField
      label={m.code}
      name="kode"
      value={values.kode}
      help={m.codeHelp}
      error={error('kode')}
      maxlength={30}
      autocomplete="off"
      required
    />
    <RadioField
      label={m.openTo}
      name="terbuka"
      value={values.terbuka}
      options={openings}
      help={m.openToHelp}
      error={error('terbuka')}
    />
  </>
)

function CardFields({
  m,
  values,
  forms,
  conformities,
  short,
  error,
}: NonNullable<Props['card']> & { m: CourseMessages; error: ErrorOf }) {
  return (
    <>
      <TextField
        label={m.title}
        name="judul"
        value={values.judul}
        help={m.titleHelp}
        error={error('judul')}
        maxlength={200}
        required
      />
      <TextField
        label={m.summary}
        name="ringkasan"
        value={values.ringkasan}
        help={m.summaryHelp}
        error={error('ringkasan')}
        rows={3}
        maxlength={1000}
      />
      <SelectField
        label={m.form}
        name="bentuk"
        value={values.bentuk}
        options={[{ value: '', label: m.choose }, ...forms]}
        help={m.formHelp}
        error={error('bentuk')}
      />
      <TextField
        label={m.jpTyped}
        name="jp"
        value={values.jp}
        help={m.jpNewHelp}
        error={error('jp')}
        inputmode="numeric"
        maxlength={4}
      />
      {!short && (
        <>
          <TextField
            label={m.audience}
            name="sasaran"
            value={values.sasaran}
            help={m.audienceHelp}
            error={error('sasaran')}
            maxlength={300}
          />
          <TextField
            label={m.cost}
            name="biaya"
            value={values.biaya}
            help={m.costHelp}
            error={error('biaya')}
            inputmode="numeric"
            maxlength={20}
            autocomplete="off"
          />
          <TextField
            label={m.programme}
            name="program"
            value={values.program}
            help={m.programmeHelp}
            error={error('program')}
            maxlength={100}
          />
          <CheckField
            label={m.international}
            name="internasional"
            checked={values.internasional !== ''}
            help={m.internationalHelp}
          />
          <RadioField
            label={m.conformity}
            name="kesesuaian"
            value={values.kesesuaian}
            options={conformities}
            error={error('kesesuaian')}
          />
          <TextField
            label={m.conformityBasis}
            name="dasar_kesesuaian"
            value={values.dasar_kesesuaian}
            help={m.conformityBasisHelp}
            error={error('dasar_kesesuaian')}
            rows={2}
            maxlength={500}
          />
        </>
      )}
    </>
  )
}

/** The form of a new course, of a course, or of the card of a draft. */
export function CardFormPage(props: Props) {
  const { m, errors, course, card } = props
  const error: ErrorOf = field => errors.find(one => one.field === field)?.message
  return (
    <>
      <PageHeader title={props.title} eyebrow={props.eyebrow} lead={props.lead} />
      <Form action={props.action} errors={errors} errorTitle={m.formErrors}>
        {course && <CourseFields m={m} error={error} {...course} />}
        {card && <CardFields m={m} error={error} {...card} />}
        <FormActions>
          <Button>{props.submit}</Button>
          <ButtonLink href={props.backHref} tone="ghost">
            {m.cancel}
          </ButtonLink>
        </FormActions>
      </Form>
    </>
  )
}
