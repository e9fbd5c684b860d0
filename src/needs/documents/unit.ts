import { formatNip, unitName } from '../../people/index.ts'
import { barChart } from '../../platform/charts/index.ts'
import type { Built, DocumentKind, Making } from '../../platform/documents/index.ts'
import { Refusal } from '../../platform/http/refusal.ts'
import { formatNumber, type Language } from '../../platform/i18n/index.ts'
import type { Block } from '../../platform/pdf/index.ts'
import { numberColumn, type SheetToWrite } from '../../platform/sheet/index.ts'
import { policyAt } from '../../policies/index.ts'
import type { Pillar } from '../../regulation/index.ts'
import { pillarLabels } from '../../standards/index.ts'
import { messages as needMessages } from '../messages.ts'
import { priorityPolicy } from '../policies.ts'
import { trainingSheet } from './instansi-sheets.ts'
import { messages } from './messages.ts'
import { methodInputs, rulesSheet } from './method.ts'
import { placeOf } from './place.ts'
import { type MissingTraining, missingTrainings, peopleOfUnit, type UnitPerson } from './store.ts'

const { id, en } = messages

async function build(making: Making): Promise<Built> {
  const { subject, language } = making
  const m = messages[language]
  const loaded = await making.read(async tx => {
    const place = await placeOf(tx, subject.instansiId, language)
    const today = making.today(place.timeZone)
    const unit = await unitName(tx, subject.instansiId, subject.unitId!)
    if (!unit) throw new Refusal(404, { id: id.unitGone, en: en.unitGone })
    const people = await peopleOfUnit(tx, subject.instansiId, subject.unitId!)
    return {
      ...place,
      today,
      unit,
      people,
      trainings: await missingTrainings(
        tx,
        subject.instansiId,
        people.map(one => one.pegawaiId),
      ),
      policy: await policyAt(tx, priorityPolicy, subject.instansiId, today),
    }
  })
  const { people, trainings, unit } = loaded
  const weighed = { policy: loaded.policy, language, asOf: loaded.today, timeZone: loaded.timeZone, calculatedAt: null }
  const assessed = people.filter(person => person.assessed > 0)
  return {
    title: m.titleOf(unit),
    subtitle: m.akd,
    issuer: loaded.issuer,
    timeZone: loaded.timeZone,
    asOf: loaded.today,
    facts: [
      { label: m.unit, value: unit },
      { label: m.legalBasis, value: m.legalBasisText },
    ],
    inputs: [
      { key: 'people', label: m.inputPeople, value: people.length },
      {
        key: 'coverage',
        label: m.inputCoverage,
        value: m.mappedDetail(formatNumber(assessed.length, language), formatNumber(people.length, language)),
      },
      ...methodInputs(weighed),
    ],
    pdf: { cover: true, names: true, blocks: [...summary(unit, people, language), ...lists(people, trainings, language)] },
    xlsx: {
      names: true,
      sheets: [
        gapSheet(people, language),
        peopleSheet(people, language),
        trainingSheet(trainings, language),
        rulesSheet(weighed),
      ].filter(sheet => sheet !== null),
    },
  }
}

type Grouped = { code: string; competency: string; pillar: Pillar; required: number; people: number; gapSum: number }

/** The gaps of the unit: by competency and level demanded, the most people first. */
export function grouped(people: readonly UnitPerson[]): Grouped[] {
  const groups = new Map<string, Grouped>()
  for (const gap of people.flatMap(person => person.gaps)) {
    const key = `${gap.code}:${gap.required}`
    const group = groups.get(key) ?? {
      code: gap.code,
      competency: gap.competency,
      pillar: gap.pillar,
      required: gap.required,
      people: 0,
      gapSum: 0,
    }
    groups.set(key, { ...group, people: group.people + 1, gapSum: group.gapSum + gap.gap })
  }
  return [...groups.values()].sort((a, b) => b.people - a.people || b.gapSum - a.gapSum || a.code.localeCompare(b.code))
}

const mostShown = 6

/** In how many people each competency is below the standard, whatever the level demanded; the first of them, the most people first. */
function widest(people: readonly UnitPerson[]): { label: string; value: number }[] {
  const counts = new Map<string, number>()
  for (const gap of people.flatMap(person => person.gaps)) counts.set(gap.competency, (counts.get(gap.competency) ?? 0) + 1)
  return [...counts]
    .map(([label, value]) => ({ label, value }))
    .sort((a, b) => b.value - a.value || a.label.localeCompare(b.label))
    .slice(0, mostShown)
}

function summary(unit: string, people: readonly UnitPerson[], language: Language): Block[] {
  const m = messages[language]
  const number = (value: number) => formatNumber(value, language)
  const withGap = people.filter(person => person.gaps.length > 0).length
  const unassessed = people.filter(person => person.assessed === 0).length
  const bars = widest(people)
  return [
    { kind: 'heading', level: 1, text: m.summary },
    { kind: 'paragraph', tone: 'lead', text: m.unitSentence(unit, number(withGap), number(people.length), number(unassessed)) },
    {
      kind: 'figures',
      items: [
        { label: m.unitPeople, value: number(people.length) },
        { label: m.assessed, value: number(people.length - unassessed) },
        { label: m.unitGapPeople, value: number(withGap) },
        { label: m.unitUnassessed, value: number(unassessed), detail: m.unassessedDetail },
      ],
    },
    { kind: 'heading', level: 1, text: m.unitNeeds },
    { kind: 'paragraph', text: m.unitNeedsLead },
    ...(bars.length > 0
      ? [
          {
            kind: 'chart' as const,
            caption: m.widestCaption,
            svg: barChart({ title: m.widest, description: m.widestCaption, bars, format: number }),
          },
        ]
      : []),
    {
      kind: 'table',
      columns: [
        { header: m.code, width: 64 },
        { header: m.competency },
        { header: m.pillar, width: 90 },
        { header: m.required, width: 50, align: 'right' },
        { header: m.people, width: 50, align: 'right' },
      ],
      rows: grouped(people).map(row => [
        row.code,
        row.competency,
        pillarLabels[language][row.pillar],
        row.required,
        number(row.people),
      ]),
      empty: m.noGaps,
    },
  ]
}

function lists(people: readonly UnitPerson[], trainings: readonly MissingTraining[], language: Language): Block[] {
  const m = messages[language]
  const who = [
    { header: m.no, width: 24, align: 'right' as const },
    { header: m.name, width: 120 },
    { header: m.jabatan, width: 120 },
  ]
  const withGap = people.filter(person => person.gaps.length > 0)
  const unassessed = people.filter(person => person.assessed === 0)
  return [
    { kind: 'heading', level: 1, text: m.unitList },
    { kind: 'paragraph', text: m.unitListLead },
    {
      kind: 'table',
      columns: [...who, { header: m.gap }],
      rows: withGap.map((person, index) => [
        index + 1,
        `${person.name}\n${formatNip(person.nip)}`,
        person.jabatan ?? '–',
        person.gaps.map(gap => `${gap.competency} ${gap.held}\u00a0→\u00a0${gap.required}`).join('; '),
      ]),
      empty: m.noGaps,
    },
    ...(trainings.length > 0 ? missingBlocks(trainings, language) : []),
    { kind: 'heading', level: 1, text: m.unassessedList },
    { kind: 'paragraph', text: m.unassessedLead },
    {
      kind: 'table',
      columns: [...who, { header: m.unit }],
      rows: unassessed.map((person, index) => [
        index + 1,
        `${person.name}\n${formatNip(person.nip)}`,
        person.jabatan ?? '–',
        person.unit,
      ]),
      empty: m.noUnassessed,
    },
  ]
}

/** Who holds a post without a training it asks for. */
function missingBlocks(trainings: readonly MissingTraining[], language: Language): Block[] {
  const m = messages[language]
  const n = needMessages[language]
  return [
    { kind: 'heading', level: 1, text: m.missingList },
    { kind: 'paragraph', text: m.missingLead },
    {
      kind: 'table',
      columns: [
        { header: m.no, width: 24, align: 'right' },
        { header: m.name, width: 120 },
        { header: m.jabatan, width: 120 },
        { header: m.training },
        { header: n.importance, width: 60 },
      ],
      rows: trainings.map((row, index) => [
        index + 1,
        `${row.name}\n${formatNip(row.nip)}`,
        row.jabatan,
        row.training,
        { text: n.importances[row.importance], strong: row.importance === 'mutlak' },
      ]),
      empty: '',
    },
  ]
}

const person = (language: Language) => {
  const m = messages[language]
  return [
    { header: m.nip, width: 22 },
    { header: m.name, width: 30 },
    { header: m.jabatan, width: 36 },
    { header: m.unit, width: 36 },
  ]
}

function gapSheet(people: readonly UnitPerson[], language: Language): SheetToWrite {
  const m = messages[language]
  return {
    name: m.gaps,
    columns: [
      ...person(language),
      { header: m.code, width: 14 },
      { header: m.competency, width: 40 },
      { header: m.pillar, width: 16 },
      numberColumn(m.required),
      numberColumn(m.held),
      numberColumn(m.gap),
    ],
    rows: people.flatMap(one =>
      one.gaps.map(gap => [
        one.nip,
        one.name,
        one.jabatan,
        one.unit,
        gap.code,
        gap.competency,
        pillarLabels[language][gap.pillar],
        gap.required,
        gap.held,
        -gap.gap,
      ]),
    ),
  }
}

function peopleSheet(people: readonly UnitPerson[], language: Language): SheetToWrite {
  const m = messages[language]
  return {
    name: m.sheetPeople,
    columns: [...person(language), numberColumn(m.requiredCompetencies), numberColumn(m.assessed), numberColumn(m.gaps)],
    rows: people.map(one => [one.nip, one.name, one.jabatan, one.unit, one.asked, one.assessed, one.gaps.length]),
  }
}

/** One office or unit, with everybody in it and below it. */
export const akdUnit: DocumentKind = {
  kind: 'akd_unit',
  name: { id: id.unitKind, en: en.unitKind },
  lead: { id: id.unitLead, en: en.unitLead },
  about: 'unit',
  readers: ['admin', 'pengelola', 'perencana', 'pembina', 'pimpinan'],
  issuers: ['admin', 'pengelola', 'perencana'],
  build,
}
