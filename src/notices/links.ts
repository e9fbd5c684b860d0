import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Db } from '../platform/db/index.ts'
import { linkSecret } from './store/keys.ts'
import { isTopic, type Topic } from './topics.ts'

export const secretOf = (db: Db) => linkSecret(db, () => randomBytes(32).toString('base64url'))

/** What a link in a letter ends: e-mail about one topic, or (null) all that comes with the digest. */
export type Ending = { accountId: string; topic: Topic | null }

const mac = (secret: string, text: string) => createHmac('sha256', secret).update(`berhenti ${text}`).digest()

/** Says who and what, signed: the press in a mail program comes without a session. It opens nothing else. */
export function endingToken(secret: string, { accountId, topic }: Ending): string {
  const text = Buffer.from(JSON.stringify([accountId, topic])).toString('base64url')
  return `${text}.${mac(secret, text).toString('base64url')}`
}

/** Null where the token is not ours. */
export function readEnding(secret: string, token: string): Ending | null {
  const [text = '', given = ''] = token.split('.')
  const [theirs, ours] = [Buffer.from(given, 'base64url'), mac(secret, text)]
  if (theirs.length !== ours.length || !timingSafeEqual(theirs, ours)) return null
  const [accountId, topic] = JSON.parse(Buffer.from(text, 'base64url').toString()) as [string, string | null]
  if (topic !== null && !isTopic(topic)) return null
  return { accountId, topic }
}
