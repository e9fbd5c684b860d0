import { randomBytes } from 'node:crypto'
import type { Actor } from '../platform/actor.ts'
import { audit } from '../platform/audit/index.ts'
import { asAccount, asJob, type Tx } from '../platform/db/index.ts'
import type { Services } from '../platform/http/context.ts'
import { openPost, type Sending } from '../platform/mail/index.ts'
import { areKeys, isPushService, type Subscription } from '../platform/push/index.ts'
import { escaped } from './compose.ts'
import { type Ending, readEnding, secretOf } from './links.ts'
import type { Rhythm } from './rules/digest.ts'
import { addressFlaw } from './schema.ts'
import * as store from './store/contact.ts'
import * as devices from './store/devices.ts'
import { endEmail } from './store/letters.ts'
import { topicDefaults, topics } from './topics.ts'

type Part = Pick<Services, 'db' | 'clock' | 'jobs'>

const asksAnHour = 5
const linkDays = 3
const mostDevices = 10

const day = 86_400_000

const write = (tx: Tx, actor: Actor, at: Date, verb: string) =>
  audit(tx, actor.accountId, at, { verb, subject: 'account', instansiId: actor.homeInstansiId })

export type AskFlaw = 'missing' | 'wrong' | 'often'

/** Sends the link that confirms an address. Until it is opened nothing else goes there, nor to the address before it. */
export async function askAddress(services: Part, actor: Actor, typed: string): Promise<AskFlaw | null> {
  const flaw = addressFlaw(typed)
  if (flaw) return flaw
  const at = services.clock.now()
  return asAccount(services.db, actor.accountId, async tx => {
    if ((await store.asksSince(tx, new Date(at.getTime() - 3_600_000))) >= asksAnHour) return 'often'
    await store.askAddress(tx, actor.accountId, typed, randomBytes(24).toString('base64url'), at)
    await write(tx, actor, at, 'ask_mail_address')
    await services.jobs.send(tx, 'notices.mail', {})
    return null
  })
}

/** Opens the link, signed in as who asked. Null: it was used, is too old, or somebody else's. */
export function confirmAddress(services: Part, actor: Actor, nonce: string): Promise<string | null> {
  const at = services.clock.now()
  return asAccount(services.db, actor.accountId, async tx => {
    const since = new Date(at.getTime() - linkDays * day)
    const address = await store.confirmAddress(tx, nonce, since, at, services.clock.today())
    if (address !== null) await write(tx, actor, at, 'confirm_mail_address')
    return address
  })
}

export function removeAddress(services: Part, actor: Actor): Promise<boolean> {
  return asAccount(services.db, actor.accountId, async tx => {
    const removed = await store.removeAddress(tx)
    if (removed) await write(tx, actor, services.clock.now(), 'remove_mail_address')
    return removed
  })
}

/** What is a duty stays as it is, whatever was sent. */
export async function saveChoices(services: Part, actor: Actor, choices: readonly store.Choice[], rhythm: Rhythm): Promise<void> {
  await asAccount(services.db, actor.accountId, async tx => {
    await store.saveChoices(
      tx,
      actor.accountId,
      choices.filter(choice => !topics[choice.topic].duty),
    )
    await store.setRhythm(tx, actor.accountId, rhythm)
    await write(tx, actor, services.clock.now(), 'choose_notices')
  })
}

/** Ends e-mail by the link in a letter: whoever has it may, and may nothing else. Answers what was ended, null where it is not our link. */
export async function endByLink(services: Part, token: string): Promise<Ending | null> {
  const ending = readEnding(await secretOf(services.db), token)
  if (!ending) return null
  await asJob(services.db, async tx => {
    if ((await endEmail(tx, ending.accountId, ending.topic, topicDefaults)) === 0) return
    await audit(tx, ending.accountId, services.clock.now(), {
      verb: 'end_mail',
      subject: 'account',
      detail: { label: ending.topic },
    })
  })
  return ending
}

/**
 * Sends one letter that says it is a test, now, and answers what became of it; null where no server of mail is set up. What was tried is
 * written down, without the address: it may be anybody's.
 */
export async function sendTestLetter(
  { db, clock, config }: Part & Pick<Services, 'config'>,
  actor: Actor,
  to: string,
  words: { subject: string; text: (url: string) => string },
): Promise<Sending | null> {
  const { mail, publicUrl } = config
  if (!mail || !publicUrl) return null
  const text = words.text(publicUrl)
  const post = openPost(mail)
  const messageId = `<${randomBytes(16).toString('hex')}@${new URL(publicUrl).hostname}>`
  const outcome = await post
    .send({ to, subject: words.subject, text, html: `<p>${escaped(text)}</p>`, messageId, endUrl: null })
    .finally(() => post.close())
  await asJob(db, tx =>
    audit(tx, actor.accountId, clock.now(), { verb: 'send_test_mail', subject: 'mail', detail: { label: outcome.kind } }),
  )
  return outcome
}

/** False where it is no browser's subscription. */
export async function addDevice(services: Part, actor: Actor, subscription: Subscription, label: string): Promise<boolean> {
  if (subscription.endpoint.length > 1000 || !isPushService(subscription.endpoint) || !areKeys(subscription)) return false
  const at = services.clock.now()
  await asJob(services.db, async tx => {
    await devices.addDevice(tx, actor.accountId, label, subscription, at, mostDevices)
    await write(tx, actor, at, 'add_device')
  })
  return true
}

export function removeDevice(services: Part, actor: Actor, id: number): Promise<string | null> {
  return asAccount(services.db, actor.accountId, async tx => {
    const label = await devices.removeDevice(tx, id)
    if (label !== null) await write(tx, actor, services.clock.now(), 'remove_device')
    return label
  })
}
