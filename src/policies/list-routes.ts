import { Hono } from 'hono'
import type { AppEnv, Ctx, Services } from '../platform/http/context.ts'
import { spreadsheet } from '../platform/http/download.ts'
import { listHref, sought } from '../platform/http/form.ts'
import { page } from '../platform/http/page.tsx'
import { formatDate, formatNumber, type Language } from '../platform/i18n/index.ts'
import { type SheetToWrite, writeWorkbook } from '../platform/sheet/index.ts'
import type { PolicyKind } from './kind.ts'
import { messages } from './messages.ts'
import { type RuleRow, RulesPage } from './pages/rules.tsx'
import { idOf, type Place, placeToRead } from './place.ts'
import { historyRows, sinceText, valueText, type Whose, whoseIs } from './present.ts'
import { allVersions, policiesAt } from './store.ts'

type Held = Awaited<ReturnType<typeof policiesAt>>

/** The rules as a list shows them. */
export const ruleRows = (held: Held, code: string, language: Language): RuleRow[] =>
  held.map(({ kind, policy, draftId }) => {
    const m = messages[language]
    return {
      path: kind.path,
      name: kind.name[language],
      value: valueText(kind, policy.value, m, language),
      whose: whoseIs(policy),
      since: policy.activeFrom === null ? '–' : sinceText(policy, m, language),
      basis: policy.source,
      hasDraft: draftId !== null,
      href: `/aturan/${kind.path}?instansi=${encodeURIComponent(code)}`,
    }
  })

/** The rules as a sheet of a workbook. */
export const ruleSheet = (rows: readonly RuleRow[], place: Place, language: Language): SheetToWrite => {
  const m = messages[language]
  return {
    name: m.rules,
    title: `${m.rules}: ${place.name}`,
    notes: [formatDate(place.today, language)],
    columns: [
      { header: m.rule, width: 34 },
      { header: m.value, width: 60 },
      { header: m.whose, width: 26 },
      { header: m.since, width: 22 },
      { header: m.basis, width: 60 },
    ],
    rows: rows.map(row => [row.name, row.value, m.whoseIs[row.whose], row.since, row.basis]),
  }
}

/** `/aturan`: what every local rule says for one instansi. */
export function listRoutes(services: Services, kinds: readonly PolicyKind[]) {
  const app = new Hono<AppEnv>()

  const read = async (c: Ctx) => {
    const place = await placeToRead(c, services)
    const held = await policiesAt(services.db, kinds, idOf(place), place.today)
    const all = ruleRows(held, place.code, c.get('language'))
    const q = sought(c).toLowerCase()
    const whose = c.req.query('asal') ?? ''
    const rows = all.filter(
      row =>
        (whose === '' || row.whose === whose) && (q === '' || `${row.name} ${row.value} ${row.basis}`.toLowerCase().includes(q)),
    )
    return { place, all, rows, filters: { q: c.req.query('q') ?? '', whose, instansi: place.code } }
  }

  app.get('/aturan', async c => {
    const language = c.get('language')
    const m = messages[language]
    const { place, all, rows, filters } = await read(c)
    const count = (whose: Whose) => formatNumber(all.filter(row => row.whose === whose).length, language)
    const here: Whose = place.instansi === null ? 'nation' : 'own'
    return page(
      c,
      { title: m.rules, wide: true },
      RulesPage({
        m,
        place: place.name,
        figure: {
          value: count(here),
          of: m.lawOf(formatNumber(all.length, language)),
          sentence:
            place.instansi === null ? m.ownSentenceNation(count('ships')) : m.ownSentence(count('ships'), count('nation')),
        },
        filters,
        filtered: filters.q !== '' || filters.whose !== '',
        choices: place.choices,
        rows,
        exportHref: listHref(c, {}).replace('/aturan', '/aturan.xlsx'),
      }),
    )
  })

  app.get('/aturan.xlsx', async c => {
    const language = c.get('language')
    const m = messages[language]
    const { place, rows } = await read(c)
    const versions = await allVersions(services.db, idOf(place))
    const past = kinds.flatMap(kind =>
      historyRows(
        kind,
        versions.filter(one => one.kind === kind.kind),
        m,
        language,
        place.instansi?.timeZone,
      ).map(row => [
        kind.name[language],
        row.version,
        m.states[row.state],
        row.period,
        row.steps.join('; '),
        row.basis,
        row.setBy,
      ]),
    )
    const bytes = await writeWorkbook([
      ruleSheet(rows, place, language),
      {
        name: m.history,
        columns: [
          { header: m.rule, width: 34 },
          { header: m.version, kind: 'number' },
          { header: m.state, width: 14 },
          { header: m.period, width: 44 },
          { header: m.changed, width: 60 },
          { header: m.basis, width: 60 },
          { header: m.setBy, width: 44 },
        ],
        rows: past,
      },
    ])
    return spreadsheet(c, bytes, `aturan-${place.code}`, place.today)
  })

  return app
}
