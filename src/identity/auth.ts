import { betterAuth } from 'better-auth'
import type { Db } from '../platform/db/index.ts'
import { hashPassword, verifyPassword } from './rules/password.ts'

/** A session ends this many seconds after it was last prolonged … */
export const sessionSeconds = 7 * 24 * 3600
/** … and is prolonged where it is used this long after that. */
export const prolongAfterSeconds = 24 * 3600

const timestamps = { createdAt: 'created_at', updatedAt: 'updated_at' }

/** Sessions and passwords by better-auth, on tables of the schema `identity` (ADR 0005). */
export function createAuth(db: Db, secret: string, publicUrl: string | undefined) {
  return betterAuth({
    database: { db: db.withSchema('identity'), type: 'postgres', transaction: true },
    secret,
    baseURL: publicUrl ?? 'http://localhost',
    logger: { disabled: true },
    telemetry: { enabled: false },
    rateLimit: { enabled: false }, // auth.api calls pass it by; ours stands before /masuk
    emailAndPassword: {
      enabled: true,
      minPasswordLength: 1,
      password: { hash: hashPassword, verify: ({ hash, password }) => verifyPassword(hash, password) },
    },
    session: {
      modelName: 'session',
      expiresIn: sessionSeconds,
      updateAge: prolongAfterSeconds,
      fields: { userId: 'account_id', expiresAt: 'expires_at', ipAddress: 'ip_address', userAgent: 'user_agent', ...timestamps },
    },
    user: { modelName: 'user_account', fields: { emailVerified: 'email_verified', ...timestamps } },
    account: {
      modelName: 'credential',
      fields: {
        accountId: 'external_id',
        providerId: 'provider_id',
        userId: 'account_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        ...timestamps,
      },
    },
    verification: { modelName: 'verification', fields: { expiresAt: 'expires_at', ...timestamps } },
    advanced: { cookiePrefix: 'piawai', useSecureCookies: publicUrl?.startsWith('https://') ?? false },
  })
}

export type Auth = ReturnType<typeof createAuth>
