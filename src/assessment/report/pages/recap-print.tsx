import { Alert, ButtonLink, PageHeader } from '../../../ui/index.ts'
import type { ReportMessages } from '../messages.ts'
import type { RecapCells } from '../recap-cells.ts'

type Props = {
  m: ReportMessages
  form: 'penilaian' | 'unit'
  instansi: string
  place: string
  purpose: string
  rows: RecapCells[]
  rules: string
  note: string | null
  signedBy: string
  /** Where not everybody fits. */
  limit: string | null
  backHref: string
  exportHref: string
}

const AssessmentForm = ({ m, rows }: Props) => (
  <table class="form-table recap-table">
    <caption class="sr-only">{m.recapTitle}</caption>
    <colgroup>
      {Array.from({ length: 14 }, (_, index) => (
        <col key={index} />
      ))}
    </colgroup>
    <thead>
      <tr>
        <th scope="col" rowSpan={2}>
          {m.no}
        </th>
        <th scope="col" rowSpan={2}>
          {m.name}
        </th>
        <th scope="col" rowSpan={2}>
          {m.nip}
        </th>
        <th scope="col" rowSpan={2}>
          {m.jabatanInstansi}
        </th>
        <th scope="colgroup" colSpan={4} class="mid">
          {m.assessment}
        </th>
        <th scope="col" rowSpan={2}>
          {m.category}
        </th>
        <th scope="col" rowSpan={2}>
          {m.quadrant}
        </th>
        <th scope="col" rowSpan={2}>
          {m.remarks}
        </th>
        <th scope="col" rowSpan={2}>
          {m.recommendation}
        </th>
        <th scope="col" rowSpan={2}>
          {m.placement}
        </th>
        <th scope="col" rowSpan={2}>
          {m.suggestion}
        </th>
      </tr>
      <tr>
        <th scope="col">{m.performance}</th>
        <th scope="col">{m.potentialShort}</th>
        <th scope="col">{m.competencyShort}</th>
        <th scope="col">{m.jpm}</th>
      </tr>
    </thead>
    <tbody>
      {rows.map(row => (
        <tr key={row.id}>
          <td class="mid">{row.no}</td>
          <td>{row.name}</td>
          <td>{row.nip}</td>
          <td>
            {row.jabatan} / {row.unit}, {row.instansi}
          </td>
          <td>{row.performance}</td>
          <td class="mid">{row.potential}</td>
          <td class="mid">{row.competency}</td>
          <td class="mid">{row.jpm}</td>
          <td>{row.category.text}</td>
          <td>{row.quadrant}</td>
          <td>{row.remarks}</td>
          <td>{row.recommendation}</td>
          <td>{row.placement}</td>
          <td>{row.suggestion}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

const UnitForm = ({ m, rows }: Props) => (
  <table class="form-table">
    <caption class="sr-only">{m.formUnit}</caption>
    <thead>
      <tr>
        {[m.name, m.nip, m.jabatan, m.ikk, m.gapBand, m.quadrant, m.kinds, m.plan].map(head => (
          <th key={head} scope="col">
            {head}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map(row => (
        <tr key={row.id}>
          <td>{row.name}</td>
          <td>{row.nip}</td>
          <td>{row.jabatan}</td>
          <td class="mid">{row.ikk}</td>
          <td>{row.band.text}</td>
          <td>{row.quadrant}</td>
          <td>{row.kinds}</td>
          <td>{row.plan}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

/** The recap as it is laid before a meeting: the official form, with the place to sign. */
export function RecapPrintPage(props: Props) {
  const { m, form, limit } = props
  return (
    <div class="official-form wide-form">
      <PageHeader
        title={form === 'unit' ? m.formUnit : m.recapTitle}
        eyebrow={props.instansi}
        lead={`${props.place} · ${m.purpose}: ${props.purpose}`}
        actions={
          <>
            <ButtonLink href={props.exportHref} icon="download" download>
              {m.export}
            </ButtonLink>
            <ButtonLink href={props.backHref} tone="ghost">
              {m.toScreen}
            </ButtonLink>
          </>
        }
      />
      <p class="screen-only text-muted">{m.printHint}</p>
      {limit && <Alert tone="warn">{limit}</Alert>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide form scrolls, also by key */}
      <section class="form-scroll" tabIndex={0} aria-label={form === 'unit' ? m.formUnit : m.recapTitle}>
        {form === 'unit' ? <UnitForm {...props} /> : <AssessmentForm {...props} />}
      </section>
      <p class="text-muted">
        {props.rules} {props.note} {m.quadrantNote} {form === 'penilaian' && m.adviceLead}
      </p>
      <div class="signature-block">
        <p>{m.signedAt}</p>
        <p>{props.signedBy}</p>
        <p class="signature-name">{m.signedName}</p>
        <p>{m.signedNip}</p>
      </div>
    </div>
  )
}
