import { Hono } from 'hono'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { spreadsheet } from '../../platform/http/download.ts'
import { page } from '../../platform/http/page.tsx'
import { formatNumber, formatShare, type Language } from '../../platform/i18n/index.ts'
import { numberColumn, writeWorkbook } from '../../platform/sheet/index.ts'
import { evaluationMessages } from './messages.ts'
import { EvaluationReportPage, type ReportCells } from './pages/report.tsx'
import { gainTexts, leastAnswers, levelFigures, meanText } from './present.ts'
import { readReport, reportList } from './report-list.ts'
import { reportMessages } from './report-messages.ts'
import { behaviourItems, benefitItems } from './rules/items.ts'
import { groupGain, meanOf } from './rules/summary.ts'
import { type Grouping, groupings, type ReportRow, reportBy, testedOf } from './store/report.ts'

const path = '/evaluasi/laporan'
const items = { behaviour: behaviourItems, benefit: benefitItems }
const mean = (sum: number, n: number) => meanOf({ sum, n }, leastAnswers)
const gained = (row: ReportRow) => groupGain(testedOf(row), leastAnswers)

const orders = {
  nama: (row: ReportRow) => row.name,
  selesai: (row: ReportRow) => row.finished,
  tanggapan: (row: ReportRow) => mean(row.reactionSum, row.reactionN),
  kenaikan: (row: ReportRow) => gained(row)?.share ?? null,
  perilaku: (row: ReportRow) => mean(row.behaviourSum, row.behaviourN),
  dampak: (row: ReportRow) => mean(row.benefitSum, row.benefitN),
  konfirmasi: (row: ReportRow) => (row.leaders === 0 ? null : row.confirmed / row.leaders),
  indikator: (row: ReportRow) => (row.effects === 0 ? null : row.improved),
}

/** `/evaluasi/laporan`: what evaluations say, by course, trainer and provider. */
export function evaluationReportRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => evaluationMessages[c.get('language')]

  const asked = async (c: Ctx) => {
    const by = groupings.find(one => one === c.req.query('menurut')) ?? 'kursus'
    const found = await readReport(services, actorOf(c), c.req.query('tahun'), async (tx, of) => {
      const rows = await reportBy(tx, by, of, items)
      // A class has one course and perhaps several trainers: summed over trainers it would count more than once.
      return { rows, whole: by === 'pengajar' ? await reportBy(tx, 'kursus', of, items) : rows }
    })
    return { ...found, list: reportList(c, { path, groupings, by, orders, ...found }) }
  }

  app.get(path, async c => {
    const language = c.get('language')
    const { whole, years, list } = await asked(c)
    const sum = (of: (row: ReportRow) => number) => whole.reduce((all, row) => all + of(row), 0)
    const [leaders, confirmed] = [sum(row => row.leaders), sum(row => row.confirmed)]
    const figures = levelFigures(
      {
        reaction: { sum: sum(row => row.reactionSum), n: sum(row => row.reactionN) },
        tested: { before: sum(row => row.testedBefore), after: sum(row => row.testedAfter), n: sum(row => row.tested) },
        leaders,
        confirmed,
        effects: sum(row => row.effects),
        improved: sum(row => row.improved),
      },
      language,
    )
    return page(
      c,
      { title: m(c).reportTitle, wide: true },
      EvaluationReportPage({
        m: m(c),
        figure: {
          value: leaders === 0 ? m(c).unknown : formatShare(confirmed / leaders, language),
          sentence: leaders === 0 ? m(c).reportNone : m(c).reportSentence(formatNumber(leaders, language)),
        },
        figures: [figures.reaction, figures.gain, figures.effects],
        list,
        lines: list.shown.map(row => cells(row, list.by, language)),
        empty: years.length === 0,
        costHref: `${path}/biaya?tahun=${list.tahun}`,
      }),
    )
  })

  app.get(`${path}.xlsx`, async c => {
    const language = c.get('language')
    const t = m(c)
    const { list } = await asked(c)
    const words = reportMessages[language]
    const rounded = (value: number | null | undefined) => (value == null ? null : Math.round(value * 100) / 100)
    const bytes = await writeWorkbook([
      {
        name: t.reportTitle,
        title: `${t.reportTitle}: ${list.name}. ${list.period}`,
        columns: [
          { header: list.name, width: 50 },
          ...[
            words.classes,
            words.finished,
            t.reaction,
            t.preTest,
            t.postTest,
            t.gainPercent,
            t.tookBoth,
            t.behaviourMean,
            t.benefitMean,
            t.confirmedShare,
            t.asked,
            t.effects,
            t.effectsMeasured,
          ].map(numberColumn),
        ],
        rows: list.found.map(row => {
          const learned = gained(row)
          return [
            row.name,
            row.classes,
            row.finished,
            rounded(mean(row.reactionSum, row.reactionN)),
            rounded(learned?.before),
            rounded(learned?.after),
            learned?.share == null ? null : rounded(learned.share * 100),
            row.tested,
            rounded(mean(row.behaviourSum, row.behaviourN)),
            rounded(mean(row.benefitSum, row.benefitN)),
            row.confirmed,
            row.leaders,
            row.improved,
            row.effects,
          ]
        }),
      },
    ])
    return spreadsheet(c, bytes, `evaluasi-${list.by}-${list.tahun}`, services.clock.today())
  })

  return app
}

function cells(row: ReportRow, by: Grouping, language: Language): ReportCells {
  const m = evaluationMessages[language]
  const number = (n: number) => formatNumber(n, language)
  const tests = gainTexts(testedOf(row), language)
  return {
    id: row.id,
    name: row.name,
    href: by === 'kursus' ? `/katalog/${row.id}` : by === 'penyelenggara' ? `/penyelenggara/${row.id}` : null,
    classes: m.classCount(number(row.classes)),
    finished: number(row.finished),
    reaction: meanText(row.reactionSum, row.reactionN, language),
    gain: tests.gain,
    tests: tests.points === null ? null : m.fromTo(tests.before, tests.after),
    behaviour: meanText(row.behaviourSum, row.behaviourN, language),
    benefit: meanText(row.benefitSum, row.benefitN, language),
    confirmed: row.leaders === 0 ? m.unknown : m.ofCount(number(row.confirmed), number(row.leaders)),
    effects: row.effects === 0 ? m.unknown : m.ofCount(number(row.improved), number(row.effects)),
  }
}
