import { Hono } from 'hono'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { flash } from '../../platform/http/flash.ts'
import { formFields } from '../../platform/http/form.ts'
import { page } from '../../platform/http/page.tsx'
import { type EntryForm, type EntryRules, entryChoices, entryForm, entryMessages, readEntryForm } from '../../providers/index.ts'
import * as actions from './actions.ts'
import { hrefOf, titleOf, versionHere, versionPath } from './here.ts'
import { courseMessages } from './messages.ts'
import { EntryFormPage } from './pages/entry-form.tsx'
import type { FormError } from './version-form.ts'

/** Who may join: the form of the entry rules of a draft. */
export function entryRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => courseMessages[c.get('language')]

  const formPage = async (c: Ctx, form: EntryForm, errors: FormError[]) => {
    const language = c.get('language')
    const { course, versions, version } = await versionHere(c, services)
    return page(
      c,
      {
        title: m(c).entry,
        breadcrumb: [
          { href: '/kursus', label: m(c).courses },
          { href: `/kursus/${course.id}`, label: titleOf(versions) },
          { href: hrefOf(course, version), label: m(c).versionN(version.number) },
        ],
        status: errors.length > 0 ? 422 : 200,
      },
      EntryFormPage({
        m: m(c),
        eyebrow: `${course.code} · ${m(c).versionN(version.number)}`,
        action: `${hrefOf(course, version)}/syarat`,
        backHref: hrefOf(course, version),
        errors,
        fields: { m: entryMessages[language], form, choices: entryChoices(language), errors },
      }),
    )
  }

  app.get(`${versionPath}/syarat`, async c => {
    const { version } = await versionHere(c, services)
    return formPage(c, entryForm(version.entryRules as EntryRules), [])
  })

  app.post(`${versionPath}/syarat`, async c => {
    const { course, version } = await versionHere(c, services)
    const read = readEntryForm(await formFields(c), entryMessages[c.get('language')])
    if (!read.rules) return formPage(c, read.form, read.errors)
    const change = await actions.saveEntryRules(services, actorOf(c), course.id, version.number, read.rules)
    const words = { done: m(c).saved, same: m(c).nothingChanged, stale: m(c).stale }[change]
    flash(c, change === 'done' ? 'ok' : change === 'same' ? 'info' : 'warn', words)
    return c.redirect(hrefOf(course, version), 303)
  })

  return app
}
