import { Hono } from 'hono'
import { audit } from '../../platform/audit/index.ts'
import { asRater } from '../../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { spreadsheet } from '../../platform/http/download.ts'
import { flash } from '../../platform/http/flash.ts'
import { listHref, pageNumber, sorting, sought } from '../../platform/http/form.ts'
import { page } from '../../platform/http/page.tsx'
import { pagerOf } from '../../platform/http/pager.ts'
import { notFound } from '../../platform/http/refusal.ts'
import { formatDate, formatInstant, formatNumber } from '../../platform/i18n/index.ts'
import { writeWorkbook } from '../../platform/sheet/index.ts'
import { typedFields } from '../record-form.ts'
import { asRaterOf } from './access.ts'
import { campaignLabels, shelfTone } from './labels.ts'
import { MyTasksPage, type TaskCells } from './pages/my-tasks.tsx'
import { RatingPage } from './pages/rating.tsx'
import { type OpenedTask, openTask, type Saved, saveRating } from './rating-actions.ts'
import { flawMessages, questionsOf, readAnswers } from './rating-form.ts'
import { ratingMessages } from './rating-messages.ts'
import { anonymous, type Relation } from './rules/outcome.ts'
import type { Answer } from './rules/task.ts'
import { type ListedTask, shelves, type TaskFilter, type TaskOrder, tasksOf } from './store/rating.ts'

const size = 50
const exportLimit = 5000
/** `keadaan=` in the address. */
const shelfNames = { open: 'perlu', later: 'nanti', done: 'terkirim', over: 'lewat' } as const

/** What is shown again where something was refused. */
type Again = {
  answers: readonly Answer[]
  version: number
  errors?: { field: string; message: string }[]
  stored?: readonly Answer[]
  notice?: Notice
}
type Notice = { tone: 'warn' | 'bad' | 'info' | 'ok'; title: string; text: string | null }

/** `/penilaian`: whom one was asked to rate, and the form. Everything is read and written as the rater: nobody else's is there. */
export function raterRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => ratingMessages[c.get('language')]
  const labels = (c: Ctx) => campaignLabels[c.get('language')]

  const filterOf = (c: Ctx): TaskFilter => {
    const relation = c.req.query('sebagai') ?? ''
    return {
      shelf: shelves.find(one => shelfNames[one] === c.req.query('keadaan')) ?? null,
      relation: Object.hasOwn(campaignLabels.id.relation, relation) ? (relation as Relation) : null,
      q: sought(c),
    }
  }
  const orderOf = (c: Ctx) => sorting<TaskOrder>(c, { batas: 'asc', nama: 'asc' })

  const cells = (c: Ctx, task: ListedTask): TaskCells => ({
    id: task.id,
    name: task.relation === 'diri' ? m(c).you : task.ratedName,
    jabatan: `${task.jabatan} · ${task.unit}`,
    relation: labels(c).relation[task.relation],
    campaign: task.campaign.name,
    until: formatDate(task.endsOn, c.get('language')),
    state: {
      text: labels(c).shelf[task.shelf],
      tone: shelfTone[task.shelf],
      detail:
        task.shelf === 'done' || task.relation === 'integrasi' || task.answered === 0
          ? null
          : m(c).answered(formatNumber(task.answered, c.get('language')), formatNumber(task.asked, c.get('language'))),
    },
  })

  app.get('/penilaian', async c => {
    const language = c.get('language')
    const number = (n: number) => formatNumber(n, language)
    const filter = filterOf(c)
    const { order, descending, sort } = orderOf(c)
    const n = pageNumber(c)
    const today = services.clock.today()
    const { list, next } = await asRater(services.db, asRaterOf(actorOf(c)), async tx => ({
      list: await tasksOf(tx, filter, today, { order, descending, offset: (n - 1) * size, limit: size }),
      next: (
        await tasksOf(tx, { shelf: 'open', relation: null, q: '' }, today, {
          order: 'batas',
          descending: false,
          offset: 0,
          limit: 1,
        })
      ).rows[0],
    }))
    const tab = (shelf: (typeof shelves)[number] | null) => ({
      href: listHref(c, { keadaan: shelf && shelfNames[shelf], halaman: null }),
      label: shelf ? labels(c).shelf[shelf] : m(c).allShelves,
      current: filter.shelf === shelf,
      count: shelf ? number(list.counts[shelf]) : undefined,
    })
    return page(
      c,
      { title: m(c).title, wide: true },
      MyTasksPage({
        m: m(c),
        figure: {
          value: number(list.counts.open),
          sentence: next ? m(c).sentence(formatDate(next.endsOn, language)) : m(c).none,
          nextHref: next ? `/penilaian/${next.id}` : null,
        },
        tabs: [tab(null), ...shelves.map(tab)],
        values: { q: filter.q, relation: filter.relation ?? '' },
        relations: Object.entries(labels(c).relation).map(([value, label]) => ({ value, label })),
        filtered: filter.q !== '' || filter.relation !== null || filter.shelf !== null,
        resetHref: '/penilaian',
        keep: filter.shelf ? { keadaan: shelfNames[filter.shelf] } : {},
        rows: list.rows.map(row => cells(c, row)),
        sort,
        exportHref: listHref(c, { halaman: null }).replace(/^\/penilaian/, '/penilaian.xlsx'),
        pager: pagerOf(c, n, size, list.total),
      }),
    )
  })

  app.get('/penilaian.xlsx', async c => {
    const today = services.clock.today()
    const actor = actorOf(c)
    const { rows } = await asRater(services.db, asRaterOf(actor), async tx => {
      const list = await tasksOf(tx, filterOf(c), today, { ...orderOf(c), offset: 0, limit: exportLimit })
      await audit(tx, actor.accountId, services.clock.now(), {
        verb: 'export_rating_tasks',
        subject: 'campaign',
        instansiId: actor.homeInstansiId,
        rows: list.rows.length,
      })
      return list
    })
    const bytes = await writeWorkbook([
      {
        name: m(c).title,
        columns: [
          { header: m(c).name, width: 36 },
          { header: m(c).jabatan, width: 44 },
          { header: m(c).unit, width: 40 },
          { header: m(c).relation, width: 18 },
          { header: m(c).campaign, width: 44 },
          { header: m(c).until, width: 14, kind: 'date' },
          { header: m(c).state, width: 18 },
        ],
        rows: rows.map(row => [
          row.ratedName,
          row.jabatan,
          row.unit,
          labels(c).relation[row.relation],
          row.campaign.name,
          row.endsOn,
          labels(c).shelf[row.shelf],
        ]),
      },
    ])
    return spreadsheet(c, bytes, 'penilaian', today)
  })

  const opened = async (c: Ctx): Promise<OpenedTask> => {
    const found = await openTask(services, actorOf(c), Number(c.req.param('task')))
    if (!found) throw notFound()
    return found
  }

  const closedNotice = (c: Ctx, { task, state }: OpenedTask): Notice | null => {
    const language = c.get('language')
    const words = m(c).closedStates
    if (state === 'open') return null
    if (state === 'submitted') {
      const when = task.submittedAt ? formatInstant(new Date(task.submittedAt), language, task.campaign.timeZone) : ''
      return { tone: 'ok', title: words.submitted, text: m(c).sentOn(when) }
    }
    if (state === 'early') return { tone: 'info', title: words.early(formatDate(task.startsOn, language)), text: null }
    return { tone: 'warn', title: words[state], text: null }
  }

  const taskPage = (c: Ctx, found: OpenedTask, again: Again | null, status: 200 | 409 | 422 = 200) => {
    const language = c.get('language')
    const { task, state } = found
    const answers = again?.answers ?? found.answers
    const errors = again?.errors ?? []
    const answered = answers.filter(one => one.said !== null).length
    const secret = anonymous.includes(task.relation)
    const title = task.relation === 'diri' ? m(c).you : task.ratedName
    const number = (n: number) => formatNumber(n, language)
    return page(
      c,
      { title: `${m(c).title}: ${title}`, breadcrumb: [{ href: '/penilaian', label: m(c).title }], status },
      RatingPage({
        m: m(c),
        title,
        eyebrow: `${labels(c).relation[task.relation]} · ${task.campaign.name}`,
        lead: `${task.jabatan} · ${task.unit}`,
        advice: m(c).formLead[task.relation],
        notice: again?.notice ?? closedNotice(c, found),
        action: `/penilaian/${task.id}`,
        version: again?.version ?? task.version,
        pillars: questionsOf(found, { answers, errors, stored: again?.stored ?? [] }, language),
        progress: {
          value: answered,
          max: Math.max(1, found.demands.length),
          label: m(c).progress(number(answered), number(found.demands.length)),
        },
        deadline: state === 'open' ? m(c).deadline(formatDate(task.endsOn, language)) : null,
        evidence: secret
          ? null
          : task.relation === 'integrasi'
            ? { label: m(c).settleNote, help: m(c).settleHelp }
            : { label: m(c).evidence, help: task.relation === 'diri' ? m(c).evidenceOwnHelp : m(c).evidenceHelp },
        readOnly: state === 'submitted' || state === 'cancelled',
        canSubmit: state === 'open',
        showStandard: !secret,
        errors,
      }),
    )
  }

  app.get('/penilaian/:task{[0-9]{1,9}}', async c => taskPage(c, await opened(c), null))

  const refused = (c: Ctx, found: OpenedTask, answers: readonly Answer[], saved: Extract<Saved, { ok: false }>) => {
    if (saved.why === 'flaws') {
      const errors = flawMessages(saved.flaws, found, c.get('language'))
      return taskPage(c, found, { answers, version: saved.version, errors }, 422)
    }
    if (saved.why === 'state') return taskPage(c, found, { answers, version: saved.version }, 409)
    if (saved.submitted) {
      const notice: Notice = { tone: 'warn', title: m(c).staleSubmitted, text: null }
      return taskPage(c, { ...found, state: 'submitted' }, { answers: saved.stored, version: saved.version, notice }, 409)
    }
    const notice: Notice = { tone: 'warn', title: m(c).stale, text: m(c).staleWhat }
    return taskPage(c, found, { answers, version: saved.version, stored: saved.differing, notice }, 409)
  }

  app.post('/penilaian/:task{[0-9]{1,9}}', async c => {
    const found = await opened(c)
    const typed = typedFields(await c.req.parseBody())
    const answers = readAnswers(typed, found)
    const submit = typed.langkah === 'kirim'
    const version = /^\d{1,9}$/.test(typed.versi ?? '') ? Number(typed.versi) : -1
    const saved = await saveRating(services, actorOf(c), found, { version, answers, submit })
    if (!saved.ok) return refused(c, found, answers, saved)
    if (!saved.submitted) {
      flash(c, 'info', m(c).savedDraft)
      return c.redirect(`/penilaian/${found.task.id}`, 303)
    }
    flash(c, 'ok', found.task.relation === 'diri' ? m(c).submittedOwn : m(c).submitted(found.task.ratedName))
    return c.redirect('/penilaian', 303)
  })

  return app
}
