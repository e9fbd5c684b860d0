import { Hono } from 'hono'
import { type AppEnv, actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { flash } from '../platform/http/flash.ts'
import { formFields } from '../platform/http/form.ts'
import { page } from '../platform/http/page.tsx'
import { notFound } from '../platform/http/refusal.ts'
import * as actions from './actions.ts'
import { frameFor } from './card-routes.ts'
import type { Field, FieldErrors } from './form-reader.ts'
import { crumbs, formWords, providerHere, providerToKeep, words } from './here.ts'
import { labels } from './labels.ts'
import { FormPage } from './pages/form.tsx'
import { RoomsPage } from './pages/sections.tsx'
import { capacityWords, readRoomForm, roomFields, roomTyped } from './place-form.ts'
import { countsOf } from './store/counts.ts'
import { type Room, roomsOf } from './store/place.ts'
import type { ProviderCard } from './store/provider.ts'
import { closeTick, wantsClosed } from './tick-closed.ts'

/** Rooms and dormitory of an institution. */
export function roomRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const list = (provider: Pick<ProviderCard, 'id'>) => `/penyelenggara/${provider.id}/ruang`

  app.get('/penyelenggara/:id{[0-9]{1,9}}/ruang', async c => {
    const m = words(c)
    const language = c.get('language')
    const { provider, keeps } = await providerHere(c, services)
    const counts = await countsOf(services.db, provider.id)
    const rooms = await roomsOf(services.db, provider.id)
    return page(
      c,
      { title: m.rooms, wide: true, breadcrumb: crumbs(c, provider) },
      RoomsPage({
        m,
        frame: frameFor(c, provider, keeps, counts, 'ruang'),
        addHref: keeps ? `${list(provider)}/baru` : null,
        editable: keeps,
        rows: rooms.map(room => ({
          id: room.id,
          name: room.name,
          kind: labels[language].room[room.kind],
          capacity: capacityWords(room, language),
          place: room.place ?? '',
          state: room.closed ? { label: m.outOfUse, tone: 'neutral' } : { label: m.inUse, tone: 'ok' },
          href: `${list(provider)}/${room.id}`,
        })),
      }),
    )
  })

  const formPage = (c: Ctx, provider: ProviderCard, room: Room | null, typed: Field, errors: FieldErrors) => {
    const title = room ? words(c).roomEdit : words(c).roomAdd
    return page(
      c,
      { title, breadcrumb: crumbs(c, provider), status: errors.length > 0 ? 422 : 200 },
      FormPage({
        title,
        eyebrow: provider.name,
        action: room ? `${list(provider)}/${room.id}` : list(provider),
        backHref: list(provider),
        words: formWords(c),
        fields: [
          ...roomFields(typed, c.get('language')),
          ...(room ? [closeTick(words(c).roomClose, room.closed, errors, typed)] : []),
        ],
        errors,
      }),
    )
  }
  const save = async (c: Ctx, provider: ProviderCard, room: Room | null) => {
    const field = await formFields(c)
    const { values, errors } = readRoomForm(field, c.get('language'))
    if (errors.length > 0) return formPage(c, provider, room, field, errors)
    const change = await actions.saveRoom(services, actorOf(c), provider, room, values)
    if (change === 'taken') return formPage(c, provider, room, field, [{ field: 'nama', message: words(c).roomTaken }])
    const shut = room ? await actions.setRoomClosed(services, actorOf(c), provider, room, wantsClosed(field)) : 'same'
    const done = change === 'done' || shut === 'done'
    flash(c, done ? 'ok' : 'info', done ? words(c).saved : words(c).nothingChanged)
    return c.redirect(list(provider), 303)
  }
  /** @throws Refusal 403, 404 */
  const roomHere = async (c: Ctx) => {
    const provider = await providerToKeep(c, services)
    const room = (await roomsOf(services.db, provider.id)).find(one => one.id === Number(c.req.param('room')))
    if (!room) throw notFound()
    return { provider, room }
  }

  app.get('/penyelenggara/:id{[0-9]{1,9}}/ruang/baru', async c =>
    formPage(c, await providerToKeep(c, services), null, () => '', []),
  )
  app.post('/penyelenggara/:id{[0-9]{1,9}}/ruang', async c => save(c, await providerToKeep(c, services), null))
  app.get('/penyelenggara/:id{[0-9]{1,9}}/ruang/:room{[0-9]{1,9}}', async c => {
    const { provider, room } = await roomHere(c)
    return formPage(c, provider, room, roomTyped(room), [])
  })
  app.post('/penyelenggara/:id{[0-9]{1,9}}/ruang/:room{[0-9]{1,9}}', async c => {
    const { provider, room } = await roomHere(c)
    return save(c, provider, room)
  })
  return app
}
