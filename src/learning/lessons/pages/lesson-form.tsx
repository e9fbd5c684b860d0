import {
  CheckField,
  FieldRow,
  FileField,
  Form,
  FormActions,
  PageHeader,
  PostButton,
  RadioField,
  Section,
  SelectField,
  TextField,
} from '../../../ui/index.ts'
import { criterionRows, type TypedLesson } from '../lesson-form.ts'
import type { Messages } from '../messages.ts'
import type { LessonKind } from '../rules/lesson.ts'
import { SaveButtons } from './lessons.tsx'

type Props = {
  m: Messages
  title: string
  eyebrow: string
  kind: LessonKind
  action: string
  backHref: string
  typed: TypedLesson
  /** The text as JSON, for the editor. */
  doc: string
  errors: { field: string; message: string }[]
  file: { accept: string; limitMb: number; now: string | null } | null
  hasCaptions: boolean
  items: { id: number; label: string }[]
  bankHref: string
  remove: { action: string; confirm: string } | null
}
type Part = Props & { error: (field: string) => string | undefined }

const tools = ['bold', 'italic', 'h2', 'h3', 'bullet', 'ordered', 'quote', 'link', 'undo'] as const

const Body = ({ m, kind, typed, doc, error }: Part) => {
  const label = kind === 'text' ? m.body.text : kind === 'assignment' ? m.body.assignment : m.body.other
  return (
    <div class="editor" data-editor data-doc={doc} data-link-ask={m.tools.linkAsk}>
      <div class="editor-tools" role="toolbar" aria-label={m.tools.label} hidden>
        {tools.map(tool => (
          <button key={tool} type="button" class="btn btn-ghost" data-command={tool}>
            {m.tools[tool]}
          </button>
        ))}
      </div>
      <TextField
        label={label}
        name="isi"
        value={typed.isi}
        rows={kind === 'text' ? 16 : 6}
        help={<span data-plain-help>{m.bodyHelp}</span>}
        error={error('isi')}
        required={kind === 'text' || kind === 'assignment'}
      />
      <input type="hidden" name="isi_json" value="" />
    </div>
  )
}

const File = ({ m, kind, file, hasCaptions, error }: Part) => {
  if (!file || (kind !== 'video' && kind !== 'pdf' && kind !== 'file')) return null
  return (
    <>
      <FileField
        label={m.file[kind]}
        name="berkas"
        accept={file.accept}
        help={[file.now, m.fileHelp[kind](file.limitMb)].filter(Boolean).join(' ')}
        error={error('berkas')}
        required={file.now === null}
      />
      {kind === 'video' && (
        <FileField
          label={m.captions}
          name="takarir"
          accept=".vtt,text/vtt"
          help={hasCaptions ? m.captionsNow : m.captionsHelp}
          error={error('takarir')}
        />
      )}
      {hasCaptions && <CheckField label={m.captionsRemove} name="hapus_takarir" />}
    </>
  )
}

const Assignment = ({ m, typed, error }: Part) => {
  const choices = <K extends string>(texts: Record<K, string>) =>
    (Object.entries(texts) as [K, string][]).map(([value, label]) => ({ value, label }))
  const filled = Array.from({ length: criterionRows }, (_, n) => n).filter(n => typed[`kriteria-${n}`] || typed[`poin-${n}`])
  const shown = Math.min(criterionRows, Math.max(3, (filled.at(-1) ?? -1) + 3))
  return (
    <>
      <RadioField label={m.takes} name="bentuk" value={typed.bentuk} options={choices(m.takesChoices)} error={error('bentuk')} />
      <RadioField label={m.again} name="ulang" value={typed.ulang} options={choices(m.againChoices)} error={error('ulang')} />
      <TextField
        label={m.judgeMark}
        name="lulus"
        value={typed.lulus}
        inputmode="numeric"
        maxlength={3}
        help={m.judgeMarkHelp}
        error={error('lulus')}
      />
      <Section title={m.rubric} lead={m.rubricLead}>
        {Array.from({ length: shown }, (_, n) => (
          <FieldRow key={n} legend={m.criterion(n + 1)}>
            <TextField
              label={m.criterionTitle}
              name={`kriteria-${n}`}
              value={typed[`kriteria-${n}`]}
              maxlength={200}
              error={error(`kriteria-${n}`)}
            />
            <TextField
              label={m.criterionPoints}
              name={`poin-${n}`}
              value={typed[`poin-${n}`]}
              inputmode="numeric"
              maxlength={4}
              error={error(`poin-${n}`)}
            />
          </FieldRow>
        ))}
      </Section>
    </>
  )
}

const Quiz = ({ m, typed, items, bankHref, error }: Part) => {
  const chosen = new Set(typed.soal.split(','))
  const choices = <K extends string>(texts: Record<K, string>) =>
    (Object.entries(texts) as [K, string][]).map(([value, label]) => ({ value, label }))
  return (
    <>
      <SelectField label={m.purpose} name="tujuan" value={typed.tujuan} options={choices(m.purposes)} help={m.purposeHelp} />
      <TextField
        label={m.passMark}
        name="lulus"
        value={typed.lulus}
        inputmode="numeric"
        maxlength={3}
        help={m.passMarkHelp}
        error={error('lulus')}
        required
      />
      <TextField
        label={m.limit}
        name="waktu"
        value={typed.waktu}
        inputmode="numeric"
        maxlength={3}
        help={m.limitHelp}
        error={error('waktu')}
      />
      <TextField
        label={m.attempts}
        name="percobaan"
        value={typed.percobaan}
        inputmode="numeric"
        maxlength={2}
        help={m.attemptsHelp}
        error={error('percobaan')}
      />
      <RadioField
        label={m.feedback}
        name="umpan"
        value={typed.umpan}
        options={choices(m.feedbackChoices)}
        error={error('umpan')}
      />
      <CheckField label={m.shuffleItems} name="acak_soal" checked={typed.acak_soal === '1'} />
      <CheckField label={m.shuffleChoices} name="acak_pilihan" checked={typed.acak_pilihan === '1'} />
      <RadioField label={m.draw} name="ambil" value={typed.ambil} options={choices(m.drawChoices)} error={error('ambil')} />
      <TextField
        label={m.drawCount}
        name="jumlah"
        value={typed.jumlah}
        inputmode="numeric"
        maxlength={3}
        help={m.drawCountHelp(String(items.length))}
        error={error('jumlah')}
      />
      <fieldset class="field" id="f-soal">
        <legend class="field-label">{m.items}</legend>
        {error('soal') && <p class="field-error">{error('soal')}</p>}
        {items.map(item => (
          <CheckField
            key={item.id}
            id={`f-soal-${item.id}`}
            label={item.label}
            name="soal"
            value={String(item.id)}
            checked={chosen.has(String(item.id))}
          />
        ))}
        <p class="field-help">
          {items.length === 0 && m.itemsNone} <a href={bankHref}>{m.toBank}</a>
        </p>
      </fieldset>
    </>
  )
}

/** The form of a lesson, of whatever kind. The file stands last: what was typed is known before it comes. */
export function LessonFormPage(props: Props) {
  const { m, kind, typed } = props
  const error = (field: string) => props.errors.find(one => one.field === field)?.message
  const part = { ...props, error }
  return (
    <>
      <PageHeader title={props.title} eyebrow={props.eyebrow} lead={m.kindHelp[kind]} />
      <Form action={props.action} multipart errors={props.errors} errorTitle={m.formErrors}>
        <TextField label={m.title} name="judul" value={typed.judul} maxlength={200} error={error('judul')} required />
        <TextField
          label={m.minutesLabel}
          name="menit"
          value={typed.menit}
          inputmode="numeric"
          maxlength={3}
          error={error('menit')}
          required
        />
        <CheckField label={m.requiredLabel} name="wajib" checked={typed.wajib === '1'} help={m.requiredHelp} />
        {kind === 'link' && (
          <TextField
            label={m.url}
            name="alamat"
            type="url"
            value={typed.alamat}
            maxlength={2000}
            help={m.urlHelp}
            error={error('alamat')}
            required
          />
        )}
        <Body {...part} />
        {kind === 'assignment' && <Assignment {...part} />}
        {kind === 'quiz' && <Quiz {...part} />}
        <File {...part} />
        <FormActions>
          <SaveButtons m={m} backHref={props.backHref} />
        </FormActions>
      </Form>
      {props.remove && (
        <div class="actions mt-8">
          <PostButton action={props.remove.action} label={m.remove} tone="danger" confirm={props.remove.confirm} />
        </div>
      )}
    </>
  )
}
