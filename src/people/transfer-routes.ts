import { Hono } from 'hono'
import { coversInstansi } from '../platform/actor.ts'
import { inScope } from '../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { flash } from '../platform/http/flash.ts'
import { formFields, sought } from '../platform/http/form.ts'
import { page } from '../platform/http/page.tsx'
import { forbidden, notFound } from '../platform/http/refusal.ts'
import { managePegawai, readPegawai } from './access.ts'
import { chosenInstansi } from './chosen.ts'
import { jenjangLabels } from './labels.ts'
import { messages as all } from './messages.ts'
import { TransferPage } from './pages/transfer.tsx'
import type { TransferFlaw } from './rules/transfer.ts'
import { personById } from './store/person.ts'
import { postsLike } from './store/transfer.ts'
import { transferPerson } from './transfer.ts'

const fieldOf: Record<TransferFlaw, 'jabatan' | 'tanggal' | 'dasar'> = {
  jabatan: 'jabatan',
  same: 'jabatan',
  taken: 'jabatan',
  date: 'tanggal',
  date_future: 'tanggal',
  date_before: 'tanggal',
  basis: 'dasar',
}
const shown = 20

/** `/pegawai/:id/pindah`: into another post. */
export function transferRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => all[c.get('language')]

  const personHere = async (c: Ctx) => {
    const actor = actorOf(c)
    const person = await inScope(services.db, readPegawai(actor), tx => personById(tx, Number(c.req.param('id'))))
    if (!person) throw notFound()
    if (!coversInstansi(managePegawai(actor), person.instansi.id)) throw forbidden()
    return person
  }

  const transferPage = async (
    c: Ctx,
    asked: { instansi?: string; q: string },
    typed: Record<string, string>,
    flaws: TransferFlaw[],
  ) => {
    const person = await personHere(c)
    const scope = managePegawai(actorOf(c))
    const { chosen, within } = await chosenInstansi(c, services.db, scope, asked.instansi ?? person.instansi.regionCode)
    const posts = await inScope(services.db, scope, tx => postsLike(tx, chosen.id, asked.q, shown))
    const language = c.get('language')
    return page(
      c,
      {
        title: m(c).transferTitle(person.name),
        status: flaws.length > 0 ? 422 : 200,
        breadcrumb: [
          { href: '/pegawai', label: m(c).pegawai },
          { href: `/pegawai/${person.pegawaiId}`, label: person.name },
        ],
      },
      TransferPage({
        m: m(c),
        name: person.name,
        now: [
          { label: m(c).jabatan, value: person.jabatan?.name ?? m(c).noJabatan },
          { label: m(c).unit, value: person.unit.path.join(' › ') },
          { label: m(c).instansi, value: person.instansi.name },
        ],
        action: `/pegawai/${person.pegawaiId}/pindah`,
        instansi: { value: chosen.regionCode, choices: within.map(one => ({ value: one.regionCode, label: one.name })) },
        q: asked.q,
        posts: posts.map(post => ({
          value: String(post.id),
          label: post.name,
          help: [
            post.unit,
            jenjangLabels[language][post.jenjang],
            post.holder === null ? m(c).transferVacant : m(c).transferHeld(post.holder),
          ].join(' · '),
        })),
        values: { jabatan: typed.jabatan ?? '', tanggal: typed.tanggal ?? services.clock.today(), dasar: typed.dasar ?? '' },
        errors: flaws.map(flaw => ({ field: fieldOf[flaw], message: m(c).transferFlaws[flaw] })),
        backHref: `/pegawai/${person.pegawaiId}`,
      }),
    )
  }

  app.get('/pegawai/:id{[0-9]{1,9}}/pindah', c => transferPage(c, { instansi: c.req.query('instansi'), q: sought(c) }, {}, []))

  app.post('/pegawai/:id{[0-9]{1,9}}/pindah', async c => {
    const person = await personHere(c)
    const field = await formFields(c)
    const typed = { jabatan: field('jabatan'), tanggal: field('tanggal'), dasar: field('dasar') }
    const flaws = await transferPerson(services, actorOf(c), managePegawai(actorOf(c)), {
      pegawaiId: person.pegawaiId,
      jabatanId: /^\d{1,9}$/.test(typed.jabatan) ? Number(typed.jabatan) : null,
      from: typed.tanggal,
      basis: typed.dasar,
    })
    if (flaws.length > 0)
      return transferPage(c, { instansi: field('instansi') || undefined, q: field('q').slice(0, 80) }, typed, flaws)
    flash(c, 'ok', m(c).transferDone)
    return c.redirect(`/pegawai/${person.pegawaiId}`, 303)
  })

  return app
}
