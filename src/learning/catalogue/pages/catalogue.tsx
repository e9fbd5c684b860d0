import type { ComponentChildren } from 'preact'
import {
  Badge,
  ButtonLink,
  CheckField,
  Disclosure,
  EmptyState,
  FilterBar,
  Icon,
  KeyFigure,
  PageHeader,
  Pager,
  SelectField,
  Tabs,
  TextField,
} from '../../../ui/index.ts'
import type { CatalogueMessages } from '../messages.ts'

export type ItemCard = {
  key: string
  href: string
  kind: string
  title: string
  summary: string
  provider: string
  competencies: { name: string; level: string; demanded: string | null }[]
  /** JP, form, cost: what one compares. */
  facts: string[]
  who: string
  /** That one learns it, or has passed it. */
  own: string | null
  next: string
  /** Can be begun, or has a class that takes people in. */
  open: boolean
}
type Choice = { value: string | number; label: string }
const hidden = ['kompetensi', 'tingkat', 'pilar', 'bentuk', 'jalur', 'pola', 'lama', 'penyelenggara'] as const
type Props = {
  m: CatalogueMessages
  /** Null: for who learns nothing here. */
  tabs: Parameters<typeof Tabs>[0] | null
  figure: { value: string; label: string; sentence: string }
  rows: ItemCard[]
  values: Record<'q' | 'jenis' | 'urut' | 'gratis' | 'untuk' | (typeof hidden)[number], string>
  choices: Record<'jenis' | 'urut' | (typeof hidden)[number], Choice[]>
  /** Whether the actor holds a jabatan that demands something. */
  hasPost: boolean
  /** Of another jabatan: sent along. */
  jabatan: string | null
  narrowed: boolean
  exportHref: string
  pager: Parameters<typeof Pager>[0]
}

const Filters = ({ m, values, choices, hasPost, narrowed, jabatan }: Props) => {
  const any = { value: '', label: m.all }
  const chosen = hidden.filter(name => values[name] !== '').length + (values.gratis ? 1 : 0)
  const labels = {
    kompetensi: m.competency,
    tingkat: m.level,
    pilar: m.pillar,
    bentuk: m.form,
    jalur: m.route,
    pola: m.pattern,
    lama: m.length,
    penyelenggara: m.provider,
  }
  return (
    <FilterBar action="/katalog" submit={m.apply} resetHref={narrowed ? '/katalog' : undefined} resetLabel={m.reset}>
      <TextField label={m.search} name="q" value={values.q} type="search" maxlength={80} />
      <SelectField label={m.kind} name="jenis" value={values.jenis} options={[any, ...choices.jenis]} />
      <SelectField label={m.order} name="urut" value={values.urut} options={choices.urut} />
      {hasPost && <CheckField label={m.myPost} name="untuk" value="saya" checked={values.untuk === 'saya'} />}
      {jabatan && <input type="hidden" name="jabatan" value={jabatan} />}
      <div class="filter-more">
        <Disclosure summary={chosen > 0 ? m.moreChosen(chosen) : m.more} open={chosen > 0}>
          <div class="filter-grid">
            {hidden.map(name => (
              <SelectField key={name} label={labels[name]} name={name} value={values[name]} options={[any, ...choices[name]]} />
            ))}
            <CheckField label={m.free} name="gratis" checked={values.gratis !== ''} />
          </div>
        </Disclosure>
      </div>
    </FilterBar>
  )
}

export const Reached = ({ competencies }: { competencies: ItemCard['competencies'] }) => (
  <ul class="reached">
    {competencies.map(one => (
      <li key={one.name}>
        <span>{one.name}</span> <Badge tone={one.demanded ? 'ok' : 'neutral'}>{one.demanded ?? one.level}</Badge>
      </li>
    ))}
  </ul>
)

const Card = ({ row }: { row: ItemCard }) => (
  <li class="course-card">
    <p class="eyebrow">
      {row.kind} · {row.provider}
    </p>
    <h2>
      <a href={row.href}>{row.title}</a>
    </h2>
    {row.summary && <p class="course-card-words">{row.summary}</p>}
    <Reached competencies={row.competencies} />
    <p class="course-card-facts">{row.facts.join(' · ')}</p>
    <p class="course-card-who">{row.who}</p>
    {row.own ? (
      <p class="course-card-next is-open">
        <Icon name="check" /> {row.own}
      </p>
    ) : (
      <p class={row.open ? 'course-card-next is-open' : 'course-card-next'}>{row.next}</p>
    )}
  </li>
)

/** What there is to learn, as cards: the same on a phone as on a desk. */
export function CataloguePage(props: Props) {
  const { m, rows, figure, narrowed } = props
  const empty: ComponentChildren = narrowed ? (
    <EmptyState title={m.nothing} action={<ButtonLink href="/katalog">{m.reset}</ButtonLink>}>
      {m.nothingWhat}
    </EmptyState>
  ) : (
    <EmptyState title={m.empty}>{m.emptyWhat}</EmptyState>
  )
  return (
    <>
      <PageHeader title={m.catalogue} lead={m.catalogueLead} />
      {props.tabs && <Tabs {...props.tabs} />}
      <KeyFigure value={figure.value} label={figure.label} sentence={figure.sentence} />
      <Filters {...props} />
      {rows.length === 0 ? (
        empty
      ) : (
        <ul class="course-cards">
          {rows.map(row => (
            <Card key={row.key} row={row} />
          ))}
        </ul>
      )}
      {rows.length > 0 && (
        <>
          <Pager {...props.pager} />
          <p>
            <ButtonLink href={props.exportHref} icon="download" tone="ghost" download>
              {m.export}
            </ButtonLink>
          </p>
        </>
      )}
    </>
  )
}
