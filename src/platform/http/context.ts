import type { Context } from 'hono'
import type { Frame } from '../../ui/index.ts'
import type { Actor } from '../actor.ts'
import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import type { Database, Db } from '../db/index.ts'
import type { Files } from '../files/index.ts'
import type { Language } from '../i18n/index.ts'
import type { Jobs } from '../jobs/index.ts'
import type { Logger } from '../log.ts'

/** What every capability is given when it is wired: no ambient state. */
export type Services = {
  config: Config
  clock: Clock
  database: Database
  db: Db
  files: Files
  jobs: Jobs
  log: Logger
}

export type Variables = {
  actor: Actor | null
  /** The name of the government the actor belongs to. */
  agency: string | null
  /** Messages that the actor has not read, up to 100. */
  unread: number
  language: Language
  frame: Frame
  /** Where the list stands with which a refused form answers, if the form was posted elsewhere. */
  listPath?: string
  requestId: string
}
export type AppEnv = { Variables: Variables }
export type Ctx = Context<AppEnv>

/** Who is signed in. Only for routes behind the sign-in. */
export function actorOf(c: Ctx): Actor {
  const actor = c.get('actor')
  if (!actor) throw new Error('a route without sign-in asked for the actor')
  return actor
}
