import { randomBytes } from 'node:crypto'
import type { Actor, Grant, Role } from '../platform/actor.ts'
import { audit } from '../platform/audit/index.ts'
import { asJob } from '../platform/db/index.ts'
import type { Services } from '../platform/http/context.ts'
import type { Auth } from './auth.ts'
import { placeholderAddress } from './rules/address.ts'
import { hashPassword, oneTimePassword, type PasswordFlaw, passwordFlaw, verifyPassword } from './rules/password.ts'
import * as store from './store.ts'
import type { Throttle } from './throttle.ts'

export type SignIn =
  | { ok: true; headers: Headers }
  | { ok: false; reason: 'wrong' }
  | { ok: false; reason: 'wait'; minutes: number }

/** Signs in by account name or NIP. Wrong name and wrong password look alike, in words and in time. */
export async function signIn(
  services: Services,
  auth: Auth,
  throttle: Throttle,
  input: { login: string; password: string; address: string; userAgent: string },
): Promise<SignIn> {
  const login = input.login.trim().toLowerCase().replace(/\s+/g, '')
  const accountId = await store.accountFor(services.db, login)
  const counted = accountId ?? login
  const minutes = await throttle.attempt(counted, input.address)
  if (minutes > 0) return { ok: false, reason: 'wait', minutes }
  const response = accountId
    ? await auth.api.signInEmail({
        body: { email: placeholderAddress(accountId), password: input.password },
        headers: new Headers({ 'user-agent': input.userAgent, 'x-forwarded-for': input.address }),
        asResponse: true,
      })
    : await hashPassword(input.password).then(() => null)
  if (!response?.ok) {
    await audit(services.db, accountId, services.clock.now(), {
      verb: 'sign_in_refused',
      subject: 'account',
      detail: { address: input.address },
    })
    return { ok: false, reason: 'wrong' }
  }
  await throttle.right(counted, input.address)
  await audit(services.db, accountId, services.clock.now(), { verb: 'sign_in', subject: 'account' })
  return { ok: true, headers: response.headers }
}

export type PasswordChange = { ok: true } | { ok: false; reason: 'wrong_old' | 'same' | PasswordFlaw }

export async function changePassword(
  services: Services,
  actor: Actor,
  input: { old: string; fresh: string; sessionToken: string | null },
): Promise<PasswordChange> {
  const stored = await store.passwordHash(services.db, actor.accountId)
  if (!stored || !(await verifyPassword(stored, input.old))) return { ok: false, reason: 'wrong_old' }
  if (input.old === input.fresh) return { ok: false, reason: 'same' }
  const flaw = passwordFlaw(input.fresh, actor.username)
  if (flaw) return { ok: false, reason: flaw }
  const hash = await hashPassword(input.fresh)
  await asJob(services.db, async tx => {
    await store.setPassword(tx, actor.accountId, hash, false, input.sessionToken)
    await audit(tx, actor.accountId, services.clock.now(), { verb: 'change_password', subject: `account:${actor.accountId}` })
  })
  return { ok: true }
}

/** Opens an account with a password for one use. Returns that password: it is shown once and stored nowhere. */
export async function openAccount(
  services: Services,
  by: Actor,
  input: { username: string; name: string; pegawaiId: number | null; instansiId: number | null },
): Promise<{ id: string; password: string }> {
  const password = oneTimePassword()
  const passwordHash = await hashPassword(password)
  const id = await asJob(services.db, async tx => {
    const id = await store.insertAccount(tx, { ...input, passwordHash, mustChange: true })
    await audit(tx, by.accountId, services.clock.now(), {
      verb: 'open_account',
      subject: `account:${id}`,
      instansiId: input.instansiId,
      detail: { username: input.username, pegawaiId: input.pegawaiId },
    })
    return id
  })
  return { id, password }
}

export async function resetPassword(
  services: Services,
  by: Actor,
  accountId: string,
  instansiId: number | null,
): Promise<string> {
  const password = oneTimePassword()
  const hash = await hashPassword(password)
  await asJob(services.db, async tx => {
    await store.setPassword(tx, accountId, hash, true, null)
    await audit(tx, by.accountId, services.clock.now(), { verb: 'reset_password', subject: `account:${accountId}`, instansiId })
  })
  return password
}

export async function grantRole(
  services: Services,
  by: Actor,
  input: { accountId: string; role: Role; place: Grant['place']; instansiId: number | null; unitId: number | null },
): Promise<void> {
  await asJob(services.db, async tx => {
    await store.insertGrant(tx, { ...input, grantedBy: by.accountId })
    await audit(tx, by.accountId, services.clock.now(), {
      verb: 'grant_role',
      subject: `account:${input.accountId}`,
      instansiId: input.instansiId,
      detail: { role: input.role, place: input.place, unitId: input.unitId },
    })
  })
}

export async function endGrant(
  services: Services,
  by: Actor,
  accountId: string,
  grantId: number,
  instansiId: number | null = null,
): Promise<boolean> {
  return asJob(services.db, async tx => {
    const ended = await store.endGrant(tx, accountId, grantId, services.clock.now())
    if (ended)
      await audit(tx, by.accountId, services.clock.now(), {
        verb: 'end_grant',
        subject: `account:${accountId}`,
        instansiId,
        detail: { grantId },
      })
    return ended
  })
}

export async function setClosed(
  services: Services,
  by: Actor,
  accountId: string,
  closed: boolean,
  instansiId: number | null = null,
): Promise<void> {
  await asJob(services.db, async tx => {
    await store.setClosed(tx, accountId, closed ? services.clock.now() : null)
    await audit(tx, by.accountId, services.clock.now(), {
      verb: closed ? 'close_account' : 'reopen_account',
      subject: `account:${accountId}`,
      instansiId,
    })
  })
}

/** A token for programs, valid for `days`. Returned once; only its digest is kept. */
export async function createToken(services: Services, actor: Actor, label: string, days: number): Promise<string> {
  const token = `pw_${randomBytes(32).toString('base64url')}`
  const expiresAt = new Date(services.clock.now().getTime() + days * 86_400_000)
  await asJob(services.db, async tx => {
    await store.insertToken(tx, actor.accountId, label, token, expiresAt)
    await audit(tx, actor.accountId, services.clock.now(), {
      verb: 'create_token',
      subject: `account:${actor.accountId}`,
      detail: { label, days },
    })
  })
  return token
}

export async function revokeToken(services: Services, actor: Actor, id: number): Promise<boolean> {
  return asJob(services.db, async tx => {
    const revoked = await store.revokeToken(tx, actor.accountId, id, services.clock.now())
    if (revoked)
      await audit(tx, actor.accountId, services.clock.now(), {
        verb: 'revoke_token',
        subject: `account:${actor.accountId}`,
        detail: { id },
      })
    return revoked
  })
}
