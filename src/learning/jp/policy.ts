import { z } from 'zod'
import type { PolicyField, PolicyKind } from '../../policies/index.ts'
import { formEntries, jpMinutes, type LearningForm, minutesOfJp } from '../../regulation/index.ts'
import { policyWords } from './policy-words.ts'
import { doubtfulForms, type JpPolicyValue, type Share, type ShareField, shares } from './rules/choice.ts'
import { simulate } from './simulate.ts'

const { id, en } = policyWords
const fullDay = 12 * 60 // minutes that we take for the longest day of learning

const defaultShares: Record<(typeof doubtfulForms)[number], Share> = {
  seminar: 20,
  workshop: 10,
  sosialisasi: 10,
  patok_banding: 20,
  outbound: 70,
  belajar_mandiri: 10,
  nonklasikal_lain: 70,
}
const eachForm = <V>(make: (form: (typeof doubtfulForms)[number]) => V) =>
  Object.fromEntries(doubtfulForms.map(form => [`share_${form}`, make(form)])) as Record<ShareField, V>

const shareField = (form: (typeof doubtfulForms)[number]): PolicyField => {
  const named = (say: (form: string) => string, language: 'id' | 'en') =>
    say(formEntries[form as LearningForm].name[language].toLowerCase())
  return {
    name: `share_${form}`,
    label: { id: named(id.shareOf, 'id'), en: named(en.shareOf, 'en') },
    kind: 'choice',
    choices: shares.map(share => ({ value: String(share), label: { id: id.shares[share], en: en.shares[share] } })),
  }
}

const minutes = String(jpMinutes.entries.at(-1)!.value)

/** What an instansi chooses about JP: a value that no act was found for, the shares of 10:20:70, when to warn. */
export const jpPolicy: PolicyKind<JpPolicyValue> = {
  kind: 'jp',
  path: 'jp',
  name: { id: id.name, en: en.name },
  lead: { id: id.lead, en: en.lead },
  schema: z.object({
    sosialisasiPerDay: z.number().int().min(1).max(16).nullable(),
    ...eachForm(() => z.enum(['10', '20', '70'])),
    warnFrom: z.number().int().min(1).max(12),
    dayHolds: z.number().int().min(4).max(32),
  }) as z.ZodType<JpPolicyValue>,
  fields: [
    {
      name: 'sosialisasiPerDay',
      label: { id: id.sosialisasi, en: en.sosialisasi },
      help: { id: id.sosialisasiHelp, en: en.sosialisasiHelp },
      kind: 'integer',
      min: 1,
      max: 16,
      unit: { id: 'JP', en: 'JP' },
      blank: true,
    },
    ...doubtfulForms.map(shareField),
    {
      name: 'warnFrom',
      label: { id: id.warnFrom, en: en.warnFrom },
      help: { id: id.warnFromHelp, en: en.warnFromHelp },
      kind: 'integer',
      min: 1,
      max: 12,
    },
    {
      name: 'dayHolds',
      label: { id: id.dayHolds, en: en.dayHolds },
      help: { id: id.dayHoldsHelp(minutes), en: en.dayHoldsHelp(minutes) },
      kind: 'integer',
      min: 4,
      max: 32,
      unit: { id: 'JP', en: 'JP' },
    },
  ],
  defaultAt: day => ({
    value: {
      sosialisasiPerDay: null,
      ...eachForm(form => String(defaultShares[form]) as `${Share}`),
      warnFrom: 10,
      dayHolds: Math.floor(fullDay / minutesOfJp(day)),
    },
    source: id.source,
    verified: false,
  }),
  simulate,
}
