import { Hono } from 'hono'
import { formatNip, personById } from '../people/index.ts'
import { inScope } from '../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { flash } from '../platform/http/flash.ts'
import { page } from '../platform/http/page.tsx'
import { forbidden, notFound, Refusal } from '../platform/http/refusal.ts'
import { formatNumber } from '../platform/i18n/index.ts'
import { highestLevel, lowestLevel, pillars } from '../regulation/index.ts'
import { competencyName, listCompetencies, pillarLabels, requirementsOf } from '../standards/index.ts'
import { readResults, recordFlaw } from './access.ts'
import { methodLabels } from './labels.ts'
import { RecordPage } from './pages/record.tsx'
import { recordResults } from './record.ts'
import { flawMessage, levelField, readResults as readTyped, typedFields } from './record-form.ts'
import { recordMessages } from './record-messages.ts'
import { recordedMethods } from './rules/record.ts'

const levels = Array.from({ length: highestLevel - lowestLevel + 1 }, (_, index) => lowestLevel + index)

/** Results of one person written down by hand: `/pegawai/:id/hasil/baru`. */
export function recordRoutes(services: Services) {
  const app = new Hono<AppEnv>()

  /** The person, where this actor may record. @throws Refusal 404 out of sight, 403 in sight but not theirs to assess */
  const toRecord = async (c: Ctx) => {
    const actor = actorOf(c)
    const person = await inScope(services.db, readResults(actor), tx => personById(tx, Number(c.req.param('id'))))
    if (!person) throw notFound()
    const flaw = recordFlaw(actor, { pegawaiId: person.pegawaiId, instansiId: person.instansi.id })
    if (flaw === 'self') throw new Refusal(403, { id: recordMessages.id.self, en: recordMessages.en.self })
    if (flaw) throw forbidden()
    return person
  }
  type Person = Awaited<ReturnType<typeof toRecord>>

  const formPage = async (
    c: Ctx,
    person: Person,
    values: Record<string, string>,
    errors: { field: string; message: string }[] = [],
  ) => {
    const language = c.get('language')
    const m = recordMessages[language]
    const today = services.clock.today(person.instansi.timeZone)
    const competencies = await listCompetencies(services.db)
    const demands = person.jabatan ? await requirementsOf(services.db, person.jabatan.id, today) : []
    const label = (row: { code: string; name: string; nameEn: string | null }) => `${row.code} ${competencyName(row, language)}`
    const optionsOf = (competencyId: number) =>
      levels.map(level => {
        const words = competencies.find(one => one.id === competencyId)?.levels.find(one => one.level === level)?.label ?? null
        return { value: level, label: m.level(level, words) }
      })
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
      RecordPage({
        m,
        name: person.name,
        lead: [formatNip(person.nip), person.jabatan?.name, person.unit.path.join(' › ')].filter(Boolean).join(' · '),
        action: `/pegawai/${person.pegawaiId}/hasil`,
        backHref: `/pegawai/${person.pegawaiId}`,
        methods: recordedMethods.map(value => ({ value, label: methodLabels[language][value] })),
        today,
        levelsLead: person.jabatan ? m.levelsLead(person.jabatan.name) : m.levelsNoJabatan,
        pillars: pillars
          .map(pillar => ({
            label: pillarLabels[language][pillar],
            lines: demands
              .filter(one => one.pillar === pillar)
              .map(one => ({
                field: levelField(one.competencyId),
                label: label(one),
                help: m.demanded(one.level),
                options: optionsOf(one.competencyId),
              })),
          }))
          .filter(pillar => pillar.lines.length > 0),
        others: competencies
          .filter(one => !demands.some(demand => demand.competencyId === one.id))
          .map(one => ({ value: one.id, label: label(one) })),
        otherLevels: levels.map(level => ({ value: level, label: m.level(level, null) })),
        values,
        errors,
      }),
    )
  }

  app.get('/pegawai/:id{[0-9]{1,9}}/hasil/baru', async c => {
    const person = await toRecord(c)
    const today = services.clock.today(person.instansi.timeZone)
    const own = actorOf(c).grants.some(grant => grant.role === 'asesor')
    return formPage(c, person, { tanggal: today, penilai: own ? actorOf(c).name : '' })
  })

  app.post('/pegawai/:id{[0-9]{1,9}}/hasil', async c => {
    const person = await toRecord(c)
    const language = c.get('language')
    const typed = typedFields(await c.req.parseBody())
    const { results, errors } = readTyped(typed, language)
    if (errors.length > 0) return formPage(c, person, typed, errors)
    const recorded = await recordResults(
      services,
      actorOf(c),
      { pegawaiId: person.pegawaiId, instansiId: person.instansi.id, timeZone: person.instansi.timeZone },
      results,
    )
    if (!recorded.ok)
      return formPage(
        c,
        person,
        typed,
        recorded.flaws.map(flaw => flawMessage(flaw, language)),
      )
    const m = recordMessages[language]
    if (recorded.written === 0) flash(c, 'info', m.same)
    else flash(c, 'ok', m.recorded(formatNumber(recorded.written, language)))
    return c.redirect(`/pegawai/${person.pegawaiId}`, 303)
  })

  return app
}
