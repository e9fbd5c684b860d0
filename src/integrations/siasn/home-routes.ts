import { Hono } from 'hono'
import { chosenInstansi } from '../../people/index.ts'
import { narrowTo } from '../../platform/actor.ts'
import { audit } from '../../platform/audit/index.ts'
import { inScope } from '../../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { flash } from '../../platform/http/flash.ts'
import { formFields, formIds, pageNumber } from '../../platform/http/form.ts'
import { page } from '../../platform/http/page.tsx'
import { pagerOf } from '../../platform/http/pager.ts'
import { Refusal } from '../../platform/http/refusal.ts'
import { formatDate, formatInstant, formatNumber } from '../../platform/i18n/index.ts'
import { manageSiasn } from './access.ts'
import { keepPlace, makeBatch } from './actions.ts'
import { messages } from './messages.ts'
import { ComposePage } from './pages/compose.tsx'
import { SiasnPage } from './pages/home.tsx'
import { batchState, missingText, resultWords } from './present.ts'
import { historyOf } from './rules/history.ts'
import { payloadOf, sentSources } from './rules/payload.ts'
import type { SiasnSettings } from './settings.ts'
import { batches, countToSend, type Place, placeOf, recordsToSend, type SendFilter } from './store/batch.ts'
import { historiesOf } from './store/history.ts'

const size = 25
const historyLimit = 200_000
const idText = /^[A-Za-z0-9-]{0,100}$/

/** `/integrasi/siasn`: what the national service lacks, and batches. */
export function homeRoutes(services: Services, settings: SiasnSettings | null) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => messages[c.get('language')]

  const chosenHere = async (c: Ctx) => {
    const scope = manageSiasn(actorOf(c))
    const { chosen, within } = await chosenInstansi(c, services.db, scope)
    return { chosen, within, scope: narrowTo(scope, [chosen.id]) }
  }

  const homePage = async (
    c: Ctx,
    typed: { instansi_siasn: string; lokasi: string } | null,
    errors: { field: string; message: string }[],
  ) => {
    const language = c.get('language')
    const { chosen, within, scope } = await chosenHere(c)
    const n = pageNumber(c)
    const found = await inScope(services.db, scope, async tx => ({
      count: await countToSend(tx, chosen.id),
      rows: await batches(tx, chosen.id, size, (n - 1) * size),
      place: await placeOf(tx, chosen.id),
    }))
    return page(
      c,
      { title: m(c).title, wide: true, status: errors.length > 0 ? 422 : 200 },
      SiasnPage({
        m: m(c),
        place: { name: chosen.name, code: chosen.regionCode },
        within: within.map(row => ({ value: row.regionCode, label: row.name })),
        count: { value: formatNumber(found.count, language), any: found.count > 0 },
        live: settings?.regionCode === chosen.regionCode,
        batches: found.rows.map(batch => ({
          id: batch.id,
          name: m(c).batch(batch.id),
          made: formatInstant(batch.madeAt, language, batch.timeZone),
          by: batch.madeBy,
          result: resultWords(batch, language),
          state: batchState(batch, language),
        })),
        pager: pagerOf(c, n, size, found.rows[0]?.found ?? 0),
        values: typed ?? { instansi_siasn: found.place.serviceInstansi ?? '', lokasi: found.place.lokasi ?? '' },
        errors,
      }),
    )
  }

  app.get('/integrasi/siasn', c => homePage(c, null, []))

  app.post('/integrasi/siasn/tempat', async c => {
    const { chosen } = await chosenHere(c)
    const field = await formFields(c)
    const typed = { instansi_siasn: field('instansi_siasn'), lokasi: field('lokasi') }
    const wrong = Object.entries(typed).filter(([, value]) => !idText.test(value))
    if (wrong.length > 0)
      return homePage(
        c,
        typed,
        wrong.map(([name]) => ({ field: name, message: m(c).placeFlaw })),
      )
    const place: Place = { serviceInstansi: typed.instansi_siasn || null, lokasi: typed.lokasi || null }
    await keepPlace(services, actorOf(c), chosen.id, place)
    flash(c, 'ok', m(c).placeSaved)
    return c.redirect(`/integrasi/siasn?instansi=${chosen.regionCode}`, 303)
  })

  const filterOf = (instansiId: number, value: (name: string) => string): SendFilter => ({
    instansiId,
    source: sentSources.find(one => one === value('asal')) ?? null,
    year: /^(19|20)\d{2}$/.test(value('tahun')) ? Number(value('tahun')) : null,
    q: value('q').trim().slice(0, 80),
  })

  app.get('/integrasi/siasn/baru', async c => {
    const language = c.get('language')
    const { chosen, scope } = await chosenHere(c)
    const filter = filterOf(chosen.id, name => c.req.query(name) ?? '')
    const n = pageNumber(c)
    const { rows, place } = await inScope(services.db, scope, async tx => ({
      rows: await recordsToSend(tx, filter, { limit: size, offset: (n - 1) * size }),
      place: await placeOf(tx, chosen.id),
    }))
    const total = rows[0]?.found ?? 0
    const year = Number(services.clock.today(chosen.timeZone).slice(0, 4))
    return page(
      c,
      {
        title: m(c).composeTitle,
        wide: true,
        breadcrumb: [{ href: `/integrasi/siasn?instansi=${chosen.regionCode}`, label: m(c).title }],
      },
      ComposePage({
        m: m(c),
        place: { name: chosen.name, code: chosen.regionCode },
        rows: rows.map(row => ({
          recordId: row.recordId,
          person: row.person,
          activity: row.name,
          lastDay: formatDate(row.endedOn, language),
          jp: row.jp === null ? '–' : formatNumber(row.jp, language),
          source: m(c).sources[row.source],
          lacks: missingText(payloadOf(row, { orangId: row.orangId, ...place }).missing, language) || m(c).complete,
        })),
        total: formatNumber(total, language),
        values: { q: filter.q, asal: filter.source ?? '', tahun: String(filter.year ?? '') },
        sources: sentSources.map(value => ({ value, label: m(c).sources[value] })),
        years: Array.from({ length: 8 }, (_, back) => ({ value: String(year - back), label: String(year - back) })),
        filtered: filter.q !== '' || filter.source !== null || filter.year !== null,
        pager: pagerOf(c, n, size, total),
      }),
    )
  })

  app.post('/integrasi/siasn', async c => {
    const { chosen } = await chosenHere(c)
    const field = await formFields(c)
    const chosenIds = field('pilihan') === 'semua' ? null : await formIds(c, 'catatan')
    const id = await makeBatch(services, actorOf(c), filterOf(chosen.id, field), chosenIds)
    if (id === null) {
      flash(c, 'warn', m(c).noneChosen)
      return c.redirect(`/integrasi/siasn/baru?instansi=${chosen.regionCode}`, 303)
    }
    flash(c, 'ok', m(c).composed)
    return c.redirect(`/integrasi/siasn/${id}`, 303)
  })

  app.get('/integrasi/siasn/riwayat.json', async c => {
    const { chosen, scope } = await chosenHere(c)
    const service = c.req.query('layanan') === 'rw-diklat' ? 'rw-diklat' : 'rw-kursus'
    const records = await inScope(services.db, scope, async tx => {
      const found = await historiesOf(tx, chosen.id, historyLimit + 1)
      if (found.length > historyLimit) throw tooMany()
      await audit(tx, actorOf(c).accountId, services.clock.now(), {
        verb: 'export_siasn_histories',
        subject: 'pegawai',
        instansiId: chosen.id,
        rows: found.length,
        detail: { service },
      })
      return found
    })
    const data = records.map(historyOf).flatMap(one => (one.service === service ? [one.row] : []))
    return c.body(JSON.stringify({ code: 1, data }), 200, {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="${service}-${chosen.regionCode}.json"`,
    })
  })

  return app
}

const tooMany = () =>
  new Refusal(413, {
    id: messages.id.tooMany(formatNumber(historyLimit, 'id')),
    en: messages.en.tooMany(formatNumber(historyLimit, 'en')),
  })
