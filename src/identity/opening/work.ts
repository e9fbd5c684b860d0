import { randomUUID } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { audit } from '../../platform/audit/index.ts'
import { asJob } from '../../platform/db/index.ts'
import type { Services } from '../../platform/http/context.ts'
import { placeholderAddress } from '../rules/address.ts'
import { hashPassword, passwordFrom } from '../rules/password.ts'
import * as store from './store.ts'

const atOnce = 40 // people hashed between two signs of life: about a second
const perRun = 2_000 // people of one job: a minute or so, far from where the queue takes it for dead
/** Hashes at the same moment, on threads of their own: one core and half of those threads stay free for who signs in. */
const sideBySide = Math.max(1, Math.min(2, availableParallelism() - 1))

/**
 * Hashes the passwords of an opening and, when all are there, writes the accounts. May be called again at any time: it goes on where the
 * last attempt stopped, and an attempt that is overtaken stops. Nothing of it is to be seen in accounts before the last step, which is
 * one transaction.
 */
export async function workOnOpening(services: Services, id: number): Promise<void> {
  const claim = randomUUID()
  const opening = await asJob(services.db, tx => store.claimOpening(tx, id, claim))
  if (!opening) return
  try {
    if (opening.total === null && (await asJob(services.db, tx => store.writePeople(tx, opening, claim))) === null) return
    const key = await services.files.get(opening.keyFile!)
    for (let done = 0; done < perRun; done += atOnce) {
      const people = await asJob(services.db, tx => store.unhashed(tx, id, atOnce))
      if (people.length === 0) return await finish(services, opening, claim)
      const hashed = await hashAll(people, key)
      if (!(await asJob(services.db, tx => store.saveHashes(tx, id, claim, hashed)))) return
    }
    await asJob(services.db, tx => services.jobs.send(tx, 'account.open', { openingId: id }))
  } catch (error) {
    services.log.error({ err: error, openingId: id }, 'account.open')
    await giveUp(services, opening)
  }
}

async function hashAll(people: readonly number[], key: Uint8Array): Promise<store.Hashed[]> {
  const hashed: store.Hashed[] = []
  const left = [...people]
  const thread = async () => {
    for (let pegawaiId = left.pop(); pegawaiId !== undefined; pegawaiId = left.pop())
      hashed.push({ pegawaiId, password: await hashPassword(passwordFrom(key, pegawaiId)) })
  }
  await Promise.all(Array.from({ length: sideBySide }, thread))
  return hashed
}

/** All accounts, their credentials and the one audit entry, or none of them. */
const finish = (services: Services, opening: store.Opening, claim: string) =>
  asJob(services.db, async tx => {
    if (!(await store.lockOpening(tx, opening.id, claim))) return
    const isOpening = opening.kind === 'open'
    const written = isOpening
      ? await store.openAccounts(tx, opening, placeholderAddress(''))
      : await store.renewPasswords(tx, opening)
    const now = services.clock.now()
    await store.endDone(tx, opening.id, written.accounts, now)
    await audit(tx, opening.accountId, now, {
      verb: isOpening ? 'open_accounts' : 'renew_passwords',
      subject: `opening:${opening.id}`,
      instansiId: opening.instansiId,
      rows: written.accounts,
      detail: { unitId: opening.unitId, accountsDigest: written.digest },
    })
  })

async function giveUp(services: Services, opening: store.Opening) {
  if (await asJob(services.db, tx => store.endOpening(tx, opening.id, 'failed', services.clock.now())))
    await forget(services, opening)
}

/** The key first: after a crash in between, the nightly job does it again. */
export async function forget(services: Services, { id, keyFile }: store.Key): Promise<void> {
  if (keyFile !== null) await services.files.remove(keyFile)
  await asJob(services.db, tx => store.forgetPasswords(tx, id))
}
