import { Hono } from 'hono'
import { inScope } from '../../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { spreadsheet } from '../../platform/http/download.ts'
import { idAsked, listHref, pageNumber, sought } from '../../platform/http/form.ts'
import { page } from '../../platform/http/page.tsx'
import { pagerOf } from '../../platform/http/pager.ts'
import { formatInstant, formatNumber } from '../../platform/i18n/index.ts'
import { writeWorkbook } from '../../platform/sheet/index.ts'
import { messages as needMessages } from '../messages.ts'
import { messages } from './messages.ts'
import { ProposalListPage } from './pages/list.tsx'
import { proposalScope, type Standing, standingOf } from './place.ts'
import { callSentence, wishDetail } from './present.ts'
import { together } from './rules/duplicates.ts'
import { callOfDay, proposalStates } from './rules/proposal.ts'
import { callsOf, listProposals, type ProposalRow, unitCounts } from './store.ts'

const size = 20

/** The list of proposals: those that ask for the same as one row. */
export function listRoutes(services: Services) {
  const { db } = services
  const app = new Hono<AppEnv>()

  const filterOf = (c: Ctx, standing: Standing, callId: number | null) => {
    return {
      instansiId: standing.instansi.id,
      callId,
      unitIds: standing.reads ? null : standing.units.map(unit => unit.id),
      accountId: actorOf(c).accountId,
      state: proposalStates.find(state => state === c.req.query('keadaan')) ?? null,
      opdId: idAsked(c, 'opd'),
      q: sought(c),
    }
  }

  const load = (c: Ctx, standing: Standing) =>
    inScope(db, proposalScope(standing), async tx => {
      const calls = await callsOf(tx, standing.instansi.id)
      const call = calls.find(one => String(one.year) === c.req.query('tahun')) ?? callOfDay(calls, standing.today)
      const filter = filterOf(c, standing, call?.id ?? null)
      const all = call ? await listProposals(tx, { ...filter, state: null }) : []
      return {
        calls,
        call,
        filter,
        all,
        rows: all.filter(row => filter.state === null || row.state === filter.state),
        units: standing.reads ? await unitCounts(tx, standing.instansi.id, call?.id ?? null) : [],
      }
    })

  app.get('/usulan', async c => {
    const language = c.get('language')
    const m = messages[language]
    const standing = await standingOf(c, services)
    const { calls, call, filter, all, rows, units } = await load(c, standing)
    const number = (n: number) => formatNumber(n, language)
    const groups = together(rows)
    const n = pageNumber(c)
    const waiting = all.filter(row => row.state === 'sent').length
    const sent = units.filter(unit => unit.sent > 0).length
    const code = standing.instansi.regionCode
    const tab = (state: (typeof proposalStates)[number] | null) => ({
      href: listHref(c, { keadaan: state, halaman: null }),
      label: state ? m.states[state] : m.all,
      current: filter.state === state,
      count: number(all.filter(row => state === null || row.state === state).length),
    })
    const sentences = call
      ? [callSentence(call, standing.today, language), ...(standing.reads ? [m.waitingSentence(number(waiting))] : [])]
      : []
    return page(
      c,
      {
        title: m.proposals,
        wide: true,
        breadcrumb: standing.reads ? [{ href: '/kebutuhan', label: needMessages[language].needs }] : [],
      },
      ProposalListPage({
        m,
        lead: standing.reads ? m.lead : m.ownLead,
        hasCall: call !== null,
        figure: call && {
          value: standing.reads ? m.callFigure(number(sent), number(units.length)) : number(all.length),
          unit: standing.reads ? m.callFigureUnit : m.ownFigureUnit,
          label: standing.instansi.name,
          sentence: sentences.join(' '),
        },
        note: call?.note ?? null,
        tabs: [null, ...proposalStates].map(tab),
        filters: {
          q: filter.q,
          opd: filter.opdId === null ? '' : String(filter.opdId),
          year: call ? String(call.year) : '',
          state: filter.state ?? '',
          instansi: code,
        },
        filtered: Boolean(filter.q || filter.opdId !== null || filter.state),
        choices: {
          opd: [...units]
            .sort((a, b) => a.name.localeCompare(b.name))
            .map(unit => ({ value: String(unit.id), label: unit.name })),
          years: calls.map(one => ({ value: String(one.year), label: String(one.year) })),
          instansi: standing.within.map(one => ({ value: one.regionCode, label: one.name })),
        },
        rows: groups.slice((n - 1) * size, n * size).map(group => {
          const [first] = group as [ProposalRow]
          const names = [...new Set(group.map(row => row.opd))]
          return {
            id: first.id,
            title: first.title,
            detail: wishDetail(first, language),
            similar: group.length > 1 ? m.similar(number(group.length)) : null,
            unit: names.length === 1 ? (group.length === 1 ? first.unit : names[0]!) : m.fromUnits(number(names.length)),
            people: number(group.reduce((sum, row) => sum + row.people, 0)),
            urgency: (['tinggi', 'sedang', 'rendah'] as const).find(one => group.some(row => row.urgency === one))!,
            state: proposalStates.find(state => group.some(row => row.state === state) && state !== 'draft') ?? first.state,
            sent: first.sentAt ? formatInstant(first.sentAt, language, standing.instansi.timeZone) : '',
          }
        }),
        proposeHref: standing.units.length > 0 || standing.verifies ? `/usulan/baru?instansi=${code}` : null,
        callHref: standing.verifies ? `/usulan/masa?instansi=${code}` : null,
        unitsHref: standing.reads && call ? `/usulan/unit?instansi=${code}&tahun=${call.year}` : null,
        exportHref: listHref(c, { halaman: null }).replace('/usulan', '/usulan.xlsx'),
        pager: pagerOf(c, n, size, groups.length),
      }),
    )
  })

  app.get('/usulan.xlsx', async c => {
    const language = c.get('language')
    const m = messages[language]
    const standing = await standingOf(c, services)
    const { rows } = await load(c, standing)
    const numbered = together(rows).flatMap((group, index) => group.map(row => ({ row, group: index + 1 })))
    const bytes = await writeWorkbook([
      {
        name: m.proposals,
        columns: [
          { header: m.groupHeader, kind: 'number', width: 10 },
          { header: m.title, width: 44 },
          { header: m.levelField, kind: 'number', width: 12 },
          { header: m.opd, width: 36 },
          { header: m.unit, width: 36 },
          { header: m.people, kind: 'number' },
          { header: m.urgency, width: 12 },
          { header: m.reason, width: 60 },
          { header: m.state, width: 20 },
          { header: m.sent, width: 28 },
          { header: m.why, width: 40 },
        ],
        rows: numbered.map(({ row, group }) => [
          group,
          row.title,
          row.level,
          row.opd,
          row.unit,
          row.people,
          m.urgencies[row.urgency],
          row.reason,
          m.states[row.state],
          row.sentAt && formatInstant(row.sentAt, language, standing.instansi.timeZone),
          row.decision,
        ]),
      },
    ])
    return spreadsheet(c, bytes, 'usulan-kebutuhan', standing.today)
  })

  return app
}
