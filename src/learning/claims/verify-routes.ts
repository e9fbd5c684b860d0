import { Hono } from 'hono'
import { formatNip } from '../../people/index.ts'
import { inScope } from '../../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { flash } from '../../platform/http/flash.ts'
import { formFields } from '../../platform/http/form.ts'
import { page } from '../../platform/http/page.tsx'
import { notFound } from '../../platform/http/refusal.ts'
import { formatNumber } from '../../platform/i18n/index.ts'
import { learningForms } from '../../regulation/index.ts'
import { mayDecide, verifyClaims } from './access.ts'
import { decide } from './decide.ts'
import { formOptions, stateTone } from './labels.ts'
import { messages } from './messages.ts'
import { type Posted, VerifyPage } from './pages/verify.tsx'
import { claimFacts, countFacts, eventLines, flagLines } from './present.ts'
import { wouldBeRecognised } from './preview.ts'
import { askedQueue, carried } from './queue-filter.ts'
import { movesOf } from './rules/moves.ts'
import { wholeClaim } from './store/claim.ts'
import { neighbours } from './store/list.ts'
import { verifyMessages } from './verify-messages.ts'

/** `/klaim/verifikasi/:id`: one claim beside its document, and what is decided on it. */
export function verifyRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => verifyMessages[c.get('language')]
  const idOf = (c: Ctx) => Number(c.req.param('id'))

  /** A claim that the actor may decide. @throws Refusal 404 */
  const decidable = async (c: Ctx) => {
    const found = await inScope(services.db, verifyClaims(actorOf(c)), async tx => {
      const claim = await wholeClaim(tx, idOf(c))
      if (!claim || !mayDecide(actorOf(c), claim)) throw notFound()
      const today = services.clock.today(claim.person.timeZone)
      const tenths = claim.state === 'submitted' ? await wouldBeRecognised(tx, claim, claim.person.employment, today) : null
      return { claim, tenths }
    })
    return found
  }

  const around = async (c: Ctx, id: number) => {
    const { scope, filter, order, descending } = await askedQueue(c, services)
    const found = await inScope(services.db, scope, tx => neighbours(tx, filter, { order, descending }, id))
    const href = (other: number | null) => (other === null ? null : `/klaim/verifikasi/${other}${carried(c)}`)
    return found && { ...found, beforeHref: href(found.before), afterHref: href(found.after) }
  }

  const onePage = async (c: Ctx, posted: Posted | null = null) => {
    const language = c.get('language')
    const { claim, tenths } = await decidable(c)
    const near = await around(c, claim.id)
    const back = `/klaim/verifikasi${carried(c)}`
    const moves = movesOf('verifier', claim.state)
    return page(
      c,
      {
        title: claim.name ?? m(c).title,
        wide: true,
        breadcrumb: [{ href: back, label: m(c).title }],
        status: posted ? 422 : 200,
      },
      VerifyPage({
        m: m(c),
        action: `/klaim/verifikasi/${claim.id}${carried(c)}`,
        person: {
          name: claim.person.name,
          lead: [formatNip(claim.person.nip), claim.person.jabatan, claim.person.unit].filter(Boolean).join(' · '),
          href: `/pegawai/${claim.pegawaiId}`,
        },
        activity: claim.name ?? messages[language].untitled,
        state: { text: messages[language].states[claim.state], tone: stateTone[claim.state] },
        reason: claim.reason,
        around: near && {
          place: m(c).place(formatNumber(near.place, language), formatNumber(near.of, language)),
          before: near.beforeHref,
          after: near.afterHref,
          back,
        },
        facts: [...claimFacts(claim, language), ...(tenths === null ? [] : countFacts(claim, tenths, language))],
        file: claim.file && {
          href: `/klaim/${claim.id}/berkas`,
          name: claim.file.name,
          picture: claim.file.type !== 'application/pdf',
        },
        noFile: services.config.demo ? `${messages[language].demoFile} ${m(c).noDocument}` : m(c).noDocument,
        flags: flagLines(claim.flags, language, id => `/klaim/verifikasi/${id}`),
        events: eventLines(claim, language),
        historyTitle: messages[language].history,
        may: {
          verify: moves.includes('verify'),
          return: moves.includes('return'),
          reject: moves.includes('reject'),
          revoke: moves.includes('revoke'),
        },
        blocked: claim.flags.some(flag => flag.blocks),
        forms: formOptions(language),
        values: { jp: String(claim.jp ?? ''), form: claim.form ?? '' },
        posted,
      }),
    )
  }

  app.get('/klaim/verifikasi/:id{[0-9]{1,9}}', c => onePage(c))

  app.post('/klaim/verifikasi/:id{[0-9]{1,9}}', async c => {
    const { claim } = await decidable(c)
    const field = await formFields(c)
    const decision = field('putusan')
    const move = (
      { verifikasi: 'verify', betulkan: 'verify', kembalikan: 'return', tolak: 'reject', batalkan: 'revoke' } as const
    )[decision as 'tolak']
    if (!move) throw notFound()
    const posted = { decision, reason: field('alasan').slice(0, 500), jp: field('jp'), form: field('bentuk') }
    const refused = (errors: Posted['errors']) => onePage(c, { ...posted, errors })
    const form = learningForms.find(one => one === posted.form) ?? null
    const jp = posted.jp === '' ? null : /^\d{1,4}$/.test(posted.jp) ? Number(posted.jp) : 0
    const correcting = decision === 'betulkan'
    if (correcting && jp !== null && (jp < 1 || jp > 2000)) return refused([{ field: 'jp', message: m(c).jpFlaw }])
    const next = await around(c, claim.id)
    const done = await decide(services, actorOf(c), claim.id, move, {
      reason: posted.reason,
      correction: correcting ? { jp, form } : null,
    })
    if (!done.ok && done.reason === 'why') return refused([{ field: 'alasan', message: m(c).reasonMissing }])
    if (!done.ok) {
      flash(c, 'warn', done.reason === 'blocked' ? m(c).blockedNow : m(c).movedMeanwhile)
      return c.redirect(`/klaim/verifikasi/${claim.id}${carried(c)}`, 303)
    }
    const words = { verify: m(c).verified, return: m(c).returned, reject: m(c).rejected, revoke: m(c).revoked }
    flash(c, 'ok', words[move](claim.person.name))
    return c.redirect(next?.afterHref ?? `/klaim/verifikasi${carried(c)}`, 303)
  })

  return app
}
