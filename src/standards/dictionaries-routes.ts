import { Hono } from 'hono'
import { listInstansi } from '../people/index.ts'
import { coversInstansi } from '../platform/actor.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { flash } from '../platform/http/flash.ts'
import { formFields } from '../platform/http/form.ts'
import { page } from '../platform/http/page.tsx'
import { forbidden, notFound } from '../platform/http/refusal.ts'
import { formatDate, formatNumber } from '../platform/i18n/index.ts'
import { manageStandards, managesOwner, setsStandardsForAll } from './access.ts'
import { createDictionary, ownersManaged } from './dictionary-actions.ts'
import { dictionaryMessages } from './dictionary-messages.ts'
import { dictionaryHref } from './one-dictionary.ts'
import { DictionariesPage, NewDictionaryPage } from './pages/dictionaries.tsx'
import { isBasis } from './standard-form.ts'
import { dictionaryById, listDictionaries } from './store/dictionary.ts'
import { nationCode } from './subject.ts'

type Problem = { field: string; message: string }

const stateTone = { draft: 'info', active: 'ok', archived: 'neutral' } as const

/** The dictionaries that concern an instansi, and the form that begins one. */
export function dictionariesRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const d = (c: Ctx) => dictionaryMessages[c.get('language')]

  const seen = (c: Ctx) => {
    const managed = ownersManaged(actorOf(c))
    return listDictionaries(services.db, actorOf(c).homeInstansiId, managed)
  }
  const keeps = (c: Ctx) => manageStandards(actorOf(c)).kind !== 'none'

  app.get('/kamus/daftar', async c => {
    const language = c.get('language')
    const rows = await seen(c)
    const drafts = rows.filter(row => row.state === 'draft').length
    return page(
      c,
      { title: d(c).dictionaries, wide: true, breadcrumb: [{ href: '/kamus', label: d(c).dictionary }] },
      DictionariesPage({
        d: d(c),
        count: formatNumber(rows.filter(row => row.state === 'active').length, language),
        sentence: drafts > 0 ? d(c).dictionariesSentence(formatNumber(drafts, language)) : d(c).dictionariesNoDrafts,
        newHref: keeps(c) ? '/kamus/daftar/baru' : null,
        rows: rows.map(row => ({
          id: row.id,
          name: row.name,
          owner: row.owner ?? d(c).nation,
          state: d(c).states[row.state],
          tone: stateTone[row.state],
          since: row.activeFrom === null ? '–' : formatDate(row.activeFrom, language),
          competencies: formatNumber(row.competencies, language),
          standards: formatNumber(row.standards, language),
        })),
      }),
    )
  })

  const ownersOf = async (c: Ctx) => {
    const actor = actorOf(c)
    const scope = manageStandards(actor)
    const everyone = await listInstansi(services.db)
    const within = everyone
      .filter(row => coversInstansi(scope, row.id))
      .map(row => ({ value: row.regionCode, label: row.name, id: row.id }))
    const nation = setsStandardsForAll(actor) ? [{ value: nationCode, label: d(c).nation, id: null }] : []
    if (within.length === 0 && nation.length === 0) throw forbidden()
    return [...within, ...nation]
  }

  const newPage = async (
    c: Ctx,
    values: { pemilik: string; nama: string; dasar: string; menggantikan: string },
    errors: Problem[],
  ) => {
    const owners = await ownersOf(c)
    const home = (await listInstansi(services.db)).find(row => row.id === actorOf(c).homeInstansiId)
    const mine = (await seen(c)).filter(row => row.state === 'active' && managesOwner(actorOf(c), row.instansiId))
    return page(
      c,
      {
        title: d(c).newDictionary,
        status: errors.length > 0 ? 422 : 200,
        breadcrumb: [{ href: '/kamus/daftar', label: d(c).dictionaries }],
      },
      NewDictionaryPage({
        d: d(c),
        owners,
        replaceable: mine.map(row => ({ value: row.id, label: `${row.name} (${row.owner ?? d(c).nation})` })),
        values: { ...values, pemilik: values.pemilik || home?.regionCode || '' },
        errors,
      }),
    )
  }

  app.get('/kamus/daftar/baru', async c => {
    const replaces = c.req.query('menggantikan') ?? ''
    const old = /^\d{1,9}$/.test(replaces) ? await dictionaryById(services.db, Number(replaces)) : null
    const pemilik = old ? (old.ownerCode ?? nationCode) : ''
    return newPage(c, { pemilik, nama: '', dasar: '', menggantikan: old ? String(old.id) : '' }, [])
  })

  app.post('/kamus/daftar', async c => {
    const field = await formFields(c)
    const owner = (await ownersOf(c)).find(row => row.value === field('pemilik'))
    if (!owner) throw notFound()
    const values = {
      pemilik: field('pemilik'),
      nama: field('nama'),
      dasar: field('dasar'),
      menggantikan: field('menggantikan'),
    }
    const old = /^\d{1,9}$/.test(values.menggantikan) ? await dictionaryById(services.db, Number(values.menggantikan)) : null
    const errors = [
      ...(values.nama.length >= 3 && values.nama.length <= 160 ? [] : [{ field: 'nama', message: d(c).flaws.name }]),
      ...(isBasis(values.dasar) ? [] : [{ field: 'dasar', message: d(c).flaws.basis }]),
    ]
    if (errors.length > 0) return newPage(c, values, errors)
    // Only one's own is replaced: a dictionary of another owner goes on beside it.
    const replacesId = old?.state === 'active' && old.instansiId === owner.id ? old.id : null
    const id = await createDictionary(services, actorOf(c), {
      instansiId: owner.id,
      name: values.nama,
      legalBasis: values.dasar,
      replacesId,
    })
    flash(c, 'ok', d(c).created)
    return c.redirect(dictionaryHref(id), 303)
  })

  return app
}
