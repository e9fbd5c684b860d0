import { Hono } from 'hono'
import { hasRole } from '../../platform/actor.ts'
import { asJob } from '../../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { spreadsheet } from '../../platform/http/download.ts'
import { listHref } from '../../platform/http/form.ts'
import { page } from '../../platform/http/page.tsx'
import { forbidden } from '../../platform/http/refusal.ts'
import { formatNumber, formatShare, type Language } from '../../platform/i18n/index.ts'
import { numberColumn, writeWorkbook } from '../../platform/sheet/index.ts'
import { mayTeach, openProviders } from '../../providers/index.ts'
import { evaluationMessages } from './messages.ts'
import { EvaluationReportPage, type ReportCells } from './pages/report.tsx'
import { behaviourItems, benefitItems } from './rules/items.ts'
import { meanOf } from './rules/summary.ts'
import { type Grouping, groupings, type ReportRow, reportBy } from './store/report.ts'

/** From so many answers on a mean is shown: below it one could be known by what was said. */
export const leastAnswers = 3

const items = { behaviour: behaviourItems, benefit: benefitItems }

/** `/evaluasi/laporan`: what evaluations say, by course, trainer and provider. */
export function evaluationReportRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => evaluationMessages[c.get('language')]

  /** @throws Refusal 403 for whoever neither teaches nor reads for a whole government */
  const asked = async (c: Ctx) => {
    const actor = actorOf(c)
    const taught = (await openProviders(services.db)).filter(one => mayTeach(actor, one)).map(one => one.id)
    const reads = hasRole(actor, 'pembina', 'pimpinan', 'perencana', 'pengelola', 'admin')
    if (taught.length === 0 && !reads) throw forbidden()
    const by = groupings.find(one => one === c.req.query('menurut')) ?? 'kursus'
    // Who reads for a government reads sums of every provider: where to send one's people is what they are for.
    const rows = await asJob(services.db, tx => reportBy(tx, by, reads ? null : taught, items))
    return { by, rows }
  }

  app.get('/evaluasi/laporan', async c => {
    const language = c.get('language')
    const { by, rows } = await asked(c)
    const sum = (of: 'leaders' | 'confirmed') => rows.reduce((all, row) => all + row[of], 0)
    const [leaders, confirmed] = [sum('leaders'), sum('confirmed')]
    return page(
      c,
      { title: m(c).reportTitle, wide: true },
      EvaluationReportPage({
        m: m(c),
        figure: {
          value: leaders === 0 ? m(c).unknown : formatShare(confirmed / leaders, language),
          sentence: leaders === 0 ? m(c).reportNone : m(c).reportSentence(formatNumber(leaders, language)),
        },
        tabs: groupings.map(one => ({
          href: `/evaluasi/laporan?menurut=${one}`,
          label: nameOf(one, language),
          current: one === by,
        })),
        name: nameOf(by, language),
        rows: rows.map(row => cells(row, by, language)),
        exportHref: listHref(c, {}).replace('/evaluasi/laporan', '/evaluasi/laporan.xlsx'),
      }),
    )
  })

  app.get('/evaluasi/laporan.xlsx', async c => {
    const language = c.get('language')
    const t = m(c)
    const { by, rows } = await asked(c)
    const mean = (sum: number, n: number) => {
      const value = meanOf({ sum, n }, leastAnswers)
      return value === null ? null : Math.round(value * 100) / 100
    }
    const bytes = await writeWorkbook([
      {
        name: t.reportTitle,
        title: `${t.reportTitle}: ${nameOf(by, language)}`,
        columns: [
          { header: nameOf(by, language), width: 50 },
          ...[t.classes, t.finished, t.reaction, t.behaviourMean, t.benefitMean, t.confirmedShare, t.asked, t.effects].map(
            numberColumn,
          ),
        ],
        rows: rows.map(row => [
          row.name,
          row.classes,
          row.finished,
          mean(row.reactionSum, row.reactionN),
          mean(row.behaviourSum, row.behaviourN),
          mean(row.benefitSum, row.benefitN),
          row.confirmed,
          row.leaders,
          row.improved,
        ]),
      },
    ])
    return spreadsheet(c, bytes, `evaluasi-${by}`, services.clock.today())
  })

  return app
}

const nameOf = (by: Grouping, language: Language): string => {
  const m = evaluationMessages[language]
  return { kursus: m.byCourse, pengajar: m.byTrainer, penyelenggara: m.byProvider }[by]
}

/** A mean in words: a dash where nobody answered, a word where too few did. */
export function meanText(sum: number, n: number, language: Language): string {
  const m = evaluationMessages[language]
  const mean = meanOf({ sum, n }, leastAnswers)
  return mean !== null ? formatNumber(mean, language, 2) : n === 0 ? m.unknown : m.few
}

function cells(row: ReportRow, by: Grouping, language: Language): ReportCells {
  const m = evaluationMessages[language]
  const number = (n: number) => formatNumber(n, language)
  return {
    id: row.id,
    name: row.name,
    href: by === 'kursus' ? `/katalog/${row.id}` : by === 'penyelenggara' ? `/penyelenggara/${row.id}` : null,
    classes: number(row.classes),
    finished: number(row.finished),
    reaction: meanText(row.reactionSum, row.reactionN, language),
    behaviour: meanText(row.behaviourSum, row.behaviourN, language),
    benefit: meanText(row.benefitSum, row.benefitN, language),
    confirmed: row.leaders === 0 ? m.unknown : m.ofCount(number(row.confirmed), number(row.leaders)),
    effects: row.effects === 0 ? m.unknown : m.ofCount(number(row.improved), number(row.effects)),
  }
}
