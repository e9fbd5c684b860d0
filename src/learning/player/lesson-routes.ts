import { Hono } from 'hono'
import { inScope } from '../../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { flash } from '../../platform/http/flash.ts'
import { formFields } from '../../platform/http/form.ts'
import { page } from '../../platform/http/page.tsx'
import { notFound } from '../../platform/http/refusal.ts'
import { sendFile } from '../../platform/http/send-file.ts'
import { formatNumber } from '../../platform/i18n/index.ts'
import { achievedPath } from '../completion/achieved.ts'
import { captionsFile, lessonFile, submittedFile } from '../lessons/lesson-file.ts'
import { messages as lessonMessages } from '../lessons/messages.ts'
import { submissionNeed } from '../lessons/rules/lesson.ts'
import { questionsFor } from '../lessons/store/bank.ts'
import { dropBrought, readUploadForm } from '../lessons/upload.ts'
import * as actions from './actions.ts'
import { isLearning } from './finish.ts'
import { mineHere, stepHere } from './here.ts'
import { type Learner, lessonView } from './lesson-view.ts'
import { messages } from './messages.ts'
import { LessonView } from './pages/lesson.tsx'
import { maySubmit } from './rules/submission.ts'
import { attemptsOf } from './store/attempt.ts'
import type { LessonStep, MyClass } from './store/enrolment.ts'
import { submissionsOf } from './store/submission.ts'

const base = '/belajar/:classId{[0-9]{1,9}}/:lessonId{[0-9]{1,9}}'

/** One lesson for who learns it: reading, watching, marking, handing in. */
export function lessonRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => messages[c.get('language')]

  type Found = { mine: MyClass; steps: LessonStep[]; step: LessonStep }
  const show = async (c: Ctx, { mine, steps, step }: Found, again: Pick<Learner, 'errors' | 'typed'> = { errors: [] }) => {
    const key = { pegawaiId: mine.pegawaiId, classId: mine.classId, lessonId: step.id }
    const done = await inScope(services.db, actions.self(mine.pegawaiId), async tx => ({
      attempts: step.kind === 'quiz' ? await attemptsOf(tx, key) : [],
      submissions: step.kind === 'assignment' ? await submissionsOf(tx, key) : [],
      items: step.kind === 'quiz' && step.content.draw === null ? (await questionsFor(tx, step.id, false)).length : 0,
    }))
    const [last] = done.submissions
    const at = steps.findIndex(one => one.id === step.id)
    const path = `/belajar/${mine.classId}`
    const number = (n: number) => formatNumber(n, c.get('language'))
    const view = lessonView(c, step, `${path}/${step.id}`, {
      step,
      canLearn: isLearning(mine),
      classId: mine.classId,
      passed: mine.state === 'completed' ? m(c).passed(number(mine.jp)) : null,
      ...done,
      questions: step.kind === 'quiz' ? (step.content.draw ?? done.items) : 0,
      mayHandIn:
        step.kind === 'assignment'
          ? maySubmit(step.content.again, last ? { graded: last.gradedAt !== null, again: last.again } : null)
          : 'yes',
      ...again,
      nav: {
        whichOf: m(c).stepOf(number(at + 1), number(steps.length)),
        outlineHref: path,
        previousHref: at > 0 ? `${path}/${steps[at - 1]!.id}` : null,
        nextHref: at < steps.length - 1 ? `${path}/${steps[at + 1]!.id}` : null,
      },
    })
    return page(
      c,
      {
        title: step.title,
        breadcrumb: [
          { href: '/belajar', label: m(c).learning },
          { href: path, label: mine.title },
        ],
        status: again.errors.length > 0 ? 422 : 200,
      },
      LessonView(view),
    )
  }

  /** On to what follows; where one has passed, to what that brought. */
  const onward = (c: Ctx, { mine, steps, step }: Found, completed: boolean, said: string) => {
    if (completed) return c.redirect(achievedPath(mine.classId), 303)
    flash(c, 'ok', said)
    const next = steps[steps.findIndex(one => one.id === step.id) + 1]
    return c.redirect(next ? `/belajar/${mine.classId}/${next.id}` : `/belajar/${mine.classId}`, 303)
  }
  const over = (c: Ctx, mine: MyClass) => {
    flash(c, 'warn', m(c).closedFlash)
    return c.redirect(`/belajar/${mine.classId}`, 303)
  }

  app.get(base, async c => {
    const found = await stepHere(services, c)
    if (isLearning(found.mine) && c.req.method === 'GET') await actions.openLesson(services, found.mine, found.step.id)
    return show(c, found)
  })

  app.post(`${base}/selesai`, async c => {
    const found = await stepHere(services, c)
    const reason = (await formFields(c))('alasan').slice(0, 500)
    const marked = await actions.markDone(services, actorOf(c), found.mine, found.step, reason)
    if (marked.ok) return onward(c, found, marked.completed, m(c).doneFlash)
    if (marked.why === 'closed') return over(c, found.mine)
    if (marked.why === 'not_marked') throw notFound()
    return show(c, found, { errors: [{ field: 'alasan', message: m(c).reasonShort }], typed: { reason } })
  })

  app.get(`${base}/berkas`, async c => {
    const { step } = await stepHere(services, c)
    if (!step.file) throw notFound()
    return sendFile(c, services.files, lessonFile(step.kind, step.file))
  })

  app.get(`${base}/takarir.vtt`, async c => {
    const { step } = await stepHere(services, c)
    if (!step.captionsKey) throw notFound()
    return sendFile(c, services.files, captionsFile(step.captionsKey))
  })

  app.post(`${base}/kumpul`, async c => {
    const found = await stepHere(services, c)
    const { mine, step } = found
    if (step.kind !== 'assignment') throw notFound()
    if (!isLearning(mine)) return over(c, mine)
    const { takes } = step.content
    const form = await readUploadForm(c, services.files, takes === 'text' ? null : submissionNeed)
    const answer = takes === 'file' ? '' : form.field('jawaban')
    const errors: Learner['errors'] = []
    const t = m(c)
    if (answer.length > 20_000) errors.push({ field: 'jawaban', message: t.submissionFlaws.long })
    if (takes === 'text' && answer === '') errors.push({ field: 'jawaban', message: t.submissionFlaws.answer })
    if (form.file.flaw && form.file.flaw !== 'none')
      errors.push({ field: 'berkas', message: lessonMessages[c.get('language')].flaws[form.file.flaw] })
    else if (takes === 'file' && !form.file.file) errors.push({ field: 'berkas', message: t.submissionFlaws.file })
    else if (takes === 'both' && answer === '' && !form.file.file)
      errors.push({ field: 'jawaban', message: t.submissionFlaws.nothing })
    if (errors.length > 0) {
      if (form.file.file) errors.push({ field: 'berkas', message: t.fileAgain })
      await dropBrought(services.files, form)
      return show(c, found, { errors, typed: { answer } })
    }
    const handed = await actions.handIn(services, actorOf(c), mine, step, { answer, file: form.file.file })
    if (handed.ok) return onward(c, { ...found, steps: [] }, handed.completed, t.handedIn)
    await dropBrought(services.files, form)
    if (handed.why === 'closed') return over(c, mine)
    flash(c, 'warn', t.mayNot[handed.why])
    return c.redirect(`/belajar/${mine.classId}/${step.id}`, 303)
  })

  app.get(`${base}/kumpulan/:number{[0-9]{1,4}}`, async c => {
    const { mine } = await mineHere(services, c)
    const key = { pegawaiId: mine.pegawaiId, classId: mine.classId, lessonId: Number(c.req.param('lessonId')) }
    const all = await inScope(services.db, actions.self(mine.pegawaiId), tx => submissionsOf(tx, key))
    const file = all.find(one => one.number === Number(c.req.param('number')))?.file
    if (!file) throw notFound()
    return sendFile(c, services.files, submittedFile(file))
  })

  return app
}
