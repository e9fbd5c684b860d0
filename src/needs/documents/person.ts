import { methodLabels, profileOf } from '../../assessment/index.ts'
import { formatNip, personById } from '../../people/index.ts'
import { radarChart } from '../../platform/charts/index.ts'
import type { Built, DocumentKind, Making } from '../../platform/documents/index.ts'
import { Refusal } from '../../platform/http/refusal.ts'
import { formatDate, type Language } from '../../platform/i18n/index.ts'
import type { Block, Cell } from '../../platform/pdf/index.ts'
import { numberColumn, type SheetToWrite } from '../../platform/sheet/index.ts'
import { highestLevel, jpPerYear, pillars } from '../../regulation/index.ts'
import { pillarLabels, requirementsOf } from '../../standards/index.ts'
import { akdReaders } from '../access.ts'
import { messages as needMessages } from '../messages.ts'
import { type GapRow, gapsOf } from '../store.ts'
import { trainingSheet } from './instansi-sheets.ts'
import { messages } from './messages.ts'
import { placeOf } from './place.ts'
import { missingTrainings } from './store.ts'

const { id, en } = messages
const stepsShown = 3

async function load({ subject, language, read, today }: Making) {
  return read(async tx => {
    const person = await personById(tx, subject.pegawaiId)
    if (!person) throw new Refusal(404, { id: id.personGone, en: en.personGone })
    const place = await placeOf(tx, person.instansi.id, language)
    const day = today(person.instansi.timeZone)
    return {
      person,
      issuer: place.issuer,
      today: day,
      gaps: await gapsOf(tx, [subject.pegawaiId]),
      aimed: person.aim ? await gapsOf(tx, [subject.pegawaiId], 'aimed') : [],
      profile: await profileOf(tx, subject.pegawaiId),
      trainings: await missingTrainings(tx, person.instansi.id, [subject.pegawaiId]),
      requirements: person.jabatan ? await requirementsOf(tx, person.jabatan.id, day) : [],
    }
  })
}
type Loaded = Awaited<ReturnType<typeof load>>

async function build(making: Making): Promise<Built> {
  const { language } = making
  const m = messages[language]
  const loaded = await load(making)
  const { person, issuer, today } = loaded
  return {
    title: m.titleOf(person.name),
    subtitle: m.akd,
    issuer,
    timeZone: person.instansi.timeZone,
    asOf: today,
    facts: [
      { label: m.nip, value: formatNip(person.nip) },
      { label: m.jabatan, value: person.jabatan?.name ?? '–' },
      { label: m.unit, value: person.unit.path.join(' › ') },
      ...(person.golongan ? [{ label: m.golongan, value: person.golongan }] : []),
      ...(person.aim ? [{ label: m.aim, value: person.aim.name }] : []),
      { label: m.legalBasis, value: m.legalBasisText },
    ],
    inputs: [
      { key: 'jabatan', label: m.inputStandards, value: person.jabatan?.name ?? '–' },
      { key: 'results', label: m.inputResults, value: loaded.gaps.filter(row => row.held !== null).length },
    ],
    pdf: { cover: true, names: true, blocks: personBlocks(loaded, language) },
    xlsx: {
      names: true,
      sheets: [
        levelSheet(m.standardVsHeld, loaded.gaps, loaded, language),
        loaded.aimed.length > 0 ? levelSheet(m.aim, loaded.aimed, loaded, language) : null,
        trainingSheet(loaded.trainings, language),
      ].filter(sheet => sheet !== null),
    },
  }
}

const widest = (gaps: readonly GapRow[]) =>
  gaps.filter(row => (row.gap ?? 0) > 0).sort((a, b) => b.gap! - a.gap! || b.required - a.required)

function personBlocks(loaded: Loaded, language: Language): Block[] {
  const { gaps, aimed, person } = loaded
  const m = messages[language]
  const below = widest(gaps)
  const unassessed = gaps.filter(row => row.held === null).length
  if (gaps.length === 0) return [{ kind: 'paragraph', tone: 'lead', text: m.noStandard }]
  const round = gaps.filter(row => row.pillar === 'manajerial' || row.pillar === 'sosial_kultural')
  return [
    { kind: 'heading', level: 1, text: m.summary },
    { kind: 'paragraph', tone: 'lead', text: m.personSentence(below.length, unassessed) },
    {
      kind: 'figures',
      items: [
        {
          label: m.met,
          value: String(gaps.filter(row => row.gap === 0).length),
          detail: m.metDetail(String(gaps.length - unassessed)),
        },
        { label: m.gaps, value: String(below.length), detail: m.gapsDetail },
        { label: m.unassessedList, value: String(unassessed), detail: m.unassessedDetail },
      ],
    },
    ...(round.length > 2 && round.some(row => row.held !== null)
      ? ([
          { kind: 'heading', level: 1, text: m.radar },
          {
            kind: 'chart',
            width: 190,
            caption: m.radarCaption,
            svg: radarChart({
              title: m.radar,
              description: m.radarCaption,
              max: highestLevel,
              axes: round.map(row => ({ label: row.name, standard: row.required, held: row.held })),
              legend: { standard: m.required, held: m.held, unassessed: m.notAssessed },
            }),
          },
        ] satisfies Block[])
      : []),
    { kind: 'heading', level: 1, text: m.standardVsHeld },
    ...pillars.flatMap((pillar): Block[] => {
      const rows = gaps.filter(row => row.pillar === pillar)
      return rows.length > 0
        ? [{ kind: 'heading', level: 2, text: pillarLabels[language][pillar] }, levelTable(rows, loaded, language)]
        : []
    }),
    ...(below.length > 0 ? suggestions(below, loaded, language) : []),
    ...(loaded.trainings.length > 0 ? trainingBlocks(loaded, language) : []),
    { kind: 'heading', level: 1, text: m.next },
    { kind: 'list', items: nextSteps(below, unassessed, loaded, language) },
    ...(aimed.length > 0
      ? ([
          { kind: 'heading', level: 1, text: `${m.aim}: ${person.aim?.name ?? ''}` },
          { kind: 'paragraph', text: m.aimedLead },
          levelTable(aimed, loaded, language),
        ] satisfies Block[])
      : []),
  ]
}

/** Which result says what is held, or why none does. */
function whyOf(row: GapRow, { profile, today }: Loaded, language: Language): string {
  const m = messages[language]
  const result = profile.find(one => one.competencyId === row.competency_id)
  if (!result) return m.whyNever
  if (row.held === null || result.validUntil < today) return m.whyExpired(formatDate(result.validUntil, language))
  const method = (result.method && methodLabels[language][result.method]) || m.severalMethods
  return m.whyOf(method, formatDate(result.assessedOn, language), formatDate(result.validUntil, language))
}

/** The same as a sheet: a row a competency. */
function levelSheet(name: string, rows: readonly GapRow[], loaded: Loaded, language: Language): SheetToWrite {
  const m = messages[language]
  return {
    name,
    columns: [
      { header: m.code, width: 14 },
      { header: m.competency, width: 40 },
      { header: m.pillar, width: 18 },
      numberColumn(m.required),
      numberColumn(m.held),
      numberColumn(m.gap),
      { header: m.why, width: 60 },
    ],
    rows: rows.map(row => [
      row.code,
      row.name,
      pillarLabels[language][row.pillar],
      row.required,
      row.held,
      row.held === null ? null : row.held - row.required,
      whyOf(row, loaded, language),
    ]),
  }
}

/** What was demanded, what is held, and which result says so. */
function levelTable(rows: readonly GapRow[], loaded: Loaded, language: Language): Block {
  const m = messages[language]
  const verdict = (row: GapRow): Cell => {
    if (row.held === null) return { text: m.notAssessed, tone: 'quiet' }
    if (row.held < row.required) return { text: m.below(row.required - row.held), tone: 'bad', strong: true }
    return { text: row.held > row.required ? m.above : m.fits, tone: 'good' }
  }
  return {
    kind: 'table',
    columns: [
      { header: m.competency },
      { header: m.required, width: 46, align: 'right' },
      { header: m.held, width: 46, align: 'right' },
      { header: m.verdict, width: 74 },
      { header: m.why, width: 170 },
    ],
    rows: rows.map(row => [row.name, row.required, row.held ?? '–', verdict(row), whyOf(row, loaded, language)]),
    empty: '',
  }
}

function suggestions(below: readonly GapRow[], { requirements }: Loaded, language: Language): Block[] {
  const m = messages[language]
  const demand = (row: GapRow) => requirements.find(one => one.competencyId === row.competency_id)?.levelLabel ?? '–'
  return [
    { kind: 'heading', level: 1, text: m.suggestions },
    { kind: 'paragraph', text: m.suggestionsLead },
    {
      kind: 'table',
      columns: [{ header: m.competency, width: 130 }, { header: m.levels, width: 54, align: 'center' }, { header: m.suggestion }],
      rows: below.map(row => [row.name, `${row.held}\u00a0→\u00a0${row.required}`, demand(row)]),
      empty: '',
    },
  ]
}

function trainingBlocks({ trainings }: Loaded, language: Language): Block[] {
  const m = messages[language]
  const n = needMessages[language]
  return [
    { kind: 'heading', level: 1, text: m.missingOwn },
    {
      kind: 'table',
      columns: [{ header: m.training }, { header: n.importance, width: 70 }, { header: m.mandateBasis, width: 190 }],
      rows: trainings.map(row => [row.training, n.importances[row.importance], row.mandateBasis ?? '–']),
      empty: '',
    },
  ]
}

function nextSteps(below: readonly GapRow[], unassessed: number, { trainings, today }: Loaded, language: Language): string[] {
  const m = messages[language]
  const jp = jpPerYear.at(today)
  return [
    ...below.slice(0, stepsShown).map(row => m.nextGap(row.name, row.held!, row.required)),
    ...trainings.slice(0, stepsShown).map(row => m.nextTraining(row.training)),
    ...(unassessed > 0 ? [m.nextAssess(unassessed)] : []),
    ...(below.length === 0 && unassessed === 0 && trainings.length === 0 ? [m.nextKeep] : []),
    m.nextJp(jp.value, [jp.act, jp.article].filter(Boolean).join(' ')),
  ]
}

/** One person: what the post demands and what is held, why, and what comes next. Also issued by the person and the atasan. */
export const akdPerson: DocumentKind = {
  kind: 'akd_pegawai',
  name: { id: id.personKind, en: en.personKind },
  lead: { id: id.personLead, en: en.personLead },
  about: 'pegawai',
  readers: akdReaders,
  issuers: ['admin', 'pengelola', 'perencana', 'atasan', 'pegawai'],
  build,
}
