import { argon2, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

// OWASP's second choice of parameters for argon2id: 19 MiB, two passes, one lane.
const memory = 19456
const passes = 2

const derive = (plain: string, salt: Buffer, m: number, t: number): Promise<Buffer> =>
  new Promise((resolve, reject) =>
    argon2(
      'argon2id',
      { message: plain.normalize('NFKC'), nonce: salt, parallelism: 1, tagLength: 32, memory: m, passes: t },
      (error, hash) => (error ? reject(error) : resolve(Buffer.from(hash))),
    ),
  )

/** A password as the text that may be stored: PHC format, argon2id. */
export async function hashPassword(plain: string): Promise<string> {
  const salt = randomBytes(16)
  const hash = await derive(plain, salt, memory, passes)
  return `$argon2id$v=19$m=${memory},t=${passes},p=1$${salt.toString('base64')}$${hash.toString('base64')}`
}

/** Whether the password is the one that was stored. Anything that is not our format is never a match. */
export async function verifyPassword(stored: string, plain: string): Promise<boolean> {
  const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=1\$([^$]+)\$([^$]+)$/.exec(stored)
  if (!match) return false
  const expected = Buffer.from(match[4]!, 'base64')
  const actual = await derive(plain, Buffer.from(match[3]!, 'base64'), Number(match[1]), Number(match[2]))
  return actual.length === expected.length && timingSafeEqual(actual, expected)
}

export type PasswordFlaw = 'short' | 'long' | 'like_account' | 'common'

const common = ['password', 'kata sandi', 'katasandi', '1234567890', '0123456789', 'qwertyuiop', 'indonesia', 'rahasia']

/** What is wrong with a new password, or null. Long and not guessable; no rule about signs or capitals. */
export function passwordFlaw(plain: string, account: string): PasswordFlaw | null {
  const bare = plain.toLowerCase().replace(/[^a-z0-9]/g, '')
  if ([...plain].length < 10) return 'short'
  if (plain.length > 128) return 'long'
  if (account.length >= 4 && bare.includes(account.toLowerCase().replace(/[^a-z0-9]/g, ''))) return 'like_account'
  if (new Set(plain).size < 4 || common.some(word => bare.replace(/\d+$/, '') === word.replace(' ', '') || bare === word))
    return 'common'
  return null
}

const readable = 'abcdefghjkmnpqrstuvwxyz23456789' // without letters and digits that look alike

const spelt = (bytes: Uint8Array) =>
  [0, 4, 8].map(from => [...bytes.subarray(from, from + 4)].map(byte => readable[byte % readable.length]).join('')).join('-')

/** A password for one use, easy to read out over the telephone: `kx4p-9wvn-t2hd`. */
export const oneTimePassword = () => spelt(randomBytes(12))

/** What passwords for one use of many people follow from, 32 bytes; whoever has it has them all. */
export const newPasswordKey = (): Uint8Array => randomBytes(32)

/** The password for one use of one person: the same each time, and nothing is learnt from it of another's. */
export const passwordFrom = (key: Uint8Array, pegawaiId: number) =>
  spelt(createHmac('sha256', key).update(`pegawai:${pegawaiId}`).digest())
