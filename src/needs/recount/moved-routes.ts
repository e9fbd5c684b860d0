import { Hono } from 'hono'
import { savedViews } from '../../identity/index.ts'
import { formatNip, topUnits } from '../../people/index.ts'
import { inScope } from '../../platform/db/index.ts'
import type { AppEnv, Ctx, Services } from '../../platform/http/context.ts'
import { spreadsheet } from '../../platform/http/download.ts'
import { idAsked, listHref, pageNumber, sought } from '../../platform/http/form.ts'
import { page } from '../../platform/http/page.tsx'
import { pagerOf } from '../../platform/http/pager.ts'
import { notFound } from '../../platform/http/refusal.ts'
import { formatDate, formatNumber } from '../../platform/i18n/index.ts'
import { writeWorkbook } from '../../platform/sheet/index.ts'
import type { Tone } from '../../ui/index.ts'
import { auditMoved } from './ask.ts'
import { pairsOf } from './compare-view.ts'
import { messages } from './messages.ts'
import { MovedPage, type MovedView } from './pages/moved.tsx'
import { placeWithNames } from './place.ts'
import { causes, type Move } from './rules/cause.ts'
import { dayIn, flawOf } from './rules/days.ts'
import { movedSheet } from './sheets.ts'
import {
  comparisonsOf,
  type MovedFilter,
  type MovedOrder,
  type MovedPerson,
  movedOrders,
  peopleMoved,
} from './store-comparison.ts'
import { causeIn, causeWords, compareHref, everyMove, gapMoves, movedHref, moveIn, moveWords, realMoves } from './words.ts'

const size = 50
const sheetLimit = 50_000

const tones: Record<Move, Tone> = {
  opened: 'bad',
  widened: 'bad',
  closed: 'ok',
  narrowed: 'ok',
  known: 'info',
  unknown: 'warn',
  same: 'neutral',
}

/** Who moved between two days, and in what. Names: not for who reads figures only. */
export function movedRoutes(services: Services) {
  const { db } = services
  const app = new Hono<AppEnv>()

  const listed = async (c: Ctx) => {
    const place = await placeWithNames(c, services)
    const [from, until] = [dayIn(c.req.query('dari')), dayIn(c.req.query('sampai'))]
    if (from === null || until === null || flawOf(from, until, place.today)) throw notFound()
    const asked = {
      cause: causeIn(c.req.query('sebab')),
      move: moveIn(c.req.query('gerak')),
      unitId: idAsked(c, 'unit'),
      q: sought(c),
      code: c.req.query('kompetensi') ?? '',
    }
    const order: MovedOrder = movedOrders.find(name => name === c.req.query('urut')) ?? 'besar'
    return { place, span: { from, until }, asked, order }
  }

  const read = async (
    c: Ctx,
    { place, span, asked, order }: Awaited<ReturnType<typeof listed>>,
    part: { offset: number; limit: number },
  ) =>
    inScope(db, place.scope, async tx => {
      const made = (await comparisonsOf(tx, place.chosen.id, span)).find(one => one.summary !== null)
      if (!made) return null
      const competency = made.summary!.competencies.find(one => one.code === asked.code)
      const filter: MovedFilter = { ...asked, competencyId: competency?.competencyId ?? null }
      return {
        made,
        competency,
        rows: await peopleMoved(tx, made.id, filter, { order, ...part }),
        views: await savedViews(c, tx, place.chosen.regionCode),
      }
    })

  app.get('/kesenjangan/banding/orang', async c => {
    const m = messages[c.get('language')]
    const language = c.get('language')
    const asking = await listed(c)
    const { place, span, asked, order } = asking
    const n = pageNumber(c)
    const found = await read(c, asking, { offset: (n - 1) * size, limit: size })
    const at = { instansi: place.chosen.regionCode, ...span }
    if (!found) return c.redirect(compareHref(at), 303)
    const { made, rows, competency } = found
    const summary = made.summary!
    const units = await topUnits(db, place.chosen.id)
    const total = rows[0]?.total ?? 0
    const plain = !competency && asked.unitId === null && asked.q === ''
    const moves = asked.move === 'all' ? realMoves : asked.move ? [asked.move] : gapMoves
    const all = moves.reduce((sum, move) => sum + pairsOf(summary.causes, asked.cause, move), 0)
    const days = [formatDate(span.from, language), formatDate(span.until, language)] as const
    const parts = [
      asked.cause && m.causes[asked.cause].name,
      asked.move && (asked.move === 'all' ? m.everyMove : m.moves[asked.move]),
      competency?.name,
    ].filter(Boolean)
    return page(
      c,
      { title: m.movedTitle, wide: true, breadcrumb: [{ href: compareHref(at), label: m.compare }] },
      MovedPage({
        m,
        title: m.movedTitle,
        lead: m.movedLead(...days),
        views: found.views,
        figure: {
          value: formatNumber(total, language),
          label: `${place.chosen.name}, ${m.span(...days)}`,
          sentence:
            parts.length > 0 ? m.movedSentence(parts.join(', ')) : m.cardMovedSentence(formatNumber(summary.gapPeople, language)),
        },
        values: {
          ...at,
          cause: asked.cause ? causeWords[asked.cause] : '',
          move: asked.move === 'all' ? everyMove : asked.move ? moveWords[asked.move] : '',
          competency: competency?.code ?? '',
          unit: asked.unitId === null ? '' : String(asked.unitId),
          q: asked.q,
          order,
        },
        choices: {
          cause: causes
            .filter(cause => summary.causes.some(row => row.cause === cause))
            .map(cause => ({ value: causeWords[cause], label: m.causes[cause].name })),
          move: [
            { value: everyMove, label: m.everyMove },
            ...realMoves.map(move => ({ value: moveWords[move], label: m.moves[move] })),
          ],
          competency: summary.competencies.map(one => ({ value: one.code, label: one.name })),
          unit: units.map(unit => ({ value: String(unit.id), label: unit.name })),
          order: movedOrders.map(name => ({ value: name, label: m.orders[name] })),
        },
        filtered: parts.length > 0 || asked.unitId !== null || asked.q !== '',
        resetHref: movedHref(at, {}),
        compareHref: compareHref(at),
        rowsGone: made.rowsGoneAt !== null,
        elsewhere:
          plain && made.rowsGoneAt === null && all > total ? m.movedElsewhere(formatNumber(all - total, language)) : null,
        rows: rows.map((row): MovedView => viewOf(row, language)),
        exportHref: listHref(c, { halaman: null }).replace('/orang', '/orang.xlsx'),
        pager: pagerOf(c, n, size, total),
      }),
    )
  })

  app.get('/kesenjangan/banding/orang.xlsx', async c => {
    const asking = await listed(c)
    const found = await read(c, asking, { offset: 0, limit: sheetLimit })
    if (!found) throw notFound()
    const { made, rows } = found
    await inScope(db, asking.place.scope, tx => auditMoved(tx, asking.place.asker, services.clock.now(), made.id, rows.length))
    const bytes = await writeWorkbook([movedSheet(found.rows, c.get('language'))])
    return spreadsheet(c, bytes, `banding-orang-${asking.span.from}`, asking.span.until)
  })

  return app
}

function viewOf(row: MovedPerson, language: 'id' | 'en'): MovedView {
  const m = messages[language]
  const arrow = (before: string, after: string) => (before === after ? before : m.arrow(before, after))
  const required = (level: number | null) => (level === null ? m.notAsked : String(level))
  const held = (level: number | null, asked: number | null) => (asked === null ? '–' : level === null ? m.unknown : String(level))
  return {
    id: row.pegawaiId,
    key: `${row.pegawaiId} ${row.code}`,
    name: row.name,
    nip: formatNip(row.nip),
    unit: row.unit,
    competency: row.competency,
    cause: m.causes[row.cause].name,
    move: { text: m.moves[row.move], tone: tones[row.move] },
    required: arrow(required(row.requiredBefore), required(row.requiredAfter)),
    held: arrow(held(row.heldBefore, row.requiredBefore), held(row.heldAfter, row.requiredAfter)),
  }
}
