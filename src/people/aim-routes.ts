import { Hono } from 'hono'
import { coversInstansi, scopeOf } from '../platform/actor.ts'
import { inScope } from '../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { flash } from '../platform/http/flash.ts'
import { formFields, sought } from '../platform/http/form.ts'
import { page } from '../platform/http/page.tsx'
import { forbidden, notFound } from '../platform/http/refusal.ts'
import { managePegawai, readPegawai } from './access.ts'
import { type AimFlaw, setAim } from './aim.ts'
import { jenjangLabels } from './labels.ts'
import { messages as all } from './messages.ts'
import { AimPage } from './pages/aim.tsx'
import { personById } from './store/person.ts'
import { postsLike } from './store/transfer.ts'

const shown = 20

/** `/pegawai/:id/dituju`: the post a person aims at, said by the person or by who keeps the instansi. */
export function aimRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => all[c.get('language')]

  const personHere = async (c: Ctx) => {
    const actor = actorOf(c)
    const person = await inScope(services.db, readPegawai(actor), tx => personById(tx, Number(c.req.param('id'))))
    if (!person) throw notFound()
    const keeps = coversInstansi(managePegawai(actor), person.instansi.id)
    if (!keeps && actor.pegawaiId !== person.pegawaiId) throw forbidden()
    return { person, scope: keeps ? managePegawai(actor) : scopeOf(actor, ['pegawai']) }
  }

  const aimPage = async (c: Ctx, q: string, typed: string, flaw: AimFlaw | null) => {
    const { person, scope } = await personHere(c)
    const posts = await inScope(services.db, scope, tx => postsLike(tx, person.instansi.id, q, shown))
    const language = c.get('language')
    const own = actorOf(c).pegawaiId === person.pegawaiId
    const back = own ? '/saya' : `/pegawai/${person.pegawaiId}`
    return page(
      c,
      {
        title: m(c).aimTitle,
        status: flaw ? 422 : 200,
        breadcrumb: [{ href: back, label: person.name }],
      },
      AimPage({
        m: m(c),
        name: person.name,
        now: [
          { label: m(c).jabatan, value: person.jabatan?.name ?? m(c).noJabatan },
          { label: m(c).aim, value: person.aim?.name ?? m(c).aimNone },
        ],
        action: `/pegawai/${person.pegawaiId}/dituju`,
        q,
        posts: posts
          .filter(post => post.id !== person.jabatan?.id)
          .map(post => ({
            value: String(post.id),
            label: post.name,
            help: [post.unit, jenjangLabels[language][post.jenjang]].join(' · '),
          })),
        value: typed || String(person.aim?.id ?? ''),
        hasAim: person.aim !== null,
        error: flaw && m(c).aimFlaws[flaw],
        backHref: back,
      }),
    )
  }

  app.get('/pegawai/:id{[0-9]{1,9}}/dituju', c => aimPage(c, sought(c), '', null))

  app.post('/pegawai/:id{[0-9]{1,9}}/dituju', async c => {
    const { person, scope } = await personHere(c)
    const field = await formFields(c)
    const typed = field('jabatan')
    const none = field('hapus') !== ''
    if (!none && !/^\d{1,9}$/.test(typed)) return aimPage(c, field('q').slice(0, 80), '', 'missing')
    const done = await setAim(services, actorOf(c), scope, person.pegawaiId, none ? null : Number(typed))
    if (done !== 'saved' && done !== 'same') return aimPage(c, field('q').slice(0, 80), typed, done)
    flash(c, 'ok', done === 'same' ? m(c).aimSame : none ? m(c).aimRemoved : m(c).aimSaved)
    return c.redirect(actorOf(c).pegawaiId === person.pegawaiId ? '/saya' : `/pegawai/${person.pegawaiId}`, 303)
  })

  return app
}
