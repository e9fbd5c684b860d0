import { z } from 'zod'
import type { Tx } from '../platform/db/index.ts'
import { type PolicyKind, policiesOn, policyAt, policyThrough, weightFlaws } from '../policies/index.ts'
import { expiryWarningDays, type JpmCap, OutsideSeries, resultValidityYears } from '../regulation/index.ts'
import { choicePolicy } from './choice-policy.ts'
import { messages } from './messages.ts'
import { policyMessages } from './policy-messages.ts'
import { lastWarnedDay, yearsAfter } from './rules/expiry.ts'
import type { IkkWeights } from './rules/ikk.ts'
import { simulateIkk, simulateJpmCap, simulateValidity } from './simulations.ts'
import type { Days } from './store/missing.ts'
import type { Validity } from './store/simulate.ts'

const { id, en } = messages
const words = policyMessages
const caps = ['total', 'item', 'none'] as const satisfies readonly JpmCap[]

/** How the job person match ends at the top. */
export const jpmCapPolicy: PolicyKind<{ cap: JpmCap }> = {
  kind: 'jpm_cap',
  path: 'jpm',
  name: { id: id.capPolicyName, en: en.capPolicyName },
  lead: { id: id.capPolicyLead, en: en.capPolicyLead },
  schema: z.object({ cap: z.enum(caps) }),
  fields: [
    {
      name: 'cap',
      label: { id: id.capLabel, en: en.capLabel },
      help: { id: id.capExample, en: en.capExample },
      kind: 'choice',
      choices: caps.map(value => ({ value, label: { id: id.caps[value], en: en.caps[value] } })),
    },
  ],
  defaultAt: () => ({
    value: { cap: 'total' },
    source: 'Bawaan Piawai; sumber yang ditemukan tidak mengatur batas atas JPM',
    verified: false,
  }),
  simulate: simulateJpmCap,
}

const whole = (min: number, max: number) => z.number().int().min(min).max(max)
const years = { min: 1, max: 10 }
const days = { min: 0, max: 365 }

/** How long a result holds that does not say so itself, and when to warn. */
export const validityPolicy: PolicyKind<Validity> = {
  kind: 'validity',
  path: 'masa-berlaku',
  name: { id: words.id.validityName, en: words.en.validityName },
  lead: { id: words.id.validityLead, en: words.en.validityLead },
  schema: z.object({ years: whole(years.min, years.max), warningDays: whole(days.min, days.max) }),
  fields: [
    {
      name: 'years',
      label: { id: words.id.years, en: words.en.years },
      help: { id: words.id.yearsHelp, en: words.en.yearsHelp },
      kind: 'integer',
      ...years,
      unit: { id: words.id.yearsUnit, en: words.en.yearsUnit },
    },
    {
      name: 'warningDays',
      label: { id: words.id.warningDays, en: words.en.warningDays },
      kind: 'integer',
      ...days,
      unit: { id: words.id.daysUnit, en: words.en.daysUnit },
    },
  ],
  defaultAt(date) {
    const [held, warning] = [resultValidityYears.at(date), expiryWarningDays.at(date)]
    return {
      value: { years: held.value, warningDays: warning.value },
      source: `${held.source}; ${warning.source}`,
      verified: held.verified && warning.verified,
    }
  },
  simulate: simulateValidity,
}

/** What potential and competence weigh in the gap index. */
export const ikkPolicy: PolicyKind<IkkWeights> = {
  kind: 'ikk',
  path: 'ikk',
  name: { id: words.id.ikkName, en: words.en.ikkName },
  lead: { id: words.id.ikkLead, en: words.en.ikkLead },
  schema: z.object({ potensi: whole(0, 100), kompetensi: whole(0, 100) }),
  fields: (['potensi', 'kompetensi'] as const).map(name => ({
    name,
    label:
      name === 'potensi'
        ? { id: words.id.weightPotential, en: words.en.weightPotential }
        : { id: words.id.weightCompetency, en: words.en.weightCompetency },
    kind: 'integer',
    min: 0,
    max: 100,
    unit: { id: '%', en: '%' },
  })),
  defaultAt: () => ({
    value: { potensi: 30, kompetensi: 70 },
    source: 'Contoh satu pelaksana (UPTD Penilaian Kompetensi BKD Kalimantan Timur); tidak ditemukan dalam peraturan',
    verified: false,
  }),
  flaws: value => weightFlaws(value, ['potensi', 'kompetensi']),
  async simulate(tx, change) {
    // For all: by the rule for all, since each instansi may end its own otherwise.
    const one = change.instansiIds.length === 1 ? change.instansiIds[0]! : null
    const { value } = await policyAt(tx, jpmCapPolicy, one, change.today)
    return simulateIkk(tx, change, value.cap)
  },
}

/** Today, and the last day on which a result that still holds counts as about to expire. */
export async function daysOn(tx: Tx, instansiId: number, today: string): Promise<Days & { warningDays: number }> {
  const { value } = await policyAt(tx, validityPolicy, instansiId, today)
  return { today, soon: lastWarnedDay(today, value.warningDays), warningDays: value.warningDays }
}

/** How people are weighed in an instansi today: which result speaks, the cap of the match, the weights of the gap index, when to warn. */
export async function weighingOn(tx: Tx, instansiId: number, today: string) {
  const kinds = [choicePolicy, jpmCapPolicy, ikkPolicy, validityPolicy] as const
  const [choice, cap, weights, validity] = await policiesOn(tx, kinds, instansiId, today)
  const { warningDays } = validity.value
  return { choice, cap, weights, validity, days: { today, soon: lastWarnedDay(today, warningDays), warningDays } }
}

/** Until when a result holds that does not say so itself, by the rule of the day it was assessed on; where none is known, what is missing. */
export async function validUntilOf(tx: Tx, instansiId: number): Promise<(assessedOn: string) => string | OutsideSeries> {
  const at = await policyThrough(tx, validityPolicy, instansiId)
  return assessedOn => {
    try {
      return yearsAfter(assessedOn, at(assessedOn).value.years)
    } catch (error) {
      if (error instanceof OutsideSeries) return error
      throw error
    }
  }
}
