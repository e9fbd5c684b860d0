import { formatNip, instansiById, issuerOf, personById, personLabels } from '../../people/index.ts'
import type { Built, DocumentKind, Making } from '../../platform/documents/index.ts'
import { Refusal } from '../../platform/http/refusal.ts'
import { formatNumber, formatShare, type Language } from '../../platform/i18n/index.ts'
import type { Block } from '../../platform/pdf/index.ts'
import { formEntries } from '../../regulation/index.ts'
import { documentWords } from './document-words.ts'
import { messages } from './messages.ts'
import { type Learned, learningOf } from './of-person.ts'
import { daysText, jpText, reasonsText, standingText } from './present.ts'
import { shares } from './rules/choice.ts'
import { yearOf } from './rules/day.ts'
import { type JpYear, ruleVersion } from './rules/recognise.ts'
import { standingOf } from './rules/standing.ts'

const { id, en } = documentWords

async function build({ subject, language, params, read, today }: Making): Promise<Built> {
  const w = documentWords[language]
  const { person, jp, instansi } = await read(async tx => {
    const person = await personById(tx, subject.pegawaiId)
    const jp = person && (await learningOf(tx, subject.pegawaiId, today, null))
    const instansi = person && (await instansiById(tx, person.instansi.id))
    if (!jp || !instansi) throw new Refusal(404, { id: id.personGone, en: en.personGone })
    return { person, jp, instansi }
  })
  const asked = Number(params.given.tahun)
  const year = jp.yearIn(Number.isInteger(asked) && asked <= yearOf(jp.today) ? asked : yearOf(jp.today))
  const records = jp.records.filter(row => row.recognition.year === year.year).reverse()
  const choice = jp.choiceOf(year.year)
  // What counts on the day, without the advice of a screen: nothing is expected, and nobody is warned.
  const standing = standingOf(year, year.recognised, jp.today, Number.POSITIVE_INFINITY)
  return {
    title: w.titleOf(String(year.year), person.name),
    issuer: issuerOf(instansi, language, 'kepegawaian'),
    timeZone: instansi.timeZone,
    asOf: jp.today,
    facts: [
      { label: w.nip, value: formatNip(person.nip) },
      { label: w.jabatan, value: person.jabatan?.name ?? '–' },
      { label: w.unit, value: person.unit.path.join(' › ') },
      { label: w.employment, value: personLabels[language].employment[year.employment] },
      { label: w.basis, value: w.basisText },
    ],
    inputs: [
      { key: 'year', label: messages[language].year, value: year.year },
      { key: 'records', label: w.inputRecords, value: records.map(row => row.id).join(', ') || '–' },
      { key: 'rule', label: w.inputRule, value: ruleVersion },
      {
        key: 'policy.jp.id',
        label: w.inputChoice,
        value: choice.verified ? choice.source : `${choice.source} (${messages[language].unverified})`,
      },
    ],
    pdf: {
      cover: false,
      names: true,
      blocks: [
        { kind: 'heading', level: 1, text: w.summary },
        { kind: 'paragraph', tone: 'lead', text: standingText(year, standing, jp.today, language) },
        figures(year, language),
        { kind: 'heading', level: 1, text: w.list },
        recordsTable(records, year.year, language),
        { kind: 'heading', level: 1, text: w.shares },
        sharesTable(year, language),
      ],
    },
  }
}

function figures(year: JpYear, language: Language): Block {
  const w = documentWords[language]
  const required = year.required === null ? {} : { detail: w.ofRequired(formatNumber(year.required, language)) }
  return {
    kind: 'figures',
    items: [
      { label: w.recognised, value: jpText(year.recognised, language), ...required },
      { label: w.claimed, value: jpText(year.claimed, language), detail: w.claimedDetail },
      { label: w.records, value: formatNumber(year.records, language) },
    ],
  }
}

function sharesTable(year: JpYear, language: Language): Block {
  const w = documentWords[language]
  const sums = { 10: year.ten, 20: year.twenty, 70: year.seventy }
  return {
    kind: 'table',
    columns: [
      { header: w.share },
      { header: w.recognised, width: 80, align: 'right' },
      { header: w.part, width: 80, align: 'right' },
      { header: w.aim, width: 80, align: 'right' },
    ],
    rows: shares.map(share => [
      `${share}: ${messages[language].shares[share]}`,
      jpText(sums[share], language),
      year.recognised === 0 ? '–' : formatShare(sums[share] / year.recognised, language),
      `${share} %`,
    ]),
    empty: '',
  }
}

/** Every record of the year, the earliest first: also one of which nothing is recognised, with the reason. */
function recordsTable(records: readonly Learned[], year: number, language: Language): Block {
  const w = documentWords[language]
  const claimed = ({ recognition }: Learned) =>
    recognition.claimed === null ? messages[language].unknown : jpText(recognition.claimed, language)
  return {
    kind: 'table',
    columns: [
      { header: w.name },
      { header: w.form, width: 82 },
      { header: w.when, width: 76 },
      { header: w.claimed, width: 42, align: 'right' },
      { header: w.recognised, width: 42, align: 'right' },
      { header: w.why, width: 92 },
    ],
    rows: records.map(row => [
      [row.name, row.organiser, row.certificateNumber && `${w.number} ${row.certificateNumber}`].filter(Boolean).join('\n'),
      `${formEntries[row.form].name[language]} (${row.recognition.share})`,
      daysText(row, language),
      claimed(row),
      { text: jpText(row.recognition.recognised, language), strong: true },
      reasonsText(row.recognition, language) || messages[language].whole,
    ]),
    empty: w.none(String(year)),
  }
}

/** The JP of one person in a year, as it is handed over. Also issued by the person and the atasan. */
export const jpRecap: DocumentKind = {
  kind: 'rekap_jp',
  name: { id: id.kind, en: en.kind },
  lead: { id: id.kindLead, en: en.kindLead },
  about: 'pegawai',
  readers: ['admin', 'pengelola', 'perencana', 'pembina', 'pimpinan', 'atasan', 'pegawai'],
  issuers: ['admin', 'pengelola', 'perencana', 'atasan', 'pegawai'],
  build,
}
