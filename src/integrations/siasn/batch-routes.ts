import { Hono } from 'hono'
import { audit } from '../../platform/audit/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { spreadsheet } from '../../platform/http/download.ts'
import { flash } from '../../platform/http/flash.ts'
import { formFields, listHref, pageNumber } from '../../platform/http/form.ts'
import { fragment, page } from '../../platform/http/page.tsx'
import { pagerOf } from '../../platform/http/pager.ts'
import { forbidden } from '../../platform/http/refusal.ts'
import { formatNumber } from '../../platform/i18n/index.ts'
import { writeWorkbook } from '../../platform/sheet/index.ts'
import * as actions from './actions.ts'
import { messages } from './messages.ts'
import { BatchFigure, BatchPage } from './pages/batch.tsx'
import { batchState, itemStates, itemTone, missingText, shownState } from './present.ts'
import type { SiasnSettings } from './settings.ts'
import { type Batch, type Item, items } from './store/batch.ts'

const size = 50
const allRows = 10_000

/** `/integrasi/siasn/:id`: one batch, dry or on its way. */
export function batchRoutes(services: Services, settings: SiasnSettings | null) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => messages[c.get('language')]
  const idOf = (c: Ctx) => Number(c.req.param('id'))
  const seen = <T>(c: Ctx, work: (tx: Tx, batch: Batch) => Promise<T>) => actions.withBatch(services, actorOf(c), idOf(c), work)
  const isLive = (batch: Batch) => settings?.regionCode === batch.regionCode

  const figureOf = (c: Ctx, batch: Batch) => {
    const state = shownState(batch)
    const { waiting, claimed, sent, confirmed, differs } = batch.counts
    const value = state === 'done' ? sent + confirmed + differs : waiting + claimed
    return {
      value: formatNumber(value, c.get('language')),
      ...m(c).batchFigures[state === 'draft' && value === 0 ? 'lacking' : state],
      tone: batchState(batch, c.get('language')).tone,
    }
  }

  const remarkOf = (c: Ctx, { state, missing, fileName }: Item) => {
    const file = fileName !== null && state === 'waiting' ? [m(c).withFile(fileName)] : []
    return [...(missing.length > 0 ? [m(c).lacksWords(missingText(missing, c.get('language')))] : []), ...file].join(' ') || '–'
  }

  type TypedNumber = { record: number; value: string } | null
  const batchPage = async (c: Ctx, typed: TypedNumber = null) => {
    const language = c.get('language')
    const state = itemStates.find(one => one === c.req.query('keadaan')) ?? null
    const n = pageNumber(c)
    const { batch, rows } = await seen(c, async (tx, batch) => ({
      batch,
      rows: await items(tx, batch.id, { state }, { limit: size, offset: (n - 1) * size }),
    }))
    const number = (value: number) => formatNumber(value, language)
    const shown = shownState(batch)
    const idle = shown !== 'sending' && shown !== 'discarded'
    const ready = isLive(batch) && batch.counts.waiting + batch.counts.claimed > 0
    const stateOf = (item: Item) => (item.state === 'waiting' && item.missing.length > 0 ? 'lacking' : item.state)
    return page(
      c,
      {
        status: typed ? 422 : 200,
        title: m(c).batch(batch.id),
        wide: true,
        breadcrumb: [{ href: `/integrasi/siasn?instansi=${batch.regionCode}`, label: m(c).title }],
      },
      BatchPage({
        m: m(c),
        id: batch.id,
        state: batchState(batch, language),
        figure: figureOf(c, batch),
        trouble: batch.trouble,
        figures: itemStates.flatMap(one =>
          batch.counts[one] > 0
            ? [
                {
                  label: m(c).itemStates[one],
                  value: number(batch.counts[one]),
                  href: listHref(c, { keadaan: state === one ? null : one, halaman: null }),
                },
              ]
            : [],
        ),
        rows: rows.map(item => ({
          key: `${item.pegawaiId} ${item.recordId}`,
          person: item.person,
          activity: item.name,
          service: `${item.service}/save`,
          payload: JSON.stringify(item.payload, null, 1),
          state: { text: m(c).itemStates[stateOf(item)], tone: itemTone[stateOf(item)] },
          remark: item.problem ?? remarkOf(c, item),
          externalId: item.externalId ?? '–',
          number:
            idle && item.state !== 'sent' && item.missing.some(field => field === 'nomor' || field === 'nomorSertipikat')
              ? {
                  record: item.recordId,
                  value: typed?.record === item.recordId ? typed.value : '',
                  error: typed?.record === item.recordId ? m(c).numberFlaw : undefined,
                }
              : null,
        })),
        pager: pagerOf(c, n, size, rows[0]?.found ?? 0),
        may: {
          send: idle && shown !== 'stopped' && ready ? m(c).send(number(batch.counts.waiting)) : null,
          goOn: shown === 'stopped' && isLive(batch),
          refresh: idle && batch.counts.waiting + batch.counts.lacking + batch.counts.failed > 0,
          retry: batch.counts.failed > 0,
          check: isLive(batch) && idle && batch.counts.sent + batch.counts.confirmed + batch.counts.differs > 0,
          discard: shown === 'draft',
        },
      }),
    )
  }
  app.get('/integrasi/siasn/:id{[0-9]{1,9}}', c => batchPage(c))

  app.get('/integrasi/siasn/:id{[0-9]{1,9}}/keadaan', async c => {
    const batch = await seen(c, async (_, batch) => batch)
    const live = shownState(batch) === 'sending'
    if (!live) c.header('X-Location', `/integrasi/siasn/${batch.id}`)
    return fragment(c, BatchFigure({ id: batch.id, figure: figureOf(c, batch), live }))
  })

  const whole = (c: Ctx) =>
    seen(c, async (tx, batch) => {
      const rows = await items(tx, batch.id, { state: null }, { limit: allRows })
      await audit(tx, actorOf(c).accountId, services.clock.now(), {
        verb: 'export_siasn_batch',
        subject: `siasn:${batch.id}`,
        instansiId: batch.instansiId,
        rows: rows.length,
      })
      return { batch, rows }
    })

  app.get('/integrasi/siasn/:id{[0-9]{1,9}}/kiriman.json', async c => {
    const { batch, rows } = await whole(c)
    const of = (service: Item['service']) => rows.filter(item => item.service === service).map(item => item.payload)
    return c.body(JSON.stringify({ kursus: of('kursus'), diklat: of('diklat') }, null, 1), 200, {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="kiriman-siasn-${batch.id}.json"`,
    })
  })

  app.get('/integrasi/siasn/:id{[0-9]{1,9}}/kiriman.xlsx', async c => {
    const { batch, rows } = await whole(c)
    const sheets = (['kursus', 'diklat'] as const).flatMap(service => {
      const own = rows.filter(item => item.service === service)
      if (own.length === 0) return []
      const keys = Object.keys(own[0]!.payload).filter(key => key !== 'path' && key !== 'id')
      const cell = (value: unknown) =>
        typeof value === 'number' ? value : value === null || value === undefined ? null : String(value)
      return [
        {
          name: service,
          columns: [
            { header: 'nipBaru', width: 22, kind: 'text' as const },
            { header: 'nama', width: 34 },
            ...keys.map(header => ({
              header,
              width: 22,
              kind:
                typeof (own[0]!.payload as Record<string, unknown>)[header] === 'number'
                  ? ('number' as const)
                  : ('text' as const),
            })),
            { header: 'Sertifikat', width: 30 },
            { header: 'Yang kurang', width: 30 },
            { header: 'Keadaan', width: 20 },
            { header: 'Nomor di SIASN', width: 24, kind: 'text' as const },
            { header: 'Keterangan', width: 40 },
          ],
          rows: own.map(item => [
            item.nip,
            item.person,
            ...keys.map(key => cell((item.payload as Record<string, unknown>)[key])),
            item.fileName,
            missingText(item.missing, 'id'),
            messages.id.itemStates[item.state === 'waiting' && item.missing.length > 0 ? 'lacking' : item.state],
            item.externalId,
            item.problem,
          ]),
        },
      ]
    })
    return spreadsheet(c, await writeWorkbook(sheets), `kiriman-siasn-${batch.id}`, services.clock.today(batch.timeZone))
  })

  /** Back to the batch; where it had moved on before, that is said. */
  const after = (c: Ctx, done: boolean, words: string) => {
    flash(c, done ? 'ok' : 'info', done ? words : m(c).notChanged)
    return c.redirect(`/integrasi/siasn/${idOf(c)}`, 303)
  }
  /** @throws Refusal 403 where no live connection is set up for the instansi of the batch */
  const liveOnly = async (c: Ctx) => {
    if (!isLive(await seen(c, async (_, batch) => batch))) throw forbidden()
  }

  app.post('/integrasi/siasn/:id{[0-9]{1,9}}/kirim', async c => {
    await liveOnly(c)
    return after(c, await actions.sendAway(services, actorOf(c), idOf(c)), m(c).asked)
  })
  app.post('/integrasi/siasn/:id{[0-9]{1,9}}/cocokkan', async c => {
    await liveOnly(c)
    await actions.checkAgain(services, actorOf(c), idOf(c))
    return after(c, true, m(c).askedCheck)
  })
  app.post('/integrasi/siasn/:id{[0-9]{1,9}}/perbarui', async c =>
    after(c, await actions.refreshBatch(services, actorOf(c), idOf(c)), m(c).refreshed),
  )
  app.post('/integrasi/siasn/:id{[0-9]{1,9}}/nomor', async c => {
    const field = await formFields(c)
    const [record, number] = [Number(field('catatan')), field('nomor').replace(/\s+/g, ' ').trim()]
    if (number.length > 100 || !/[\p{L}\p{N}]/u.test(number)) return batchPage(c, { record, value: number.slice(0, 100) })
    return after(c, await actions.numberItem(services, actorOf(c), idOf(c), record, number), m(c).numberSaved)
  })
  app.post('/integrasi/siasn/:id{[0-9]{1,9}}/buang', async c => {
    const { regionCode } = await seen(c, async (_, batch) => batch)
    if (!(await actions.discardBatch(services, actorOf(c), idOf(c)))) return after(c, false, '')
    flash(c, 'ok', m(c).discarded)
    return c.redirect(`/integrasi/siasn?instansi=${regionCode}`, 303)
  })

  return app
}
