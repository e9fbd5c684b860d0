import { Hono } from 'hono'
import type { Actor, Grant, Role } from '../../src/platform/actor.ts'
import { fixedClock } from '../../src/platform/clock.ts'
import type { Database } from '../../src/platform/db/index.ts'
import { problemOf } from '../../src/platform/http/api.ts'
import type { AppEnv, Services } from '../../src/platform/http/context.ts'
import { Refusal } from '../../src/platform/http/refusal.ts'
import type { Frame } from '../../src/ui/index.ts'

/** 22 November 2026, ten in the morning in Jakarta. */
const testClock = fixedClock('2026-11-22T03:00:00Z')

export const servicesFor = (database: Database) => ({ clock: testClock, database, db: database.outer }) as Services

export const actor = (values: Partial<Actor> = {}): Actor => ({
  accountId: 'uji',
  username: 'uji',
  name: 'Penguji',
  language: 'id',
  mustChangePassword: false,
  pegawaiId: null,
  homeInstansiId: null,
  teamIds: [],
  grants: [],
  ...values,
})

export const grant = (role: Role, instansiIds: number[], more: Partial<Grant> = {}): Grant => ({
  role,
  place: 'instansi',
  instansiIds,
  peopleIds: [],
  ...more,
})

const nothing = { href: '', label: '' }
const frame: Frame = {
  appName: 'Piawai',
  lang: 'id',
  theme: null,
  assets: { css: '/style.css', js: '/app.js', font: '/font.woff2' },
  agency: null,
  bell: null,
  period: null,
  notice: null,
  flash: null,
  menu: [],
  search: null,
  user: { name: 'Penguji', detail: '', links: [], signOut: { action: '/keluar', label: 'Keluar' } },
  languages: [],
  themes: [],
  path: '/',
  texts: { skip: '', menu: '', more: '', breadcrumb: '', footer: '', account: '', language: nothing.label, theme: '' },
}

export type Answer = {
  status: number
  text: string
  json: () => unknown
  location: string | null
  /** Where a fragment sends the browser once the work is done. */
  next: string | null
  bytes: () => Promise<Uint8Array>
}

/** Asks routes as somebody who is signed in, without the rest of the app. Paths below /api answer refusals as problem+json. */
export function browser(who: Actor, routes: { pages?: Hono<AppEnv>; api?: Hono<AppEnv> }, language: 'id' | 'en' = 'id') {
  const app = new Hono<AppEnv>()
  app.use(async (c, next) => {
    c.set('actor', who)
    c.set('language', language)
    c.set('frame', { ...frame, lang: language })
    c.set('requestId', 'uji')
    await next()
  })
  if (routes.pages) app.route('/', routes.pages)
  if (routes.api) app.route('/api/v1', routes.api)
  app.onError((error, c) => {
    if (!(error instanceof Refusal)) throw error
    return c.req.path.startsWith('/api/') ? problemOf(c, error) : c.text(error.detail[language], error.status)
  })
  const ask = async (path: string, init?: RequestInit): Promise<Answer> => {
    const response = await app.request(`http://piawai.test${path}`, init)
    const body = await response.arrayBuffer()
    const text = new TextDecoder().decode(body)
    return {
      status: response.status,
      text,
      json: () => JSON.parse(text),
      location: response.headers.get('location'),
      next: response.headers.get('X-Location'),
      bytes: async () => new Uint8Array(body),
    }
  }
  return {
    get: (path: string) => ask(path),
    send: ask,
    post: (path: string, fields: Record<string, string>) =>
      ask(path, {
        method: 'POST',
        body: new URLSearchParams(fields),
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      }),
  }
}
