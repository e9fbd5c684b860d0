import type { Language } from '../platform/i18n/index.ts'
import type { SheetToWrite } from '../platform/sheet/index.ts'
import { formEntries } from '../regulation/index.ts'
import { accreditationMessages } from './accreditation-messages.ts'
import { rulesInOneLine } from './entry-words.ts'
import { labels, monthList } from './labels.ts'
import { messages } from './messages.ts'
import { offerMessages } from './offer-messages.ts'
import type { AccreditationState } from './rules/accreditation.ts'
import type { Accreditation } from './store/accreditation.ts'
import type { Offer } from './store/offer.ts'
import type { ProviderRow } from './store/provider.ts'

export function providerSheet(rows: readonly ProviderRow[], language: Language): SheetToWrite {
  const m = messages[language]
  return {
    name: m.title,
    title: m.title,
    columns: [
      { header: m.name, width: 48 },
      { header: m.shortName, width: 20 },
      { header: m.kind, width: 24 },
      { header: m.register, width: 36 },
      { header: m.address, width: 44 },
      { header: m.regionCode, width: 12, kind: 'text' },
      { header: m.email, width: 28 },
      { header: m.phone, width: 18, kind: 'text' },
      { header: m.website, width: 32 },
      { header: m.accredited, width: 30 },
      { header: m.offers, width: 12, kind: 'number' },
      { header: m.trainers, width: 12, kind: 'number' },
      { header: m.beds, width: 12, kind: 'number' },
    ],
    rows: rows.map(row => [
      row.name,
      row.shortName,
      labels[language].kind[row.kind],
      row.instansi ?? m.nation,
      row.address,
      row.regionCode,
      row.email,
      row.phone,
      row.website,
      row.accredited.join(', '),
      row.offers,
      row.trainers,
      row.beds,
    ]),
  }
}

export function offerSheet(rows: readonly Offer[], language: Language): SheetToWrite {
  const m = offerMessages[language]
  return {
    name: m.title,
    title: m.title,
    columns: [
      { header: m.name, width: 56 },
      { header: m.provider, width: 36 },
      { header: m.form, width: 30 },
      { header: m.pattern, width: 20 },
      { header: m.jp, width: 8, kind: 'number' },
      { header: m.days, width: 8, kind: 'number' },
      { header: m.competencies, width: 44 },
      { header: m.whoMayJoin, width: 60 },
      { header: m.costFixed, width: 18, kind: 'number' },
      { header: m.cost, width: 18, kind: 'number' },
      { header: m.seatsMin, width: 10, kind: 'number' },
      { header: m.seatsMax, width: 10, kind: 'number' },
      { header: m.place, width: 28 },
      { header: m.months, width: 24 },
      { header: m.programme, width: 20 },
      { header: m.source, width: 36 },
    ],
    rows: rows.map(row => [
      row.title,
      row.provider.name,
      formEntries[row.form].name[language],
      labels[language].pattern[row.pattern],
      row.jp,
      row.days,
      row.competencies.map(one => `${one.code}:${one.level}`).join('; '),
      rulesInOneLine(row.entryRules, language),
      row.costFixed === null ? null : Number(row.costFixed),
      row.costParticipant === null ? null : Number(row.costParticipant),
      row.seatsMin,
      row.seatsMax,
      row.place,
      row.months.length === 0 ? m.anyMonth : monthList(row.months, language),
      row.programme,
      row.source,
    ]),
  }
}

export function accreditationSheet(
  rows: readonly (Accreditation & { state: AccreditationState })[],
  language: Language,
): SheetToWrite {
  const m = accreditationMessages[language]
  return {
    name: m.title,
    title: m.title,
    columns: [
      { header: m.provider, width: 48 },
      { header: m.programme, width: 20 },
      { header: m.accreditor, width: 20 },
      { header: m.peringkat, width: 12 },
      { header: m.decree, width: 32 },
      { header: m.from, width: 14, kind: 'date' },
      { header: m.until, width: 14, kind: 'date' },
      { header: m.state, width: 20 },
      { header: m.verified, width: 20 },
      { header: m.why, width: 40 },
    ],
    rows: rows.map(row => [
      row.provider,
      row.programme,
      row.accreditor,
      row.peringkat,
      row.decree,
      row.fromDate,
      row.untilDate,
      m.states[row.state],
      row.verified ? '✓' : m.unverified,
      row.revokedWhy,
    ]),
  }
}
