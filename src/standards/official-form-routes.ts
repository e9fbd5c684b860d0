import { Hono } from 'hono'
import type { AppEnv, Ctx, Services } from '../platform/http/context.ts'
import { page } from '../platform/http/page.tsx'
import { makePdf } from '../platform/pdf/index.ts'
import { formMessages } from './form-messages.ts'
import { lookAt } from './looked.ts'
import { officialForm, officialPdf } from './official-form.ts'
import { OfficialFormPage } from './pages/official-form.tsx'
import type { Subject } from './subject.ts'

/** The official form of a standard as it holds today: to print, and as PDF. */
export function officialFormRoutes(
  services: Services,
  base: string,
  subjectOf: (c: Ctx, services: Services) => Promise<Subject>,
) {
  const app = new Hono<AppEnv>()

  app.get(`${base}/formulir`, async c => {
    const language = c.get('language')
    const f = formMessages[language]
    const subject = await subjectOf(c, services)
    const form = officialForm(subject, await lookAt(services.db, subject), language)
    return page(
      c,
      {
        title: `${f.title}: ${subject.name}`,
        wide: true,
        breadcrumb: [subject.crumb, { href: subject.href(), label: subject.name }],
      },
      OfficialFormPage({ f, form, pdfHref: subject.href('/formulir.pdf'), backHref: subject.href() }),
    )
  })

  app.get(`${base}/formulir.pdf`, async c => {
    const language = c.get('language')
    const subject = await subjectOf(c, services)
    const form = officialForm(subject, await lookAt(services.db, subject), language)
    const bytes = await makePdf(officialPdf(form, language, services.clock.now()))
    const name = subject.name
      .replace(/[^A-Za-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 60)
    return c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename="standar-${name || 'jabatan'}-${subject.today}.pdf"`,
    })
  })

  return app
}
