import { Hono } from 'hono'
import { chosenInstansi, jenjangLabels } from '../../people/index.ts'
import { inScope } from '../../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { spreadsheet } from '../../platform/http/download.ts'
import { flash } from '../../platform/http/flash.ts'
import { formFields, listHref, pageNumber, sought } from '../../platform/http/form.ts'
import { page } from '../../platform/http/page.tsx'
import { pagerOf } from '../../platform/http/pager.ts'
import { forbidden } from '../../platform/http/refusal.ts'
import { formatInstant, formatNumber } from '../../platform/i18n/index.ts'
import { writeWorkbook } from '../../platform/sheet/index.ts'
import { type Jenjang, jenjangCodes } from '../../regulation/index.ts'
import { manageNeeds } from '../access.ts'
import { messages as needMessages } from '../messages.ts'
import { changeDif, jabatanWithDif } from './jabatan-dif-load.ts'
import { messages } from './jabatan-dif-messages.ts'
import { difKeyText, nowText, readDifKey, savedText } from './jabatan-dif-present.ts'
import { messages as factorMessages } from './messages.ts'
import { JabatanDifPage } from './pages/jabatan-dif-form.tsx'
import { JabatanDifListPage } from './pages/jabatan-dif-list.tsx'
import { type Rated, ratedFields, readRated, type TypedRated, typedRated } from './rules/jabatan-dif.ts'
import { countRated, type DifFilter, difLines, difOrders, difStates, listRated, ratedItems } from './store-jabatan-dif.ts'

const size = 30
const exportLimit = 20_000 // posts
const longestForm = 300 // lines

const fields: Record<keyof TypedRated, string> = { difficulty: 'kesulitan', importance: 'kepentingan', frequency: 'kekerapan' }

/** `/kebutuhan/dif/jabatan`: DIF of single jabatan. */
export function jabatanDifRoutes(services: Services) {
  const { db } = services
  const app = new Hono<AppEnv>()

  const managed = (c: Ctx) => {
    const scope = manageNeeds(actorOf(c))
    if (scope.kind === 'none' || scope.kind === 'people') throw forbidden()
    return scope
  }

  const asked = async (c: Ctx) => {
    const scope = managed(c)
    const { chosen, within } = await chosenInstansi(c, db, scope)
    const jenjang = c.req.query('jenjang') ?? ''
    const filter: DifFilter = {
      instansiId: chosen.id,
      jenjang: Object.hasOwn(jenjangCodes, jenjang) ? jenjang : null,
      state: difStates.find(one => one === c.req.query('tampil')) ?? null,
      item: readDifKey(c.req.query('butir') ?? ''),
      q: sought(c),
    }
    const order = difOrders.find(one => one === c.req.query('urut')) ?? 'nama'
    return { scope, chosen, within, filter, order }
  }

  app.get('/kebutuhan/dif/jabatan', async c => {
    const language = c.get('language')
    const m = messages[language]
    const { scope, chosen, within, filter, order } = await asked(c)
    const n = pageNumber(c)
    const { rows, count, items } = await inScope(db, scope, async tx => ({
      rows: await listRated(tx, filter, { order, offset: (n - 1) * size, limit: size }),
      count: await countRated(tx, chosen.id),
      items: await ratedItems(tx, chosen.id),
    }))
    const number = (value: number) => formatNumber(value, language)
    return page(
      c,
      {
        title: m.title,
        wide: true,
        breadcrumb: [{ href: `/kebutuhan?instansi=${chosen.regionCode}`, label: needMessages[language].needs }],
      },
      JabatanDifListPage({
        m,
        figure: {
          value: m.ratedOf(number(count.full), number(count.posts)),
          label: chosen.name,
          sentence: m.sentence(number(count.some), number(count.posts)),
        },
        filters: {
          q: filter.q,
          instansi: chosen.regionCode,
          jenjang: filter.jenjang ?? '',
          state: filter.state ?? '',
          item: filter.item ? difKeyText(filter.item) : '',
          order,
        },
        filtered: Boolean(filter.q || filter.jenjang || filter.state || filter.item),
        choices: {
          instansi: within.map(one => ({ value: one.regionCode, label: one.name })),
          jenjang: Object.keys(jenjangCodes).map(value => ({ value, label: jenjangLabels[language][value as Jenjang] })),
          items: items.map(one => ({ value: difKeyText(one), label: one.name })),
          states: Object.entries(m.states).map(([value, label]) => ({ value, label })),
          orders: difOrders.map(value => ({ value, label: m.orders[value] })),
        },
        rows: rows.map(row => ({
          id: row.id,
          name: row.name,
          code: row.code,
          unit: row.unit,
          jenjang: jenjangLabels[language][row.jenjang],
          share: row.rated / row.items,
          rated: m.ratedOf(number(row.rated), number(row.items)),
        })),
        exportHref: listHref(c, { halaman: null, instansi: chosen.regionCode }).replace('/dif/jabatan', '/dif/jabatan.xlsx'),
        pager: pagerOf(c, n, size, rows[0]?.total ?? 0),
      }),
    )
  })

  app.get('/kebutuhan/dif/jabatan.xlsx', async c => {
    const language = c.get('language')
    const m = messages[language]
    const factor = factorMessages[language]
    const { scope, chosen, filter, order } = await asked(c)
    const { posts, lines } = await inScope(db, scope, async tx => {
      const found = await listRated(tx, filter, { order, offset: 0, limit: exportLimit })
      return {
        posts: found,
        lines: await difLines(
          tx,
          found.map(post => post.id),
          true,
        ),
      }
    })
    const byPost = Map.groupBy(lines, line => line.jabatanId)
    const bytes = await writeWorkbook([
      {
        name: m.sheetPosts,
        title: `${m.title}: ${chosen.name}`,
        notes: [m.howText],
        columns: [
          { header: m.code, width: 14 },
          { header: m.jabatan, width: 44 },
          { header: m.jenjang, width: 18 },
          { header: m.unit, width: 40 },
          { header: m.items, kind: 'number' },
          { header: m.rated, kind: 'number' },
        ],
        rows: posts.map(row => [row.code, row.name, jenjangLabels[language][row.jenjang], row.unit, row.items, row.rated]),
      },
      {
        name: m.sheetItems,
        columns: [
          { header: m.code, width: 14 },
          { header: m.jabatan, width: 44 },
          { header: m.kind, width: 14 },
          { header: m.item, width: 44 },
          { header: factor.difficulty, width: 14 },
          { header: factor.importance, width: 14 },
          { header: factor.frequency, width: 14 },
          { header: m.setBy, width: 28 },
          { header: m.setAt, width: 28 },
        ],
        rows: posts.flatMap(post =>
          (byPost.get(post.id) ?? []).map(line => [
            post.code,
            post.name,
            factor.kinds[line.kind],
            [line.code, line.name].filter(Boolean).join(' '),
            ...ratedFields.map(field => line.rated && factor.ratings[line.rated[field]]),
            line.setBy,
            line.setAt && formatInstant(line.setAt, language),
          ]),
        ),
      },
    ])
    return spreadsheet(c, bytes, 'dif-jabatan', services.clock.today(chosen.timeZone))
  })

  const onePost = (c: Ctx) => jabatanWithDif(services, manageNeeds(actorOf(c)), Number(c.req.param('id')))
  type Loaded = Awaited<ReturnType<typeof jabatanWithDif>>
  type Kept = { alike: boolean; lines: Map<string, { typed: TypedRated; missing: readonly (keyof TypedRated)[] }> }

  const formPage = (c: Ctx, { post, lines }: Loaded, kept: Kept | null) => {
    const language = c.get('language')
    const m = messages[language]
    const factor = factorMessages[language]
    const jenjang = jenjangLabels[language][post.jenjang]
    const views = lines.map((line, index) => {
      const held = kept?.lines.get(difKeyText(line))
      return {
        index,
        key: difKeyText(line),
        name: line.name,
        detail: [factor.kinds[line.kind], line.code, line.level && m.level(line.level), nowText(line.known, language)]
          .filter(Boolean)
          .join(' · '),
        last: line.setBy && line.setAt ? m.lastSet(line.setBy, formatInstant(line.setAt, language)) : null,
        typed: held?.typed ?? typedRated(line.rated),
        flaws: (held?.missing ?? []).map(field => ({ field: `${fields[field]}-${index}`, message: m.missing })),
      }
    })
    const errors = views.flatMap(view =>
      view.flaws.map(flaw => ({ ...flaw, message: `${view.name}: ${flaw.message}` })).slice(0, 1),
    )
    return page(
      c,
      {
        title: post.name,
        wide: true,
        status: errors.length > 0 ? 422 : 200,
        breadcrumb: [
          { href: `/kebutuhan?instansi=${post.instansi.regionCode}`, label: needMessages[language].needs },
          { href: `/kebutuhan/dif/jabatan?instansi=${post.instansi.regionCode}`, label: m.title },
        ],
      },
      JabatanDifPage({
        m,
        factor,
        action: `/kebutuhan/dif/jabatan/${post.id}`,
        name: post.name,
        about: [post.code, jenjang, post.unit, post.instansi.name].join(' · '),
        standardHref: `/standar/${post.id}`,
        lines: views,
        fields,
        alike: post.alike > 0 ? { label: m.alike(formatNumber(post.alike, language)), checked: kept?.alike ?? false } : null,
        errors,
      }),
    )
  }

  app.get('/kebutuhan/dif/jabatan/:id{[0-9]{1,9}}', async c => formPage(c, await onePost(c), null))

  app.post('/kebutuhan/dif/jabatan/:id{[0-9]{1,9}}', async c => {
    const language = c.get('language')
    const m = messages[language]
    const loaded = await onePost(c)
    const { post, lines } = loaded
    const field = await formFields(c)
    // A line is found by what it is about, not by where it stood: what the standard no longer asks for is left alone.
    const indexes = new Map(Array.from({ length: longestForm }, (_, at) => [field(`butir-${at}`), at]))
    const kept: Kept = { alike: field('serupa') === 'ya', lines: new Map() }
    const said: { line: (typeof lines)[number]; after: Rated | null }[] = []
    let flawed = false
    for (const line of lines) {
      const index = indexes.get(difKeyText(line))
      if (index === undefined) continue
      const typed = Object.fromEntries(ratedFields.map(one => [one, field(`${fields[one]}-${index}`).slice(0, 4)])) as TypedRated
      const result = readRated(typed)
      kept.lines.set(difKeyText(line), { typed, missing: result.ok ? [] : result.missing })
      if (result.ok) said.push({ line, after: result.values })
      else flawed = true
    }
    if (flawed) return formPage(c, loaded, kept)
    const saved = await changeDif(services, actorOf(c), { post, alike: kept.alike }, said)
    flash(c, saved.lines > 0 ? 'ok' : 'info', saved.lines > 0 ? savedText(saved, language) : m.nothing)
    return c.redirect(`/kebutuhan/dif/jabatan/${post.id}`, 303)
  })

  return app
}
