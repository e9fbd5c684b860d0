import type { MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import { identityMessages } from '../identity/index.ts'
import { type Actor, type Role, rolesOf } from '../platform/actor.ts'
import type { AppEnv, Ctx, Services } from '../platform/http/context.ts'
import { takeFlash } from '../platform/http/flash.ts'
import type { Frame } from '../ui/index.ts'
import { messages } from './messages.ts'

type Group = keyof (typeof messages)['id']['menuGroups']
type Item = {
  href: string
  label: keyof (typeof messages)['id']['menu']
  icon: Frame['menu'][number]['icon']
  roles: readonly Role[] | null
  group: Group | null
  /** Pages of the same step that stand elsewhere. */
  also?: readonly string[]
}

const managers: readonly Role[] = ['admin', 'pengelola', 'perencana', 'pembina', 'pimpinan']
const weighers: readonly Role[] = [...managers, 'bappeda']
const teachers: readonly Role[] = [...weighers, 'penyelenggara']
const makers: readonly Role[] = ['admin', 'pengelola', 'perencana', 'penyelenggara', 'fasilitator']

// The loop is the menu; a person sees only the steps that are theirs.
const items: readonly Item[] = [
  { group: null, href: '/', label: 'home', icon: 'home', roles: null },
  { group: null, href: '/tim', label: 'team', icon: 'team', roles: ['atasan'] },
  { group: null, href: '/pembinaan', label: 'guidance', icon: 'building', roles: ['pembina', 'perencana', 'bappeda'] },
  { group: 'standards', href: '/standar', label: 'standards', icon: 'list', roles: [...managers, 'asesor'] },
  { group: 'standards', href: '/kamus', label: 'dictionary', icon: 'book', roles: null },
  { group: 'standards', href: '/organisasi', label: 'organisation', icon: 'building', roles: managers },
  { group: 'mapping', href: '/pemetaan', label: 'mapping', icon: 'chart', roles: weighers },
  { group: 'mapping', href: '/pemetaan/bukti', label: 'evidence', icon: 'check', roles: ['admin', 'pengelola', 'asesor'] },
  { group: 'mapping', href: '/keberatan', label: 'appeals', icon: 'help', roles: ['admin', 'pengelola', 'asesor'] },
  { group: 'mapping', href: '/kinerja', label: 'performance', icon: 'gauge', roles: [...managers, 'atasan'] },
  { group: 'needs', href: '/kesenjangan', label: 'gaps', icon: 'map', roles: weighers },
  { group: 'needs', href: '/kebutuhan', label: 'needs', icon: 'target', roles: weighers },
  { group: 'needs', href: '/usulan', label: 'proposals', icon: 'list', roles: ['pengelola', 'perencana', 'atasan'] },
  { group: 'needs', href: '/rencana-daerah', label: 'plans', icon: 'file', roles: weighers, also: ['/sasaran', '/nomenklatur'] },
  { group: 'needs', href: '/dokumen', label: 'documents', icon: 'file', roles: weighers },
  { group: 'learning', href: '/katalog', label: 'catalogue', icon: 'search', roles: [...teachers, 'asesor', 'fasilitator'] },
  { group: 'learning', href: '/kursus', label: 'courses', icon: 'book', roles: makers },
  {
    group: 'learning',
    href: '/kelas',
    label: 'classes',
    icon: 'calendar',
    roles: [...managers, 'atasan', 'penyelenggara', 'fasilitator'],
  },
  { group: 'learning', href: '/pendaftaran', label: 'enrolments', icon: 'check', roles: ['admin', 'pengelola', 'atasan'] },
  { group: 'learning', href: '/klaim/verifikasi', label: 'claims', icon: 'check', roles: ['admin', 'pengelola'] },
  { group: 'learning', href: '/jp/instansi', label: 'jp', icon: 'clock', roles: managers, also: ['/jp/orang'] },
  {
    group: 'learning',
    href: '/evaluasi/laporan',
    label: 'evaluation',
    icon: 'gauge',
    roles: [...managers, 'penyelenggara', 'fasilitator'],
  },
  { group: 'learning', href: '/kegiatan/semua', label: 'activities', icon: 'people', roles: ['admin', 'pengelola', 'atasan'] },
  { group: 'learning', href: '/penyelenggara', label: 'providers', icon: 'building', roles: teachers },
  { group: 'learning', href: '/penawaran', label: 'offers', icon: 'list', roles: teachers },
  { group: 'learning', href: '/akreditasi', label: 'accreditation', icon: 'shield', roles: teachers },
  {
    group: 'data',
    href: '/pegawai',
    label: 'people',
    icon: 'people',
    roles: [...managers, 'asesor', 'penyelenggara', 'fasilitator'],
  },
  { group: 'data', href: '/impor', label: 'imports', icon: 'upload', roles: ['pengelola', 'admin', 'perencana', 'bappeda'] },
  { group: 'data', href: '/integrasi/siasn', label: 'siasn', icon: 'refresh', roles: ['admin', 'pengelola'] },
  { group: 'data', href: '/aturan', label: 'rules', icon: 'filter', roles: managers },
  { group: 'data', href: '/hukum', label: 'law', icon: 'file', roles: [...weighers, 'asesor'] },
  { group: 'data', href: '/akun', label: 'accounts', icon: 'key', roles: ['admin'] },
  { group: 'data', href: '/jejak', label: 'audit', icon: 'shield', roles: ['admin'] },
  { group: 'mine', href: '/saya', label: 'me', icon: 'person', roles: ['pegawai'] },
  {
    group: 'mine',
    href: '/belajar',
    label: 'learn',
    icon: 'book',
    roles: ['pegawai'],
    also: ['/jp', '/katalog', '/klaim', '/kegiatan', '/evaluasi', '/komunitas'],
  },
  { group: 'mine', href: '/penilaian', label: 'ratings', icon: 'check', roles: ['pegawai', 'asesor'] },
  { group: 'mine', href: '/saya/dokumen', label: 'myDocuments', icon: 'file', roles: ['pegawai'] },
]

/** On a phone four of many stand at the thumb: of those that are somebody's, the first of these. */
const atTheThumb = ['/', '/tim', '/kebutuhan', '/pemetaan', '/pegawai', '/saya', '/belajar', '/penilaian', '/saya/dokumen']
/** Who holds classes finds them first. */
const thumbOf = (role: Role) =>
  role === 'penyelenggara' || role === 'fasilitator' ? ['/', '/kelas', '/kursus', ...atTheThumb.slice(1)] : atTheThumb
const places = 4

/** Who only is somebody finds what is theirs on top and without headings; who works for others finds it below their work. */
export function menuOf(actor: Actor, path: string, m: (typeof messages)['id']): Frame['menu'] {
  const roles = rolesOf(actor)
  const theirs = items.filter(item => item.roles === null || item.roles.some(role => roles.has(role)))
  const few = ['pegawai', 'atasan'].includes(leadingRole(actor))
  const isTop = (item: Item) => item.href === '/' || (few && item.group === 'mine')
  const inOrder = [...theirs.filter(isTop), ...theirs.filter(item => !isTop(item))]
  const thumb = thumbOf(leadingRole(actor))
    .filter(href => theirs.some(item => item.href === href))
    .slice(0, places)
  return inOrder.map(item => ({
    href: item.href,
    label: m.menu[item.label],
    icon: item.icon,
    current: [item.href, ...(item.also ?? [])].some(href => current(path, href)),
    group: few || item.group === null ? null : m.menuGroups[item.group],
    bar: theirs.length <= places + 1 || thumb.includes(item.href),
  }))
}

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

/** The bell counts no further than 99. */
const badge = (unread: number) => (unread > 99 ? '99+' : String(unread))

function frameOf(c: Ctx, services: Services, assets: Frame['assets']): Frame {
  const language = c.get('language')
  const actor = c.get('actor')
  const m = messages[language]
  const theme = getCookie(c, 'tema')
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
    menu: actor ? menuOf(actor, c.req.path, m) : [],
    search: actor ? { action: '/cari', label: m.search, placeholder: m.searchPlaceholder } : null,
    bell: actor
      ? {
          href: '/pesan',
          label: c.get('unread') > 0 ? m.unreadMessages(badge(c.get('unread'))) : m.messages,
          count: c.get('unread') > 0 ? badge(c.get('unread')) : null,
        }
      : null,
    user: actor
      ? {
          name: actor.name,
          detail: identityMessages[language].roles[leadingRole(actor)],
          links: [
            { href: '/akun-saya', label: m.myAccount },
            { href: '/pesan/pengaturan', label: m.messageSettings },
            { href: '/hukum', label: m.menu.law },
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
