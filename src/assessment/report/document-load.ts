import { instansiById, issuerOf, personById } from '../../people/index.ts'
import type { Making } from '../../platform/documents/index.ts'
import { Refusal } from '../../platform/http/refusal.ts'
import type { Language } from '../../platform/i18n/index.ts'
import { type JpmPurpose, jpmBands } from '../../regulation/index.ts'
import { competencyName, type Requirement, requirementsOf } from '../../standards/index.ts'
import { weighingOn } from '../policies.ts'
import { potentialResults } from '../potential/store.ts'
import { type JpmSums, jpmCategory, jpmPercent, jpmShare } from '../rules/jpm.ts'
import { documentMessages } from './document-messages.ts'
import { gapOf, type Stand } from './rules/standing.ts'
import { weigh } from './rules/weigh.ts'
import { type HeldLevel, heldLevels } from './store/levels.ts'

const { id, en } = documentMessages

/** What is asked of one competency and what is held. */
export type Line = Requirement & {
  result: HeldLevel | null
  held: number | null
  gap: number | null
  stand: Stand
  label: string
}

/** A jabatan against what the person holds. */
export type Compared = { lines: Line[]; sums: JpmSums; percent: number | null }

const linesOf = (requirements: readonly Requirement[], levels: readonly HeldLevel[], today: string, language: Language): Line[] =>
  requirements.map(one => {
    const result = levels.find(row => row.competencyId === one.competencyId) ?? null
    const held = result && result.validUntil >= today ? result.level : null
    return { ...one, result, held, ...gapOf(held, one.level), label: competencyName(one, language) }
  })

function sumsOf(lines: readonly Line[]): JpmSums {
  const known = lines.filter(line => line.held !== null)
  return {
    held: known.reduce((sum, line) => sum + line.held!, 0),
    capped: known.reduce((sum, line) => sum + Math.min(line.held!, line.level), 0),
    required: known.reduce((sum, line) => sum + line.level, 0),
  }
}

const purposes: readonly JpmPurpose[] = ['pemetaan', 'pengisian']
export const purposeIn = (given: Making['params']['given']): JpmPurpose =>
  purposes.find(purpose => purpose === given.tujuan) ?? 'pemetaan'

/** Everything the report of one person says. @throws Refusal 404 where the person is gone; 422 where nothing was assessed */
export async function loadReport({ subject, language, params, read, today }: Making) {
  const loaded = await read(async tx => {
    const person = await personById(tx, subject.pegawaiId)
    if (!person) throw new Refusal(404, { id: id.personGone, en: en.personGone })
    const day = today(person.instansi.timeZone)
    return {
      person,
      day,
      issuer: issuerOf((await instansiById(tx, person.instansi.id))!, language, 'kepegawaian'),
      requirements: person.jabatan ? await requirementsOf(tx, person.jabatan.id, day) : [],
      aimed: person.aim ? await requirementsOf(tx, person.aim.id, day) : [],
      levels: await heldLevels(tx, subject.pegawaiId),
      potential: await potentialResults(tx, subject.pegawaiId),
      rules: await weighingOn(tx, person.instansi.id, day),
    }
  })
  const { requirements, aimed, levels, potential, day, rules } = loaded
  const cap = rules.cap.value.cap
  const compare = (asked: readonly Requirement[]): Compared => {
    const lines = linesOf(asked, levels, day, language)
    const sums = sumsOf(lines)
    return { lines, sums, percent: jpmPercent(sums, cap) }
  }
  const held = compare(requirements)
  const standing = weigh(potential, jpmShare(held.sums, cap), rules.weights.value, day)
  const others = levels.filter(row => row.validUntil >= day && !requirements.some(one => one.competencyId === row.competencyId))
  if (held.percent === null && standing.potential === null && others.length === 0)
    throw new Refusal(422, { id: id.nothing, en: en.nothing })
  const categoryFor = (purpose: JpmPurpose, percent: number | null) => jpmCategory(percent, jpmBands[purpose].at(day).value)
  return {
    ...loaded,
    language,
    purpose: purposeIn(params.given),
    held,
    aim: aimed.length > 0 ? compare(aimed) : null,
    others,
    standing,
    categoryFor,
  }
}
export type Report = Awaited<ReturnType<typeof loadReport>>
