import { randomUUID } from 'node:crypto'
import type { Actor } from '../platform/actor.ts'
import { audit } from '../platform/audit/index.ts'
import { inScope, type Tx } from '../platform/db/index.ts'
import type { Services } from '../platform/http/context.ts'
import { manageProviders } from './access.ts'
import * as accreditation from './store/accreditation.ts'
import * as agreement from './store/agreement.ts'
import * as offer from './store/offer.ts'
import * as place from './store/place.ts'
import * as provider from './store/provider.ts'

/** `same`: nothing had to be changed. `taken`: another one bears the name, or is the same person. */
export type Change = 'done' | 'same' | 'taken'
type Entry = { verb: string; subject: string; detail?: object }
/** Of whose register the thing is that changes. */
type Of = Pick<provider.Provider, 'id' | 'instansiId'>

/** One change with its trail. The route has asked whether this actor may. */
const change = (
  services: Services,
  by: Actor,
  of: Pick<Of, 'instansiId'>,
  work: (tx: Tx, made: provider.Made) => Promise<Entry | Change>,
) =>
  inScope(services.db, manageProviders(by), async (tx): Promise<Change> => {
    const made = { by: by.accountId, at: services.clock.now() }
    const entry = await work(tx, made)
    if (typeof entry === 'string') return entry
    await audit(tx, by.accountId, made.at, { ...entry, instansiId: of.instansiId })
    return 'done'
  })

/** A name that another one got meanwhile is no fault of ours. */
const unlessTaken = (work: Promise<Change>): Promise<Change> =>
  work.catch(error => {
    if ((error as { code?: string }).code === '23505') return 'taken'
    throw error
  })

const differs = (before: object, after: object) =>
  Object.entries(after).some(
    ([key, value]) => JSON.stringify(plain(value)) !== JSON.stringify(plain((before as Record<string, unknown>)[key])),
  )
/** As it can be written to the trail: a sum of money is its digits. */
const plain = (value: unknown): unknown => (typeof value === 'bigint' ? value.toString() : (value ?? null))
const written = (values: object) => Object.fromEntries(Object.entries(values).map(([key, value]) => [key, plain(value)]))

/** Null: the register has one of this name. */
export async function createProvider(
  services: Services,
  by: Actor,
  instansiId: number | null,
  values: provider.ProviderValues,
): Promise<number | null> {
  let id = 0
  const ended = await unlessTaken(
    change(services, by, { instansiId }, async (tx, made) => {
      id = await provider.insertProvider(tx, instansiId, values, made)
      return { verb: 'create_provider', subject: `provider:${id}`, detail: { after: values } }
    }),
  )
  return ended === 'taken' ? null : id
}

export const updateProvider = (services: Services, by: Actor, before: provider.ProviderCard, values: provider.ProviderValues) =>
  unlessTaken(
    change(services, by, before, async tx => {
      if (!differs(before, values)) return 'same'
      await provider.saveProvider(tx, before.id, values)
      const was = Object.fromEntries(Object.keys(values).map(key => [key, before[key as keyof provider.ProviderValues]]))
      return { verb: 'update_provider', subject: `provider:${before.id}`, detail: { before: was, after: values } }
    }),
  )

/** It teaches no more; all that it has stays on record. */
export const closeProvider = (services: Services, by: Actor, of: provider.Provider, why: string) =>
  change(services, by, of, async (tx, { at }) => {
    if (!(await provider.setProviderClosed(tx, of.id, { at, why }))) return 'same'
    return { verb: 'close_provider', subject: `provider:${of.id}`, detail: { why } }
  })
export const reopenProvider = (services: Services, by: Actor, of: provider.Provider) =>
  change(services, by, of, async tx => {
    if (!(await provider.setProviderClosed(tx, of.id, null))) return 'same'
    return { verb: 'reopen_provider', subject: `provider:${of.id}` }
  })

export const addStaff = (services: Services, by: Actor, of: Of, account: { id: string; name: string }) =>
  change(services, by, of, async (tx, made) =>
    (await provider.insertStaff(tx, of.id, account.id, made))
      ? { verb: 'add_provider_staff', subject: `provider:${of.id}`, detail: { account: account.id, name: account.name } }
      : 'same',
  )
export const removeStaff = (services: Services, by: Actor, of: Of, accountId: string) =>
  change(services, by, of, async tx =>
    (await provider.deleteStaff(tx, of.id, accountId))
      ? { verb: 'remove_provider_staff', subject: `provider:${of.id}`, detail: { account: accountId } }
      : 'same',
  )

export const saveRoom = (services: Services, by: Actor, of: Of, before: place.Room | null, values: place.RoomValues) =>
  unlessTaken(
    change(services, by, of, async tx => {
      if (before && !differs(before, values)) return 'same'
      const id = await place.saveRoom(tx, of.id, before?.id ?? null, values)
      return { verb: before ? 'update_room' : 'create_room', subject: `room:${id}`, detail: { after: values } }
    }),
  )
export const setRoomClosed = (services: Services, by: Actor, of: Of, room: place.Room, closed: boolean) =>
  change(services, by, of, async (tx, { at }) => {
    if (room.closed === closed) return 'same'
    await place.setRoomClosed(tx, room.id, closed ? at : null)
    return { verb: closed ? 'close_room' : 'reopen_room', subject: `room:${room.id}`, detail: { name: room.name } }
  })

export const saveTrainer = (services: Services, by: Actor, of: Of, before: place.Trainer | null, values: place.TrainerValues) =>
  unlessTaken(
    change(services, by, of, async tx => {
      if (before && !differs(before, values)) return 'same'
      const id = await place.saveTrainer(tx, of.id, before?.id ?? null, values)
      return { verb: before ? 'update_trainer' : 'create_trainer', subject: `trainer:${id}`, detail: { after: values } }
    }),
  )
export const setTrainerClosed = (services: Services, by: Actor, of: Of, trainer: place.Trainer, closed: boolean) =>
  change(services, by, of, async (tx, { at }) => {
    if (trainer.closed === closed) return 'same'
    await place.setTrainerClosed(tx, trainer.id, closed ? at : null)
    return { verb: closed ? 'close_trainer' : 'reopen_trainer', subject: `trainer:${trainer.id}`, detail: { name: trainer.name } }
  })

/** A PDF that was checked, with a name that is safe. */
export type Pdf = { bytes: Uint8Array; name: string }

/**
 * Keeps the file first and names it in the transaction: after a crash there may be a file that nothing names, never a name without its
 * file. What it replaces goes when the change stands.
 */
async function withFile(
  services: Services,
  folder: string,
  pdf: Pdf | null,
  before: string | null,
  work: (file: agreement.KeptPdf | null) => Promise<Change>,
): Promise<Change> {
  if (!pdf) return work(null)
  const key = `${folder}/${randomUUID()}.pdf`
  await services.files.put(key, pdf.bytes)
  const remove = async (old: string) => {
    await services.files.remove(old).catch(error => services.log.warn({ err: error, key: old }, 'a file was left behind'))
  }
  try {
    const ended = await work({ key, name: pdf.name })
    if (ended !== 'done') await remove(key)
    else if (before) await remove(before)
    return ended
  } catch (error) {
    await remove(key)
    throw error
  }
}

export async function saveAgreement(
  services: Services,
  by: Actor,
  of: Of,
  before: agreement.Agreement | null,
  values: agreement.AgreementValues,
  pdf: Pdf | null,
): Promise<{ id: number; change: Change }> {
  let id = before?.id ?? 0
  const ended = await withFile(services, 'agreements', pdf, before?.fileKey ?? null, file =>
    change(services, by, values, async (tx, made) => {
      if (before && !file && !differs(before, values)) return 'same'
      id = await agreement.saveAgreement(tx, of.id, before?.id ?? null, values, file, made)
      const verb = { verb: before ? 'update_agreement' : 'create_agreement' }
      return { ...verb, subject: `agreement:${id}`, detail: { after: values, file: file?.name ?? null } }
    }),
  )
  return { id, change: ended }
}
export const endAgreement = (services: Services, by: Actor, one: agreement.Agreement, on: string, why: string) =>
  change(services, by, one, async tx =>
    (await agreement.endAgreement(tx, one.id, on, why))
      ? { verb: 'end_agreement', subject: `agreement:${one.id}`, detail: { on, why } }
      : 'same',
  )

export async function saveAccreditation(
  services: Services,
  by: Actor,
  of: Of,
  before: accreditation.Accreditation | null,
  values: accreditation.AccreditationValues,
  pdf: Pdf | null,
): Promise<{ id: number; change: Change }> {
  let id = before?.id ?? 0
  const ended = await withFile(services, 'accreditations', pdf, before?.fileKey ?? null, file =>
    change(services, by, of, async (tx, made) => {
      if (before && !file && !differs(before, values)) return 'same'
      id = await accreditation.saveAccreditation(tx, of.id, before?.id ?? null, values, file, made)
      const verb = { verb: before ? 'update_accreditation' : 'create_accreditation' }
      return { ...verb, subject: `accreditation:${id}`, detail: { after: values, file: file?.name ?? null } }
    }),
  )
  return { id, change: ended }
}
export const revokeAccreditation = (services: Services, by: Actor, one: accreditation.Accreditation, on: string, why: string) =>
  change(services, by, one, async tx =>
    (await accreditation.revokeAccreditation(tx, one.id, on, why))
      ? { verb: 'revoke_accreditation', subject: `accreditation:${one.id}`, detail: { on, why } }
      : 'same',
  )

export async function saveOffer(
  services: Services,
  by: Actor,
  of: Of,
  before: offer.Offer | null,
  values: offer.OfferValues,
): Promise<{ id: number; change: Change }> {
  let id = before?.id ?? 0
  const ended = await unlessTaken(
    change(services, by, of, async (tx, made) => {
      const was = before && {
        ...before,
        competencies: before.competencies.map(({ competencyId, level }) => ({ competencyId, level })),
      }
      if (was && !differs(was, values)) return 'same'
      id = await offer.saveOffer(tx, of.id, before?.id ?? null, values, made)
      return { verb: before ? 'update_offer' : 'create_offer', subject: `offer:${id}`, detail: { after: written(values) } }
    }),
  )
  return { id, change: ended }
}
export const setOfferClosed = (services: Services, by: Actor, one: offer.Offer, closed: boolean) =>
  change(services, by, one.provider, async (tx, { at }) => {
    if (!(await offer.setOfferClosed(tx, one.id, closed ? at : null))) return 'same'
    return { verb: closed ? 'close_offer' : 'reopen_offer', subject: `offer:${one.id}`, detail: { title: one.title } }
  })
