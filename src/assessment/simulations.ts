import type { Tx } from '../platform/db/index.ts'
import { formatNumber, formatShare, type Language, type Words } from '../platform/i18n/index.ts'
import { mostSimulated, type PolicyChange, type Simulation } from '../policies/index.ts'
import { type IkkBand, type JpmCap, type JpmPurpose, jpmBands, potentialScale } from '../regulation/index.ts'
import { policyMessages } from './policy-messages.ts'
import type { Choice } from './rules/choice.ts'
import { type IkkWeights, ikk } from './rules/ikk.ts'
import { jpmCategory, jpmPercent, jpmShare } from './rules/jpm.ts'
import { ikkSums, jpmSums, type LevelMove, levelMoves, type Validity, validityMoves } from './store/simulate.ts'

const { id, en } = policyMessages
const both = (say: (m: typeof id, language: Language) => string): Words => ({ id: say(id, 'id'), en: say(en, 'en') })

/** People counted by where they stand now and where they would stand. */
class Moves<P extends string> {
  readonly #counts = new Map<string, { from: P; to: P; people: number }>()
  add(from: P, to: P, people: number) {
    const key = `${from} ${to}`
    const one = this.#counts.get(key) ?? { from, to, people: 0 }
    one.people += people
    this.#counts.set(key, one)
  }
  get all() {
    return [...this.#counts.values()]
  }
  get moved() {
    return this.all.filter(one => one.from !== one.to).sort((a, b) => b.people - a.people)
  }
  at(place: P, when: 'from' | 'to') {
    return total(this.all.filter(one => one[when] === place))
  }
}
const total = (rows: readonly { people: number }[]) => rows.reduce((sum, row) => sum + row.people, 0)

const purposes: readonly JpmPurpose[] = ['pengisian', 'pemetaan']

/** Who changes category where the job person match ends otherwise at the top. */
export async function simulateJpmCap(
  tx: Tx,
  { instansiIds, today, now, next }: PolicyChange<{ cap: JpmCap }>,
): Promise<Simulation> {
  const sums = await jpmSums(tx, instansiIds, today)
  const of = purposes.map(purpose => {
    const bands = jpmBands[purpose].at(today).value
    const moves = new Moves<(typeof bands)[number]['category']>()
    for (const row of sums) {
      const [from, to] = [jpmCategory(jpmPercent(row, now.cap), bands), jpmCategory(jpmPercent(row, next.cap), bands)]
      if (from && to) moves.add(from, to, row.people)
    }
    return { purpose, bands, moves }
  })
  const rows = of.flatMap(({ purpose, moves }) =>
    moves.moved.map(one => [
      both(m => m.purposes[purpose]),
      both(m => m.categories[one.from]),
      both(m => m.categories[one.to]),
      one.people,
    ]),
  )
  const moved = (language: Language) => of.map(({ moves }) => formatNumber(total(moves.moved), language))
  return {
    sentence: both((m, language) => m.jpmSentence(moved(language)[0]!, moved(language)[1]!, formatNumber(total(sums), language))),
    figures: of.flatMap(({ purpose, bands, moves }) =>
      bands.map(({ category }) => ({
        label: both(m => `${m.purposes[purpose]}: ${m.categories[category]}`),
        before: moves.at(category, 'from'),
        after: moves.at(category, 'to'),
      })),
    ),
    columns: [both(m => m.purpose), both(m => m.from), both(m => m.to), both(m => m.people)],
    rows,
    total: rows.length,
  }
}

const ikkOrder: readonly IkkBand[] = ['tinggi', 'sedang', 'rendah', 'tidak_ada']

/** Who changes band where potential and competence weigh otherwise. `cap` is how the job person match ends for them. */
export async function simulateIkk(
  tx: Tx,
  { instansiIds, today, now, next }: PolicyChange<IkkWeights>,
  cap: JpmCap,
): Promise<Simulation> {
  const { known, unknown } = await ikkSums(tx, instansiIds, today, potentialScale.at(today).value.highest)
  const moves = new Moves<IkkBand>()
  for (const row of known) {
    const potential = { held: row.potential, of: row.potentialOf }
    const [from, to] = [now, next].map(weights => ikk(potential, jpmShare(row, cap), weights, today))
    if (from && to) moves.add(from.band, to.band, row.people)
  }
  const rows = moves.moved.map(one => [both(m => m.bands[one.from]), both(m => m.bands[one.to]), one.people])
  return {
    sentence: both((m, language) =>
      m.ikkSentence(
        formatNumber(total(moves.moved), language),
        formatNumber(total(moves.all), language),
        formatNumber(unknown, language),
      ),
    ),
    figures: ikkOrder.map(band => ({
      label: both(m => m.bands[band]),
      before: moves.at(band, 'from'),
      after: moves.at(band, 'to'),
    })),
    columns: [both(m => m.from), both(m => m.to), both(m => m.people)],
    rows,
    total: rows.length,
  }
}

/** How many people would be mapped if results held otherwise. */
export async function simulateValidity(tx: Tx, { instansiIds, today, now, next }: PolicyChange<Validity>): Promise<Simulation> {
  const all = await validityMoves(tx, instansiIds, today, { now, next })
  const sum = (key: 'active' | 'before' | 'after' | 'lose' | 'gain' | 'warnedBefore' | 'warnedAfter') =>
    all.reduce((total, row) => total + row[key], 0)
  const share = (mapped: number) =>
    both((_, language) => (sum('active') === 0 ? '–' : formatShare(mapped / sum('active'), language, 1)))
  const moved = all.filter(row => row.lose > 0 || row.gain > 0).sort((a, b) => b.lose + b.gain - (a.lose + a.gain))
  return {
    sentence: both((m, language) => m.validitySentence(formatNumber(sum('lose'), language), formatNumber(sum('gain'), language))),
    figures: [
      { label: both(m => m.mapped), before: sum('before'), after: sum('after') },
      { label: both(m => m.coverage), before: share(sum('before')), after: share(sum('after')) },
      { label: both(m => m.expiring), before: sum('warnedBefore'), after: sum('warnedAfter') },
    ],
    columns: [
      both(m => (instansiIds.length === 1 ? m.office : m.government)),
      both(m => m.active),
      both(m => m.mappedNow),
      both(m => m.mappedThen),
    ],
    rows: moved.slice(0, mostSimulated).map(row => [row.name, row.active, row.before, row.after]),
    total: moved.length,
  }
}

/** Whose level changes where another of the kept results speaks. */
export async function simulateChoice(
  tx: Tx,
  { instansiIds, today }: Pick<PolicyChange<never>, 'instansiIds' | 'today'>,
  choices: { now: Choice; next: Choice },
): Promise<Simulation> {
  const { competencies, people, of } = await levelMoves(tx, instansiIds, today, choices)
  const kinds: readonly (keyof LevelMove & ('raised' | 'lowered' | 'found' | 'lost'))[] = ['raised', 'lowered', 'found', 'lost']
  return {
    sentence: both((m, language) => m.choiceSentence(formatNumber(people, language), formatNumber(of, language))),
    columns: [both(m => m.competency), ...kinds.map(kind => both(m => m.levelMoves[kind]))],
    rows: competencies
      .slice(0, mostSimulated)
      .map(row => [
        { id: `${row.code} ${row.name}`, en: `${row.code} ${row.nameEn ?? row.name}` },
        ...kinds.map(kind => row[kind]),
      ]),
    hrefs: competencies.slice(0, mostSimulated).map(row => `/kamus/${row.code}`),
    total: competencies.length,
  }
}
