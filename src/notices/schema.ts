import { z } from 'zod'
import type { Rhythm } from './rules/digest.ts'
import type { Choice } from './store/contact.ts'
import { type EmailChoice, type Topic, topicKeys } from './topics.ts'

const address = z.email().max(254)

/** What is wrong with a typed address: one mailbox, without a name beside it, in letters that every server takes. */
export function addressFlaw(typed: string): 'missing' | 'wrong' | null {
  if (typed === '') return 'missing'
  return address.safeParse(typed).success && !/\p{Cc}/u.test(typed) ? null : 'wrong'
}

export const fieldOf = {
  inApp: (topic: Topic) => `aplikasi-${topic}`,
  email: (topic: Topic) => `surel-${topic}`,
  push: (topic: Topic) => `perangkat-${topic}`,
}

const emailChoice = z.enum(['now', 'digest', 'off'])
const rhythm = z.enum(['daily', 'weekly'])

/** The settings as posted; what is no choice of ours is `unless`. */
export function readChoices(
  field: (name: string) => string,
  unless: (topic: Topic) => EmailChoice,
): { choices: Choice[]; rhythm: Rhythm } {
  return {
    choices: topicKeys.map(topic => ({
      topic,
      inApp: field(fieldOf.inApp(topic)) !== '',
      email: emailChoice.catch(unless(topic)).parse(field(fieldOf.email(topic))),
      push: field(fieldOf.push(topic)) !== '',
    })),
    rhythm: rhythm.catch('daily').parse(field('ringkasan')),
  }
}
