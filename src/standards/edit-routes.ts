import { Hono } from 'hono'
import { type AppEnv, actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { flash } from '../platform/http/flash.ts'
import { page } from '../platform/http/page.tsx'
import { returnToInherited, saveStandardDraft } from './actions.ts'
import { editView, shownLines } from './edit-view.ts'
import { competencyName } from './labels.ts'
import { type Looked, lookAt } from './looked.ts'
import { messages } from './messages.ts'
import { EditStandardPage } from './pages/edit-standard.tsx'
import { editContent } from './rules/edit.ts'
import { flawMessages, longestBasis, readTyped, rowsAfter, type StandardTyped, typedOf } from './standard-form.ts'
import { usableCompetencies } from './store/competency.ts'
import { seenOf } from './store/draft.ts'
import type { Version } from './store/version.ts'
import { type Subject, toManage } from './subject.ts'
import { versionMessages } from './version-messages.ts'

type Conflict = { text: string; href: string | null }

/** The form that makes or changes a draft, and the button that takes one line back; for a jabatan and for a class alike. */
export function editRoutes(services: Services, base: string, subjectOf: (c: Ctx, services: Services) => Promise<Subject>) {
  const app = new Hono<AppEnv>()

  const editPage = async (
    c: Ctx,
    subject: Subject,
    looked: Looked,
    typed: StandardTyped,
    answer: { status: 200 | 409 | 422; errors?: { field: string; message: string }[]; conflict?: Conflict },
  ) => {
    const language = c.get('language')
    const m = messages[language]
    const usable = await usableCompetencies(services.db, subject.target.instansiId)
    return page(
      c,
      {
        title: `${m.edit}: ${subject.name}`,
        status: answer.status,
        breadcrumb: [subject.crumb, { href: subject.href(), label: subject.name }],
      },
      EditStandardPage({
        m,
        title: subject.name,
        action: subject.href(),
        backHref: looked.draft ? `/standar/versi/${looked.draft.id}` : subject.href(),
        errors: answer.errors ?? [],
        conflict: answer.conflict ?? null,
        ...editView(looked, typed, usable, language),
      }),
    )
  }

  app.get(`${base}/ubah`, async c => {
    const subject = toManage(await subjectOf(c, services))
    const looked = await lookAt(services.db, subject)
    const from = looked.draft ?? looked.own
    return editPage(c, subject, looked, typedOf(from, looked.draft?.legalBasis ?? '', seenOf(looked.draft)), { status: 200 })
  })

  app.post(base, async c => {
    const subject = toManage(await subjectOf(c, services))
    const language = c.get('language')
    const m = messages[language]
    const body = await c.req.parseBody()
    const typed = readTyped(body)
    const looked = await lookAt(services.db, subject)
    const rows = rowsAfter(typed.qualifications, typeof body.tindakan === 'string' ? body.tindakan : '')
    if (rows) return editPage(c, subject, looked, { ...typed, qualifications: rows }, { status: 200 })
    const known = new Set((await usableCompetencies(services.db, subject.target.instansiId)).map(row => row.id))
    const edit = editContent(shownLines(looked), typed, known)
    const tooLong = typed.legalBasis.length > longestBasis
    if (!edit.ok || tooLong) {
      const names = new Map([...looked.competencies.values()].map(row => [row.id, competencyName(row, language)]))
      const errors = edit.ok ? [] : flawMessages(m, language, edit.flaws, names)
      if (tooLong) errors.push({ field: 'dasar_hukum', message: m.flaws.basis })
      return editPage(c, subject, looked, typed, { status: 422, errors })
    }
    const saved = await saveStandardDraft(services, actorOf(c), subject.target, {
      seen: typed.seen,
      content: edit.content,
      legalBasis: typed.legalBasis || null,
    })
    if (saved.ok) {
      flash(c, 'ok', m.draftSaved)
      return c.redirect(`/standar/versi/${saved.id}`, 303)
    }
    const conflict = conflictOf(c, saved.standing)
    return editPage(c, subject, looked, { ...typed, seen: seenOf(saved.standing) }, { status: 409, conflict })
  })

  const conflictOf = (c: Ctx, standing: Version | null): Conflict => {
    const m = messages[c.get('language')]
    if (!standing) return { text: m.draftGone, href: null }
    return {
      text: m.otherDraft(standing.madeBy ?? versionMessages[c.get('language')].system),
      href: `/standar/versi/${standing.id}`,
    }
  }

  app.post(`${base}/kembali`, async c => {
    const subject = toManage(await subjectOf(c, services))
    const body = await c.req.parseBody()
    const id = /^\d{1,9}$/.test(String(body.kompetensi)) ? Number(body.kompetensi) : 0
    const saved = await returnToInherited(services, actorOf(c), subject.target, id)
    if (!saved.ok) {
      flash(c, 'warn', messages[c.get('language')].draftGone)
      return c.redirect(subject.href(), 303)
    }
    flash(c, 'ok', messages[c.get('language')].backDone)
    return c.redirect(`/standar/versi/${saved.id}`, 303)
  })

  return app
}
