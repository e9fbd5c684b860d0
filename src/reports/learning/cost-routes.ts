import { Hono } from 'hono'
import { reportList } from '../../learning/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { spreadsheet } from '../../platform/http/download.ts'
import { page } from '../../platform/http/page.tsx'
import { formatNumber, formatRupiah, type Language } from '../../platform/i18n/index.ts'
import { numberColumn, writeWorkbook } from '../../platform/sheet/index.ts'
import { costReport } from './cost.ts'
import { costMessages } from './cost-messages.ts'
import { type CostLine, CostPage } from './pages/cost.tsx'
import { type CostGrouping, type CostRow, costGroupings } from './rules/cost.ts'

const report = '/evaluasi/laporan'
const path = `${report}/biaya`
const amount = (value: bigint | null) => (value === null ? null : Number(value))
const told = (row: CostRow, value: number) => (row.few ? null : value)

const orders = {
  biaya_per_level: (row: CostRow) => amount(row.perLevel),
  nama: (row: CostRow) => row.name,
  selesai: (row: CostRow) => row.finished,
  biaya: (row: CostRow) => amount(row.spent),
  naik: (row: CostRow) => told(row, row.risen),
  menunggu: (row: CostRow) => told(row, row.waiting),
}

/** `/evaluasi/laporan/biaya`: what it cost to close gaps, by course and provider. */
export function costRoutes(services: Services) {
  const app = new Hono<AppEnv>()

  const asked = async (c: Ctx) => {
    const by = costGroupings.find(one => one === c.req.query('menurut')) ?? 'kursus'
    const found = await costReport(services, actorOf(c), by, c.req.query('tahun'))
    return { ...found, list: reportList(c, { path, groupings: costGroupings, by, orders, ...found }) }
  }

  app.get(path, async c => {
    const language = c.get('language')
    const m = costMessages[language]
    const { whole, years, list } = await asked(c)
    return page(
      c,
      { title: m.title, wide: true, breadcrumb: [{ href: report, label: m.evaluation }] },
      CostPage({
        m,
        figure: { value: whole.perLevel === null ? '–' : formatRupiah(whole.perLevel), sentence: sentence(whole, language) },
        list,
        lines: list.shown.map(row => lineOf(row, list.by, language)),
        empty: years.length === 0,
        evaluationHref: `${report}?tahun=${list.tahun}`,
      }),
    )
  })

  app.get(`${path}.xlsx`, async c => {
    const m = costMessages[c.get('language')]
    const { list } = await asked(c)
    const headers = [
      list.m.classes,
      m.costed,
      list.m.finished,
      m.spent,
      m.risenCosted,
      m.risen,
      m.firstKnown,
      m.waiting,
      m.perLevel,
    ]
    const bytes = await writeWorkbook([
      {
        name: m.title,
        title: `${m.title}: ${list.name}. ${list.period}`,
        columns: [{ header: list.name, width: 50 }, ...headers.map(numberColumn)],
        rows: list.found.map(row => [
          row.name,
          row.classes,
          row.costed,
          row.finished,
          amount(row.spent),
          told(row, row.risen),
          told(row, row.risenInAll),
          told(row, row.firstKnown),
          told(row, row.waiting),
          amount(row.perLevel),
        ]),
      },
    ])
    return spreadsheet(c, bytes, `biaya-per-tingkat-${list.by}-${list.tahun}`, services.clock.today())
  })

  return app
}

/** What the figure rests on, and what is not known. */
function sentence(whole: Omit<CostRow, 'id' | 'name'>, language: Language): string {
  const m = costMessages[language]
  const number = (n: number) => formatNumber(n, language)
  const said =
    whole.spent === null
      ? m.noCost
      : whole.perLevel === null
        ? m.noLevels
        : m.sentence(formatRupiah(whole.spent), number(whole.risen), number(whole.costed))
  return [
    said,
    whole.spent !== null && whole.costed < whole.classes ? m.uncosted(number(whole.classes - whole.costed)) : '',
    whole.waiting > 0 ? m.waitingSentence(number(whole.waiting)) : '',
  ]
    .filter(Boolean)
    .join(' ')
}

function lineOf(row: CostRow, by: CostGrouping, language: Language): CostLine {
  const m = costMessages[language]
  const number = (n: number) => formatNumber(n, language)
  const elsewhere = row.spent === null ? 0 : row.risenInAll - row.risen
  const details = [
    elsewhere > 0 && m.risenElsewhere(number(elsewhere)),
    row.firstKnown > 0 && m.firstKnownDetail(number(row.firstKnown)),
  ].filter(Boolean)
  return {
    id: row.id,
    name: row.name,
    href: by === 'kursus' ? `/katalog/${row.id}` : `/penyelenggara/${row.id}`,
    classes: m.classCount(number(row.classes), number(row.costed), row.costed === 0 || row.costed === row.classes),
    finished: number(row.finished),
    spent: row.spent === null ? m.costUnknown : formatRupiah(row.spent),
    risen: row.few ? m.few : number(row.spent === null ? row.risenInAll : row.risen),
    risenDetail: details.length > 0 ? details.join('; ') : null,
    waiting: row.few ? '–' : number(row.waiting),
    perLevel:
      row.perLevel !== null ? formatRupiah(row.perLevel) : row.few ? m.few : row.spent === null ? m.costUnknown : m.nobodyRose,
  }
}
