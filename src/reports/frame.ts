import type { MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import { identityMessages } from '../identity/index.ts'
import { type Actor, type Role, rolesOf } from '../platform/actor.ts'
import type { AppEnv, Ctx, Services } from '../platform/http/context.ts'
import { takeFlash } from '../platform/http/flash.ts'
import type { Frame } from '../ui/index.ts'
import { messages } from './messages.ts'

type Item = {
  href: string
  label: keyof (typeof messages)['id']['menu']
  icon: Frame['menu'][number]['icon']
  roles: readonly Role[] | null
  /** Pages of the same step that stand elsewhere. */
  also?: readonly string[]
}

const managers: readonly Role[] = ['admin', 'pengelola', 'perencana', 'pembina', 'pimpinan']

// The loop is the menu; a person sees only the steps that are theirs.
const items: readonly Item[] = [
  { href: '/', label: 'home', icon: 'home', roles: null },
  { href: '/saya', label: 'me', icon: 'person', roles: ['pegawai'] },
  { href: '/tim', label: 'team', icon: 'team', roles: ['atasan'] },
  { href: '/kebutuhan', label: 'needs', icon: 'target', roles: [...managers, 'bappeda'] },
  { href: '/usulan', label: 'proposals', icon: 'list', roles: ['pengelola', 'perencana', 'atasan'] },
  { href: '/pemetaan', label: 'mapping', icon: 'chart', roles: [...managers, 'bappeda'] },
  { href: '/kesenjangan', label: 'gaps', icon: 'map', roles: [...managers, 'bappeda'] },
  { href: '/kinerja', label: 'performance', icon: 'gauge', roles: [...managers, 'atasan'] },
  { href: '/penilaian', label: 'ratings', icon: 'check', roles: ['pegawai', 'asesor'] },
  { href: '/pegawai', label: 'people', icon: 'people', roles: [...managers, 'asesor', 'penyelenggara', 'fasilitator'] },
  { href: '/rencana-daerah', label: 'plans', icon: 'file', roles: [...managers, 'bappeda'], also: ['/sasaran', '/nomenklatur'] },
  { href: '/impor', label: 'imports', icon: 'upload', roles: ['pengelola', 'admin', 'perencana', 'bappeda'] },
  { href: '/dokumen', label: 'documents', icon: 'file', roles: [...managers, 'bappeda'] },
  { href: '/saya/dokumen', label: 'myDocuments', icon: 'file', roles: ['pegawai'] },
  { href: '/pembinaan', label: 'guidance', icon: 'building', roles: ['pembina', 'perencana', 'bappeda'] },
  { href: '/standar', label: 'standards', icon: 'list', roles: [...managers, 'asesor'] },
  { href: '/keberatan', label: 'appeals', icon: 'help', roles: ['admin', 'pengelola', 'asesor'] },
  { href: '/kamus', label: 'dictionary', icon: 'book', roles: null },
  { href: '/aturan', label: 'rules', icon: 'filter', roles: managers },
  { href: '/hukum', label: 'law', icon: 'file', roles: null },
  { href: '/organisasi', label: 'organisation', icon: 'building', roles: managers },
  { href: '/akun', label: 'accounts', icon: 'key', roles: ['admin'] },
  { href: '/jejak', label: 'audit', icon: 'shield', roles: ['admin'] },
]

// A role that is about others comes before what everybody is.
const order: readonly Role[] = [
  'admin',
  'pengelola',
  'perencana',
  'bappeda',
  'pembina',
  'pimpinan',
  'asesor',
  'penyelenggara',
  'fasilitator',
  'atasan',
  'pegawai',
]
export const leadingRole = (actor: Actor): Role => order.find(role => rolesOf(actor).has(role)) ?? 'pegawai'

const within = (path: string, href: string) => path === href || path.startsWith(`${href}/`)
/** Of two steps that hold a page the inner one: /saya/dokumen is no part of /saya. */
const current = (path: string, href: string) =>
  href === '/'
    ? path === '/'
    : within(path, href) && !items.some(item => item.href.startsWith(`${href}/`) && within(path, item.href))

function frameOf(c: Ctx, services: Services, assets: Frame['assets']): Frame {
  const language = c.get('language')
  const actor = c.get('actor')
  const m = messages[language]
  const theme = getCookie(c, 'tema')
  const roles = actor ? rolesOf(actor) : new Set<Role>()
  const url = new URL(c.req.url)
  return {
    appName: m.appName,
    lang: language,
    theme: theme === 'light' || theme === 'dark' ? theme : null,
    assets,
    agency: c.get('agency'),
    period: actor ? m.year(services.clock.today().slice(0, 4)) : null,
    notice: services.config.demo ? m.demo : null,
    flash: takeFlash(c),
    menu: actor
      ? items
          .filter(item => item.roles === null || item.roles.some(role => roles.has(role)))
          .map(item => ({
            href: item.href,
            label: m.menu[item.label],
            icon: item.icon,
            current: [item.href, ...(item.also ?? [])].some(href => current(c.req.path, href)),
          }))
      : [],
    search: actor ? { action: '/cari', label: m.search, placeholder: m.searchPlaceholder } : null,
    user: actor
      ? {
          name: actor.name,
          detail: identityMessages[language].roles[leadingRole(actor)],
          links: [
            { href: '/akun-saya', label: m.myAccount },
            { href: '/tampilan', label: m.savedViews },
            { href: '/sandi', label: m.changePassword },
          ],
          signOut: { action: '/keluar', label: m.signOut },
        }
      : null,
    languages: (['id', 'en'] as const).map(lang => ({
      lang,
      label: m.languages[lang],
      current: lang === language,
      action: '/bahasa',
    })),
    themes: (['light', 'dark', 'auto'] as const).map(one => ({
      theme: one,
      label: m.themes[one],
      current: one === (theme ?? 'auto'),
      action: '/tema',
    })),
    path: c.req.method === 'GET' ? url.pathname + url.search : '/',
    texts: m.texts,
  }
}

/** Puts the frame of the page into the context. Skipped for what is no page. */
export const frame =
  (services: Services, assets: () => Frame['assets']): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    if (!/^\/(assets|api|healthz|readyz|metrics)/.test(c.req.path)) c.set('frame', frameOf(c, services, assets()))
    await next()
  }
