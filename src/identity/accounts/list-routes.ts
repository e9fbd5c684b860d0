import { Hono } from 'hono'
import { listInstansi } from '../../people/index.ts'
import { audit } from '../../platform/audit/index.ts'
import { inScope } from '../../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { spreadsheet } from '../../platform/http/download.ts'
import { listHref, pageNumber } from '../../platform/http/form.ts'
import { page } from '../../platform/http/page.tsx'
import { pagerOf } from '../../platform/http/pager.ts'
import { forbidden, Refusal } from '../../platform/http/refusal.ts'
import { formatDate, formatNumber } from '../../platform/i18n/index.ts'
import { writeWorkbook } from '../../platform/sheet/index.ts'
import { manageAccounts } from '../access.ts'
import { messages as all } from '../messages.ts'
import { AccountsPage } from '../pages/accounts.tsx'
import { listedRoles, readAccountFilter, stateChoices } from './filter.ts'
import { accountMessages } from './messages.ts'
import { accountColumns, accountRow, stateOf } from './sheet.ts'
import { countWithout, listAccounts } from './store.ts'

const size = 50
const exportLimit = 100_000

/** The accounts that an admin manages, on screen and as a workbook. */
export function accountListRoutes(services: Services) {
  const app = new Hono<AppEnv>()

  const asked = async (c: Ctx) => {
    const scope = manageAccounts(actorOf(c))
    if (scope.kind === 'none') throw forbidden()
    return { scope, ...readAccountFilter(c, scope, await listInstansi(services.db)) }
  }

  app.get('/akun', async c => {
    const language = c.get('language')
    const [m, words] = [all[language], accountMessages[language]]
    const { scope, values, filter, within, one, order, descending, sort } = await asked(c)
    const n = pageNumber(c)
    const { found, without } = await inScope(services.db, scope, async tx => ({
      found: await listAccounts(tx, filter, { order, descending, offset: (n - 1) * size, limit: size }),
      without: one ? await countWithout(tx, one.id) : null,
    }))
    const lacking =
      !one || without === null
        ? words.everywhere
        : without === 0
          ? words.allHave(one.name)
          : words.lacking(formatNumber(without, language), one.name)
    return page(
      c,
      { title: m.accounts, wide: true },
      AccountsPage({
        m,
        words,
        rows: found.rows.map(row => ({
          id: row.id,
          name: row.name,
          username: row.username,
          instansi: row.instansi ?? '–',
          roles: row.roles.map(grant => m.roles[grant.role]).join(', ') || (row.nip ? m.roles.pegawai : '–'),
          state: stateOf(row),
        })),
        figure: { value: formatNumber(found.total, language), sentence: lacking, tone: without ? 'info' : 'neutral' },
        openManyHref: `/akun/massal${one ? `?instansi=${encodeURIComponent(one.regionCode)}` : ''}`,
        values,
        choices: {
          roles: listedRoles.map(role => ({ value: role, label: m.roles[role] })),
          states: stateChoices(words.states),
          instansi: within.length > 1 ? within.map(row => ({ value: row.regionCode, label: row.name })) : [],
        },
        sort,
        filtered: Object.values(values).some(value => value !== ''),
        exportHref: listHref(c, { halaman: null }).replace(/^\/akun/, '/akun.xlsx'),
        pager: pagerOf(c, n, size, found.total),
      }),
    )
  })

  app.get('/akun.xlsx', async c => {
    const language = c.get('language')
    const { scope, values, filter, one, order, descending } = await asked(c)
    const rows = await inScope(services.db, scope, async tx => {
      const { rows, total } = await listAccounts(tx, filter, { order, descending, offset: 0, limit: exportLimit + 1 })
      if (total > exportLimit) throw tooLarge()
      await audit(tx, actorOf(c).accountId, services.clock.now(), {
        verb: 'export_accounts',
        subject: 'account',
        instansiId: one?.id ?? null,
        rows: rows.length,
        detail: { filter: values },
      })
      return rows
    })
    const today = services.clock.today(one?.timeZone)
    const bytes = await writeWorkbook([
      {
        name: all[language].accounts,
        notes: [accountMessages[language].exportNote(formatDate(today, language))],
        columns: accountColumns(all[language]),
        rows: rows.map(row => accountRow(row, language)),
      },
    ])
    return spreadsheet(c, bytes, 'akun', today)
  })

  return app
}

const tooLarge = () =>
  new Refusal(413, {
    id: accountMessages.id.exportTooLarge(formatNumber(exportLimit, 'id')),
    en: accountMessages.en.exportTooLarge(formatNumber(exportLimit, 'en')),
  })
