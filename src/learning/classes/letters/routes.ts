import { Hono } from 'hono'
import { formatNip } from '../../../people/index.ts'
import { asClass } from '../../../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../../platform/http/context.ts'
import { keptFile } from '../../../platform/http/download.ts'
import { flash } from '../../../platform/http/flash.ts'
import { formFields } from '../../../platform/http/form.ts'
import { notFound } from '../../../platform/http/refusal.ts'
import { formatDate, formatInstant } from '../../../platform/i18n/index.ts'
import type { Signatory } from '../../../platform/pdf/index.ts'
import { organisesRun } from '../run/access.ts'
import { frozen, heldClass, idOf, organisedClass } from '../run/class.ts'
import { classPage } from '../run/frame.tsx'
import { isDay } from '../run/rules/local-time.ts'
import { participantsOf, type RunClass } from '../run/store.ts'
import * as actions from './actions.ts'
import { letterKindLabels } from './labels.ts'
import { messages } from './messages.ts'
import { InvitePage, type LetterForm, LettersPage } from './pages/letters.tsx'
import { letterKinds, letterNumber, templateFlaw, usualCode, usualTemplate, waLink, waNumber } from './rules/number.ts'
import { byHand, type Signing } from './sign.ts'
import * as store from './store.ts'

type Errors = { field: string; message: string }[]
type Refused = {
  values?: LetterForm
  errors?: Errors
  rule?: { template: string; code: string; signatory: Signatory; errors: Errors }
}

/** The letters of a class, and how their numbers are made. */
export function letterRoutes(services: Services, signing: Signing = byHand) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => messages[c.get('language')]
  const home = (cls: RunClass) => `/kelas/${cls.id}/surat`
  const peopleOf = (cls: RunClass) => asClass(services.db, cls.id, tx => participantsOf(tx, cls.id))

  const lettersPage = async (c: Ctx, cls: RunClass, refused: Refused = {}) => {
    const language = c.get('language')
    const kind = letterKinds.find(one => one === c.req.query('jenis')) ?? null
    const letters = (await store.lettersOf(services.db, cls.id)).filter(one => kind === null || one.kind === kind)
    const rule = (await store.letterRule(services.db, cls.provider.id)) ?? {
      template: usualTemplate,
      code: usualCode,
      signatory: null,
    }
    const may = organisesRun(actorOf(c), cls) && cls.state !== 'cancelled'
    const instansi = may ? [...new Set((await peopleOf(cls)).map(one => one.instansi))].sort() : []
    const today = services.clock.today(cls.timeZone)
    const last = rule.signatory
    return classPage(
      c,
      cls,
      { tab: 'letters', as: 'holder', status: refused.errors || refused.rule ? 422 : 200 },
      LettersPage({
        m: m(c),
        rows: letters.map(one => ({
          id: one.id,
          kind: letterKindLabels[language][one.kind],
          number: one.number,
          date: formatDate(one.date, language),
          recipient: one.recipient ?? m(c).everybody,
          signatory: one.signatory.name,
          made: `${formatInstant(one.madeAt, language, cls.timeZone)}, ${one.madeByName}`,
          inviteHref: one.kind === 'undangan' ? `${home(cls)}/${one.id}/undang` : null,
        })),
        href: id => `${home(cls)}/${id}.pdf`,
        filter: { value: kind ?? '', action: home(cls) },
        kinds: letterKinds.map(value => ({ value, label: letterKindLabels[language][value] })),
        issue: may
          ? {
              action: home(cls),
              values: refused.values ?? {
                jenis: 'undangan',
                tanggal: today,
                instansi: '',
                tempat: last?.place ?? '',
                jabatan: last?.title ?? '',
                nama: last?.name ?? '',
                nip: last?.nip ?? '',
              },
              instansi: instansi.map(value => ({ value, label: value })),
              errors: refused.errors ?? [],
              example: letterNumber(rule.template, rule.code, 1, today).replace('001', '…'),
              byHand: signing === byHand,
            }
          : null,
        rule: may
          ? {
              action: `${home(cls)}/aturan`,
              template: refused.rule?.template ?? rule.template,
              code: refused.rule?.code ?? rule.code,
              signatory: refused.rule?.signatory ?? last ?? { place: '', title: '', name: '', nip: '' },
              errors: refused.rule?.errors ?? [],
            }
          : null,
      }),
    )
  }

  app.get('/kelas/:id{[0-9]{1,9}}/surat', async c => lettersPage(c, await heldClass(services, c)))

  app.post('/kelas/:id{[0-9]{1,9}}/surat', async c => {
    const cls = await organisedClass(services, c)
    if (cls.state === 'cancelled') throw frozen()
    const field = await formFields(c)
    const text = (name: keyof LetterForm) => field(name).slice(0, 200)
    const values: LetterForm = {
      jenis: text('jenis'),
      tanggal: text('tanggal'),
      instansi: field('instansi'),
      tempat: text('tempat'),
      jabatan: text('jabatan'),
      nama: text('nama'),
      nip: text('nip'),
    }
    const flaws = m(c).flaws
    const errors: Errors = []
    const kind = letterKinds.find(one => one === values.jenis)
    if (!kind) errors.push({ field: 'jenis', message: flaws.kind })
    if (kind === 'surat_tugas' && values.instansi === '') errors.push({ field: 'instansi', message: flaws.instansi_needed })
    if (values.instansi !== '' && !(await peopleOf(cls)).some(one => one.instansi === values.instansi))
      errors.push({ field: 'instansi', message: flaws.instansi })
    if (!isDay(values.tanggal) || !values.tanggal.startsWith('20')) errors.push({ field: 'tanggal', message: flaws.date })
    if (values.tempat === '') errors.push({ field: 'tempat', message: flaws.place })
    if (values.jabatan === '') errors.push({ field: 'jabatan', message: flaws.title })
    if (values.nama === '') errors.push({ field: 'nama', message: flaws.name })
    if (errors.length > 0 || !kind) return lettersPage(c, cls, { values, errors })
    const signatory = { place: values.tempat, title: values.jabatan, name: values.nama, nip: values.nip }
    const { number } = await actions.issueLetter(services, actorOf(c), cls, {
      kind,
      date: values.tanggal,
      signatory,
      instansi: values.instansi || null,
    })
    flash(c, 'ok', m(c).done(number))
    return c.redirect(home(cls), 303)
  })

  app.post('/kelas/:id{[0-9]{1,9}}/surat/aturan', async c => {
    const cls = await organisedClass(services, c)
    const field = await formFields(c)
    const [template, code] = [field('susunan'), field('kode')]
    const flaw = templateFlaw(template)
    const signatory = {
      place: field('ttd_tempat').slice(0, 200),
      title: field('ttd_jabatan').slice(0, 200),
      name: field('ttd_nama').slice(0, 200),
      nip: field('ttd_nip').slice(0, 30),
    }
    const isSigned = Object.values(signatory).some(text => text !== '')
    const missing = (name: string, text: string, message: string) => (isSigned && text === '' ? [{ field: name, message }] : [])
    const errors: Errors = [
      ...missing('ttd_tempat', signatory.place, m(c).flaws.place),
      ...missing('ttd_jabatan', signatory.title, m(c).flaws.title),
      ...missing('ttd_nama', signatory.name, m(c).flaws.name),
      ...(flaw ? [{ field: 'susunan', message: m(c).flaws[flaw] }] : []),
      ...(code === '' || code.length > 30 ? [{ field: 'kode', message: m(c).flaws.code }] : []),
    ]
    if (errors.length > 0)
      return lettersPage(c, cls, { rule: { template: template.slice(0, 200), code: code.slice(0, 60), signatory, errors } })
    await actions.setLetterRule(services, actorOf(c), cls, { template, code, signatory: isSigned ? signatory : null })
    flash(c, 'ok', m(c).ruleSaved)
    return c.redirect(home(cls), 303)
  })

  const letterHere = async (cls: RunClass, id: number) => {
    const [letter] = await store.lettersOf(services.db, cls.id, id)
    if (!letter) throw notFound()
    return letter
  }

  app.get('/kelas/:id{[0-9]{1,9}}/surat/:file{[0-9]{1,9}\\.pdf}', async c => {
    const cls = await heldClass(services, c)
    const letter = await letterHere(cls, Number.parseInt(c.req.param('file'), 10))
    const bytes = await actions.letterFile(services, signing, letter)
    return keptFile(c, { bytes, format: 'pdf', name: `${letter.kind}-${letter.number.replace(/[^\w.-]+/g, '-')}.pdf` })
  })

  const invitePage = async (c: Ctx, cls: RunClass, letter: store.Letter, typed: { pegawaiId: number; phone: string } | null) => {
    const language = c.get('language')
    const people = (await peopleOf(cls)).filter(one => letter.recipient === null || one.instansi === letter.recipient)
    const wrong = typed !== null && waNumber(typed.phone) === null
    return classPage(
      c,
      cls,
      { tab: 'letters', as: 'holder', status: wrong ? 422 : 200 },
      InvitePage({
        m: m(c),
        title: m(c).inviteTitle(letter.number),
        action: `${home(cls)}/${letter.id}/undang`,
        rows: people.map(person => {
          const when = formatDate(cls.startsOn!, language)
          const text = m(c).text(person.name, `${cls.title} ${cls.name}`, when, cls.place ?? '–', letter.number)
          const mine = typed?.pegawaiId === person.pegawaiId ? typed.phone : ''
          const phone = mine === '' ? null : waNumber(mine)
          return {
            pegawaiId: person.pegawaiId,
            name: person.name,
            detail: `${formatNip(person.nip)} · ${person.instansi}`,
            link: waLink(null, text),
            direct: phone ? { href: waLink(phone, text), phone: `+${phone}` } : null,
            typed: mine,
            error: mine !== '' && !phone ? m(c).phoneWrong : undefined,
          }
        }),
      }),
    )
  }

  app.get('/kelas/:id{[0-9]{1,9}}/surat/:letter{[0-9]{1,9}}/undang', async c => {
    const cls = await heldClass(services, c)
    return invitePage(c, cls, await letterHere(cls, idOf(c, 'letter')), null)
  })
  // The number goes into a link on the page that answers, and nowhere else.
  app.post('/kelas/:id{[0-9]{1,9}}/surat/:letter{[0-9]{1,9}}/undang', async c => {
    const cls = await heldClass(services, c)
    const letter = await letterHere(cls, idOf(c, 'letter'))
    const field = await formFields(c)
    return invitePage(c, cls, letter, { pegawaiId: Number(field('peserta')), phone: field('nomor').slice(0, 20) })
  })

  return app
}
