import {
  ButtonLink,
  EmptyState,
  FilterBar,
  Heatmap,
  HiddenField,
  KeyFigure,
  PageHeader,
  SavedViews,
  type SavedViewsProps,
  SelectField,
} from '../../ui/index.ts'
import { CostLine } from '../cost/pages/cost.tsx'
import type { NeedMessages } from '../messages.ts'

type Choice = { value: string; label: string }
type Props = {
  m: NeedMessages
  figure: { value: string; sentence: string | undefined } | null
  lead: string
  rowHeader: string
  /** How many governments are shown of how many; null: all. */
  left: string | null
  place: string
  views: SavedViewsProps
  /** Null where all governments are shown: days are compared in one. */
  compareHref: string | null
  exportHref: string
  cost: Parameters<typeof CostLine>[0] | null
  /** The OPD whose units are shown. */
  unit: number | null
  canImport: boolean
  instansi: { value: string; choices: Choice[] }
  pillar: { value: string; choices: Choice[] }
  map: Omit<Parameters<typeof Heatmap>[0], 'caption' | 'legend' | 'emptyText' | 'columnsLabel' | 'rowHeader'>
}

export function HeatmapPage({
  m,
  figure,
  lead,
  rowHeader,
  left,
  place,
  views,
  compareHref,
  exportHref,
  cost,
  unit,
  canImport,
  instansi,
  pillar,
  map,
}: Props) {
  return (
    <>
      <PageHeader
        title={m.heatmap}
        lead={lead}
        actions={
          <>
            {compareHref && (
              <ButtonLink href={compareHref} icon="chart">
                {m.compareDays}
              </ButtonLink>
            )}
            {map.rows.length > 0 && (
              <ButtonLink href={exportHref} icon="download" download>
                {m.export}
              </ButtonLink>
            )}
          </>
        }
      />
      {figure && <KeyFigure value={figure.value} unit={m.heatFigure} label={place} sentence={figure.sentence} />}
      <SavedViews {...views} />
      <FilterBar action="/kesenjangan" submit={m.apply} autosubmit>
        {unit !== null ? (
          <>
            <HiddenField name="instansi" value={instansi.value} />
            <HiddenField name="unit" value={unit} />
          </>
        ) : (
          instansi.choices.length > 1 && (
            <SelectField label={m.instansi} name="instansi" value={instansi.value} options={instansi.choices} />
          )
        )}
        <SelectField
          label={m.pillar}
          name="pilar"
          value={pillar.value}
          options={[{ value: '', label: m.all }, ...pillar.choices]}
        />
      </FilterBar>
      {map.rows.length === 0 && pillar.value === '' ? (
        <EmptyState title={m.heatEmptyTitle} action={canImport && <ButtonLink href="/impor">{m.toImport}</ButtonLink>}>
          {canImport || instansi.choices.length < 2 ? m.heatEmpty : m.heatEmptyHere}
        </EmptyState>
      ) : (
        <Heatmap
          caption={m.heatmap}
          rowHeader={rowHeader}
          emptyText={m.heatNoneFiltered}
          columnsLabel={m.heatColumns}
          legend={[
            ...m.heatLegend.map((label, tone) => ({ tone: tone as 0 | 1 | 2 | 3 | 4, label })),
            { tone: null, label: m.heatNone },
          ]}
          {...map}
        />
      )}
      {left && <p>{left}</p>}
      {cost && map.rows.length > 0 && <CostLine {...cost} />}
    </>
  )
}
