import { Hono } from 'hono'
import { formatNip } from '../../../people/index.ts'
import { asClass } from '../../../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../../platform/http/context.ts'
import { keptFile } from '../../../platform/http/download.ts'
import { flash } from '../../../platform/http/flash.ts'
import { formFields } from '../../../platform/http/form.ts'
import { notFound } from '../../../platform/http/refusal.ts'
import { formatDate, formatInstant, formatNumber } from '../../../platform/i18n/index.ts'
import {
  blankSigning,
  type Errors,
  type RuleForm,
  readRule,
  readSigning,
  signatoryOf,
  signingErrors,
} from '../../letters/form.ts'
import { letterFile, letterFileName, ruleOf, setLetterRule } from '../../letters/issue.ts'
import { letterNumber, waLink, waNumber } from '../../letters/rules/number.ts'
import { byHand, type Signing } from '../../letters/sign.ts'
import { datesInWords } from '../class-cells.ts'
import { organisesRun } from '../run/access.ts'
import { frozen, heldClass, idOf, organisedClass } from '../run/class.ts'
import { classPage } from '../run/frame.tsx'
import { participantsOf, type RunClass } from '../run/store.ts'
import { issueLetters } from './actions.ts'
import { letterKinds } from './kinds.ts'
import { letterKindLabels } from './labels.ts'
import { messages } from './messages.ts'
import { InvitePage, type LetterForm, LettersPage } from './pages/letters.tsx'
import { misfitOf } from './rules/misfit.ts'
import * as store from './store.ts'

type Refused = { values?: LetterForm; errors?: Errors; rule?: RuleForm }

/** In place of one instansi: a letter for each. */
const each = '*'
const instansiOf = (people: readonly { instansi: string }[]) => [...new Set(people.map(one => one.instansi))].sort()

/** The letters of a class, and how their numbers are made. */
export function letterRoutes(services: Services, signing: Signing = byHand) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => messages[c.get('language')]
  const home = (cls: RunClass) => `/kelas/${cls.id}/surat`
  const peopleOf = (cls: RunClass) => asClass(services.db, cls.id, tx => participantsOf(tx, cls.id))

  /** Whether a letter holds: what it says that is no longer so, or that it was withdrawn. */
  const standing = (c: Ctx, cls: RunClass, one: store.Letter) => {
    const language = c.get('language')
    const misfit = misfitOf(one, cls)
    const { withdrawn } = one
    return {
      wrong:
        misfit &&
        {
          cancelled: m(c).misfit.cancelled,
          dates: m(c).misfit.dates(datesInWords(one, language), datesInWords(cls, language)),
          place: m(c).misfit.place(one.place ?? '–', cls.place ?? '–'),
        }[misfit],
      withdrawn:
        withdrawn && m(c).withdrawnBy(formatInstant(new Date(withdrawn.at), language, cls.timeZone), withdrawn.by, withdrawn.why),
    }
  }

  const lettersPage = async (c: Ctx, cls: RunClass, refused: Refused = {}) => {
    const language = c.get('language')
    const kind = letterKinds.find(one => one === c.req.query('jenis')) ?? null
    const all = await store.lettersOf(services.db, cls.id)
    const letters = all.filter(one => kind === null || one.kind === kind)
    const wrong = all.flatMap(one => misfitOf(one, cls) ?? [])
    const renewed = all.find(one => String(one.id) === c.req.query('ganti'))
    const rule = await ruleOf(services.db, { providerId: cls.provider.id })
    const organiser = organisesRun(actorOf(c), cls)
    const may = organiser && cls.state !== 'cancelled'
    const signatory =
      renewed?.signatory ?? rule.signatory ?? (may ? await store.lastSignatory(services.db, cls.provider.id) : null)
    const instansi = may ? instansiOf(await peopleOf(cls)) : []
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
          inviteHref: one.kind === 'undangan' && cls.state !== 'cancelled' ? `${home(cls)}/${one.id}/undang` : null,
          ...standing(c, cls, one),
          withdrawHref: organiser && one.withdrawn === null ? `${home(cls)}/cabut?surat=${one.id}` : null,
          renewHref: may && one.withdrawn !== null ? `${home(cls)}?ganti=${one.id}#terbitkan` : null,
        })),
        wrong:
          wrong.length === 0
            ? null
            : {
                words: m(c).wrong(formatNumber(wrong.length, language), cls.state === 'cancelled'),
                href: organiser ? `${home(cls)}/cabut` : null,
              },
        href: id => `${home(cls)}/${id}.pdf`,
        filter: { value: kind ?? '', action: home(cls) },
        kinds: letterKinds.map(value => ({ value, label: letterKindLabels[language][value] })),
        issue: may
          ? {
              action: home(cls),
              values: refused.values ?? {
                jenis: renewed?.kind ?? 'undangan',
                instansi: renewed?.recipient ?? '',
                ...blankSigning(today, signatory),
              },
              instansi: [
                ...(instansi.length > 1 ? [{ value: each, label: m(c).each(formatNumber(instansi.length, language)) }] : []),
                ...instansi.map(value => ({ value, label: value })),
              ],
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
    const there = instansiOf(await peopleOf(cls))
    const unknown = values.instansi === each ? there.length === 0 : values.instansi !== '' && !there.includes(values.instansi)
    const errors: Errors = [
      ...(kind ? [] : [{ field: 'jenis', message: flaws.kind }]),
      ...(kind === 'surat_tugas' && values.instansi === '' ? [{ field: 'instansi', message: flaws.instansi_needed }] : []),
      ...(unknown ? [{ field: 'instansi', message: flaws.instansi }] : []),
      ...signingErrors(values, m(c)),
    ]
    if (errors.length > 0 || !kind) return lettersPage(c, cls, { values, errors })
    const numbers = await issueLetters(services, actorOf(c), cls, {
      kind,
      date: values.tanggal,
      signatory: signatoryOf(values),
      recipients: values.instansi === each ? there : [values.instansi || null],
    })
    flash(c, 'ok', m(c).done(numbers.join(', ')))
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
    return keptFile(c, { bytes, format: 'pdf', name: letterFileName(letter.kind, letter) })
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
        ...(letter.withdrawn
          ? { title: m(c).recallTitle(letter.number), lead: m(c).recallLead }
          : { title: m(c).inviteTitle(letter.number), lead: m(c).inviteLead }),
        action: `${home(cls)}/${letter.id}/undang`,
        rows: people.map(person => {
          const when = formatDate(cls.startsOn!, language)
          const about = `${cls.title} ${cls.name}`
          const text = letter.withdrawn
            ? m(c).recallText(person.name, letter.number, about, letter.withdrawn.why)
            : m(c).text(person.name, about, when, cls.place ?? '–', letter.number)
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
