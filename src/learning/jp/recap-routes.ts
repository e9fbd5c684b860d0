import { Hono } from 'hono'
import { chosenInstansi } from '../../people/index.ts'
import { hasRole, narrowTo } from '../../platform/actor.ts'
import { audit } from '../../platform/audit/index.ts'
import { inScope } from '../../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { spreadsheet } from '../../platform/http/download.ts'
import { listHref } from '../../platform/http/form.ts'
import { page } from '../../platform/http/page.tsx'
import { forbidden } from '../../platform/http/refusal.ts'
import { formatDate, formatNumber, formatShare } from '../../platform/i18n/index.ts'
import { writeWorkbook } from '../../platform/sheet/index.ts'
import { readJpPeople } from './access.ts'
import { askedYear, instansiChoices, yearsSince } from './list-filter.ts'
import { messages } from './messages.ts'
import { RecapPage } from './pages/recap.tsx'
import { formName, jpText, meanText, sharesText, shareViews } from './present.ts'
import { yearOf } from './rules/day.ts'
import { requiredJp } from './rules/recognise.ts'
import { type RecapRow, recapBy, recapByForm } from './store/recap.ts'

const everywhere = 'semua'

const totalOf = (rows: readonly RecapRow[]) => {
  const sum = (of: (row: RecapRow) => number) => rows.reduce((total, row) => total + of(row), 0)
  return {
    people: sum(row => row.people),
    pns: sum(row => row.pns),
    reached: sum(row => row.reached),
    short: sum(row => row.short),
    untouched: sum(row => row.untouched),
    warned: sum(row => row.warned),
    recognisedPns: sum(row => row.recognisedPns),
    recognised: sum(row => row.recognised),
    ten: sum(row => row.ten),
    twenty: sum(row => row.twenty),
    seventy: sum(row => row.seventy),
  }
}

/** `/jp/instansi`: the JP of a government by office, or of all governments in one's care. */
export function recapRoutes(services: Services) {
  const { db, clock } = services
  const app = new Hono<AppEnv>()

  const load = async (c: Ctx) => {
    const scope = readJpPeople(actorOf(c))
    if (scope.kind === 'none' || scope.kind === 'people') throw forbidden()
    const all = c.req.query('instansi') === everywhere
    const { chosen: one, within } = await chosenInstansi(c, db, scope, all ? '' : undefined)
    const chosen = all ? null : one
    const today = clock.today(chosen?.timeZone)
    const year = askedYear(c, today)
    const ids = chosen ? [chosen.id] : within.map(row => row.id)
    const filter = { instansiIds: ids, year, required: requiredJp('pns', year) }
    const { rows, forms } = await inScope(db, narrowTo(scope, ids), async tx => ({
      rows: await recapBy(tx, chosen ? 'unit' : 'instansi', filter),
      forms: await recapByForm(tx, filter),
    }))
    return { chosen, within, today, year, running: year === yearOf(today), rows, forms }
  }

  app.get('/jp/instansi', async c => {
    const language = c.get('language')
    const m = messages[language]
    const { chosen, within, today, year, running, rows, forms } = await load(c)
    const total = totalOf(rows)
    const number = (n: number) => formatNumber(n, language)
    const code = chosen?.regionCode ?? everywhere
    const list = (more: Record<string, string | number>) =>
      `/jp/orang?${new URLSearchParams({ ...(chosen ? { instansi: chosen.regionCode } : {}), tahun: String(year), ...toText(more) })}`
    const counted = (label: string, value: number, of: Record<string, string>, tone: 'warn' | 'neutral') => ({
      label,
      value: number(value),
      href: chosen && value > 0 ? list(of) : undefined,
      tone: value > 0 ? tone : ('neutral' as const),
    })
    return page(
      c,
      { title: m.recap, wide: true },
      RecapPage({
        m,
        language,
        title: chosen?.name ?? m.allInstansi,
        lead: m.recapLead(String(year)),
        exportHref: listHref(c, {}).replace('/jp/instansi', '/jp/instansi.xlsx'),
        listHref: list({}),
        values: { instansi: code, year },
        choices: {
          instansi: [...(within.length > 1 ? [{ value: everywhere, label: m.allInstansi }] : []), ...instansiChoices(within)],
          year: yearsSince(today),
        },
        figure:
          total.people === 0
            ? null
            : {
                value: total.pns === 0 ? '–' : formatShare(total.reached / total.pns, language),
                label: m.reachedFigure(String(year)),
                sentence:
                  total.pns === 0
                    ? m.noPns
                    : total.reached === total.pns
                      ? m.reachedAll(number(total.pns))
                      : m.reachedSentence(number(total.reached), number(total.pns), number(total.pns - total.reached)),
                tone: total.pns === 0 ? 'neutral' : total.reached === total.pns ? 'ok' : 'info',
                underHref: chosen && total.reached < total.pns ? list({ keadaan: 'kurang' }) : null,
              },
        figures: [
          ...(running ? [counted(m.states.prakiraan, total.short, { keadaan: 'prakiraan' }, 'warn')] : []),
          { label: m.mean, value: meanText(total.recognisedPns, total.pns, language) },
          counted(m.untouched, total.untouched, { keadaan: 'kosong', status: 'pns' }, 'neutral'),
          counted(m.withWarnings, total.warned, { keadaan: 'periksa' }, 'warn'),
        ],
        shares: total.recognised > 0 ? shareViews(total, language) : [],
        rowsTitle: chosen ? m.perUnit : m.perInstansi,
        rowHead: chosen ? m.unit : m.instansi,
        rows: rows.map(row => ({
          key: row.id,
          name: row.name,
          href: chosen ? list({ unit: row.id }) : listHref(c, { instansi: row.code }),
          pns: number(row.pns),
          reached: row.pns === 0 ? '–' : formatShare(row.reached / row.pns, language),
          reachedShare: row.pns === 0 ? 0 : row.reached / row.pns,
          under: number(row.pns - row.reached),
          short: running ? number(row.short) : null,
          mean: meanText(row.recognisedPns, row.pns, language),
          shares: sharesText(row, language),
        })),
        forms: forms
          .filter(one => one.recognised > 0)
          .map(one => ({
            form: one.form,
            name: formName(one.form, language),
            value: one.recognised / 10,
            text: jpText(one.recognised, language),
            people: number(one.people),
            records: number(one.records),
          })),
        importHref: hasRole(actorOf(c), 'admin', 'pengelola') ? '/impor/baru?jenis=pelatihan' : null,
      }),
    )
  })

  app.get('/jp/instansi.xlsx', async c => {
    const language = c.get('language')
    const m = messages[language]
    const { chosen, today, year, running, rows, forms } = await load(c)
    await inScope(db, readJpPeople(actorOf(c)), tx =>
      audit(tx, actorOf(c).accountId, clock.now(), {
        verb: 'export_jp',
        subject: 'pegawai',
        instansiId: chosen?.id ?? null,
        rows: rows.length,
        detail: { year },
      }),
    )
    const jp = (tenths: number) => tenths / 10
    const bytes = await writeWorkbook([
      {
        name: chosen ? m.perUnit : m.perInstansi,
        title: `${m.recap} ${year}: ${chosen?.name ?? m.allInstansi}`,
        notes: [m.exportNote(formatDate(today, language))],
        columns: [
          { header: chosen ? m.unit : m.instansi, width: 50 },
          ...[
            m.people,
            m.reached,
            m.under,
            ...(running ? [m.states.prakiraan] : []),
            m.untouched,
            m.withWarnings,
            m.mean,
            '10',
            '20',
            '70',
          ].map(header => ({
            header,
            width: 14,
            kind: 'number' as const,
          })),
        ],
        rows: rows.map(row => [
          row.name,
          row.pns,
          row.reached,
          row.pns - row.reached,
          ...(running ? [row.short] : []),
          row.untouched,
          row.warned,
          row.pns === 0 ? null : Math.round(row.recognisedPns / row.pns) / 10,
          jp(row.ten),
          jp(row.twenty),
          jp(row.seventy),
        ]),
      },
      {
        name: m.perForm,
        columns: [
          { header: m.form, width: 44 },
          { header: m.headers.recognised, width: 14, kind: 'number' },
          { header: m.list, width: 14, kind: 'number' },
          { header: m.records, width: 14, kind: 'number' },
        ],
        rows: forms.map(one => [formName(one.form, language), jp(one.recognised), one.people, one.records]),
      },
    ])
    return spreadsheet(c, bytes, `rekap-jp-${year}`, today)
  })

  return app
}

const toText = (values: Record<string, string | number>) =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, String(value)]))
