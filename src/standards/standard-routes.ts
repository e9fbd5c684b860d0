import { Hono } from 'hono'
import { jenjangLabels, readPegawai } from '../people/index.ts'
import { coversInstansi } from '../platform/actor.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { flash } from '../platform/http/flash.ts'
import { page } from '../platform/http/page.tsx'
import { forbidden, notFound } from '../platform/http/refusal.ts'
import { formatNumber } from '../platform/i18n/index.ts'
import { highestLevel, lowestLevel, pillars } from '../regulation/index.ts'
import { manageStandards, readStandards } from './access.ts'
import { setStandard } from './actions.ts'
import { competencyName, pillarLabels } from './labels.ts'
import { messages } from './messages.ts'
import { EditStandardPage } from './pages/edit-standard.tsx'
import { StandardPage } from './pages/standard.tsx'
import { basisOf } from './rules/edit.ts'
import { flawMessages, readTyped, typedValues } from './standard-form.ts'
import { type Jabatan, jabatanById } from './store/jabatan.ts'
import { listCompetencies, type Requirement, requirementsOf } from './store/standard.ts'

const levels = Array.from({ length: highestLevel - lowestLevel + 1 }, (_, index) => lowestLevel + index)
const listHrefOf = (jabatan: Jabatan) => `/standar?instansi=${encodeURIComponent(jabatan.instansi.regionCode)}`

/** One jabatan's standard, and the form that edits it. */
export function standardRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => messages[c.get('language')]

  const jabatanHere = async (c: Ctx): Promise<Jabatan> => {
    const jabatan = await jabatanById(services.db, Number(c.req.param('id')))
    if (!jabatan || !coversInstansi(readStandards(actorOf(c)), jabatan.instansi.id)) throw notFound()
    return jabatan
  }
  const jabatanToEdit = async (c: Ctx): Promise<Jabatan> => {
    const jabatan = await jabatanHere(c)
    if (!coversInstansi(manageStandards(actorOf(c)), jabatan.instansi.id)) throw forbidden()
    return jabatan
  }

  const byPillar = <Row>(c: Ctx, rows: readonly Requirement[], present: (row: Requirement) => Row) =>
    pillars
      .map(pillar => {
        const lines = rows.filter(row => row.pillar === pillar)
        const bases = new Set(lines.filter(row => row.fromClass).map(row => row.legalBasis))
        return {
          label: pillarLabels[c.get('language')][pillar],
          basis: bases.size > 0 ? m(c).classBasis([...bases].join('; ')) : null,
          lines: lines.map(present),
        }
      })
      .filter(pillar => pillar.lines.length > 0)

  const sentenceOf = (c: Ctx, rows: readonly Requirement[]) => {
    const own = rows.filter(row => !row.fromClass).length
    if (own === 0) return m(c).allFromClass
    if (own === rows.length) return m(c).allOwn
    const words = (n: number) => formatNumber(n, c.get('language'))
    return m(c).sourceSentence(words(own), words(rows.length))
  }

  app.get('/standar/:id{[0-9]{1,9}}', async c => {
    const language = c.get('language')
    const actor = actorOf(c)
    const jabatan = await jabatanHere(c)
    const rows = await requirementsOf(services.db, jabatan.id, services.clock.today())
    return page(
      c,
      { title: jabatan.name, wide: true, breadcrumb: [{ href: listHrefOf(jabatan), label: m(c).standards }] },
      StandardPage({
        m: m(c),
        name: jabatan.name,
        lead: [jenjangLabels[language][jabatan.jenjang], jabatan.unit.name, jabatan.instansi.name].join(' · '),
        total: formatNumber(rows.length, language),
        sentence: sentenceOf(c, rows),
        pillars: byPillar(c, rows, row => ({
          code: row.code,
          name: competencyName(row, language),
          level: row.level,
          label: row.levelLabel ?? '',
          own: !row.fromClass,
          legalBasis: row.legalBasis ?? '',
          verified: row.verified,
        })),
        maxLevel: highestLevel,
        editHref: coversInstansi(manageStandards(actor), jabatan.instansi.id) ? `/standar/${jabatan.id}/ubah` : null,
        holdersHref: coversInstansi(readPegawai(actor), jabatan.instansi.id) ? `/pegawai?jabatan=${jabatan.id}` : null,
      }),
    )
  })

  const editPage = async (
    c: Ctx,
    jabatan: Jabatan,
    typed: Record<string, string> | null,
    errors: { field: string; message: string }[],
  ) => {
    const language = c.get('language')
    const rows = await requirementsOf(services.db, jabatan.id, services.clock.today())
    const demanded = new Set(rows.map(row => row.competencyId))
    const addable = (await listCompetencies(services.db)).filter(row => !demanded.has(row.id))
    const label = (row: { code: string; name: string; nameEn: string | null }) => `${row.code} ${competencyName(row, language)}`
    return page(
      c,
      {
        title: `${m(c).edit}: ${jabatan.name}`,
        status: errors.length > 0 ? 422 : 200,
        breadcrumb: [
          { href: listHrefOf(jabatan), label: m(c).standards },
          { href: `/standar/${jabatan.id}`, label: jabatan.name },
        ],
      },
      EditStandardPage({
        m: m(c),
        name: jabatan.name,
        action: `/standar/${jabatan.id}`,
        backHref: `/standar/${jabatan.id}`,
        pillars: byPillar(c, rows, row => ({
          field: `tingkat-${row.competencyId}`,
          label: label(row),
          classLevel: row.classLevel,
          value: typed?.[`tingkat-${row.competencyId}`] ?? (row.fromClass ? '' : String(row.level)),
        })),
        levels,
        addable: addable.map(row => ({ value: row.id, label: label(row) })),
        values: {
          kompetensi_baru: typed?.kompetensi_baru ?? '',
          tingkat_baru: typed?.tingkat_baru ?? '',
          dasar_hukum: typed?.dasar_hukum ?? basisOf(rows.filter(row => !row.fromClass)) ?? '',
        },
        errors,
      }),
    )
  }

  app.get('/standar/:id{[0-9]{1,9}}/ubah', async c => editPage(c, await jabatanToEdit(c), null, []))

  app.post('/standar/:id{[0-9]{1,9}}', async c => {
    const actor = actorOf(c)
    const jabatan = await jabatanToEdit(c)
    const typed = typedValues(await c.req.parseBody())
    const saved = await setStandard(services, actor, manageStandards(actor), jabatan, readTyped(typed))
    if (!saved.ok) {
      const names = new Map((await listCompetencies(services.db)).map(row => [row.id, competencyName(row, c.get('language'))]))
      return editPage(c, jabatan, typed, flawMessages(m(c), saved.flaws, names))
    }
    flash(c, saved.changed ? 'ok' : 'info', saved.changed ? m(c).saved : m(c).nothingChanged)
    return c.redirect(`/standar/${jabatan.id}`, 303)
  })

  return app
}
