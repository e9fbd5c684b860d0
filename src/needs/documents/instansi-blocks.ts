import { barChart } from '../../platform/charts/index.ts'
import { formatNumber, formatShare, type Language } from '../../platform/i18n/index.ts'
import type { Block, Cell } from '../../platform/pdf/index.ts'
import { pillars } from '../../regulation/index.ts'
import { pillarLabels } from '../../standards/index.ts'
import { messages as needMessages } from '../messages.ts'
import { heatTone, jenjangText, levelsText, scoreText } from '../present.ts'
import type { Tier } from '../rules/priority.ts'
import type { NeedRow } from '../store.ts'
import { type Loaded, tiers } from './instansi-load.ts'
import { messages } from './messages.ts'
import { needTitle } from './need-title.ts'

const lowestShown = 6
/** As many columns of a heatmap stand on an upright page. */
const uprightColumns = 11
const technicalShown = 19

export function summary(loaded: Loaded, language: Language): Block[] {
  const m = messages[language]
  const n = needMessages[language]
  const number = (value: number) => formatNumber(value, language)
  const { active, assessed } = loaded.coverage
  const count = (tier: Tier) => loaded.counts.find(row => row.tier === tier)
  const share = active > 0 ? formatShare(assessed / active, language) : '–'
  const tierRow = (label: string, needs: readonly NeedRow[]) => [
    label,
    ...tiers.map(tier => number(needs.filter(need => need.tier === tier).length)),
    number(needs.length),
  ]
  const byPillar = pillars.map(pillar =>
    tierRow(
      pillarLabels[language][pillar],
      loaded.needs.filter(need => need.pillar === pillar),
    ),
  )
  return [
    { kind: 'heading', level: 1, text: m.summary, page: 'portrait' },
    {
      kind: 'paragraph',
      tone: 'lead',
      text:
        loaded.all.length > 0
          ? m.summaryLead(loaded.name, number(count('urgen')?.needs ?? 0), number(urgentPeople(loaded)))
          : m.none,
    },
    {
      kind: 'figures',
      items: [
        { label: m.mapped, value: share, detail: m.mappedDetail(number(assessed), number(active)) },
        ...tiers.map(tier => ({ label: n.tiers[tier], value: number(count(tier)?.needs ?? 0) })),
      ],
    },
    { kind: 'paragraph', text: m.coverageNote(share, number(active - assessed)) },
    { kind: 'heading', level: 2, text: m.byKind },
    {
      kind: 'table',
      columns: [
        { header: m.kindOrPillar },
        ...tiers.map(tier => ({ header: n.tiers[tier], width: 68, align: 'right' as const })),
        { header: m.total, width: 46, align: 'right' },
      ],
      rows: [...byPillar, ...loaded.others.map(({ kind, needs }) => tierRow(m.kinds[kind], needs))],
      empty: '',
    },
  ]
}

/** Each once, however many urgent needs they have; those of a need whose population is a number are not known by name. */
function urgentPeople({ all, people, trainings, performance }: Loaded): number {
  const urgent = new Set(all.filter(need => need.tier === 'urgen').map(need => need.id))
  const behind = [...people, ...trainings, ...performance].filter(row => row.needId !== null && urgent.has(row.needId))
  return new Set(behind.map(row => row.nip)).size
}

export function coverageBlocks({ offices, coverage }: Loaded, language: Language): Block[] {
  const m = messages[language]
  const number = (value: number) => formatNumber(value, language)
  const share = (row: { active: number; assessed: number }) => (row.active > 0 ? row.assessed / row.active : 0)
  const total = formatShare(share(coverage), language)
  const lowest = [...offices].sort((a, b) => share(a) - share(b) || b.active - a.active).slice(0, lowestShown)
  const row = (name: string, of: { active: number; assessed: number }): Cell[] => [
    name,
    number(of.active),
    number(of.assessed),
    formatShare(share(of), language),
  ]
  return [
    { kind: 'heading', level: 1, text: m.coverage },
    { kind: 'paragraph', text: m.coverageLead },
    ...(lowest.length > 2
      ? [
          {
            kind: 'chart' as const,
            caption: m.lowestCaption(total),
            svg: barChart({
              title: m.lowest,
              description: m.lowestCaption(total),
              max: 100,
              bars: lowest.map(one => ({ label: one.name, value: share(one) * 100, reference: share(coverage) * 100 })),
              format: value => formatShare(value / 100, language),
              legend: { value: m.share, reference: m.all },
            }),
          },
        ]
      : []),
    {
      kind: 'table',
      columns: [
        { header: m.office },
        { header: m.active, width: 70, align: 'right' },
        { header: m.assessed, width: 80, align: 'right' },
        { header: m.share, width: 60, align: 'right' },
      ],
      rows: [
        ...offices.map(office => row(office.name, office)),
        row(m.all, coverage).map(cell => ({ text: String(cell), strong: true })),
      ],
      empty: '',
    },
  ]
}

function needTable(needs: readonly NeedRow[], language: Language): Block {
  const m = messages[language]
  const levels = needs.some(need => need.level_to !== null)
  return {
    kind: 'table',
    columns: [
      { header: m.no, width: 24, align: 'right' },
      { header: m.need },
      { header: m.jenjang, width: 78 },
      ...(levels ? [{ header: m.levels, width: 48, align: 'center' as const }] : []),
      { header: m.people, width: 42, align: 'right' },
      { header: m.score, width: 34, align: 'right' },
      { header: m.complete, width: 42, align: 'right' },
    ],
    rows: needs.map((need, index) => [
      index + 1,
      needTitle(need, language),
      jenjangText(need, language),
      ...(levels ? [levelsText(need)] : []),
      formatNumber(need.people, language),
      { text: scoreText(need.score, language), strong: true },
      m.completeness(need.known),
    ]),
    empty: m.noneOfTier,
  }
}

export function listBlocks({ needs, aimed, others }: Loaded, language: Language): Block[] {
  const m = messages[language]
  const n = needMessages[language]
  return [
    { kind: 'heading', level: 1, text: m.list, page: 'portrait' },
    { kind: 'paragraph', text: m.listLead },
    ...tiers.flatMap((tier): Block[] => {
      const of = needs.filter(need => need.tier === tier)
      if (of.length === 0 && tier === 'belum_dapat_dinilai') return []
      return [
        { kind: 'heading', level: 2, text: `${n.tiers[tier]} (${formatNumber(of.length, language)})` },
        needTable(of, language),
      ]
    }),
    ...others.flatMap(({ kind, needs }): Block[] => [
      { kind: 'heading', level: 1, text: m.kinds[kind] },
      { kind: 'paragraph', text: needMessages[language].kindLeads[kind] },
      needTable(needs, language),
    ]),
    ...(aimed.length > 0
      ? ([
          { kind: 'heading', level: 1, text: m.aimed },
          { kind: 'paragraph', text: m.aimedLead },
          needTable(aimed, language),
        ] satisfies Block[])
      : []),
  ]
}

export function heatBlocks({ cells, competencies }: Loaded, language: Language): Block[] {
  const m = messages[language]
  const gapPeople = new Map<number, number>()
  for (const cell of cells) gapPeople.set(cell.competency_id, (gapPeople.get(cell.competency_id) ?? 0) + cell.gap_people)
  const asked = competencies.filter(one => gapPeople.has(one.id))
  const isCommon = (pillar: string) => pillar === 'manajerial' || pillar === 'sosial_kultural'
  const common = asked.filter(one => isCommon(one.pillar))
  const kept = new Set(
    asked
      .filter(one => !isCommon(one.pillar))
      .sort((a, b) => gapPeople.get(b.id)! - gapPeople.get(a.id)!)
      .slice(0, technicalShown)
      .map(one => one.id),
  )
  const parts = [
    { title: m.heatCommon, columns: common },
    { title: m.heatTechnical, columns: asked.filter(one => kept.has(one.id)) },
  ].filter(part => part.columns.length > 0)
  return parts.flatMap(({ title, columns }, index): Block[] => {
    const byUnit = new Map<number, { label: string; cells: Map<number, (typeof cells)[number]> }>()
    for (const cell of cells) {
      if (!columns.some(one => one.id === cell.competency_id)) continue
      const row = byUnit.get(cell.top_id) ?? { label: cell.unit, cells: new Map() }
      byUnit.set(cell.top_id, row)
      row.cells.set(cell.competency_id, cell)
    }
    const page = columns.length <= uprightColumns ? 'portrait' : 'landscape'
    return [
      ...(index === 0
        ? ([
            { kind: 'heading', level: 1, text: m.heat, page },
            { kind: 'paragraph', text: m.heatLead },
            { kind: 'heading', level: 2, text: title },
          ] satisfies Block[])
        : ([{ kind: 'heading', level: 2, text: title, page }] satisfies Block[])),
      {
        kind: 'heat',
        rowHeader: m.office,
        columns: columns.map(one => one.code),
        rows: [...byUnit.values()].map(row => ({
          label: row.label,
          cells: columns.map(one => {
            const cell = row.cells.get(one.id)
            if (!cell) return null
            const tone = heatTone(cell.gap_people, cell.assessed_people)
            return { tone, text: tone === null ? '–' : formatNumber((cell.gap_people / cell.assessed_people) * 100, language) }
          }),
        })),
        legend: needMessages[language].heatLegend,
        none: needMessages[language].heatNone,
      },
    ]
  })
}

const saysUnverified = /belum (ter|di)verifikasi/i

export function definitions({ competencies, cells, needs }: Loaded, language: Language): Block[] {
  const m = messages[language]
  const used = new Set([...cells.map(cell => cell.competency_id), ...needs.map(need => need.competency_id)])
  return [
    { kind: 'heading', level: 1, text: m.definitions, page: 'portrait' },
    { kind: 'list', items: m.terms },
    { kind: 'heading', level: 2, text: m.codes },
    {
      kind: 'table',
      columns: [
        { header: m.code, width: 64 },
        { header: m.competency },
        { header: m.pillar, width: 90 },
        { header: m.source, width: 150 },
      ],
      rows: competencies
        .filter(one => used.has(one.id))
        .map(one => [
          one.code,
          language === 'en' && one.nameEn ? one.nameEn : one.name,
          pillarLabels[language][one.pillar],
          one.verified || saysUnverified.test(one.legalBasis) ? one.legalBasis : `${one.legalBasis} (${m.unverified})`,
        ]),
      empty: '',
    },
    { kind: 'heading', level: 1, text: m.sources },
    { kind: 'list', items: m.sourceList },
  ]
}
