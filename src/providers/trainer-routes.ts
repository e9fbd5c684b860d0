import { Hono } from 'hono'
import { managePegawai, pegawaiByNip } from '../people/index.ts'
import { type Db, inScope } from '../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { flash } from '../platform/http/flash.ts'
import { formFields } from '../platform/http/form.ts'
import { page } from '../platform/http/page.tsx'
import { notFound } from '../platform/http/refusal.ts'
import { formatNumber } from '../platform/i18n/index.ts'
import * as actions from './actions.ts'
import { frameFor } from './card-routes.ts'
import type { Field, FieldErrors } from './form-reader.ts'
import { crumbs, formWords, providerHere, providerToKeep, words } from './here.ts'
import { labels } from './labels.ts'
import { FormPage } from './pages/form.tsx'
import { TrainersPage } from './pages/sections.tsx'
import { readTrainerForm, trainerFields, trainerTyped } from './place-form.ts'
import { countsOf } from './store/counts.ts'
import { type Trainer, trainersOf } from './store/place.ts'
import { type ProviderCard, teachingAccount } from './store/provider.ts'
import { closeTick, wantsClosed } from './tick-closed.ts'

/** JP of the sessions that each trainer holds in a year; who has none is absent. Known to who schedules them. */
export type TrainerLoads = (db: Db, trainerIds: readonly number[], year: number) => Promise<Map<number, number>>

/** Trainers of an institution with what they carry. */
export function trainerRoutes(services: Services, loads: TrainerLoads) {
  const app = new Hono<AppEnv>()
  const list = (provider: Pick<ProviderCard, 'id'>) => `/penyelenggara/${provider.id}/pengajar`

  app.get('/penyelenggara/:id{[0-9]{1,9}}/pengajar', async c => {
    const m = words(c)
    const language = c.get('language')
    const { provider, keeps } = await providerHere(c, services)
    const counts = await countsOf(services.db, provider.id)
    const trainers = await trainersOf(services.db, provider.id)
    const year = services.clock.today().slice(0, 4)
    const carried = await loads(
      services.db,
      trainers.map(one => one.id),
      Number(year),
    )
    const count = (n: number) => formatNumber(n, language)
    const loadOf = ({ id, jpPerYear }: Trainer) => {
      const jp = carried.get(id)
      if (jp === undefined) return { text: m.noLoad, over: false }
      return jpPerYear === null
        ? { text: `${count(jp)} JP`, over: false }
        : { text: m.loadOf(count(jp), count(jpPerYear)), over: jp > jpPerYear }
    }
    return page(
      c,
      { title: m.trainers, wide: true, breadcrumb: crumbs(c, provider) },
      TrainersPage({
        m,
        frame: frameFor(c, provider, keeps, counts, 'pengajar'),
        addHref: keeps ? `${list(provider)}/baru` : null,
        editable: keeps,
        loadHeader: m.load(year),
        rows: trainers.map(one => ({
          id: one.id,
          name: one.name,
          kind: [labels[language].trainer[one.kind], one.pegawaiId !== null && m.isAsn].filter(Boolean).join(' · '),
          expertise: one.expertise ?? '',
          load: loadOf(one),
          state: one.closed ? { label: m.inactive, tone: 'neutral' } : { label: m.active, tone: 'ok' },
          href: `${list(provider)}/${one.id}`,
        })),
      }),
    )
  })

  const formPage = (c: Ctx, provider: ProviderCard, trainer: Trainer | null, typed: Field, errors: FieldErrors) => {
    const title = trainer ? words(c).trainerEdit : words(c).trainerAdd
    return page(
      c,
      { title, breadcrumb: crumbs(c, provider), status: errors.length > 0 ? 422 : 200 },
      FormPage({
        title,
        eyebrow: provider.name,
        action: trainer ? `${list(provider)}/${trainer.id}` : list(provider),
        backHref: list(provider),
        words: formWords(c),
        fields: [
          ...trainerFields(typed, c.get('language')),
          ...(trainer ? [closeTick(words(c).trainerClose, trainer.closed, errors, typed)] : []),
        ],
        errors,
      }),
    )
  }

  /** Who is meant by the NIP and the account; a trainer who stands keeps both where they are left as they are. */
  const knownFrom = async (c: Ctx, field: Field, trainer: Trainer | null) => {
    const nip = field('nip').replace(/\D/g, '')
    const byNip = nip === '' ? null : await inScope(services.db, managePegawai(actorOf(c)), tx => pegawaiByNip(tx, nip))
    const stays = trainer && field('nip') === '' && trainer.pegawaiId !== null
    const sameAccount = trainer?.accountId && field('akun') === trainer.username
    return {
      pegawai: stays ? { pegawaiId: trainer.pegawaiId!, name: trainer.name } : byNip,
      account: sameAccount
        ? { id: trainer.accountId!, name: trainer.name }
        : field('akun') === ''
          ? null
          : await teachingAccount(services.db, field('akun')),
    }
  }
  const save = async (c: Ctx, provider: ProviderCard, trainer: Trainer | null) => {
    const field = await formFields(c)
    const { values, errors } = readTrainerForm(field, c.get('language'), await knownFrom(c, field, trainer))
    if (errors.length > 0) return formPage(c, provider, trainer, field, errors)
    const change = await actions.saveTrainer(services, actorOf(c), provider, trainer, values)
    if (change === 'taken') return formPage(c, provider, trainer, field, [{ field: 'nip', message: words(c).trainerTaken }])
    const shut = trainer ? await actions.setTrainerClosed(services, actorOf(c), provider, trainer, wantsClosed(field)) : 'same'
    const done = change === 'done' || shut === 'done'
    flash(c, done ? 'ok' : 'info', done ? words(c).saved : words(c).nothingChanged)
    return c.redirect(list(provider), 303)
  }
  /** @throws Refusal 403, 404 */
  const trainerHere = async (c: Ctx) => {
    const provider = await providerToKeep(c, services)
    const trainer = (await trainersOf(services.db, provider.id)).find(one => one.id === Number(c.req.param('trainer')))
    if (!trainer) throw notFound()
    return { provider, trainer }
  }

  app.get('/penyelenggara/:id{[0-9]{1,9}}/pengajar/baru', async c =>
    formPage(c, await providerToKeep(c, services), null, () => '', []),
  )
  app.post('/penyelenggara/:id{[0-9]{1,9}}/pengajar', async c => save(c, await providerToKeep(c, services), null))
  app.get('/penyelenggara/:id{[0-9]{1,9}}/pengajar/:trainer{[0-9]{1,9}}', async c => {
    const { provider, trainer } = await trainerHere(c)
    return formPage(c, provider, trainer, trainerTyped(trainer), [])
  })
  app.post('/penyelenggara/:id{[0-9]{1,9}}/pengajar/:trainer{[0-9]{1,9}}', async c => {
    const { provider, trainer } = await trainerHere(c)
    return save(c, provider, trainer)
  })
  return app
}
