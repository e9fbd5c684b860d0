import { Hono } from 'hono'
import { listInstansi } from '../people/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { flash } from '../platform/http/flash.ts'
import { formFields } from '../platform/http/form.ts'
import { page } from '../platform/http/page.tsx'
import { notFound } from '../platform/http/refusal.ts'
import { formatNumber } from '../platform/i18n/index.ts'
import { pillars } from '../regulation/index.ts'
import { removeDraftCompetency, saveDraftCompetency } from './dictionary-actions.ts'
import { type DictionaryMessages, dictionaryMessages } from './dictionary-messages.ts'
import { pillarLabels } from './labels.ts'
import { dictionaryHref, dictionaryToManage } from './one-dictionary.ts'
import { EditCompetencyPage } from './pages/edit-competency.tsx'
import { levels } from './present.ts'
import { type CompetencyFlaw, readCompetency, type TypedCompetency, typedCompetency } from './rules/dictionary.ts'
import { competenciesOf } from './store/competency.ts'
import type { Dictionary } from './store/dictionary.ts'

type Problem = { field: string; message: string }

const blank = (legalBasis: string): TypedCompetency => ({
  code: '',
  name: '',
  nameEn: '',
  pillar: 'teknis',
  urusan: '',
  definition: '',
  pembina: '',
  legalBasis,
  levels: levels.map(() => ({ label: '', indicators: '' })),
})

const fieldNames = {
  code: 'kode',
  name: 'nama',
  pillar: 'pilar',
  urusan: 'urusan',
  definition: 'definisi',
  pembina: 'pembina',
  basis: 'dasar',
} as const

const problemOf = (d: DictionaryMessages, flaw: CompetencyFlaw): Problem => {
  if (flaw.at === 'level') return { field: `tingkat-${flaw.level}`, message: d.flaws.level(flaw.level) }
  if (flaw.at === 'indicators') return { field: `indikator-${flaw.level}`, message: d.flaws.indicators(flaw.level) }
  return { field: fieldNames[flaw.at], message: flaw.at === 'name' ? d.flaws.competencyName : d.flaws[flaw.at] }
}

/** One competency of a draft dictionary, typed in. */
export function competencyRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const path = '/kamus/daftar/:id{[0-9]{1,9}}/kompetensi'

  const draftHere = async (c: Ctx): Promise<Dictionary> => {
    const row = await dictionaryToManage(c, services)
    if (row.state !== 'draft') throw notFound()
    return row
  }

  const editPage = async (
    c: Ctx,
    row: Dictionary,
    typed: TypedCompetency,
    form: { id: string; seen: string; errors: Problem[]; conflict: string | null; status: 200 | 409 | 422 },
  ) => {
    const language = c.get('language')
    const d = dictionaryMessages[language]
    const central = (await listInstansi(services.db)).filter(one => one.kind === 'kementerian' || one.kind === 'lembaga')
    return page(
      c,
      {
        title: form.id ? d.editCompetency : d.addCompetency,
        status: form.status,
        breadcrumb: [
          { href: '/kamus/daftar', label: d.dictionaries },
          { href: dictionaryHref(row.id), label: row.name },
        ],
      },
      EditCompetencyPage({
        d,
        title: form.id ? `${typed.code} ${typed.name}` : d.addCompetency,
        eyebrow: row.name,
        action: dictionaryHref(row.id, '/kompetensi'),
        backHref: dictionaryHref(row.id),
        removeAction: form.id ? dictionaryHref(row.id, `/kompetensi/${form.id}/hapus`) : null,
        typed,
        pillars: pillars.map(value => ({ value, label: pillarLabels[language][value] })),
        pembina: central.map(one => ({ value: one.id, label: one.name })),
        ...form,
      }),
    )
  }

  app.get(path, async c => {
    const row = await draftHere(c)
    const code = c.req.query('kode') ?? ''
    const found = code ? (await competenciesOf(services.db, row.id)).find(one => one.code === code) : null
    if (code && !found) throw notFound()
    const seen = String(row.revision)
    const typed = found ? typedCompetency(found) : blank(row.legalBasis)
    return editPage(c, row, typed, { id: found ? String(found.id) : '', seen, errors: [], conflict: null, status: 200 })
  })

  app.post(path, async c => {
    const d = dictionaryMessages[c.get('language')]
    const row = await draftHere(c)
    const field = await formFields(c)
    const id = /^\d{1,9}$/.test(field('kompetensi')) ? field('kompetensi') : ''
    const typed: TypedCompetency = {
      code: field('kode'),
      name: field('nama'),
      nameEn: field('nama_en'),
      pillar: field('pilar'),
      urusan: field('urusan'),
      definition: field('definisi').replaceAll('\r\n', '\n'),
      pembina: field('pembina'),
      legalBasis: field('dasar'),
      levels: levels.map(level => ({
        label: field(`tingkat-${level}`).replaceAll('\r\n', '\n'),
        indicators: field(`indikator-${level}`).replaceAll('\r\n', '\n'),
      })),
    }
    const form = { id, seen: field('versi'), conflict: null }
    const central = (await listInstansi(services.db)).filter(one => one.kind === 'kementerian' || one.kind === 'lembaga')
    const read = readCompetency(typed, new Set(central.map(one => one.id)))
    if (!read.ok) {
      return editPage(c, row, typed, { ...form, errors: read.flaws.map(flaw => problemOf(d, flaw)), status: 422 })
    }
    const saved = await saveDraftCompetency(services, actorOf(c), row, {
      seen: /^\d{1,9}$/.test(form.seen) ? Number(form.seen) : 0,
      competencyId: id ? Number(id) : null,
      content: read.content,
    })
    if (!saved.ok) {
      if (saved.why === 'code') {
        const errors = [{ field: 'kode', message: d.flaws.codeTaken(saved.taken) }]
        return editPage(c, row, typed, { ...form, errors, status: 422 })
      }
      return editPage(c, row, typed, { id, seen: String(row.revision), errors: [], conflict: d.otherSaved, status: 409 })
    }
    flash(c, 'ok', d.saved)
    return c.redirect(dictionaryHref(row.id), 303)
  })

  app.post(`${path}/:competency{[0-9]{1,9}}/hapus`, async c => {
    const d = dictionaryMessages[c.get('language')]
    const row = await draftHere(c)
    const id = Number(c.req.param('competency'))
    if (!(await competenciesOf(services.db, row.id)).some(one => one.id === id)) throw notFound()
    const removed = await removeDraftCompetency(services, actorOf(c), row, id)
    if (removed.ok) flash(c, 'ok', d.removed)
    else flash(c, 'warn', removed.asking > 0 ? d.discardUsed(formatNumber(removed.asking, c.get('language'))) : d.stale)
    return c.redirect(dictionaryHref(row.id), 303)
  })

  return app
}
