import { z } from '@hono/zod-openapi'
import { learningForms } from '../regulation/index.ts'
import { accreditationStates, stateOfAccreditation } from './rules/accreditation.ts'
import { agreementStates, stateOfAgreement } from './rules/agreement.ts'
import { entryRulesSchema } from './schema.ts'
import type { Accreditation } from './store/accreditation.ts'
import type { Agreement } from './store/agreement.ts'
import { type Offer, patterns } from './store/offer.ts'
import { providerKinds } from './store/provider.ts'

const id = z.number().int()
const rupiah = z
  .string()
  .regex(/^\d+$/)
  .nullable()
  .openapi({ description: 'Whole rupiah; null: not known; "0": free', example: '22945000' })

export const providerItem = z
  .object({
    id,
    instansi: z.string().nullable().openapi({ description: 'Region code of whose register it stands in; null: the nation’s' }),
    kind: z.enum(providerKinds),
    name: z.string(),
    shortName: z.string(),
    address: z.string().nullable(),
    regionCode: z.string().nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    website: z.string().nullable(),
    closed: z.boolean(),
  })
  .openapi('Provider')

export const offerItem = z
  .object({
    id,
    provider: z.object({ id, name: z.string() }),
    title: z.string(),
    summary: z.string().nullable(),
    form: z.enum(learningForms).openapi({ description: 'One of the 25 forms of PerLAN 10/2018' }),
    international: z.boolean(),
    pattern: z.enum(patterns),
    programme: z.string().nullable().openapi({ description: 'What must be accredited; null: nothing' }),
    jp: id.nullable(),
    days: id.nullable(),
    entryRules: entryRulesSchema.openapi({ description: 'Who may join: conditions for all, and ways of which one must be met' }),
    costFixed: rupiah,
    costParticipant: rupiah,
    seatsMin: id.nullable(),
    seatsMax: id.nullable(),
    place: z.string().nullable(),
    months: z.array(z.number().int().min(1).max(12)).openapi({ description: 'Empty: any month' }),
    source: z.string().nullable(),
    verified: z.boolean(),
    closed: z.boolean(),
    competencies: z.array(z.object({ code: z.string(), name: z.string(), level: z.number().int() })),
  })
  .openapi('Offer')

export const accreditationItem = z
  .object({
    id,
    provider: z.object({ id, name: z.string() }),
    programme: z.string(),
    accreditor: z.string(),
    peringkat: z.string(),
    decree: z.string(),
    from: z.iso.date(),
    until: z.iso.date().openapi({ description: 'The last day it holds' }),
    revokedOn: z.iso.date().nullable(),
    verified: z.boolean(),
    state: z.enum(accreditationStates as [string, ...string[]]).openapi({ description: 'Today; `ending`: within 180 days' }),
  })
  .openapi('Accreditation')

export const agreementItem = z
  .object({
    id,
    provider: z.object({ id, name: z.string() }),
    instansi: z.string().openapi({ description: 'Region code of the government that it is with' }),
    number: z.string(),
    title: z.string(),
    signedOn: z.iso.date(),
    from: z.iso.date(),
    until: z.iso.date().openapi({ description: 'The last day it holds' }),
    scope: z.string().nullable(),
    endedOn: z.iso.date().nullable().openapi({ description: 'Before its time' }),
    endedWhy: z.string().nullable(),
    state: z.enum(agreementStates).openapi({ description: 'Today; `ending`: within 90 days' }),
  })
  .openapi('Agreement')

export const agreementOut = (one: Agreement, provider: { id: number; name: string }, today: string) => ({
  id: one.id,
  provider: { id: provider.id, name: provider.name },
  instansi: one.regionCode,
  number: one.number,
  title: one.title,
  signedOn: one.signedOn,
  from: one.fromDate,
  until: one.untilDate,
  scope: one.scope,
  endedOn: one.endedOn,
  endedWhy: one.endedWhy,
  state: stateOfAgreement(one, today),
})

export const offerOut = ({ provider, costFixed, costParticipant, competencies, ...offer }: Offer) => ({
  ...offer,
  provider: { id: provider.id, name: provider.name },
  costFixed: costFixed?.toString() ?? null,
  costParticipant: costParticipant?.toString() ?? null,
  competencies: competencies.map(({ code, name, level }) => ({ code, name, level })),
})

export const accreditationOut = (one: Accreditation, today: string) => ({
  id: one.id,
  provider: { id: one.providerId, name: one.provider },
  programme: one.programme,
  accreditor: one.accreditor,
  peringkat: one.peringkat,
  decree: one.decree,
  from: one.fromDate,
  until: one.untilDate,
  revokedOn: one.revokedOn,
  verified: one.verified,
  state: stateOfAccreditation(one, today),
})
