import { Hono } from 'hono'
import { asAccount } from '../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { spreadsheet } from '../platform/http/download.ts'
import { flash } from '../platform/http/flash.ts'
import { formFields, listHref, ownPath, pageNumber, sought } from '../platform/http/form.ts'
import { page } from '../platform/http/page.tsx'
import { pagerOf } from '../platform/http/pager.ts'
import { notFound } from '../platform/http/refusal.ts'
import { formatInstant, formatNumber } from '../platform/i18n/index.ts'
import { writeWorkbook } from '../platform/sheet/index.ts'
import { messages } from './messages.ts'
import { InboxPage } from './pages/inbox.tsx'
import * as store from './store/inbox.ts'
import { isTopic, topicKeys, topics } from './topics.ts'

const size = 20
/** As many messages are looked through without a filter. */
const few = 10
const mostRows = 10_000
/** Beyond any id: everything there is. */
const newest = Number.MAX_SAFE_INTEGER

/** What one was told, and reading it. Everybody's own; there is nobody else's to see. */
export function inboxRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const own = <T>(c: Ctx, work: Parameters<typeof asAccount<T>>[2]) => asAccount(services.db, actorOf(c).accountId, work)

  const listed = (c: Ctx, page: { offset: number; limit: number }) => {
    const wanted = c.req.query('topik') ?? ''
    const filter = {
      topic: isTopic(wanted) ? wanted : null,
      unread: c.req.query('lihat') === 'baru',
      q: sought(c),
    }
    const oldestFirst = c.req.query('urut') === 'lama'
    const at = { language: c.get('language'), today: services.clock.today(), oldestFirst, ...page }
    return own(c, async tx => ({ filter, oldestFirst, found: await store.inbox(tx, filter, at) }))
  }

  app.get('/pesan', async c => {
    const language = c.get('language')
    const m = messages[language]
    const at = pageNumber(c)
    const { filter, oldestFirst, found } = await listed(c, { offset: (at - 1) * size, limit: size })
    const { topic, unread, q } = filter
    const tab = (lihat: string | null) => listHref(c, { lihat, halaman: null })
    const back = listHref(c, {})
    return page(
      c,
      { title: m.title },
      InboxPage({
        m,
        unread: found.unread,
        sentence: found.unread === 0 ? m.nothingNew : m.newOnes(formatNumber(found.unread, language)),
        tabs: [
          { href: tab(null), label: m.all, current: !unread, count: formatNumber(found.all, language) },
          { href: tab('baru'), label: m.unread, current: unread, count: formatNumber(found.unread, language) },
        ],
        exportHref: found.rows.length > 0 ? listHref(c, { halaman: null }).replace('/pesan', '/pesan.xlsx') : null,
        mayFilter: found.all > few || topic !== null || q !== '' || oldestFirst,
        filter: {
          unread,
          q,
          order: oldestFirst ? 'lama' : '',
          narrowed: topic !== null || q !== '',
          topic: topic ?? '',
          options: topicKeys.map(key => ({ value: key, label: topics[key].name[language] })),
        },
        isEmpty: found.all === 0,
        rows: found.rows.map(row => ({
          id: row.id,
          href: `/pesan/${row.id}`,
          title: row.title,
          body: row.body,
          topic: topics[row.topic]?.name[language] ?? row.topic,
          when: formatInstant(row.madeAt, language),
          isNew: row.readAt === null && !row.expired,
          isDuty: row.duty,
          expired: row.expired,
        })),
        back,
        until: Math.max(0, ...found.rows.map(row => row.id)),
        pager: pagerOf(c, at, size, found.total),
      }),
    )
  })

  app.get('/pesan.xlsx', async c => {
    const language = c.get('language')
    const m = messages[language]
    const { found } = await listed(c, { offset: 0, limit: mostRows })
    const bytes = await writeWorkbook([
      {
        name: m.title,
        columns: [
          { header: m.when, width: 26 },
          { header: m.topic, width: 28 },
          { header: m.message, width: 60 },
          { header: m.text, width: 80 },
          { header: m.state, width: 16 },
        ],
        rows: found.rows.map(row => [
          formatInstant(row.madeAt, language),
          topics[row.topic]?.name[language] ?? row.topic,
          row.title,
          row.body,
          row.readAt !== null ? m.read : row.expired ? m.expired : m.new,
        ]),
      },
    ])
    return spreadsheet(c, bytes, 'pesan', services.clock.today())
  })

  // Opening is reading: the link of an e-mail and of a push leads here, and says nothing by itself.
  app.get('/pesan/:id{[0-9]{1,15}}', async c => {
    const href = await own(c, tx => store.readOne(tx, Number(c.req.param('id')), services.clock.now()))
    if (href === null) throw notFound()
    return c.redirect(ownPath(href), 303)
  })

  app.post('/pesan/:id{[0-9]{1,15}}/dibaca', async c => {
    const field = await formFields(c)
    const href = await own(c, tx => store.readOne(tx, Number(c.req.param('id')), services.clock.now()))
    if (href === null) throw notFound()
    return c.redirect(ownPath(field('kembali') || '/pesan'), 303)
  })

  app.post('/pesan/dibaca', async c => {
    const field = await formFields(c)
    const topic = field('topik')
    const until = /^\d{1,15}$/.test(field('sampai')) ? Number(field('sampai')) : newest
    const read = await own(c, tx => store.readAll(tx, isTopic(topic) ? topic : null, until, services.clock.now()))
    flash(c, 'ok', messages[c.get('language')].allRead(formatNumber(read, c.get('language'))))
    return c.redirect('/pesan', 303)
  })

  return app
}
