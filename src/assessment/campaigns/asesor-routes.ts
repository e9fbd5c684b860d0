import { Hono } from 'hono'
import { inScope } from '../../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { flash } from '../../platform/http/flash.ts'
import { page } from '../../platform/http/page.tsx'
import { notFound } from '../../platform/http/refusal.ts'
import { formatNumber, formatShare, type Language } from '../../platform/i18n/index.ts'
import { competencyName } from '../../standards/index.ts'
import { typedForm } from './draft-form.ts'
import { campaignHere, campaignToRun, crumbsOf, type Here, tabsOf, wrongState } from './here.ts'
import { messages } from './messages.ts'
import { type AgreementCells, AsesorPage, type LeanCells } from './pages/asesor.tsx'
import { assignAsesor } from './people-actions.ts'
import { agreement, fewestPairs, lean, type Pairs } from './rules/agreement.ts'
import { asesorFor, asesorLoad, pairsOf } from './store/asesor.ts'
import { participants, progressOf } from './store/participants.ts'

type Values = { gelombang: string; unit: string; tiap: string; asesor: string[] }
const untouched: Values = { gelombang: '', unit: '', tiap: '2', asesor: [] }
const idIn = (text: string | undefined) => (text && /^\d{1,9}$/.test(text) ? Number(text) : null)

const agreementCells = (key: string, name: string, pairs: readonly Pairs[], language: Language): AgreementCells[] => {
  const found = agreement(pairs)
  if (!found) return []
  return [
    {
      key,
      name,
      pairs: formatNumber(found.pairs, language),
      exact: formatShare(found.exact, language),
      difference: formatNumber(found.meanDifference, language, 2),
      kappa: found.kappa === null ? '–' : formatNumber(found.kappa, language, 2),
    },
  ]
}

function leanWords(value: number, language: Language): string {
  const m = messages[language]
  const rounded = Math.round(value * 100) / 100
  if (rounded === 0) return m.leanNone
  const levels = formatNumber(Math.abs(rounded), language, 2)
  return rounded > 0 ? m.leanHigh(levels) : m.leanLow(levels)
}

/** `/pemetaan/kampanye/:id/asesor`: who assesses whom, and how far they agree. */
export function asesorRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => messages[c.get('language')]

  const withAsesor = (here: Here): Here => {
    if (!here.campaign.methods.includes('assessment_center')) throw notFound()
    return here
  }

  const asesorPage = async (c: Ctx, here: Here, values: Values, error: string | null = null) => {
    const { campaign, home } = here
    const language = c.get('language')
    const number = (n: number) => formatNumber(n, language)
    const runs = here.manages && campaign.state === 'open'
    const filter = { stage: null, wave: null, unitId: null, withoutAsesor: true, q: '' }
    const read = await inScope(services.db, here.scope, async tx => ({
      pairs: await pairsOf(tx, campaign.id),
      load: await asesorLoad(tx, campaign.id),
      asesor: runs ? await asesorFor(tx, campaign.instansi.id) : [],
      progress: await progressOf(tx, campaign.id),
      without:
        (await participants(tx, campaign.id, filter, { order: 'nama', descending: false, offset: 0, limit: 1 }))[0]?.total ?? 0,
    }))
    const all = read.pairs.competencies.flatMap(one => one.pairs)
    const byCompetency = read.pairs.competencies.flatMap(one =>
      agreementCells(one.code, `${one.code} ${competencyName(one, language)}`, one.pairs, language),
    )
    return page(
      c,
      {
        title: `${m(c).asesorTitle}: ${campaign.name}`,
        wide: true,
        breadcrumb: crumbsOf(c, campaign),
        status: error ? 422 : 200,
      },
      AsesorPage({
        m: m(c),
        name: campaign.name,
        eyebrow: campaign.instansi.name,
        action: `${home}/asesor`,
        tabs: tabsOf(c, campaign, 'asesor'),
        figure: {
          value: number(read.without),
          sentence: read.without === 0 ? m(c).assignAllDone : m(c).assignLead(number(read.without)),
          ok: read.without === 0,
        },
        runs: runs && read.without > 0,
        asesor: read.asesor.map(one => ({ value: one.accountId, label: one.name, ...(one.from && { help: one.from }) })),
        waves: campaign.waves.map(wave => ({ value: String(wave.number), label: m(c).waveN(number(wave.number)) })),
        offices: [...new Map(read.progress.map(row => [row.unitId, row.unit]))].map(([value, label]) => ({
          value: String(value),
          label,
        })),
        values,
        error,
        load: read.load.map(one => ({ name: one.name, tasks: number(one.tasks), submitted: number(one.submitted) })),
        agreement: [...agreementCells('semua', m(c).overall, all, language), ...byCompetency],
        lean: read.pairs.asesor.flatMap((one, index): LeanCells[] => {
          const value = lean(one.pairs)
          const pairs = one.pairs.reduce((sum, pair) => sum + pair.count, 0)
          return value === null
            ? []
            : [{ key: String(index), name: one.name, pairs: number(pairs), lean: leanWords(value, language) }]
        }),
        few: m(c).agreementFew(number(fewestPairs)),
      }),
    )
  }

  app.get('/pemetaan/kampanye/:id{[0-9]{1,9}}/asesor', async c =>
    asesorPage(c, withAsesor(await campaignHere(c, services)), untouched),
  )

  app.post('/pemetaan/kampanye/:id{[0-9]{1,9}}/asesor', async c => {
    const here = withAsesor(await campaignToRun(c, services))
    const { text, many } = typedForm(await c.req.parseBody({ all: true }))
    const chosen = many.asesor ?? []
    const values: Values = { gelombang: text.gelombang ?? '', unit: text.unit ?? '', tiap: text.tiap ?? '2', asesor: chosen }
    if (chosen.length === 0) return asesorPage(c, here, values, m(c).assignNoAsesor)
    const each = ['1', '2', '3'].includes(values.tiap) ? Number(values.tiap) : 2
    const part = { wave: idIn(values.gelombang), unitId: idIn(values.unit) }
    const done = await assignAsesor(services, actorOf(c), here.campaign.id, part, chosen, each)
    if (done === null) throw wrongState()
    flash(c, done > 0 ? 'ok' : 'info', done > 0 ? m(c).assigned(formatNumber(done, c.get('language'))) : m(c).assignNobody)
    return c.redirect(`${here.home}/asesor`, 303)
  })

  return app
}
