import { randomUUID } from 'node:crypto'
import { type Actor, coversInstansi } from '../../platform/actor.ts'
import { audit } from '../../platform/audit/index.ts'
import { asJob } from '../../platform/db/index.ts'
import type { Services } from '../../platform/http/context.ts'
import { forbidden, notFound, Refusal } from '../../platform/http/refusal.ts'
import { manageAccounts } from '../access.ts'
import { newPasswordKey, passwordFrom } from '../rules/password.ts'
import { openingMessages } from './messages.ts'
import * as store from './store.ts'
import { forget } from './work.ts'

/** Asks for accounts, or new passwords, for many; a job makes them. Asked for twice while it waits, it is done once. */
export async function requestOpening(
  services: Services,
  by: Actor,
  wanted: store.Reach & { kind: store.OpeningKind },
): Promise<number> {
  const keyFile = `openings/${randomUUID()}.key`
  await services.files.put(keyFile, newPasswordKey())
  try {
    const { id, isNew } = await asJob(services.db, async tx => {
      const now = services.clock.now()
      const opening = await store.insertOpening(tx, { ...wanted, accountId: by.accountId, keyFile }, now)
      if (!opening.isNew) return opening
      await audit(tx, by.accountId, now, {
        verb: 'request_opening',
        subject: `opening:${opening.id}`,
        instansiId: wanted.instansiId,
        detail: { kind: wanted.kind, unitId: wanted.unitId },
      })
      await services.jobs.send(tx, 'account.open', { openingId: opening.id })
      return opening
    })
    if (!isNew) await services.files.remove(keyFile)
    return id
  } catch (error) {
    await services.files.remove(keyFile)
    throw error
  }
}

/** An opening in the instansi whose accounts the actor manages. @throws Refusal 403 where they manage none, 404 */
export async function seenOpening(services: Services, actor: Actor, id: number): Promise<store.Opening> {
  const scope = manageAccounts(actor)
  if (scope.kind === 'none') throw forbidden()
  const opening = await asJob(services.db, tx => store.openingById(tx, id))
  if (!opening || !coversInstansi(scope, opening.instansiId)) throw notFound()
  return opening
}

/** Stops an opening before any account was written. False where it is over. */
export async function cancelOpening(services: Services, by: Actor, opening: store.Opening): Promise<boolean> {
  const cancelled = await asJob(services.db, async tx => {
    const now = services.clock.now()
    if (!(await store.endOpening(tx, opening.id, 'cancelled', now))) return false
    await audit(tx, by.accountId, now, {
      verb: 'cancel_opening',
      subject: `opening:${opening.id}`,
      instansiId: opening.instansiId,
    })
    return true
  })
  if (cancelled) await forget(services, opening)
  return cancelled
}

export type PersonTold = store.PersonToTell & { password: string | null }

/**
 * The passwords for one use, for who asked for them, once. `build` makes the file; only when it stands are they marked as told.
 * @throws Refusal 403 for anybody else, 409 where they were told or are no longer to be had
 */
export async function fetchPasswords<File>(
  services: Services,
  actor: Actor,
  opening: store.Opening,
  build: (people: PersonTold[]) => Promise<File>,
): Promise<File> {
  if (opening.accountId !== actor.accountId) throw refused(403, 'notYours')
  if (opening.state !== 'done') throw refused(409, 'notReady')
  const { keyFile } = opening
  if (opening.fetchedAt !== null || keyFile === null) throw refused(409, 'toldBefore')
  const people = await asJob(services.db, tx => store.peopleToTell(tx, opening.id))
  const key = await services.files.get(keyFile).catch(error => {
    throw (error as NodeJS.ErrnoException).code === 'ENOENT' ? refused(409, 'toldBefore') : error
  })
  const told = people.map(person => ({ ...person, password: person.holds ? passwordFrom(key, person.pegawaiId) : null }))
  const file = await build(told)
  const isFirst = await asJob(services.db, async tx => {
    const now = services.clock.now()
    if (!(await store.markFetched(tx, opening.id, now))) return false
    await audit(tx, actor.accountId, now, {
      verb: 'fetch_passwords',
      subject: `opening:${opening.id}`,
      instansiId: opening.instansiId,
      rows: told.filter(person => person.password !== null).length,
    })
    return true
  })
  if (!isFirst) throw refused(409, 'toldBefore')
  await forget(services, opening)
  return file
}

const refused = (status: 403 | 409, why: 'notYours' | 'notReady' | 'toldBefore') =>
  new Refusal(status, { id: openingMessages.id[why], en: openingMessages.en[why] })
