import { Hono } from 'hono'
import { inScope } from '../../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { keptFile } from '../../platform/http/download.ts'
import { flash } from '../../platform/http/flash.ts'
import { formFields } from '../../platform/http/form.ts'
import { page } from '../../platform/http/page.tsx'
import { forbidden, notFound, Refusal } from '../../platform/http/refusal.ts'
import { formatInstant, type Language } from '../../platform/i18n/index.ts'
import {
  blankSigning,
  type Errors,
  type RuleForm,
  readRule,
  readSigning,
  type SigningForm,
  signatoryOf,
  signingErrors,
} from '../letters/form.ts'
import { letterFile, letterFileName, ruleOf, setLetterRule } from '../letters/issue.ts'
import { letterMessages } from '../letters/messages.ts'
import { letterNumber } from '../letters/rules/number.ts'
import { byHand, type Signing } from '../letters/sign.ts'
import { decideActivities, keepsLetters } from './access.ts'
import { activityHere } from './here.ts'
import { issueLetter } from './letter-actions.ts'
import { activityMessages } from './messages.ts'
import { LetterPage } from './pages/letter.tsx'
import { letterKindOf, mayHaveLetter } from './rules/letter.ts'
import type { Activity } from './store/activity.ts'
import { keepFile, lastSignatory } from './store/letter.ts'

/** `/kegiatan/:id/surat`: the letter of an activity, and how its instansi numbers them. */
export function activityLetterRoutes(services: Services, signing: Signing = byHand) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => activityMessages[c.get('language')]
  const letters = (c: Ctx) => letterMessages[c.get('language')]
  const path = '/kegiatan/:id{[0-9]{1,9}}/surat'
  const here = (c: Ctx) => activityHere(services, actorOf(c), Number(c.req.param('id')))

  /** @throws Refusal 404 for anybody but who decides on it, and where it is given no letter any more */
  const decided = async (c: Ctx): Promise<Activity> => {
    const { activity, parts } = await here(c)
    if (!parts.includes('approver') || !mayHaveLetter(activity.state)) throw notFound()
    return activity
  }

  const show = async (c: Ctx, one: Activity, refused: { values?: SigningForm; errors?: Errors; rule?: RuleForm } = {}) => {
    const actor = actorOf(c)
    const title = m(c).letterKinds[letterKindOf(one.kind)]
    const rule = await ruleOf(services.db, { instansiId: one.instansiId })
    const last = await inScope(services.db, decideActivities(actor), tx => lastSignatory(tx, one.instansiId))
    const today = services.clock.today()
    return page(
      c,
      {
        title,
        breadcrumb: [
          { href: '/kegiatan', label: m(c).title },
          { href: `/kegiatan/${one.id}`, label: one.title },
        ],
        status: refused.errors || refused.rule ? 422 : 200,
      },
      LetterPage({
        m: m(c),
        letters: letters(c),
        id: one.id,
        title,
        about: `${one.learner}: ${one.title}`,
        example: letterNumber(rule.template, rule.code, 1, today).replace('001', '…'),
        byHand: signing === byHand,
        values: refused.values ?? blankSigning(today, rule.signatory ?? last),
        errors: refused.errors ?? [],
        rule: keepsLetters(actor, one.instansiId) ? (refused.rule ?? { ...rule, errors: [] }) : null,
      }),
    )
  }

  app.get(path, async c => show(c, await decided(c)))

  app.post(path, async c => {
    const one = await decided(c)
    const values = readSigning(await formFields(c))
    const errors = signingErrors(values, letters(c))
    if (errors.length > 0) return show(c, one, { values, errors })
    const issued = await issueLetter(services, actorOf(c), one.id, { date: values.tanggal, signatory: signatoryOf(values) })
    flash(c, issued === 'stale' ? 'warn' : 'ok', issued === 'stale' ? m(c).stale : letters(c).done(issued.number))
    return c.redirect(`/kegiatan/${one.id}`, 303)
  })

  app.post(`${path}/aturan`, async c => {
    const one = await decided(c)
    if (!keepsLetters(actorOf(c), one.instansiId)) throw forbidden()
    const rule = readRule(await formFields(c), letters(c))
    if (rule.errors.length > 0) return show(c, one, { rule })
    await setLetterRule(services, actorOf(c), { instansiId: one.instansiId }, one.instansiId, rule)
    flash(c, 'ok', letters(c).ruleSaved)
    return c.redirect(`/kegiatan/${one.id}/surat`, 303)
  })

  app.get(`${path}/:file{[0-9]{1,9}\\.pdf}`, async c => {
    const { activity, parts, letters: issued } = await here(c)
    const letter = issued.find(one => one.id === Number.parseInt(c.req.param('file'), 10))
    if (!letter) throw notFound()
    const { withdrawn } = letter
    if (withdrawn && !parts.includes('approver')) {
      const { id, en } = letterMessages
      const when = (language: Language) => formatInstant(new Date(withdrawn.at), language)
      throw new Refusal(410, {
        id: id.noLonger(letter.number, id.withdrawnBy(when('id'), withdrawn.by, withdrawn.why)),
        en: en.noLonger(letter.number, en.withdrawnBy(when('en'), withdrawn.by, withdrawn.why)),
      })
    }
    const bytes = await letterFile(services, signing, letter, (tx, file) => keepFile(tx, activity, letter.id, file))
    return keptFile(c, { bytes, format: 'pdf', name: letterFileName('surat', letter) })
  })

  return app
}
