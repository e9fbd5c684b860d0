import { z } from 'zod'
import type { Tx } from '../../platform/db/index.ts'
import { formatNumber, formatRupiah, type Language, type Words } from '../../platform/i18n/index.ts'
import type { PolicyChange, PolicyField, PolicyKind, Simulation } from '../../policies/index.ts'
import { messages } from './messages.ts'
import {
  closingCost,
  groupOfJenjang,
  type Load,
  openCost,
  type PostGroup,
  postGroups,
  type Rates,
  wholeRupiah,
} from './rules/cost.ts'
import { loadsOf } from './store.ts'

const { id, en } = messages
const rupiah = z.number().int().min(0).max(999_999_999_999_999).nullable()

/** Whole rupiah; null is not known. */
export type GapCostValue = Record<PostGroup, number | null> & { closing: number | null }

const yearly = (name: PostGroup): PolicyField => ({
  name,
  label: { id: id.yearlyOf(id.groups[name]), en: en.yearlyOf(en.groups[name]) },
  help: { id: id.yearlyHelp, en: en.yearlyHelp },
  kind: 'rupiah',
})

export const ratesOf = (value: GapCostValue): Rates => ({
  yearly: Object.fromEntries(postGroups.map(group => [group, whole(value[group])])) as Rates['yearly'],
  closing: whole(value.closing),
})
const whole = (value: number | null) => (value === null ? null : BigInt(value))

/** What a year of people and the closing of a level cost, so that a gap that stays open has a price. */
export const gapCostPolicy: PolicyKind<GapCostValue> = {
  kind: 'gap_cost',
  path: 'biaya-kesenjangan',
  name: { id: id.policyName, en: en.policyName },
  lead: { id: id.policyLead, en: en.policyLead },
  schema: z.object({
    jpt: rupiah,
    administrator: rupiah,
    pengawas: rupiah,
    ahli: rupiah,
    keterampilan: rupiah,
    pelaksana: rupiah,
    closing: rupiah,
  }),
  fields: [
    ...postGroups.map(yearly),
    {
      name: 'closing',
      label: { id: id.closing, en: en.closing },
      help: { id: id.closingHelp, en: en.closingHelp },
      kind: 'rupiah',
    },
  ],
  defaultAt: () => ({
    value: { jpt: null, administrator: null, pengawas: null, ahli: null, keterampilan: null, pelaksana: null, closing: null },
    source: id.policySource,
    verified: false,
  }),
  simulate,
}

const both = (say: (language: Language) => string): Words => ({ id: say('id'), en: say('en') })

/** A price in words; what is not known says so, what is known in part says at least. */
const costWords = (loads: readonly Load[], rates: Rates): Words => {
  const { exact, unknown } = openCost(loads, rates)
  return both(language => {
    if (exact === null) return messages[language].unknown
    const text = formatRupiah(wholeRupiah(exact))
    return unknown > 0 ? messages[language].atLeast(text) : text
  })
}
const closingWords = (levels: number, rates: Rates): Words => {
  const cost = closingCost(levels, rates)
  return both(language => (cost === null ? messages[language].unknown : formatRupiah(cost)))
}

/** What open gaps would cost by another estimate, in all and by group of posts. */
async function simulate(tx: Tx, { instansiIds, now, next }: PolicyChange<GapCostValue>): Promise<Simulation> {
  const loads = await loadsOf(tx, instansiIds)
  const rates = { now: ratesOf(now), next: ratesOf(next) }
  const levels = loads.reduce((sum, load) => sum + load.levels, 0)
  const rows = postGroups.map(group => {
    const own = loads.filter(load => groupOfJenjang[load.jenjang] === group)
    const missing = own.reduce((sum, load) => sum + load.levels, 0)
    return { group, missing, now: costWords(own, rates.now), next: costWords(own, rates.next) }
  })
  const moved = rows.filter(row => row.now.id !== row.next.id)
  return {
    sentence: { id: id.simulated, en: en.simulated },
    figures: [
      { label: { id: id.yearly, en: en.yearly }, before: costWords(loads, rates.now), after: costWords(loads, rates.next) },
      {
        label: { id: id.closingOnce, en: en.closingOnce },
        before: closingWords(levels, rates.now),
        after: closingWords(levels, rates.next),
      },
    ],
    columns: [
      { id: id.group, en: en.group },
      { id: id.inputLevels, en: en.inputLevels },
      { id: id.now, en: en.now },
      { id: id.next, en: en.next },
    ],
    rows: moved.map(row => [
      both(language => messages[language].groups[row.group]),
      both(language => formatNumber(row.missing, language)),
      row.now,
      row.next,
    ]),
    total: moved.length,
  }
}
