import { Hono } from 'hono'
import { formatNip } from '../../../people/index.ts'
import { asClass } from '../../../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../../platform/http/context.ts'
import { keptFile } from '../../../platform/http/download.ts'
import { flash } from '../../../platform/http/flash.ts'
import { formFields } from '../../../platform/http/form.ts'
import { notFound } from '../../../platform/http/refusal.ts'
import { formatDate, formatInstant } from '../../../platform/i18n/index.ts'
import {
  blankSigning,
  type Errors,
  type RuleForm,
  readRule,
  readSigning,
  signatoryOf,
  signingErrors,
} from '../../letters/form.ts'
import { letterFile, ruleOf, setLetterRule } from '../../letters/issue.ts'
import { letterNumber, waLink, waNumber } from '../../letters/rules/number.ts'
import { byHand, type Signing } from '../../letters/sign.ts'
import { organisesRun } from '../run/access.ts'
import { frozen, heldClass, idOf, organisedClass } from '../run/class.ts'
import { classPage } from '../run/frame.tsx'
import { participantsOf, type RunClass } from '../run/store.ts'
import { issueLetter } from './actions.ts'
import { letterKinds } from './kinds.ts'
import { letterKindLabels } from './labels.ts'
import { messages } from './messages.ts'
import { InvitePage, type LetterForm, LettersPage } from './pages/letters.tsx'
import * as store from './store.ts'

type Refused = { values?: LetterForm; errors?: Errors; rule?: RuleForm }

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
    const rule = await ruleOf(services.db, { providerId: cls.provider.id })
    const may = organisesRun(actorOf(c), cls) && cls.state !== 'cancelled'
    const instansi = may ? [...new Set((await peopleOf(cls)).map(one => one.instansi))].sort() : []
    const today = services.clock.today(cls.timeZone)
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
              values: refused.values ?? { jenis: 'undangan', instansi: '', ...blankSigning(today, rule.signatory) },
              instansi: instansi.map(value => ({ value, label: value })),
              errors: refused.errors ?? [],
              example: letterNumber(rule.template, rule.code, 1, today).replace('001', '…'),
              byHand: signing === byHand,
            }
          : null,
        rule: may ? (refused.rule ?? { ...rule, errors: [] }) : null,
        ruleAction: `${home(cls)}/aturan`,
      }),
    )
  }

  app.get('/kelas/:id{[0-9]{1,9}}/surat', async c => lettersPage(c, await heldClass(services, c)))

  app.post('/kelas/:id{[0-9]{1,9}}/surat', async c => {
    const cls = await organisedClass(services, c)
    if (cls.state === 'cancelled') throw frozen()
    const field = await formFields(c)
    const values: LetterForm = { jenis: field('jenis').slice(0, 200), instansi: field('instansi'), ...readSigning(field) }
    const flaws = m(c).flaws
    const kind = letterKinds.find(one => one === values.jenis)
    const unknown = values.instansi !== '' && !(await peopleOf(cls)).some(one => one.instansi === values.instansi)
    const errors: Errors = [
      ...(kind ? [] : [{ field: 'jenis', message: flaws.kind }]),
      ...(kind === 'surat_tugas' && values.instansi === '' ? [{ field: 'instansi', message: flaws.instansi_needed }] : []),
      ...(unknown ? [{ field: 'instansi', message: flaws.instansi }] : []),
      ...signingErrors(values, m(c)),
    ]
    if (errors.length > 0 || !kind) return lettersPage(c, cls, { values, errors })
    const { number } = await issueLetter(services, actorOf(c), cls, {
      kind,
      date: values.tanggal,
      signatory: signatoryOf(values),
      instansi: values.instansi || null,
    })
    flash(c, 'ok', m(c).done(number))
    return c.redirect(home(cls), 303)
  })

  app.post('/kelas/:id{[0-9]{1,9}}/surat/aturan', async c => {
    const cls = await organisedClass(services, c)
    const rule = readRule(await formFields(c), m(c))
    if (rule.errors.length > 0) return lettersPage(c, cls, { rule })
    await setLetterRule(services, actorOf(c), { providerId: cls.provider.id }, cls.provider.instansiId, rule)
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
    const bytes = await letterFile(services, signing, letter, (tx, file) => store.keepFile(tx, letter.id, file))
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
