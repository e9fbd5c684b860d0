import { ButtonLink, Facts, PageHeader } from '../../ui/index.ts'
import type { FormMessages } from '../form-messages.ts'
import type { OfficialForm } from '../official-form.ts'
import { Lines } from './lines.tsx'

const Groups = ({ f, groups }: { f: FormMessages; groups: OfficialForm['groups'] }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
  <section class="form-scroll" tabIndex={0} aria-label={f.standard}>
    <table class="form-table">
      <caption class="sr-only">{f.standard}</caption>
      <thead>
        <tr>
          <th scope="col">{f.number}</th>
          <th scope="col">{f.competency}</th>
          <th scope="col">{f.level}</th>
          <th scope="col">{f.description}</th>
          <th scope="col">{f.indicators}</th>
        </tr>
      </thead>
      {groups.map(group => (
        <tbody key={group.label}>
          <tr>
            <th colSpan={5} scope="colgroup">
              {group.label}
            </th>
          </tr>
          {group.rows.length === 0 && (
            <tr>
              <td colSpan={5}>{f.none}</td>
            </tr>
          )}
          {group.rows.map(row => (
            <tr key={row.number}>
              <td>{row.number}</td>
              <td>{row.name}</td>
              <td class="mid">{row.level}</td>
              <td>{row.description}</td>
              <td>
                <Lines text={row.indicators.join('\n') || f.notSaid} />
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  </section>
)

const Rows = ({ caption, heads, rows, empty }: { caption: string; heads: string[]; rows: string[][]; empty: string }) =>
  rows.length === 0 ? (
    <p>{empty}</p>
  ) : (
    <div class="form-scroll">
      <table class="form-table small">
        <caption class="sr-only">{caption}</caption>
        <thead>
          <tr>
            {heads.map(head => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, index) => (
            <tr key={index}>
              {cells.map((cell, at) => (
                <td key={at}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )

/** The official form (DOMAIN.md 1.4), to be printed on A4. */
export function OfficialFormPage({
  f,
  form,
  pdfHref,
  backHref,
}: {
  f: FormMessages
  form: OfficialForm
  pdfHref: string
  backHref: string
}) {
  return (
    <>
      <PageHeader
        title={f.title}
        eyebrow={form.instansi || undefined}
        lead={<span class="screen-only">{f.lead}</span>}
        actions={
          <>
            <ButtonLink href={backHref}>{f.back}</ButtonLink>
            <ButtonLink href={pdfHref} tone="primary" icon="download" download>
              {f.pdf}
            </ButtonLink>
          </>
        }
      />
      <article class="official-form">
        <Facts items={form.header.map(({ label, value }) => ({ label, value: <Lines text={value} /> }))} />
        <h2>{f.standard}</h2>
        <Groups f={f} groups={form.groups} />
        <h2>{f.requirements}</h2>
        <h3>{f.education}</h3>
        <Facts items={form.education} />
        <h3>{f.training}</h3>
        <Rows
          caption={f.training}
          heads={[f.trainingName, f.trainingKind, f.importance]}
          rows={form.training.map(row => [row.also ? `${row.name} (${row.also})` : row.name, row.kind, row.importance])}
          empty={f.trainingNone}
        />
        <h3>{f.experience}</h3>
        <Rows
          caption={f.experience}
          heads={[f.experienceName, f.months, f.importance]}
          rows={form.experience.map(row => [row.name, row.months, row.importance])}
          empty={f.experienceNone}
        />
        <h3>{f.golongan}</h3>
        <p>{form.golongan}</p>
        <h3>{f.indicatorsOfPost}</h3>
        {form.indicators.length === 0 ? (
          <p>{f.notSaid}</p>
        ) : (
          <ol>
            {form.indicators.map(indicator => (
              <li key={indicator}>{indicator}</li>
            ))}
          </ol>
        )}
        <Facts items={form.foot.map(({ label, value }) => ({ label, value: <Lines text={value} /> }))} />
      </article>
    </>
  )
}
