import { Hono } from 'hono'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { spreadsheet } from '../../platform/http/download.ts'
import { flash } from '../../platform/http/flash.ts'
import { formFields, listHref, pageNumber, sorting, sought } from '../../platform/http/form.ts'
import { page } from '../../platform/http/page.tsx'
import { pagerOf } from '../../platform/http/pager.ts'
import { notFound } from '../../platform/http/refusal.ts'
import { formatNumber } from '../../platform/i18n/index.ts'
import { writeWorkbook } from '../../platform/sheet/index.ts'
import * as actions from './actions.ts'
import { bankPath, courseHere, crumbs } from './here.ts'
import { blankItem, type ItemFlaw, itemAsTyped, itemFields, readItem, type TypedItem } from './item-form.ts'
import { messages } from './messages.ts'
import { BankPage } from './pages/bank.tsx'
import { ItemFormPage } from './pages/item-form.tsx'
import { type ItemKind, itemKinds, rightAnswer } from './rules/item.ts'
import { type BankFilter, type BankItem, type BankOrder, itemById, listItems, openItems } from './store/bank.ts'

const size = 50
const base = '/kursus/:courseId{[0-9]{1,9}}/soal'

/** The item bank of a course. */
export function bankRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => messages[c.get('language')]

  const asked = (c: Ctx) => {
    const filter: BankFilter = {
      kind: itemKinds.find(kind => kind === c.req.query('jenis')) ?? null,
      retired: c.req.query('keadaan') === 'pensiun',
      q: sought(c),
    }
    return { filter, ...sorting<BankOrder>(c, { nomor: 'asc', soal: 'asc', poin: 'asc' }) }
  }

  app.get(base, async c => {
    const place = await courseHere(services, c)
    const { filter, order, descending, sort } = asked(c)
    const n = pageNumber(c)
    const count = (value: number) => formatNumber(value, c.get('language'))
    const rows = await listItems(services.db, place.version.courseId, filter, {
      order,
      descending,
      offset: (n - 1) * size,
      limit: size,
    })
    const open = await openItems(services.db, place.version.courseId)
    const path = bankPath(place)
    return page(
      c,
      { title: m(c).bank, wide: true, breadcrumb: crumbs(place) },
      BankPage({
        m: m(c),
        eyebrow: `${place.version.code} · ${place.version.title}`,
        figure: {
          value: count(open.length),
          sentence:
            open.length > 0 ? m(c).bankFigureSome(count(rows.filter(row => row.chosenIn > 0).length)) : m(c).bankFigureNone,
          isEmpty: open.length === 0,
        },
        rows: rows.map((row, at) => ({
          id: row.id,
          number: String((n - 1) * size + at + 1),
          prompt: row.prompt,
          kind: m(c).itemKinds[row.content.kind],
          points: count(row.points),
          chosenIn: count(row.chosenIn),
          href: `${path}/${row.id}`,
        })),
        values: { q: filter.q, jenis: filter.kind ?? '', keadaan: filter.retired ? 'pensiun' : '' },
        kinds: itemKinds.map(kind => ({ value: kind, label: m(c).itemKinds[kind] })),
        sort,
        newKinds: itemKinds.map(kind => ({
          href: `${path}/baru?jenis=${kind}`,
          label: m(c).itemKinds[kind],
          help: m(c).itemHelp[kind],
        })),
        filtered: filter.kind !== null || filter.retired || filter.q !== '',
        action: path,
        exportHref: listHref(c, { halaman: null }).replace(/\/soal/, '/soal.xlsx'),
        pager: pagerOf(c, n, size, rows[0]?.found ?? 0),
      }),
    )
  })

  app.get(`${base}.xlsx`, async c => {
    const place = await courseHere(services, c)
    const { filter, order, descending } = asked(c)
    const t = m(c)
    const rows = await listItems(services.db, place.version.courseId, filter, { order, descending, offset: 0, limit: 10_000 })
    const bytes = await writeWorkbook([
      {
        name: t.bank,
        columns: [
          { header: t.prompt },
          { header: t.kind },
          { header: t.points },
          { header: t.rightOne },
          { header: t.explanation },
        ],
        rows: rows.map(row => [
          row.prompt,
          t.itemKinds[row.content.kind],
          row.points,
          rightText(row, t.isTrue, t.isFalse),
          row.explanation ?? '',
        ]),
      },
    ])
    return spreadsheet(c, bytes, `soal-${place.version.courseId}`, services.clock.today())
  })

  const show = (c: Ctx, place: actions.Place, kind: ItemKind, item: BankItem | null, typed: TypedItem, flaws: ItemFlaw[]) => {
    const path = bankPath(place)
    const title = item ? m(c).editItem(m(c).itemKinds[kind]) : m(c).newItem(m(c).itemKinds[kind])
    return page(
      c,
      { title, breadcrumb: [...crumbs(place), { href: path, label: m(c).bank }], status: flaws.length > 0 ? 422 : 200 },
      ItemFormPage({
        m: m(c),
        title,
        eyebrow: place.version.title,
        kind,
        action: item ? `${path}/${item.id}` : `${path}?jenis=${kind}`,
        backHref: path,
        typed,
        errors: flaws.map(({ field, flaw }) => ({ field, message: m(c).itemFlaws[flaw] })),
        more: item === null,
        retire: item && { action: `${path}/${item.id}/pakai`, retired: item.retired },
      }),
    )
  }

  const kindAsked = (c: Ctx): ItemKind => {
    const kind = itemKinds.find(known => known === c.req.query('jenis'))
    if (!kind) throw notFound()
    return kind
  }
  const itemHere = async (c: Ctx) => {
    const place = await courseHere(services, c)
    const item = await itemById(services.db, place.version.courseId, Number(c.req.param('itemId')))
    if (!item) throw notFound()
    return { place, item }
  }
  const typedOf = async (c: Ctx): Promise<TypedItem> => {
    const field = await formFields(c)
    return Object.fromEntries(itemFields.map(name => [name, field(name)]))
  }

  app.get(`${base}/baru`, async c => {
    const place = await courseHere(services, c)
    return show(c, place, kindAsked(c), null, blankItem, [])
  })

  app.post(base, async c => {
    const place = await courseHere(services, c)
    const kind = kindAsked(c)
    const typed = await typedOf(c)
    const another = (await formFields(c))('tindakan') === 'lagi'
    const { values, flaws } = readItem(kind, typed)
    if (!values) return show(c, place, kind, null, typed, flaws)
    await actions.addItem(services, actorOf(c), place, values)
    flash(c, 'ok', m(c).itemAdded)
    return c.redirect(another ? `${bankPath(place)}/baru?jenis=${kind}` : bankPath(place), 303)
  })

  app.get(`${base}/:itemId{[0-9]{1,9}}`, async c => {
    const { place, item } = await itemHere(c)
    return show(c, place, item.content.kind, item, itemAsTyped(item), [])
  })

  app.post(`${base}/:itemId{[0-9]{1,9}}`, async c => {
    const { place, item } = await itemHere(c)
    const typed = await typedOf(c)
    const { values, flaws } = readItem(item.content.kind, typed)
    if (!values) return show(c, place, item.content.kind, item, typed, flaws)
    await actions.saveItem(services, actorOf(c), place, item, values)
    flash(c, 'ok', m(c).itemSaved)
    return c.redirect(bankPath(place), 303)
  })

  app.post(`${base}/:itemId{[0-9]{1,9}}/pakai`, async c => {
    const { place, item } = await itemHere(c)
    const retired = (await formFields(c))('langkah') !== 'pakai'
    await actions.retireItem(services, actorOf(c), place, item, retired)
    flash(c, 'ok', retired ? m(c).retired : m(c).restored)
    return c.redirect(bankPath(place), 303)
  })

  return app
}

/** What is right, in words. */
function rightText({ content }: BankItem, isTrue: string, isFalse: string): string {
  const right = rightAnswer(content)
  const text = (key: string) => ('choices' in content ? (content.choices.find(one => one.key === key)?.text ?? key) : key)
  if (content.kind === 'true_false') return content.right ? isTrue : isFalse
  if (content.kind === 'matching')
    return content.left.map(one => `${one.text} → ${text(content.right[one.key] ?? '')}`).join('; ')
  return Array.isArray(right) ? right.map(text).join('; ') : text(String(right))
}
