import { Hono } from 'hono'
import { asRater, inScope } from '../../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { flash } from '../../platform/http/flash.ts'
import { formFields } from '../../platform/http/form.ts'
import { page } from '../../platform/http/page.tsx'
import { notFound } from '../../platform/http/refusal.ts'
import { formatDate, formatNumber } from '../../platform/i18n/index.ts'
import { learnerTabs } from '../tabs.ts'
import { ownEvaluation, raterOf } from './access.ts'
import { sendLater, sendReaction } from './actions.ts'
import { type FormError, laterGroups, reactionGroups, readLater, readReaction } from './form.ts'
import { evaluationMessages } from './messages.ts'
import { EvaluationFormPage } from './pages/form.tsx'
import { EvaluationsPage } from './pages/tasks.tsx'
import { verdicts } from './rules/items.ts'
import { ownResults, type Task, taskById, tasksOf, trainersOf } from './store/task.ts'

const shown = 200

/** `/evaluasi`: what somebody is asked after a class, the form, and what was said of oneself. */
export function evaluationTaskRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => evaluationMessages[c.get('language')]

  app.get('/evaluasi', async c => {
    const language = c.get('language')
    const actor = actorOf(c)
    const today = services.clock.today()
    const tasks = actor.pegawaiId === null ? [] : await asRater(services.db, raterOf(actor), tx => tasksOf(tx, shown))
    const results =
      actor.pegawaiId === null ? [] : await inScope(services.db, ownEvaluation(actor), tx => ownResults(tx, actor.pegawaiId!))
    const open = tasks.filter(task => task.doneAt === null)
    const mean = (value: number | null) => (value === null ? m(c).unknown : formatNumber(value, language, 1))
    return page(
      c,
      { title: m(c).title },
      EvaluationsPage({
        m: m(c),
        tabs: actor.pegawaiId === null ? null : learnerTabs(language, '/evaluasi'),
        open: formatNumber(open.length, language),
        firstHref: open[0] ? `/evaluasi/${open[0].id}` : null,
        tasks: tasks.map(task => ({
          id: task.id,
          href: task.doneAt ? null : `/evaluasi/${task.id}`,
          title: task.title,
          kind: task.level === 1 ? m(c).kinds[1]! : `${m(c).kinds[3]} ${m(c).after(task.months)}`,
          about: task.relation === 'diri' ? m(c).ofSelf : `${task.learner}, ${m(c).relations[task.relation]}`,
          due: formatDate(task.dueOn, language),
          overdue: task.doneAt === null && task.dueOn < today,
          done: task.doneAt !== null,
        })),
        results: results.map(row => ({
          key: `${row.classId} ${row.months}`,
          title: row.title,
          when: `${formatDate(row.completedOn, language)}, ${m(c).after(row.months)}`,
          self: mean(row.self),
          atasan: mean(row.atasan),
          verdict: row.verdict,
          note: row.note,
        })),
      }),
    )
  })

  const loaded = async (c: Ctx): Promise<{ task: Task; trainers: { id: number; name: string }[] }> => {
    const actor = actorOf(c)
    if (actor.pegawaiId === null) throw notFound()
    return asRater(services.db, raterOf(actor), async tx => {
      const task = await taskById(tx, Number(c.req.param('id')))
      if (!task) throw notFound()
      return { task, trainers: task.level === 1 ? await trainersOf(tx, task.classId) : [] }
    })
  }

  const formPage = (
    c: Ctx,
    { task, trainers }: Awaited<ReturnType<typeof loaded>>,
    typed: (name: string) => string,
    errors: FormError[],
  ) => {
    const t = m(c)
    const later = task.level === 3
    const scale = [1, 2, 3, 4, 5].map(n => ({ value: String(n), label: t.scale[n]!, mark: String(n) }))
    return page(
      c,
      { title: task.title, breadcrumb: [{ href: '/evaluasi', label: t.title }], status: errors.length > 0 ? 422 : 200 },
      EvaluationFormPage({
        m: t,
        id: task.id,
        title: task.title,
        about: task.relation === 'diri' ? t.ofSelf : `${task.learner}, ${t.relations[task.relation]}`,
        lead: later
          ? [t.laterLead(task.title, task.months), task.relation === 'rekan' ? t.laterPeer : ''].filter(Boolean).join(' ')
          : t.reactionLead,
        groups: later ? laterGroups(t, typed) : reactionGroups(t, trainers, typed),
        scale: later ? [...scale, { value: '-', label: t.unseen, mark: '–' }] : scale,
        scaleHelp: later ? t.scaleHelpLater : t.scaleHelp,
        verdict:
          task.relation === 'atasan'
            ? { value: typed('putusan'), options: verdicts.map(value => ({ value, label: t.verdicts[value] })) }
            : null,
        words: later
          ? task.relation === 'rekan'
            ? null
            : { name: 'catatan', label: t.note, help: t.noteHelp, value: typed('catatan') }
          : { name: 'saran', label: t.words, help: t.wordsHelp, value: typed('saran') },
        errors,
      }),
    )
  }

  app.get('/evaluasi/:id{[0-9]{1,9}}', async c => {
    const found = await loaded(c)
    if (found.task.doneAt) {
      flash(c, 'info', m(c).gone)
      return c.redirect('/evaluasi', 303)
    }
    return formPage(c, found, () => '', [])
  })

  app.post('/evaluasi/:id{[0-9]{1,9}}', async c => {
    const found = await loaded(c)
    const typed = await formFields(c)
    const { task, trainers } = found
    const t = m(c)
    const actor = actorOf(c)
    if (task.level === 1) {
      const read = readReaction(t, trainers, typed)
      if (!read.ok) return formPage(c, found, typed, read.errors)
      const sent = await sendReaction(services, actor, task.id, read.voices)
      flash(c, sent === 'sent' ? 'ok' : 'info', t[sent])
    } else {
      const read = readLater(t, task, typed)
      if (!read.ok) return formPage(c, found, typed, read.errors)
      const sent = await sendLater(services, actor, task.id, read.said)
      flash(c, sent === 'sent' ? 'ok' : 'info', t[sent])
    }
    return c.redirect('/evaluasi', 303)
  })

  return app
}
