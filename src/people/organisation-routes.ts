import { Hono } from 'hono'
import { coversInstansi, hasRole } from '../platform/actor.ts'
import { inScope } from '../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { flash } from '../platform/http/flash.ts'
import { formFields } from '../platform/http/form.ts'
import { page } from '../platform/http/page.tsx'
import { notFound } from '../platform/http/refusal.ts'
import { formatNumber } from '../platform/i18n/index.ts'
import { manageOrganisation, readOrganisation, readPegawai } from './access.ts'
import { updateInstansi } from './actions.ts'
import { chosenInstansi } from './chosen.ts'
import { messages as all } from './messages.ts'
import { cardValues, instansiFacts, jabatanCells, unitCells } from './organisation-cells.ts'
import { EditInstansiPage } from './pages/edit-instansi.tsx'
import { OrganisationPage } from './pages/organisation.tsx'
import { UnitPage } from './pages/unit.tsx'
import { instansiCard, instansiFields } from './schema.ts'
import { type Instansi, listInstansi } from './store/instansi.ts'
import { jabatanOf, unitById, unitsUnder } from './store/organisation.ts'
import { countPegawai } from './store/pegawai.ts'

const addressOf = (row: Instansi) => `/organisasi?instansi=${encodeURIComponent(row.regionCode)}`

/** The card of an instansi, its tree of units, and the form that edits the card. */
export function organisationRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => all[c.get('language')]

  app.get('/organisasi', async c => {
    const actor = actorOf(c)
    const language = c.get('language')
    const { chosen: instansi, within, everyone } = await chosenInstansi(c, services.db, readOrganisation(actor))
    const people = readPegawai(actor)
    const showsPeople = coversInstansi(people, instansi.id)
    const units = await inScope(services.db, people, tx => unitsUnder(tx, instansi.id, null))
    const jabatan = units.reduce((sum, unit) => sum + unit.jabatan, 0)
    return page(
      c,
      { title: m(c).organisation, wide: true },
      OrganisationPage({
        m: m(c),
        name: instansi.name,
        chosen: instansi.regionCode,
        choices: within.map(row => ({ value: row.regionCode, label: row.name })),
        facts: instansiFacts(m(c), instansi, everyone),
        editHref: coversInstansi(manageOrganisation(actor), instansi.id)
          ? `/organisasi/ubah?instansi=${encodeURIComponent(instansi.regionCode)}`
          : null,
        mapHref: showsPeople ? `/organisasi/peta?instansi=${encodeURIComponent(instansi.regionCode)}` : null,
        unitCount: formatNumber(units.length, language),
        jabatanCount: formatNumber(jabatan, language),
        units: units.map(unit => unitCells(unit, language, showsPeople)),
        showsPeople,
        canImport: hasRole(actor, 'admin', 'pengelola'),
      }),
    )
  })

  app.get('/organisasi/unit/:id{[0-9]{1,9}}', async c => {
    const actor = actorOf(c)
    const language = c.get('language')
    const people = readPegawai(actor)
    const id = Number(c.req.param('id'))
    const found = await inScope(services.db, people, async tx => {
      const unit = await unitById(tx, id)
      if (!unit || !coversInstansi(readOrganisation(actor), unit.instansiId)) throw notFound()
      return {
        unit,
        units: await unitsUnder(tx, unit.instansiId, id),
        jabatan: await jabatanOf(tx, id),
        active: (await countPegawai(tx, { unitId: id, status: 'aktif' })).total,
      }
    })
    const { unit, units, jabatan, active } = found
    const instansi = (await listInstansi(services.db)).find(row => row.id === unit.instansiId)!
    const showsPeople = coversInstansi(people, unit.instansiId)
    const vacant = jabatan.filter(row => row.holders.length === 0).length
    const vacancies = vacant === 0 ? m(c).noVacancies : m(c).vacanciesSentence(formatNumber(vacant, language))
    return page(
      c,
      {
        title: unit.name,
        wide: true,
        breadcrumb: [
          { href: addressOf(instansi), label: instansi.name },
          ...unit.above.map(row => ({ href: `/organisasi/unit/${row.id}`, label: row.name })),
        ],
      },
      UnitPage({
        m: m(c),
        name: unit.name,
        lead: `${unit.code} · ${instansi.name}`,
        figure: showsPeople
          ? { value: formatNumber(active, language), label: m(c).activePeople, sentence: jabatan.length > 0 ? vacancies : '' }
          : { value: formatNumber(jabatan.length, language), label: m(c).jabatanHere, sentence: '' },
        units: units.map(row => unitCells(row, language, showsPeople)),
        jabatan: jabatan.map(row => jabatanCells(row, language)),
        showsPeople,
        peopleHref: showsPeople ? `/pegawai?instansi=${encodeURIComponent(instansi.regionCode)}&unit=${unit.id}` : null,
      }),
    )
  })

  const editPage = (c: Ctx, instansi: Instansi, values: Record<string, string>, errors: { field: string; message: string }[]) =>
    page(
      c,
      {
        title: m(c).editTitle,
        status: errors.length > 0 ? 422 : 200,
        breadcrumb: [{ href: addressOf(instansi), label: instansi.name }],
      },
      EditInstansiPage({
        m: m(c),
        instansi,
        values,
        zones: Object.entries(m(c).timeZones).map(([value, label]) => ({ value, label })),
        errors,
        backHref: addressOf(instansi),
      }),
    )

  app.get('/organisasi/ubah', async c => {
    const { chosen } = await chosenInstansi(c, services.db, manageOrganisation(actorOf(c)))
    return editPage(c, chosen, cardValues(chosen), [])
  })

  app.post('/organisasi/ubah', async c => {
    const actor = actorOf(c)
    const scope = manageOrganisation(actor)
    const field = await formFields(c)
    const { chosen: instansi } = await chosenInstansi(c, services.db, scope, field('instansi'))
    const values = Object.fromEntries(instansiFields.map(name => [name, field(name)]))
    const card = instansiCard.safeParse(values)
    if (!card.success) {
      const errors = card.error.issues.map(issue => ({
        field: String(issue.path[0]),
        message: m(c).errors[issue.message as keyof ReturnType<typeof m>['errors']],
      }))
      return editPage(c, instansi, values, errors)
    }
    const saved = await updateInstansi(services, actor, scope, instansi.id, card.data)
    if (saved === 'bkn_code_taken')
      return editPage(c, instansi, values, [{ field: 'kode_bkn', message: m(c).errors.kode_bkn_taken }])
    flash(c, saved === 'saved' ? 'ok' : 'info', saved === 'saved' ? m(c).saved : m(c).nothingChanged)
    return c.redirect(addressOf(instansi), 303)
  })

  return app
}
