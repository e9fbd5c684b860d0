import { Hono } from 'hono'
import { contentOf, isOneOf, mediaTypes, namedContent, safeName } from '../../../platform/files/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../../platform/http/context.ts'
import { flash } from '../../../platform/http/flash.ts'
import { formFields } from '../../../platform/http/form.ts'
import { notFound } from '../../../platform/http/refusal.ts'
import { sendFile } from '../../../platform/http/send-file.ts'
import { formatNumber } from '../../../platform/i18n/index.ts'
import { whenOf } from '../attendance/present.ts'
import { isFrozen } from '../run/access.ts'
import { classHere, heldClass, idOf, notFrozen, type Viewer } from '../run/class.ts'
import { classPage } from '../run/frame.tsx'
import type { RunClass } from '../run/store.ts'
import { isLink } from '../timetable/rules/session.ts'
import { sessionsOf } from '../timetable/store.ts'
import * as actions from './actions.ts'
import { messages } from './messages.ts'
import { MaterialsPage } from './pages/list.tsx'
import { materialsOf } from './store.ts'

const mostBytes = 20 * 1024 * 1024
const kinds = ['pdf', 'docx', 'pptx', 'xlsx', 'png', 'jpeg', 'mp4'] as const
type Values = { judul: string; sesi: string; tautan: string; tampil: boolean }
type Errors = { field: string; message: string }[]

/** What is handed out in a class. */
export function materialRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => messages[c.get('language')]
  const home = (cls: RunClass) => `/kelas/${cls.id}/bahan`
  const blank: Values = { judul: '', sesi: '', tautan: '', tampil: true }

  const listPage = async (c: Ctx, cls: RunClass, as: Viewer, values = blank, errors: Errors = []) => {
    const language = c.get('language')
    const materials = await materialsOf(services.db, cls.id, { shownOnly: as === 'participant' })
    const edit = as === 'holder' && !isFrozen(cls)
    const sessions = edit ? await sessionsOf(services.db, cls.id) : []
    return classPage(
      c,
      cls,
      { tab: 'materials', as, status: errors.length > 0 ? 422 : 200 },
      MaterialsPage({
        m: m(c),
        reader: as === 'participant',
        rows: materials.map(one => ({
          id: one.id,
          title: one.title,
          href: one.url ?? `${home(cls)}/${one.id}`,
          session: one.session ?? m(c).wholeClass,
          kind: one.fileName
            ? `${one.fileName.split('.').at(-1)!.toUpperCase()}, ${formatNumber(Math.ceil(one.fileBytes! / 1000), language)} kB`
            : m(c).link,
          shown: one.shown,
        })),
        edit: edit
          ? {
              action: home(cls),
              sessions: sessions.map(one => ({ value: one.id, label: `${one.title}, ${whenOf(one, cls.timeZone, language)}` })),
            }
          : null,
        values,
        errors,
      }),
    )
  }

  app.get('/kelas/:id{[0-9]{1,9}}/bahan', async c => {
    const { cls, as } = await classHere(services, c)
    return listPage(c, cls, as)
  })

  app.get('/kelas/:id{[0-9]{1,9}}/bahan/:material{[0-9]{1,9}}', async c => {
    const { cls, as } = await classHere(services, c)
    const [one] = await materialsOf(services.db, cls.id, { shownOnly: as === 'participant', id: idOf(c, 'material') })
    if (!one?.fileKey) throw notFound()
    return sendFile(c, services.files, { key: one.fileKey, name: one.fileName!, type: one.fileType!, inline: false })
  })

  app.post('/kelas/:id{[0-9]{1,9}}/bahan', async c => {
    const cls = await heldClass(services, c)
    notFrozen(cls)
    const field = await formFields(c)
    const given = (await c.req.parseBody()).berkas
    const file = given instanceof File && given.size > 0 ? given : null
    const values: Values = {
      judul: field('judul'),
      sesi: field('sesi'),
      tautan: field('tautan'),
      tampil: field('tampil') === '1',
    }
    const e = m(c).errors
    const errors: Errors = []
    if (!file && values.tautan === '') errors.push({ field: 'berkas', message: e.nothing })
    if (file && values.tautan !== '') errors.push({ field: 'tautan', message: e.both })
    if (values.tautan !== '' && !isLink(values.tautan)) errors.push({ field: 'tautan', message: e.url })
    if (values.judul.length > 200) errors.push({ field: 'judul', message: e.long })
    const session = (await sessionsOf(services.db, cls.id)).find(one => String(one.id) === values.sesi)
    if (values.sesi !== '' && !session) errors.push({ field: 'sesi', message: e.session })
    if (file && file.size > mostBytes) errors.push({ field: 'berkas', message: e.size })
    const bytes = file && file.size <= mostBytes ? new Uint8Array(await file.arrayBuffer()) : null
    const content = bytes ? contentOf(bytes) : 'empty'
    const type = file && isOneOf(content, kinds) && namedContent(file.name) === content ? content : null
    if (bytes && !type) errors.push({ field: 'berkas', message: e.type })
    if (errors.length > 0) return listPage(c, cls, 'holder', values, errors)
    const brought = file && bytes && type ? { name: safeName(file.name, type), type: mediaTypes[type], bytes } : null
    await actions.addMaterial(services, actorOf(c), cls, {
      title: values.judul || brought?.name || values.tautan.slice(0, 200),
      sessionId: session?.id ?? null,
      shown: values.tampil,
      url: values.tautan || null,
      file: brought,
    })
    flash(c, 'ok', m(c).added)
    return c.redirect(home(cls), 303)
  })

  app.post('/kelas/:id{[0-9]{1,9}}/bahan/:material{[0-9]{1,9}}', async c => {
    const cls = await heldClass(services, c)
    const [one] = await materialsOf(services.db, cls.id, { shownOnly: false, id: idOf(c, 'material') })
    if (!one) throw notFound()
    notFrozen(cls)
    const to = { tampil: 'shown', sembunyi: 'hidden', hapus: 'removed' } as const
    const asked = (await formFields(c))('keadaan')
    if (asked !== 'tampil' && asked !== 'sembunyi' && asked !== 'hapus') throw notFound()
    await actions.changeMaterial(services, actorOf(c), cls, one, to[asked])
    flash(c, 'ok', asked === 'hapus' ? m(c).removed : m(c).changed)
    return c.redirect(home(cls), 303)
  })

  return app
}
