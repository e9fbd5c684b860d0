import { formatDate, type Language } from '../../platform/i18n/index.ts'
import { writeWorkbook } from '../../platform/sheet/index.ts'
import { formEntries } from '../../regulation/index.ts'
import { messages } from './messages.ts'
import type { JpOfPerson } from './of-person.ts'
import { reasonText } from './present.ts'
import type { JpYear } from './rules/recognise.ts'

/** One person's records of a year as a workbook. */
export function personSheet(of: {
  name: string
  nip: string
  year: JpYear
  jp: JpOfPerson
  language: Language
}): Promise<Uint8Array> {
  const { jp, year, language } = of
  const m = messages[language]
  const records = jp.records.filter(row => row.recognition.year === year.year)
  return writeWorkbook([
    {
      name: `${m.of} ${year.year}`,
      title: `${m.of} ${year.year}: ${of.name} (${of.nip})`,
      notes: [m.exportNote(formatDate(jp.asOf ?? jp.today, language))],
      columns: [
        { header: m.name, width: 50 },
        { header: m.form, width: 34 },
        { header: m.organiser, width: 34 },
        { header: m.headers.from, width: 14 },
        { header: m.headers.until, width: 14 },
        { header: m.certificate, width: 24 },
        { header: m.share, width: 10, kind: 'number' },
        { header: m.headers.claimed, width: 14, kind: 'number' },
        { header: m.headers.recognised, width: 14, kind: 'number' },
        { header: m.why, width: 60 },
      ],
      rows: records.map(row => [
        row.name,
        `${formEntries[row.form].code} ${formEntries[row.form].name[language]}`,
        row.organiser,
        row.startedOn,
        row.endedOn,
        row.certificateNumber,
        row.recognition.share,
        row.recognition.claimed === null ? null : row.recognition.claimed / 10,
        row.recognition.recognised / 10,
        row.recognition.reasons.map(one => reasonText(one, language)).join('; '),
      ]),
    },
  ])
}
