import { jenjangLabels, personLabels } from '../people/index.ts'
import type { Language } from '../platform/i18n/index.ts'
import { type EntryMessages, entryMessages } from './entry-messages.ts'
import type { Entry, EntryCheck } from './rules/entry.ts'
import type { EntryConditions, EntryRules } from './schema.ts'

const listed = (words: readonly string[], m: EntryMessages) =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${m.or} ${words.at(-1)}`

/** 30 → `2 tahun 6 bulan`. */
export function monthsWords(months: number, language: Language): string {
  const m = entryMessages[language]
  const [years, rest] = [Math.floor(months / 12), months % 12]
  return [years > 0 && m.years(years), (rest > 0 || years === 0) && m.months(rest)].filter(Boolean).join(' ')
}
const yearsWords = (years: number, language: Language) => monthsWords(Math.round(years * 12), language)

/** The conditions of one way in words, a line each. */
function conditionWords(rules: EntryConditions, language: Language): string[] {
  const m = entryMessages[language]
  const label = personLabels[language]
  const jenjang = jenjangLabels[language]
  const lines: (string | false | undefined)[] = [
    rules.employment?.length
      ? listed(
          rules.employment.map(one => label.employment[one]),
          m,
        )
      : undefined,
    rules.jenis?.length
      ? listed(
          rules.jenis.map(one => label.jenis[one]),
          m,
        )
      : undefined,
    rules.jenjang?.length
      ? m.needJenjang(
          listed(
            rules.jenjang.map(one => jenjang[one]),
            m,
          ),
        )
      : undefined,
    rules.golonganFrom && m.needGolongan(rules.golonganFrom),
    rules.monthsInGolongan !== undefined && m.needInGolongan(monthsWords(rules.monthsInGolongan, language)),
    rules.monthsInJenjang &&
      m.needTenure(monthsWords(rules.monthsInJenjang.months, language), jenjang[rules.monthsInJenjang.jenjang]),
    rules.maxAge !== undefined && m.needAge(rules.maxAge),
    rules.yearsBeforeBup !== undefined && m.needBeforeBup(yearsWords(rules.yearsBeforeBup, language)),
    ...(rules.trainings ?? []).map(name => m.needTraining(name)),
    rules.selection && m.needSelection,
    rules.noDiscipline && m.needClear,
  ]
  return lines.filter(line => typeof line === 'string')
}

/** Who may join, in words: what holds for everybody, and the ways of which one must be met. Both empty: everybody may. */
export const rulesInWords = (rules: EntryRules, language: Language): { all: string[]; ways: string[][] } => ({
  all: conditionWords(rules, language),
  ways: (rules.ways ?? []).map(way => conditionWords(way, language)),
})

/** The same in one line, for a list or a sheet. */
export function rulesInOneLine(rules: EntryRules, language: Language): string {
  const m = entryMessages[language]
  const { all, ways } = rulesInWords(rules, language)
  const either = ways.map(way => way.join(', ')).join(` ${m.orElse} `)
  return [...all, ...(either ? [either] : [])].join('; ') || m.everybody
}

/** One check as a sentence that says what is there and what is asked. */
export function checkWords(check: EntryCheck, language: Language): string {
  const m = entryMessages[language]
  const label = personLabels[language]
  const jenjang = jenjangLabels[language]
  const { met } = check
  switch (check.rule) {
    case 'employment': {
      const need = listed(
        check.need.map(one => label.employment[one]),
        m,
      )
      return m.is(met, check.have && label.employment[check.have], need, m.subjects.employment)
    }
    case 'jenis': {
      const need = listed(
        check.need.map(one => label.jenis[one]),
        m,
      )
      return m.is(met, check.have && label.jenis[check.have], need, m.subjects.jenis)
    }
    case 'jenjang': {
      const need = listed(
        check.need.map(one => jenjang[one]),
        m,
      )
      return m.is(met, check.have && jenjang[check.have], need, m.subjects.jenjang)
    }
    case 'golonganFrom':
      return m.golongan(met, check.have, check.need)
    case 'monthsInGolongan':
      return m.inGolongan(met, check.have === null ? null : monthsWords(check.have, language), monthsWords(check.need, language))
    case 'monthsInJenjang':
      return m.tenure(
        met,
        check.have === null ? null : monthsWords(check.have, language),
        monthsWords(check.need.months, language),
        jenjang[check.need.jenjang],
      )
    case 'maxAge':
      return m.age(met, check.have, check.need)
    case 'yearsBeforeBup':
      return m.beforeBup(
        met,
        check.have === null ? null : check.have < 0 ? m.past : yearsWords(check.have, language),
        yearsWords(check.need, language),
      )
    case 'trainings': {
      const have = check.have
      const lacking = have === null ? check.need : check.need.filter(name => !have.includes(name))
      return m.trainings(met, (met ? check.need : lacking).map(name => `“${name}”`).join(', '))
    }
    case 'selection':
      return m.selection(met)
    case 'noDiscipline':
      return m.discipline(met)
  }
}

/** Every check in words with how it ended, what stands in the way first. */
export const entryInWords = (entry: Entry, language: Language): { met: EntryCheck['met']; text: string }[] => {
  const order = (met: EntryCheck['met']) => (met === false ? 0 : met === null ? 1 : 2)
  return [...entry.each]
    .sort((a, b) => order(a.met) - order(b.met))
    .map(check => ({ met: check.met, text: checkWords(check, language) }))
}
