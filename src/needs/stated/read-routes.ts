import { Hono } from 'hono'
import { chosenInstansi } from '../../people/index.ts'
import { coversInstansi, narrowTo } from '../../platform/actor.ts'
import { inScope } from '../../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { spreadsheet } from '../../platform/http/download.ts'
import { listHref, pageNumber, sought } from '../../platform/http/form.ts'
import { page } from '../../platform/http/page.tsx'
import { pagerOf } from '../../platform/http/pager.ts'
import { forbidden, notFound } from '../../platform/http/refusal.ts'
import { formatInstant, formatNumber } from '../../platform/i18n/index.ts'
import { writeWorkbook } from '../../platform/sheet/index.ts'
import { manageNeeds, readNeeds } from '../access.ts'
import { messages as needMessages } from '../messages.ts'
import { proposalsOf } from '../proposals/store.ts'
import { messages } from './messages.ts'
import { StatedPage } from './pages/detail.tsx'
import { StatedListPage } from './pages/list.tsx'
import { stateTone, whoText, wishText } from './present.ts'
import { mayState } from './rules/stated.ts'
import { listStated, type Stated, type StatedFilter, statedById } from './store.ts'

const size = 30
const kinds = ['organisation', 'mandate'] as const
const states = ['draft', 'active', 'archived'] as const

/** The needs that were stated, and one of them. */
export function readRoutes(services: Services) {
  const { db } = services
  const app = new Hono<AppEnv>()

  const readable = (c: Ctx) => {
    const scope = readNeeds(actorOf(c))
    if (scope.kind === 'none' || scope.kind === 'people') throw forbidden()
    return scope
  }

  const asked = async (c: Ctx) => {
    const scope = readable(c)
    const { chosen, within } = await chosenInstansi(c, db, scope)
    const filter: StatedFilter = {
      instansiId: chosen.id,
      kind: kinds.find(kind => kind === c.req.query('jenis')) ?? null,
      state: states.find(state => state === c.req.query('keadaan')) ?? null,
      year: /^\d{4}$/.test(c.req.query('tahun') ?? '') ? Number(c.req.query('tahun')) : null,
      q: sought(c),
    }
    return { scope: narrowTo(scope, [chosen.id]), chosen, within, filter }
  }

  const basisOf = (need: Stated, c: Ctx) => {
    const m = needMessages[c.get('language')]
    const say = need.kind === 'mandate' ? m.mandateShort : m.basisShort
    return [need.goal && m.goalShort(need.goal), need.legalBasis && say(need.legalBasis)].filter(text => typeof text === 'string')
  }

  app.get('/kebutuhan/organisasi', async c => {
    const language = c.get('language')
    const m = messages[language]
    const { scope, chosen, within, filter } = await asked(c)
    const n = pageNumber(c)
    const { rows, all } = await inScope(db, scope, async tx => ({
      rows: await listStated(tx, filter, { offset: (n - 1) * size, limit: size }),
      all: await listStated(
        tx,
        { instansiId: chosen.id, kind: null, state: null, year: null, q: '' },
        { offset: 0, limit: 10_000 },
      ),
    }))
    const number = (value: number) => formatNumber(value, language)
    const count = (fits: (need: Stated) => boolean) => number(all.filter(fits).length)
    const manages = coversInstansi(manageNeeds(actorOf(c)), chosen.id)
    return page(
      c,
      {
        title: m.title,
        wide: true,
        breadcrumb: [{ href: `/kebutuhan?instansi=${chosen.regionCode}`, label: needMessages[language].needs }],
      },
      StatedListPage({
        m,
        figure:
          all.length === 0
            ? null
            : {
                value: count(need => need.state === 'active'),
                label: chosen.name,
                sentence: m.sentence(
                  count(need => need.state === 'draft'),
                  count(need => need.state === 'active' && need.population === 'proposals'),
                ),
              },
        filters: {
          q: filter.q,
          kind: filter.kind ?? '',
          state: filter.state ?? '',
          year: filter.year === null ? '' : String(filter.year),
          instansi: chosen.regionCode,
        },
        filtered: Boolean(filter.q || filter.kind || filter.state || filter.year !== null),
        choices: {
          kinds: kinds.map(value => ({ value, label: m.kinds[value] })),
          states: states.map(value => ({ value, label: m.states[value] })),
          years: [...new Set(all.map(need => need.year))].sort().map(year => ({ value: String(year), label: String(year) })),
          instansi: within.map(one => ({ value: one.regionCode, label: one.name })),
        },
        rows: rows.map(need => ({
          id: need.id,
          title: need.title,
          detail: wishText(need, language),
          kind: m.kinds[need.kind],
          year: String(need.year),
          who: whoText(need, language),
          people: need.people === null ? '' : number(need.people),
          basis: basisOf(need, c),
          state: { label: m.states[need.state], tone: stateTone[need.state] },
        })),
        addHref: manages ? `/kebutuhan/organisasi/baru?instansi=${chosen.regionCode}` : null,
        importHref: manages ? '/impor/baru?jenis=kebutuhan' : null,
        exportHref: listHref(c, { halaman: null }).replace('/organisasi', '/organisasi.xlsx'),
        pager: pagerOf(c, n, size, rows[0]?.found ?? 0),
      }),
    )
  })

  app.get('/kebutuhan/organisasi.xlsx', async c => {
    const language = c.get('language')
    const m = messages[language]
    const { scope, filter, chosen } = await asked(c)
    const rows = await inScope(db, scope, tx => listStated(tx, filter, { offset: 0, limit: 10_000 }))
    const bytes = await writeWorkbook([
      {
        name: m.title,
        columns: [
          { header: m.kind, width: 18 },
          { header: m.year, kind: 'number' },
          { header: m.need, width: 50 },
          { header: m.competency, width: 36 },
          { header: m.level, kind: 'number' },
          { header: m.training, width: 36 },
          { header: m.who, width: 40 },
          { header: m.people, kind: 'number' },
          { header: m.goal, width: 50 },
          { header: m.goalLink, kind: 'number' },
          { header: m.legalBasis, width: 40 },
          { header: m.note, width: 40 },
          { header: m.state, width: 12 },
        ],
        rows: rows.map(need => [
          m.kinds[need.kind],
          need.year,
          need.title,
          need.competency,
          need.level,
          need.training,
          whoText(need, language),
          need.people,
          need.goal,
          need.goalLink,
          need.legalBasis,
          need.note,
          m.states[need.state],
        ]),
      },
    ])
    return spreadsheet(c, bytes, 'kebutuhan-organisasi', services.clock.today(chosen.timeZone))
  })

  app.get('/kebutuhan/organisasi/:id{[0-9]{1,9}}', async c => {
    const language = c.get('language')
    const m = messages[language]
    const scope = readable(c)
    const found = await inScope(db, scope, async tx => {
      const need = await statedById(tx, Number(c.req.param('id')))
      return need && { need, proposals: await proposalsOf(tx, { id: need.needId ?? 0, stated_id: need.id }) }
    })
    if (!found) throw notFound()
    const { need, proposals } = found
    const number = (value: number) => formatNumber(value, language)
    const manages = coversInstansi(manageNeeds(actorOf(c)), need.instansiId)
    const deed = (one: Stated['activated']) => one && m.byAt(one.by ?? m.system, formatInstant(new Date(one.at), language))
    return page(
      c,
      { title: need.title, breadcrumb: [{ href: `/kebutuhan/organisasi?instansi=${need.regionCode}`, label: m.title }] },
      StatedPage({
        m,
        id: need.id,
        title: need.title,
        eyebrow: `${m.kinds[need.kind]} ${need.year}`,
        lead: need.instansiName,
        who: whoText(need, language),
        people: need.people === null || need.state !== 'active' ? null : number(need.people),
        state: { label: m.states[need.state], tone: stateTone[need.state] },
        facts: [
          ...(wishText(need, language)
            ? [{ label: need.competency ? m.competencyFact : m.trainingFact, value: wishText(need, language), href: null }]
            : []),
          {
            label: m.goal,
            value: need.goal ? `${need.goal} · ${m.goalLinks[need.goalLink === 0.5 ? '0.5' : '1']}` : m.noGoal,
            href: need.goalId === null ? null : `/sasaran/${need.goalId}`,
          },
          { label: m.legalBasis, value: need.legalBasis ?? '–', href: null },
          ...(need.note ? [{ label: m.note, value: need.note, href: null }] : []),
        ],
        history: [
          { label: m.made, value: deed(need.made) ?? '' },
          ...(need.activated ? [{ label: m.wasActivated, value: deed(need.activated)! }] : []),
          ...(need.archived ? [{ label: m.wasArchived, value: deed(need.archived)! }] : []),
          ...(need.archivedWhy ? [{ label: m.why, value: need.archivedWhy }] : []),
        ],
        proposals: proposals.map(one => ({ id: one.id, unit: one.unit, people: m.proposalLine(number(one.people)) })),
        rankingHref: need.needId !== null && need.state === 'active' ? `/kebutuhan/${need.needId}` : null,
        may: {
          edit: manages && mayState(need.state, 'edit'),
          activate: manages && mayState(need.state, 'activate'),
          archive: manages && mayState(need.state, 'archive'),
        },
      }),
    )
  })

  return app
}
