import type { Language } from '../platform/i18n/index.ts'
import { formEntries, learningForms } from '../regulation/index.ts'
import { competencyName } from '../standards/index.ts'
import { type EntryForm, entryForm, readEntryForm } from './entry-form.ts'
import { entryMessages } from './entry-messages.ts'
import { type Field, type FieldErrors, FormReader } from './form-reader.ts'
import { labels, monthName } from './labels.ts'
import { offerMessages } from './offer-messages.ts'
import type { FieldSpec } from './pages/form.tsx'
import { typedFrom } from './place-form.ts'
import { type Offer, type OfferValues, patterns } from './store/offer.ts'

export type CompetencyChoice = { id: number; code: string; name: string; nameEn: string | null }
/** How many competencies an offer reaches at most. */
export const mostCompetencies = 20
const year = Array.from({ length: 12 }, (_, index) => index + 1)

export const offerTyped = (offer: Offer): Field =>
  typedFrom({
    judul: offer.title,
    ringkasan: offer.summary,
    bentuk: offer.form,
    internasional: offer.international ? '1' : '',
    pola: offer.pattern,
    program: offer.programme,
    jp: offer.jp,
    hari: offer.days,
    biaya_tetap: offer.costFixed?.toString() ?? null,
    biaya: offer.costParticipant?.toString() ?? null,
    peserta_min: offer.seatsMin,
    peserta_maks: offer.seatsMax,
    tempat: offer.place,
    sumber: offer.source,
    dicocokkan: offer.verified ? '1' : '',
    ...Object.fromEntries(offer.months.map(month => [`bulan_${month}`, '1'])),
    ...Object.fromEntries(
      offer.competencies.flatMap((one, index) => [
        [`kompetensi_${index + 1}`, one.competencyId],
        [`tingkat_${index + 1}`, one.level],
      ]),
    ),
  })
export const offerEntryForm = (offer: Offer | null): EntryForm => entryForm(offer?.entryRules ?? {})

/** As many rows as are filled, and two more. */
function competencyRows(typed: Field, language: Language, choices: readonly CompetencyChoice[]): FieldSpec[] {
  const m = offerMessages[language]
  const all = Array.from({ length: mostCompetencies }, (_, index) => index + 1)
  const filled = all.filter(row => typed(`kompetensi_${row}`) !== '' || typed(`tingkat_${row}`) !== '').at(-1) ?? 0
  return all.slice(0, Math.min(mostCompetencies, filled + 2)).map(row => ({
    as: 'rows',
    legend: m.rowOf(row),
    pair: true,
    fields: [
      {
        as: 'choice',
        name: `kompetensi_${row}`,
        label: m.competency,
        value: typed(`kompetensi_${row}`),
        choices: [
          { value: '', label: m.noCompetency },
          ...choices.map(one => ({ value: one.id, label: `${one.code} ${competencyName(one, language)}` })),
        ],
      },
      {
        as: 'choice',
        name: `tingkat_${row}`,
        label: m.levelLabel,
        value: typed(`tingkat_${row}`),
        choices: [{ value: '', label: '–' }, ...[1, 2, 3, 4, 5].map(level => ({ value: level, label: String(level) }))],
      },
    ],
  }))
}

export function offerFields(
  typed: Field,
  language: Language,
  choices: readonly CompetencyChoice[],
  programmes: string[],
): FieldSpec[] {
  const m = offerMessages[language]
  const money = (name: string, label: string): FieldSpec => ({
    as: 'text',
    name,
    label,
    value: typed(name),
    numeric: true,
    max: 30,
  })
  const number = (name: string, label: string): FieldSpec => ({
    as: 'text',
    name,
    label,
    value: typed(name),
    numeric: true,
    max: 6,
  })
  return [
    { as: 'text', name: 'judul', label: m.name, value: typed('judul'), required: true, max: 200 },
    { as: 'text', name: 'ringkasan', label: m.summary, value: typed('ringkasan'), max: 2000, lines: 3 },
    {
      as: 'choice',
      name: 'bentuk',
      label: m.form,
      value: typed('bentuk') || 'teknis',
      choices: learningForms.map(value => ({ value, label: formEntries[value].name[language] })),
    },
    {
      as: 'choice',
      name: 'pola',
      label: m.pattern,
      value: typed('pola'),
      choices: patterns.map(value => ({ value, label: labels[language].pattern[value] })),
    },
    { as: 'tick', name: 'internasional', label: m.international, ticked: typed('internasional') !== '' },
    {
      as: 'rows',
      legend: `${m.jp}, ${m.days.toLowerCase()}, ${m.seats.toLowerCase()}`,
      fields: [number('jp', m.jp), number('hari', m.days), number('peserta_min', m.seatsMin), number('peserta_maks', m.seatsMax)],
    },
    { as: 'rows', legend: m.costs, help: m.costsHelp, fields: [money('biaya', m.cost), money('biaya_tetap', m.costFixed)] },
    { as: 'text', name: 'tempat', label: m.place, value: typed('tempat'), max: 200 },
    {
      as: 'rows',
      legend: m.months,
      help: m.monthsHelp,
      ticks: true,
      fields: year.map(month => ({
        as: 'tick',
        name: `bulan_${month}`,
        label: monthName(month, language),
        ticked: typed(`bulan_${month}`) !== '',
      })),
    },
    {
      as: 'text',
      name: 'program',
      label: m.programme,
      help: m.programmeHelp,
      value: typed('program'),
      max: 120,
      list: programmes,
    },
    ...competencyRows(typed, language, choices),
    { as: 'text', name: 'sumber', label: m.source, help: m.sourceHelp, value: typed('sumber'), max: 300 },
    { as: 'tick', name: 'dicocokkan', label: m.verified, help: m.verifiedHelp, ticked: typed('dicocokkan') !== '' },
  ]
}

function readCompetencies(form: FormReader, field: Field, language: Language, known: readonly CompetencyChoice[]) {
  const { flaws } = offerMessages[language]
  const reached: { competencyId: number; level: number }[] = []
  for (let row = 1; row <= mostCompetencies; row += 1) {
    const [id, text] = [field(`kompetensi_${row}`), field(`tingkat_${row}`)]
    if (id === '' && text === '') continue
    const competency = known.find(one => String(one.id) === id)
    if (!competency) form.refuse(`kompetensi_${row}`, flaws.competency)
    else if (reached.some(one => one.competencyId === competency.id)) form.refuse(`kompetensi_${row}`, flaws.twice)
    if (!/^[1-5]$/.test(text)) form.refuse(`tingkat_${row}`, flaws.level)
    if (competency) reached.push({ competencyId: competency.id, level: Number(text) })
  }
  return reached
}

/** What was posted: the values where nothing is wrong, and the entry rules as they were typed. */
export function readOfferForm(
  field: Field,
  language: Language,
  known: readonly CompetencyChoice[],
): { values: OfferValues; errors: FieldErrors; entry: EntryForm } {
  const form = new FormReader(field, language)
  const entry = readEntryForm(field, entryMessages[language])
  const values: OfferValues = {
    title: form.need('judul', form.text('judul', 200), ''),
    summary: form.text('ringkasan', 2000),
    form: form.need('bentuk', form.choice('bentuk', learningForms), 'teknis'),
    international: field('internasional') !== '',
    pattern: form.need('pola', form.choice('pola', patterns), 'klasikal'),
    programme: form.text('program', 120),
    jp: form.whole('jp', 1, 2000),
    days: form.whole('hari', 1, 400),
    entryRules: entry.rules ?? {},
    costFixed: form.rupiah('biaya_tetap'),
    costParticipant: form.rupiah('biaya'),
    seatsMin: form.whole('peserta_min', 1, 100_000),
    seatsMax: form.whole('peserta_maks', 1, 100_000),
    place: form.text('tempat', 200),
    months: year.filter(month => field(`bulan_${month}`) !== ''),
    competencies: readCompetencies(form, field, language, known),
    source: form.text('sumber', 300),
    verified: field('dicocokkan') !== '',
  }
  if (values.seatsMin !== null && values.seatsMax !== null && values.seatsMin > values.seatsMax)
    form.refuse('peserta_maks', offerMessages[language].flaws.seats)
  return { values, errors: [...form.errors, ...entry.errors], entry: entry.form }
}
