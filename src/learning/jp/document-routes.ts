import { Hono } from 'hono'
import { personById } from '../../people/index.ts'
import { inScope } from '../../platform/db/index.ts'
import { requestDocument } from '../../platform/documents/index.ts'
import { type AppEnv, actorOf, type Services } from '../../platform/http/context.ts'
import { flash } from '../../platform/http/flash.ts'
import { formFields } from '../../platform/http/form.ts'
import { notFound } from '../../platform/http/refusal.ts'
import { readJp } from './access.ts'
import { jpRecap } from './document.ts'
import { documentWords } from './document-words.ts'
import { readYear } from './person-view.ts'

/** Issues the recap of a year of one person; the page of the document follows its making. */
export function jpDocumentRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  app.post('/pegawai/:id{[0-9]{1,9}}/jp/rekap', async c => {
    const actor = actorOf(c)
    const pegawaiId = Number(c.req.param('id'))
    const scope = readJp(actor)
    const person = scope.kind === 'none' ? null : await inScope(services.db, scope, tx => personById(tx, pegawaiId))
    if (!person) throw notFound()
    const today = services.clock.today(person.instansi.timeZone)
    const id = await requestDocument(services, [jpRecap], actor, {
      kind: jpRecap.kind,
      subject: { instansiId: person.instansi.id, unitId: null, pegawaiId },
      subjectName: person.name,
      language: c.get('language'),
      today,
      params: { number: null, signatory: null, given: { tahun: readYear((await formFields(c))('tahun'), today) } },
    })
    flash(c, 'ok', documentWords[c.get('language')].requested)
    return c.redirect(`/dokumen/${id}`, 303)
  })
  return app
}
