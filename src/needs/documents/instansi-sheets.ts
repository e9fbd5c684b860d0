import { jenjangLabels } from '../../people/index.ts'
import type { Language } from '../../platform/i18n/index.ts'
import { numberColumn, type SheetToWrite } from '../../platform/sheet/index.ts'
import type { Jenjang } from '../../regulation/index.ts'
import { pillarLabels } from '../../standards/index.ts'
import { messages as needMessages } from '../messages.ts'
import { componentNames } from '../rules/priority.ts'
import type { Loaded } from './instansi-load.ts'
import { messages } from './messages.ts'
import { needTitle } from './need-title.ts'
import type { BelowExpectation, MissingTraining } from './store.ts'

export function needsSheet({ all, aimed }: Loaded, language: Language): SheetToWrite {
  const m = messages[language]
  const n = needMessages[language]
  return {
    name: m.sheetNeeds,
    columns: [
      numberColumn(m.needNo),
      { header: m.item, width: 26 },
      { header: m.pillar, width: 16 },
      { header: m.code, width: 14 },
      { header: m.need, width: 44 },
      { header: m.jenjang, width: 18 },
      numberColumn(m.from),
      numberColumn(m.to),
      numberColumn(m.people),
      numberColumn(m.staff),
      numberColumn(m.score),
      { header: m.tier, width: 20 },
      numberColumn(m.complete),
      ...componentNames.map(name => numberColumn(n.components[name])),
      { header: m.goalServed, width: 40 },
      { header: n.mandateOf, width: 40 },
    ],
    rows: [...all, ...aimed].map(need => [
      need.id,
      need.post === 'aimed' ? m.aimed : m.kinds[need.kind],
      need.pillar && pillarLabels[language][need.pillar],
      need.competency_code,
      needTitle(need, language),
      need.jenjang && (jenjangLabels[language][need.jenjang as Jenjang] ?? need.jenjang),
      need.level_from,
      need.level_to,
      need.people,
      need.staff,
      need.score,
      n.tiers[need.tier],
      need.known,
      ...componentNames.map(name => need[name]),
      need.goal_title,
      need.mandate_basis,
    ]),
  }
}

export function peopleSheet({ people }: Loaded, language: Language): SheetToWrite {
  const m = messages[language]
  return {
    name: m.sheetPeople,
    columns: [
      numberColumn(m.needNo),
      { header: m.nip, width: 22 },
      { header: m.name, width: 30 },
      { header: m.jabatan, width: 36 },
      { header: m.jenjang, width: 18 },
      { header: m.office, width: 36 },
      { header: m.unit, width: 36 },
      { header: m.code, width: 14 },
      { header: m.competency, width: 40 },
      numberColumn(m.required),
      numberColumn(m.held),
      numberColumn(m.gap),
    ],
    rows: people.map(row => [
      row.needId,
      row.nip,
      row.name,
      row.jabatan,
      jenjangLabels[language][row.jenjang as Jenjang] ?? row.jenjang,
      row.office,
      row.unit,
      row.code,
      row.competency,
      row.required,
      row.held,
      -row.gap,
    ]),
  }
}

export function heatSheet({ cells, competencies }: Loaded, language: Language): SheetToWrite {
  const m = messages[language]
  const known = new Map(competencies.map(one => [one.id, one]))
  return {
    name: m.sheetHeat,
    columns: [
      { header: m.office, width: 40 },
      { header: m.code, width: 14 },
      { header: m.competency, width: 40 },
      { header: m.pillar, width: 16 },
      numberColumn(m.requiredPeople),
      numberColumn(m.assessedPeople),
      numberColumn(m.belowPeople),
      numberColumn(m.gapSum),
    ],
    rows: cells.map(cell => {
      const one = known.get(cell.competency_id)
      return [
        cell.unit,
        one?.code ?? null,
        one?.name ?? null,
        one ? pillarLabels[language][one.pillar] : null,
        cell.required_people,
        cell.assessed_people,
        cell.gap_people,
        cell.gap_sum,
      ]
    }),
  }
}

export function coverageSheet({ offices, coverage }: Loaded, language: Language): SheetToWrite {
  const m = messages[language]
  const row = (name: string, of: { active: number; assessed: number }) => [
    name,
    of.active,
    of.assessed,
    of.active > 0 ? of.assessed / of.active : null,
  ]
  return {
    name: m.sheetCoverage,
    columns: [
      { header: m.office, width: 44 },
      numberColumn(m.active),
      numberColumn(m.assessed),
      { header: m.share, kind: 'percent' },
    ],
    rows: [...offices.map(office => row(office.name, office)), row(m.all, coverage)],
  }
}

const who = (language: Language) => {
  const m = messages[language]
  return [
    numberColumn(m.needNo),
    { header: m.nip, width: 22 },
    { header: m.name, width: 30 },
    { header: m.jabatan, width: 36 },
    { header: m.unit, width: 36 },
  ]
}

/** Who holds a post without a training it asks for; null where there is nobody. */
export function trainingSheet(trainings: readonly MissingTraining[], language: Language): SheetToWrite | null {
  const m = messages[language]
  const n = needMessages[language]
  if (trainings.length === 0) return null
  return {
    name: m.sheetTrainings,
    columns: [
      ...who(language),
      { header: m.training, width: 44 },
      { header: n.importance, width: 14 },
      { header: m.mandateBasis, width: 36 },
      { header: m.since, kind: 'date', width: 14 },
    ],
    rows: trainings.map(row => [
      row.needId,
      row.nip,
      row.name,
      row.jabatan,
      row.unit,
      row.training,
      n.importances[row.importance],
      row.mandateBasis,
      row.since,
    ]),
  }
}

/** Who was rated below expectation; null where there is nobody. */
export function performanceSheet(below: readonly BelowExpectation[], language: Language): SheetToWrite | null {
  const m = messages[language]
  if (below.length === 0) return null
  return {
    name: m.sheetPerformance,
    columns: [...who(language), { header: m.item, width: 34 }, { header: m.missed, kind: 'percent' }],
    rows: below.map(row => [
      row.needId,
      row.nip,
      row.name,
      row.jabatan,
      row.unit,
      needMessages[language].aspects[row.aspect] ?? row.aspect,
      row.missed,
    ]),
  }
}
