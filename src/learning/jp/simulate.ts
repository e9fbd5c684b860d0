import type { Tx } from '../../platform/db/index.ts'
import { formatNumber, type Words } from '../../platform/i18n/index.ts'
import type { PolicyChange, Simulation } from '../../policies/index.ts'
import { policyWords } from './policy-words.ts'
import { choiceOf, type JpChoice, type JpPolicyValue } from './rules/choice.ts'
import { yearOf } from './rules/day.ts'
import { inYearOf } from './rules/employment.ts'
import { type JpYear, recognise } from './rules/recognise.ts'
import { everybody, loadPeople, type PersonRecords } from './store/load.ts'
import { namesOf } from './store/names.ts'

const { id, en } = policyWords
const shown = 20

const number = (tenths: number): Words => ({
  id: formatNumber(tenths / 10, 'id', tenths % 10 === 0 ? 0 : 1),
  en: formatNumber(tenths / 10, 'en', tenths % 10 === 0 ? 0 : 1),
})

function yearBy(person: PersonRecords, choice: JpChoice, today: string): JpYear | null {
  const year = yearOf(today)
  const { years } = recognise(
    person.claims,
    inYearOf(person, () => ({ choice }), today),
  )
  return years.find(one => one.year === year) ?? null
}

/** What this year would look like by another choice: sums, and the people whose recognised hours move most. */
export async function simulate(tx: Tx, { instansiIds, today, now, next }: PolicyChange<JpPolicyValue>): Promise<Simulation> {
  const choices = { before: choiceOf(now), after: choiceOf(next) }
  const pairs: { pegawaiId: number; before: JpYear; after: JpYear }[] = []
  for (const instansiId of instansiIds) {
    for (const person of await loadPeople(tx, instansiId, everybody)) {
      const before = yearBy(person, choices.before, today)
      const after = yearBy(person, choices.after, today)
      if (before && after) pairs.push({ pegawaiId: person.pegawaiId, before, after })
    }
  }
  const count = (test: (year: JpYear) => boolean) => ({
    before: pairs.filter(pair => test(pair.before)).length,
    after: pairs.filter(pair => test(pair.after)).length,
  })
  const sum = (of: (year: JpYear) => number) => ({
    before: number(pairs.reduce((total, pair) => total + of(pair.before), 0)),
    after: number(pairs.reduce((total, pair) => total + of(pair.after), 0)),
  })
  const moved = pairs
    .filter(pair => pair.before.recognised !== pair.after.recognised)
    .sort((a, b) => difference(b) - difference(a) || a.pegawaiId - b.pegawaiId)
  const first = moved.slice(0, shown)
  const names = await namesOf(
    tx,
    first.map(pair => pair.pegawaiId),
  )
  const year = String(yearOf(today))
  return {
    sentence: { id: id.simulated(year), en: en.simulated(year) },
    figures: [
      {
        label: { id: id.reached, en: en.reached },
        ...count(one => one.required !== null && one.recognised >= one.required * 10),
      },
      { label: { id: id.recognised, en: en.recognised }, ...sum(one => one.recognised) },
      ...(['10', '20', '70'] as const).map(share => ({
        label: { id: id.shareSum(share), en: en.shareSum(share) },
        ...sum(one => (share === '10' ? one.ten : share === '20' ? one.twenty : one.seventy)),
      })),
      {
        label: { id: id.crowded, en: en.crowded },
        ...count(one => one.warnings.some(warning => warning.code === 'crowded_days')),
      },
    ],
    columns: [
      { id: id.person, en: en.person },
      { id: id.now, en: en.now },
      { id: id.next, en: en.next },
    ],
    rows: first.map(pair => [names.get(pair.pegawaiId) ?? '–', number(pair.before.recognised), number(pair.after.recognised)]),
    hrefs: first.map(pair => `/pegawai/${pair.pegawaiId}/jp`),
    total: moved.length,
  }
}

const difference = ({ before, after }: { before: JpYear; after: JpYear }) => Math.abs(after.recognised - before.recognised)
