import { Hono } from 'hono'
import { formatNip, personById } from '../../people/index.ts'
import { inScope } from '../../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { flash } from '../../platform/http/flash.ts'
import { page } from '../../platform/http/page.tsx'
import { forbidden, notFound, Refusal } from '../../platform/http/refusal.ts'
import { formatNumber } from '../../platform/i18n/index.ts'
import { potentialScale } from '../../regulation/index.ts'
import { readResults, recordFlaw } from '../access.ts'
import { methodLabels } from '../labels.ts'
import { typedFields } from '../record-form.ts'
import { recordPotential } from './actions.ts'
import { potentialFlawMessage, readPotential, scoreField } from './form.ts'
import { aspectLabels } from './labels.ts'
import { potentialMessages } from './messages.ts'
import { PotentialPage } from './pages/record.tsx'
import { aspects } from './rules/potential.ts'
import { potentialMethods } from './rules/record.ts'

/** Potential of one person written down by hand: `/pegawai/:id/potensi/baru`. */
export function potentialRoutes(services: Services) {
  const app = new Hono<AppEnv>()

  /** The person, where this actor may record. @throws Refusal 404 out of sight, 403 in sight but not theirs to assess */
  const toRecord = async (c: Ctx) => {
    const actor = actorOf(c)
    const person = await inScope(services.db, readResults(actor), tx => personById(tx, Number(c.req.param('id'))))
    if (!person) throw notFound()
    const flaw = recordFlaw(actor, { pegawaiId: person.pegawaiId, instansiId: person.instansi.id })
    if (flaw === 'self') throw new Refusal(403, { id: potentialMessages.id.self, en: potentialMessages.en.self })
    if (flaw) throw forbidden()
    return person
  }
  type Person = Awaited<ReturnType<typeof toRecord>>

  const formPage = (
    c: Ctx,
    person: Person,
    values: Record<string, string>,
    errors: { field: string; message: string }[] = [],
  ) => {
    const language = c.get('language')
    const m = potentialMessages[language]
    const today = services.clock.today(person.instansi.timeZone)
    const { lowest, highest } = potentialScale.at(today).value
    const scores = Array.from({ length: highest - lowest + 1 }, (_, index) => String(lowest + index))
    return page(
      c,
      {
        title: `${m.title}: ${person.name}`,
        status: errors.length > 0 ? 422 : 200,
        breadcrumb: [
          { href: '/pegawai', label: m.people },
          { href: `/pegawai/${person.pegawaiId}`, label: person.name },
        ],
      },
      PotentialPage({
        m,
        name: person.name,
        lead: [formatNip(person.nip), person.jabatan?.name, person.unit.path.join(' › ')].filter(Boolean).join(' · '),
        action: `/pegawai/${person.pegawaiId}/potensi`,
        backHref: `/pegawai/${person.pegawaiId}`,
        methods: potentialMethods.map(value => ({ value, label: methodLabels[language][value] })),
        today,
        scoresLead: m.scoresLead(lowest, highest),
        scores,
        aspects: aspects.map(aspect => ({ field: scoreField(aspect), label: aspectLabels[language][aspect] })),
        values,
        errors,
      }),
    )
  }

  app.get('/pegawai/:id{[0-9]{1,9}}/potensi/baru', async c => {
    const person = await toRecord(c)
    const today = services.clock.today(person.instansi.timeZone)
    const assesses = actorOf(c).grants.some(grant => grant.role === 'asesor')
    return formPage(c, person, { tanggal: today, penilai: assesses ? actorOf(c).name : '' })
  })

  app.post('/pegawai/:id{[0-9]{1,9}}/potensi', async c => {
    const person = await toRecord(c)
    const language = c.get('language')
    const m = potentialMessages[language]
    const typed = typedFields(await c.req.parseBody())
    const { potential, errors } = readPotential(typed, language)
    if (errors.length > 0) return formPage(c, person, typed, errors)
    const { id, timeZone } = person.instansi
    const about = { pegawaiId: person.pegawaiId, instansiId: id, timeZone }
    const recorded = await recordPotential(services, actorOf(c), about, potential)
    if (!recorded.ok) {
      const scale = potentialScale.at(services.clock.today(timeZone)).value
      return formPage(
        c,
        person,
        typed,
        recorded.flaws.map(flaw => potentialFlawMessage(flaw, language, scale)),
      )
    }
    if (recorded.written === 0) flash(c, 'info', m.same)
    else flash(c, 'ok', m.recorded(formatNumber(recorded.written, language)))
    return c.redirect(`/pegawai/${person.pegawaiId}#potensi`, 303)
  })

  return app
}
