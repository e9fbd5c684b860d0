import { Hono } from 'hono'
import { coversInstansi, hasRole } from '../platform/actor.ts'
import { audit } from '../platform/audit/index.ts'
import { inScope } from '../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { spreadsheet } from '../platform/http/download.ts'
import { idAsked, listHref, pageNumber, sorting, sought } from '../platform/http/form.ts'
import { page } from '../platform/http/page.tsx'
import { pagerOf } from '../platform/http/pager.ts'
import { formatDate, formatNumber, type Language } from '../platform/i18n/index.ts'
import { writeWorkbook } from '../platform/sheet/index.ts'
import type { Jenjang } from '../regulation/index.ts'
import { readPegawai } from './access.ts'
import { chosenInstansi } from './chosen.ts'
import { jenjangLabels, personLabels } from './labels.ts'
import { messages } from './messages.ts'
import { type OfficeCells, type PostCells, PostMapPage } from './pages/post-map.tsx'
import { postMapMessages } from './post-map-messages.ts'
import { topUnits } from './store/organisation.ts'
import {
  countPosts,
  listPosts,
  type OfficeCount,
  type PostFilter,
  type PostHolder,
  type PostOrder,
  type PostRow,
  postStates,
} from './store/post-map.ts'

const size = 50
const listed = 3
const tones = { kosong: 'warn', sebagian: 'info', lengkap: 'ok', berlebih: 'bad' } as const

/** The map of posts of one instansi, for who sees its people. */
export function postMapRoutes(services: Services) {
  const app = new Hono<AppEnv>()

  const asked = async (c: Ctx) => {
    const scope = readPegawai(actorOf(c))
    const { chosen, within } = await chosenInstansi(c, services.db, scope)
    const jenjang = c.req.query('jenjang') ?? ''
    const filter: PostFilter = {
      instansiId: chosen.id,
      unitId: idAsked(c, 'unit'),
      jenjang: Object.hasOwn(jenjangLabels.id, jenjang) ? (jenjang as Jenjang) : null,
      state: postStates.find(one => one === c.req.query('keadaan')) ?? null,
      acting: c.req.query('pelaksana') === 'ya',
      q: sought(c),
    }
    return { scope, chosen, within, filter, ...sorting<PostOrder>(c, { unit: 'asc', nama: 'asc', kosong: 'asc' }) }
  }

  app.get('/organisasi/peta', async c => {
    const language = c.get('language')
    const m = postMapMessages[language]
    const { scope, chosen, within, filter, order, descending, sort } = await asked(c)
    const n = pageNumber(c)
    const { rows, offices, units } = await inScope(services.db, scope, async tx => ({
      rows: await listPosts(tx, filter, { order, descending, offset: (n - 1) * size, limit: size }),
      offices: await countPosts(tx, filter),
      units: await topUnits(tx, chosen.id),
    }))
    const sum = (key: 'posts' | 'vacant' | 'acting' | 'open') => offices.reduce((total, row) => total + row[key], 0)
    const words = (value: number) => formatNumber(value, language)
    const filtered = Boolean(filter.q || filter.unitId || filter.jenjang || filter.state || filter.acting)
    const none = filtered ? m.sentenceNone : m.sentenceEmpty
    return page(
      c,
      {
        title: m.title,
        wide: true,
        breadcrumb: [
          { href: `/organisasi?instansi=${encodeURIComponent(chosen.regionCode)}`, label: messages[language].organisation },
        ],
      },
      PostMapPage({
        m,
        vacant: words(sum('vacant')),
        total: m.of(words(sum('posts'))),
        sentence: sum('posts') === 0 ? none : m.sentence(words(sum('acting')), words(sum('open'))),
        values: {
          q: filter.q,
          instansi: chosen.regionCode,
          unit: String(filter.unitId ?? ''),
          jenjang: filter.jenjang ?? '',
          keadaan: filter.state ?? '',
          pelaksana: filter.acting ? 'ya' : '',
        },
        choices: {
          instansi: within.map(row => ({ value: row.regionCode, label: row.name })),
          unit: units.map(row => ({ value: row.id, label: row.name })),
          jenjang: Object.entries(jenjangLabels[language]).map(([value, label]) => ({ value, label })),
          keadaan: postStates.map(value => ({ value, label: m.states[value] })),
          pelaksana: [
            { value: '', label: m.anyAppointment },
            { value: 'ya', label: m.onlyActing },
          ],
        },
        filtered,
        resetHref: `/organisasi/peta?instansi=${encodeURIComponent(chosen.regionCode)}`,
        exportHref: listHref(c, { halaman: null }).replace(/^\/organisasi\/peta/, '/organisasi/peta.xlsx'),
        offices: offices.map(row => officeCells(row, listHref(c, { unit: row.unitId, halaman: null }), language)),
        rows: rows.map(row => postCells(row, filter.unitId === null, language)),
        sort,
        canImport: hasRole(actorOf(c), 'admin', 'pengelola') && coversInstansi(scope, chosen.id),
        pager: pagerOf(c, n, size, sum('posts')),
      }),
    )
  })

  app.get('/organisasi/peta.xlsx', async c => {
    const language = c.get('language')
    const m = postMapMessages[language]
    const actor = actorOf(c)
    const { scope, chosen, filter, order, descending } = await asked(c)
    const rows = await inScope(services.db, scope, async tx => {
      const rows = await listPosts(tx, filter, { order, descending, offset: 0, limit: 1_000_000 })
      await audit(tx, actor.accountId, services.clock.now(), {
        verb: 'export_post_map',
        subject: `instansi:${chosen.id}`,
        instansiId: chosen.id,
        rows: rows.length,
        detail: { q: filter.q },
      })
      return rows
    })
    const today = services.clock.today(chosen.timeZone)
    const bytes = await writeWorkbook([
      {
        name: m.title,
        title: chosen.name,
        notes: [m.note(formatDate(today, language))],
        columns: [
          { header: m.opd, width: 40 },
          { header: m.unit, width: 40 },
          { header: m.code, width: 20, kind: 'text' },
          { header: m.jabatan, width: 48 },
          { header: m.jenjang, width: 16 },
          { header: m.seats, width: 10, kind: 'number' },
          { header: m.definitive, width: 10, kind: 'number' },
          { header: m.open, width: 10, kind: 'number' },
          { header: m.state, width: 18 },
          { header: m.holders, width: 60 },
          { header: m.acting, width: 40 },
        ],
        rows: rows.map(row => [
          row.opd,
          row.unit,
          row.code,
          row.name,
          jenjangLabels[language][row.jenjang],
          row.seats,
          row.definitive,
          row.open,
          m.states[row.state],
          namesOf(row, language, true),
          namesOf(row, language, false),
        ]),
      },
    ])
    return spreadsheet(c, bytes, `peta-jabatan-${chosen.regionCode}`, today)
  })

  return app
}

const appointmentOf = (holder: PostHolder, language: Language) => personLabels[language].appointment[holder.appointment]

const namesOf = (row: PostRow, language: Language, definitive: boolean) =>
  row.holders
    .filter(holder => (holder.appointment === 'definitif') === definitive)
    .map(holder => (definitive ? holder.name : `${holder.name} (${appointmentOf(holder, language)})`))
    .join('; ')

function postCells(row: PostRow, withOffice: boolean, language: Language): PostCells {
  const m = postMapMessages[language]
  const left = row.holders.length - listed
  return {
    id: row.id,
    name: row.name,
    code: row.code,
    unit: row.unit,
    opd: withOffice && row.opd !== row.unit ? row.opd : null,
    jenjang: jenjangLabels[language][row.jenjang],
    seats: row.seats === null ? '–' : formatNumber(row.seats, language),
    filled: formatNumber(row.definitive, language),
    state: { text: m.states[row.state], tone: tones[row.state] },
    holders: row.holders.slice(0, listed).map(holder => ({
      id: holder.id,
      name: holder.name,
      detail:
        holder.appointment === 'definitif'
          ? null
          : `${appointmentOf(holder, language)}, ${m.since(formatDate(holder.since, language))}`,
    })),
    more: left > 0 ? { text: m.more(formatNumber(left, language)), href: `/pegawai?jabatan=${row.id}` } : null,
  }
}

function officeCells(row: OfficeCount, href: string, language: Language): OfficeCells {
  const m = postMapMessages[language]
  const words = (value: number) => formatNumber(value, language)
  const seats =
    row.unknown === row.posts
      ? m.seatsUnknown
      : row.unknown > 0
        ? m.seatsPartly(words(row.seats), words(row.unknown))
        : words(row.seats)
  return {
    id: row.unitId,
    href,
    unit: row.unit,
    posts: words(row.posts),
    seats,
    definitive: words(row.definitive),
    vacant: words(row.vacant),
    open: words(row.open),
    acting: words(row.acting),
  }
}
