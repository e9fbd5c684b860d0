import { Hono } from 'hono'
import { audit } from '../../platform/audit/index.ts'
import { inScope } from '../../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { spreadsheet } from '../../platform/http/download.ts'
import { flash } from '../../platform/http/flash.ts'
import { formFields, formIds, listHref, ownPath, pageNumber, sought } from '../../platform/http/form.ts'
import { page } from '../../platform/http/page.tsx'
import { pagerOf } from '../../platform/http/pager.ts'
import { forbidden } from '../../platform/http/refusal.ts'
import { formatNumber } from '../../platform/i18n/index.ts'
import { writeWorkbook } from '../../platform/sheet/index.ts'
import { writeResults } from '../access.ts'
import { decideEvidence } from './actions.ts'
import { type EvidenceState, learningMessages } from './messages.ts'
import { EvidencePage } from './pages/list.tsx'
import { evidenceLine } from './present.ts'
import { countProposed, listEvidence } from './store.ts'

const size = 50
const path = '/pemetaan/bukti'

/** `/pemetaan/bukti`: what passed learning was taken for, and the proposals that wait for a decision. */
export function evidenceRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => learningMessages[c.get('language')]

  const asked = (c: Ctx) => {
    const scope = writeResults(actorOf(c))
    if (scope.kind === 'none') throw forbidden()
    const state = c.req.query('keadaan') ?? ''
    return {
      scope,
      filter: {
        state: Object.hasOwn(learningMessages.id.states, state) ? (state as EvidenceState) : null,
        q: sought(c),
      },
    }
  }

  app.get(path, async c => {
    const language = c.get('language')
    const { scope, filter } = asked(c)
    const n = pageNumber(c)
    const { rows, open } = await inScope(services.db, scope, async tx => ({
      rows: await listEvidence(tx, filter, (n - 1) * size, size),
      open: await countProposed(tx),
    }))
    const here = listHref(c, {})
    return page(
      c,
      { title: m(c).title, wide: true },
      EvidencePage({
        m: m(c),
        open: formatNumber(open, language),
        someOpen: open > 0,
        rows: rows.map(row => evidenceLine(row, language, actorOf(c).pegawaiId)),
        filters: { q: filter.q, keadaan: filter.state ?? '' },
        filtered: Boolean(filter.q || filter.state),
        here,
        exportHref: listHref(c, { halaman: null }).replace(path, `${path}.xlsx`),
        pager: pagerOf(c, n, size, rows[0]?.found ?? 0),
      }),
    )
  })

  app.get(`${path}.xlsx`, async c => {
    const language = c.get('language')
    const { scope, filter } = asked(c)
    const rows = await inScope(services.db, scope, async tx => {
      const found = await listEvidence(tx, filter, 0, 100_000)
      await audit(tx, actorOf(c).accountId, services.clock.now(), {
        verb: 'export_evidence',
        subject: 'pegawai',
        instansiId: actorOf(c).homeInstansiId,
        rows: found.length,
        detail: filter,
      })
      return found
    })
    const t = m(c)
    const bytes = await writeWorkbook([
      {
        name: t.title,
        columns: [
          { header: t.nip, width: 22, kind: 'text' },
          { header: t.person, width: 32 },
          { header: t.unit, width: 40 },
          { header: t.course, width: 44 },
          { header: t.completed, width: 14 },
          { header: t.score, width: 12, kind: 'number' },
          { header: t.competency, width: 36 },
          { header: t.taught, width: 12, kind: 'number' },
          { header: t.before, width: 12, kind: 'number' },
          { header: t.to, width: 12, kind: 'number' },
          { header: t.state, width: 18 },
          { header: t.why, width: 50 },
        ],
        rows: rows.map(row => {
          const line = evidenceLine(row, language, null)
          return [
            row.nip,
            row.name,
            row.unit,
            row.title,
            row.completedOn,
            row.score,
            line.competency,
            row.taught,
            row.before,
            row.to,
            t.states[row.outcome],
            row.decidedWhy ?? t.whys[row.why],
          ]
        }),
      },
    ])
    return spreadsheet(c, bytes, 'bukti-pembelajaran', services.clock.today())
  })

  app.post(path, async c => {
    asked(c) // who may look may decide
    const field = await formFields(c)
    const back = ownPath(field('kembali') || path)
    const ids = (await formIds(c, 'bukti')).slice(0, 1000)
    const reject = field('putusan') === 'tolak'
    const why = field('alasan')
    if (ids.length === 0) flash(c, 'warn', m(c).nobodyChosen)
    else if (reject && why.length < 10) flash(c, 'bad', m(c).reasonMissing)
    else {
      const number = (n: number) => formatNumber(n, c.get('language'))
      const outcome = reject ? 'rejected' : 'accepted'
      const done = await decideEvidence(services, actorOf(c), ids, { outcome, why: why.slice(0, 1000) || null })
      const rest = ids.length - done
      flash(
        c,
        rest > 0 ? 'warn' : 'ok',
        [m(c)[outcome](number(done)), rest > 0 ? m(c).passed(number(rest)) : ''].filter(Boolean).join(' '),
      )
    }
    return c.redirect(back, 303)
  })

  return app
}
