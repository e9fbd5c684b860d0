import { Hono } from 'hono'
import { audit } from '../../platform/audit/index.ts'
import { dateIn } from '../../platform/clock.ts'
import { inScope } from '../../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { spreadsheet } from '../../platform/http/download.ts'
import { flash } from '../../platform/http/flash.ts'
import { formIds, listHref, pageNumber } from '../../platform/http/form.ts'
import { page } from '../../platform/http/page.tsx'
import { pagerOf } from '../../platform/http/pager.ts'
import { notFound, Refusal } from '../../platform/http/refusal.ts'
import { formatDate, formatNumber } from '../../platform/i18n/index.ts'
import { writeWorkbook } from '../../platform/sheet/index.ts'
import { verifyClaims } from './access.ts'
import { verifyClean } from './decide.ts'
import { flagNames } from './flag-words.ts'
import { formOptions, formWords } from './labels.ts'
import { messages } from './messages.ts'
import { QueuePage } from './pages/queue.tsx'
import { amountWords, dateWords } from './present.ts'
import { ages, askedQueue, carried, queueStates } from './queue-filter.ts'
import { flagChoices, type QueueRow, queueCounts, queueRows } from './store/list.ts'
import { verifyMessages } from './verify-messages.ts'

const size = 50
const exportLimit = 50_000
const mostAtOnce = 200

/** `/klaim/verifikasi`: the queue of who keeps the staff of an instansi. */
export function queueRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => verifyMessages[c.get('language')]

  app.get('/klaim/verifikasi', async c => {
    const language = c.get('language')
    const { scope, chosen, within, units, filter, order, descending, sort } = await askedQueue(c, services)
    const n = pageNumber(c)
    const { rows, counts } = await inScope(services.db, scope, async tx => ({
      rows: await queueRows(tx, filter, { order, descending, offset: (n - 1) * size, limit: size }),
      counts: await queueCounts(tx, chosen.id, filter.notOf, filter.now),
    }))
    const number = (value: number) => formatNumber(value, language)
    const flagged = (flags: (typeof flagChoices)[number]) => listHref(c, { tanda: flags, halaman: null, keadaan: null })
    const open = filter.state === 'submitted'
    return page(
      c,
      { title: m(c).title, wide: true },
      QueuePage({
        m: m(c),
        place: chosen.name,
        figure: {
          value: number(counts.open),
          sentence: counts.open === 0 ? m(c).figureNone : m(c).figureSentence(number(counts.oldest), number(counts.blocked)),
          tone: counts.open === 0 ? 'ok' : counts.oldest >= 14 ? 'warn' : 'info',
        },
        figures:
          counts.open === 0
            ? []
            : [
                { label: m(c).clean, value: number(counts.clean), detail: m(c).cleanWhat, href: flagged('bersih') },
                { label: m(c).flagged, value: number(counts.open - counts.clean), href: flagged('ditandai') },
                { label: m(c).blocked, value: number(counts.blocked), href: flagged('terhalang') },
              ],
        rows: rows.map(row => ({
          id: row.id,
          href: `/klaim/verifikasi/${row.id}${carried(c)}`,
          person: row.person,
          unit: row.unit,
          activity: row.name,
          form: formWords(row.form, language),
          dates: dateWords(row, language),
          jp: amountWords(row, language),
          waits: open ? m(c).days(number(row.days)) : formatDate(dateIn(row.submittedAt, 'Asia/Jakarta'), language),
          flags: row.flags.map(flag => ({ text: flagNames[flag.kind][language], blocks: flag.blocks })),
        })),
        bulk: open ? { action: `/klaim/verifikasi${carried(c)}` } : null,
        sort,
        values: {
          q: filter.q,
          instansi: chosen.regionCode,
          unit: String(filter.unitId ?? ''),
          keadaan: filter.state,
          bentuk: filter.form ?? '',
          tanda: filter.flags ?? '',
          umur: String(filter.age ?? ''),
        },
        choices: {
          instansi: within.map(row => ({ value: row.regionCode, label: row.name })),
          unit: units.map(row => ({ value: row.id, label: row.name })),
          keadaan: queueStates.map(state => ({ value: state, label: messages[language].states[state] })),
          bentuk: formOptions(language),
          tanda: flagChoices.map(value => ({ value, label: m(c).flagChoices[value] })),
          umur: ages.map(days => ({ value: days, label: m(c).ageChoice(String(days)) })),
        },
        filtered:
          [filter.unitId, filter.form, filter.flags, filter.age].some(value => value !== null) || filter.q !== '' || !open,
        resetHref: `/klaim/verifikasi?instansi=${chosen.regionCode}`,
        exportHref: listHref(c, { halaman: null }).replace('/klaim/verifikasi', '/klaim/verifikasi.xlsx'),
        pager: pagerOf(c, n, size, rows[0]?.found ?? 0),
      }),
    )
  })

  app.get('/klaim/verifikasi.xlsx', async c => {
    const language = c.get('language')
    const { scope, chosen, filter, order, descending } = await askedQueue(c, services)
    const rows = await inScope(services.db, scope, async tx => {
      const rows = await queueRows(tx, filter, { order, descending, limit: exportLimit + 1 })
      if (rows.length > exportLimit) throw tooLarge()
      await audit(tx, actorOf(c).accountId, services.clock.now(), {
        verb: 'export_claims',
        subject: 'claim',
        instansiId: chosen.id,
        rows: rows.length,
        detail: { state: filter.state, form: filter.form, flags: filter.flags, q: filter.q },
      })
      return rows
    })
    const today = services.clock.today(chosen.timeZone)
    const cells = (row: QueueRow) => [
      row.nip,
      row.person,
      row.unit,
      row.name,
      formWords(row.form, language),
      row.organiser,
      row.startedOn,
      row.endedOn,
      row.jp,
      row.sessions,
      row.certificateNumber,
      messages[language].states[row.state],
      dateIn(row.submittedAt, 'Asia/Jakarta'),
      row.flags.map(flag => flagNames[flag.kind][language]).join(', '),
    ]
    const bytes = await writeWorkbook([
      {
        name: m(c).title,
        title: m(c).exportTitle(chosen.name),
        columns: [
          { header: m(c).nip, width: 22, kind: 'text' },
          { header: m(c).person, width: 34 },
          { header: m(c).unit, width: 40 },
          { header: m(c).activity, width: 50 },
          { header: m(c).form, width: 30 },
          { header: m(c).organiser, width: 34 },
          { header: messages[language].startedOn, width: 14, kind: 'date' },
          { header: messages[language].endedOn, width: 14, kind: 'date' },
          { header: m(c).jp, width: 8, kind: 'number' },
          { header: messages[language].sessions, width: 8, kind: 'number' },
          { header: m(c).certificateNumber, width: 26, kind: 'text' },
          { header: m(c).state, width: 22 },
          { header: m(c).submittedAt, width: 14, kind: 'date' },
          { header: m(c).flags, width: 40 },
        ],
        rows: rows.map(cells),
      },
    ])
    return spreadsheet(c, bytes, `klaim-${chosen.regionCode}`, today)
  })

  app.post('/klaim/verifikasi', async c => {
    const scope = verifyClaims(actorOf(c))
    if (scope.kind === 'none') throw notFound()
    const ids = (await formIds(c, 'klaim')).slice(0, mostAtOnce)
    const { verified, left } = ids.length > 0 ? await verifyClean(services, actorOf(c), ids) : { verified: 0, left: 0 }
    const number = (value: number) => formatNumber(value, c.get('language'))
    if (verified === 0) flash(c, 'warn', m(c).bulkNone)
    else
      flash(
        c,
        left === 0 ? 'ok' : 'warn',
        left === 0 ? m(c).bulkDone(number(verified)) : m(c).bulkLeft(number(verified), number(left)),
      )
    return c.redirect(`/klaim/verifikasi${carried(c)}`, 303)
  })

  return app
}

const tooLarge = () =>
  new Refusal(413, {
    id: verifyMessages.id.exportTooLarge(formatNumber(exportLimit, 'id')),
    en: verifyMessages.en.exportTooLarge(formatNumber(exportLimit, 'en')),
  })
