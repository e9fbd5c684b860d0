import type { Tx } from '../platform/db/index.ts'
import type { Words } from '../platform/i18n/index.ts'
import { emit } from '../platform/outbox.ts'
import * as store from './store/told.ts'
import { type Topic, topics } from './topics.ts'

export type Notice = {
  topic: Topic
  to: { pegawaiIds: readonly number[] } | { accountIds: readonly string[] }
  /** One line, at most 200 characters. It alone is sent by e-mail and push: no level, result or reason in it. */
  title: Words
  /** Shown in the product only. */
  body?: Words | null
  /** The page of ours where the person goes on: begins with one `/`. */
  href: string
  /** The person has to do or know it: it cannot be switched off. */
  duty: boolean
  /** What it is about, such as `enrolment:12:approved`: with the same key the same person is told once. */
  key: string
  /** The last day it matters, `yyyy-mm-dd`; after it nobody is told any more. */
  expiresOn?: string | null
}

export type Told = {
  /** Accounts that have a new notice; those that had it already are not counted. */
  told: number
  /** People without an open account: they are told nothing. */
  without: number
}

const oneLine = (text: string) =>
  text
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, 200)

/**
 * Tells people something, in the transaction that makes it true and in whatever scope that is. Given a million times it is told once
 * (`key`). Throws where `href` is no page of ours or a title is empty.
 */
export async function notify(tx: Tx, notices: readonly Notice[]): Promise<Told> {
  if (notices.length === 0) return { told: 0, without: 0 }
  const told = await store.tell(
    tx,
    notices.map(({ topic, to, title, body, href, duty, key, expiresOn }) => {
      const named = { id: oneLine(title.id), en: oneLine(title.en) }
      if (!/^\/([^/\\]|$)/.test(href) || /\p{Cc}/u.test(href)) throw new Error(`a notice leads to a page of ours, not to ${href}`)
      if (!named.id || !named.en) throw new Error(`the notice ${key} has no title`)
      return {
        topic,
        key,
        duty: duty || topics[topic].duty,
        title: named,
        body: body ?? null,
        href,
        expiresOn: expiresOn ?? null,
        pegawaiIds: 'pegawaiIds' in to ? [...to.pegawaiIds] : [],
        accountIds: 'accountIds' in to ? [...to.accountIds] : [],
      }
    }),
  )
  if (told.told > 0) await emit(tx, 'notices.told', { told: told.told })
  return told
}
