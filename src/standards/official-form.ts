import { jenjangLabels, personLabels } from '../people/index.ts'
import { formatDate, formatNumber, type Language } from '../platform/i18n/index.ts'
import type { Block, PdfDocument } from '../platform/pdf/index.ts'
import { type Jenjang, type Pillar, pillars } from '../regulation/index.ts'
import { type FormMessages, formMessages } from './form-messages.ts'
import { competencyName, formLabels, urusanName } from './labels.ts'
import { inDictionaryOrder, type Looked, lineOf } from './looked.ts'
import { educationName, kindText } from './present.ts'
import type { Subject } from './subject.ts'

type Fact = { label: string; value: string }
type CompetencyRow = { number: string; name: string; level: string; description: string; indicators: string[] }
type TrainingRow = { name: string; also: string; kind: string; importance: string }
type ExperienceRow = { name: string; months: string; importance: string }

/** The form as it is printed, in words: the same on paper and on the screen. */
export type OfficialForm = {
  instansi: string
  name: string
  header: Fact[]
  groups: { label: string; rows: CompetencyRow[] }[]
  education: Fact[]
  training: TrainingRow[]
  experience: ExperienceRow[]
  golongan: string
  indicators: string[]
  foot: Fact[]
}

export function officialForm(subject: Subject, looked: Looked, language: Language): OfficialForm {
  const f = formMessages[language]
  const text = (field: 'summary' | 'educationFields' | 'golongan') => looked.resolved.form[field]?.value ?? f.notSaid
  const education = looked.resolved.form.education?.value
  const lines = inDictionaryOrder(looked)
  const texts = [...Object.values(looked.resolved.form), ...looked.resolved.qualifications]
  const bases = new Set(
    [
      ...lines.map(({ competency, held }) => lineOf(held, competency.id).legalBasis),
      ...texts.map(held => held?.standard.legalBasis ?? null),
    ].filter(basis => basis !== null),
  )
  const verified =
    lines.every(({ competency, held }) => lineOf(held, competency.id).verified) &&
    texts.every(held => held?.standard.verified ?? true)
  return {
    instansi: subject.instansi?.name ?? '',
    name: subject.name,
    header: headerOf(subject, looked, f, language),
    groups: pillars.map(pillar => ({ label: f.groups[pillar], rows: rowsOf(lines, pillar, language) })),
    education: [
      { label: f.educationLevel, value: education ? educationName(education, language) : f.notSaid },
      { label: f.educationFields, value: text('educationFields') },
    ],
    training: looked.resolved.qualifications
      .filter(({ value }) => value.kind !== 'pengalaman')
      .map(({ value }) => ({
        name: value.name,
        also: value.also.join(', '),
        kind: kindText(value, language),
        importance: formLabels[language].importance[value.importance],
      })),
    experience: looked.resolved.qualifications
      .filter(({ value }) => value.kind === 'pengalaman')
      .map(({ value }) => ({
        name: value.name,
        months: value.months === null ? f.notSaid : f.monthsN(formatNumber(value.months, language)),
        importance: formLabels[language].importance[value.importance],
      })),
    golongan: text('golongan'),
    indicators: looked.resolved.form.performanceIndicators?.value.split('\n').filter(Boolean) ?? [],
    foot: [
      { label: f.asOf, value: formatDate(subject.today, language) },
      { label: f.basis, value: [...bases].join('\n') || f.notSaid },
      { label: f.verification, value: verified ? f.verified : f.notVerified },
    ],
  }
}

function headerOf(subject: Subject, looked: Looked, f: FormMessages, language: Language): Fact[] {
  const { jabatan, post } = subject
  const urusan = jabatan?.urusan ?? post.urusan
  return [
    { label: f.name, value: subject.name },
    { label: f.code, value: jabatan?.code ?? f.everyPost },
    { label: f.year, value: (looked.own?.activeFrom ?? subject.today).slice(0, 4) },
    ...(jabatan ? [{ label: f.kind, value: personLabels[language].jenis[jabatan.jenis] }] : []),
    { label: f.class, value: jenjangLabels[language][post.jenjang as Jenjang] },
    { label: f.urusan, value: urusan ? urusanName(urusan) : f.notSaid },
    ...(jabatan ? [{ label: f.unit, value: jabatan.unit.name }] : []),
    { label: f.summary, value: looked.resolved.form.summary?.value ?? f.notSaid },
  ]
}

const rowsOf = (lines: ReturnType<typeof inDictionaryOrder>, pillar: Pillar, language: Language): CompetencyRow[] =>
  lines
    .filter(({ competency }) => competency.pillar === pillar)
    .map(({ competency, held }, index) => {
      const level = competency.levels.find(row => row.level === held.value)
      return {
        number: formatNumber(index + 1, language),
        name: competencyName(competency, language),
        level: String(held.value),
        description: level?.label ?? '',
        indicators: level?.indicators ?? [],
      }
    })

/** The same on A4. */
export function officialPdf(form: OfficialForm, language: Language, madeAt: Date): PdfDocument {
  const f = formMessages[language]
  const heading = (level: 1 | 2, text: string): Block => ({ kind: 'heading', level, text })
  return {
    language,
    title: f.title,
    subtitle: form.name,
    issuer: { instansi: form.instansi || 'Piawai', office: null },
    facts: form.header,
    cover: false,
    blocks: [
      heading(1, f.standard),
      competencyTable(form, f),
      heading(1, f.requirements),
      heading(2, f.education),
      { kind: 'facts', items: form.education },
      heading(2, f.training),
      {
        kind: 'table',
        columns: [{ header: f.trainingName }, { header: f.trainingKind, width: 120 }, { header: f.importance, width: 80 }],
        rows: form.training.map(row => [row.also ? `${row.name} (${row.also})` : row.name, row.kind, row.importance]),
        empty: f.trainingNone,
      },
      heading(2, f.experience),
      {
        kind: 'table',
        columns: [{ header: f.experienceName }, { header: f.months, width: 90 }, { header: f.importance, width: 80 }],
        rows: form.experience.map(row => [row.name, row.months, row.importance]),
        empty: f.experienceNone,
      },
      heading(2, f.golongan),
      { kind: 'paragraph', text: form.golongan },
      heading(2, f.indicatorsOfPost),
      form.indicators.length > 0 ? { kind: 'list', items: form.indicators } : { kind: 'paragraph', text: f.notSaid },
      { kind: 'facts', items: form.foot },
    ],
    footer: f.footer(form.name),
    madeAt: madeAt.toISOString(),
  }
}

/** One table with its groups in it, as in the official form. Whose dictionary has no indicators gives their room to the descriptions. */
function competencyTable(form: OfficialForm, f: FormMessages): Block {
  const indicated = form.groups.some(group => group.rows.some(row => row.indicators.length > 0))
  return {
    kind: 'table',
    columns: [
      { header: f.number, width: 22, align: 'right' },
      { header: f.competency, width: 120 },
      { header: f.level, width: 32, align: 'center' },
      { header: f.description },
      indicated ? { header: f.indicators } : { header: f.indicators, width: 60 },
    ],
    rows: form.groups.flatMap(group => [
      [null, { text: group.label, strong: true }, null, group.rows.length === 0 ? f.none : null, null],
      ...group.rows.map(row => [row.number, row.name, row.level, row.description, row.indicators.join('\n') || f.notSaid]),
    ]),
    empty: f.none,
  }
}
