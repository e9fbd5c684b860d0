import { Hono } from 'hono'
import { coversInstansi } from '../platform/actor.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { flash } from '../platform/http/flash.ts'
import { formFields } from '../platform/http/form.ts'
import { page } from '../platform/http/page.tsx'
import { notFound } from '../platform/http/refusal.ts'
import { formatInstant } from '../platform/i18n/index.ts'
import { setPolicies, setsForAll } from './access.ts'
import { saveDraft } from './actions.ts'
import type { PolicyKind } from './kind.ts'
import { messages } from './messages.ts'
import { type Problem, RulePage } from './pages/rule.tsx'
import { idOf, type Place, placeToRead, placeToSet } from './place.ts'
import { fieldText, historyRows, sinceText, whoseIs } from './present.ts'
import { fieldViews, readRule, typedIn } from './rule-form.ts'
import { type Typed, typedOf } from './rules/form.ts'
import { policyAt, type Version, versionsOf } from './store.ts'

export const ruleHref = (kind: PolicyKind, place: Place, part = '') =>
  `/aturan/${kind.path}${part}?instansi=${encodeURIComponent(place.code)}`

/** The kind that an address names. */
export function kindAt(c: Ctx, kinds: readonly PolicyKind[]): PolicyKind {
  const kind = kinds.find(one => one.path === c.req.param('path'))
  if (!kind) throw notFound()
  return kind
}

export const draftSentence = (version: Version, place: Place, c: Ctx) => {
  const m = messages[c.get('language')]
  const when = formatInstant(version.madeAt, c.get('language'), place.instansi?.timeZone)
  return { who: version.madeBy ?? m.system, when }
}

/** At least so many letters are a legal basis. */
export const isBasis = (text: string) => text.length >= 5

/** One rule: what holds, its versions, and the form that makes a draft. */
export function ruleRoutes(services: Services, kinds: readonly PolicyKind[]) {
  const app = new Hono<AppEnv>()

  type Answer = { typed: Typed; basis: string; seen: string; problems: Problem[]; top: string | null; status: 409 | 422 }

  const rulePage = async (c: Ctx, kind: PolicyKind, place: Place, answer: Answer | null) => {
    const language = c.get('language')
    const m = messages[language]
    const now = await policyAt(services.db, kind, idOf(place), place.today)
    const versions = await versionsOf(services.db, kind.kind, idOf(place))
    const maySet = place.instansi ? coversInstansi(setPolicies(actorOf(c)), place.instansi.id) : setsForAll(actorOf(c))
    const draft = maySet ? versions.find(one => one.state === 'draft') : undefined
    const made = draft && draftSentence(draft, place, c)
    return page(
      c,
      {
        title: kind.name[language],
        wide: true,
        breadcrumb: [{ href: `/aturan?instansi=${encodeURIComponent(place.code)}`, label: m.rules }],
        ...(answer && { status: answer.status }),
      },
      RulePage({
        m,
        name: kind.name[language],
        lead: kind.lead[language],
        place: {
          code: place.code,
          forAll: place.instansi === null,
          sentence: place.instansi ? m.nowFor(place.name) : m.nowForAll,
          choices: place.choices,
        },
        action: `/aturan/${kind.path}`,
        now: {
          facts: kind.fields.map(field => ({
            label: field.label[language],
            value: fieldText(field, now.value[field.name], m, language),
          })),
          basis: now.source,
          since: sinceText(now, m, language),
          whose: whoseIs(now),
          unverified: !now.verified,
        },
        draft: made ? { notice: m.draftNotice(made.who, made.when), href: ruleHref(kind, place, '/rancangan') } : null,
        form: maySet
          ? {
              fields: fieldViews(kind, answer?.typed ?? typedOf(kind.fields, draft?.value ?? now.value), m, language),
              basis: answer?.basis ?? draft?.legalBasis ?? '',
              seen: answer?.seen ?? String(draft?.id ?? ''),
              errors: answer?.problems ?? [],
              top: answer?.top ?? null,
            }
          : null,
        history: historyRows(kind, versions, m, language, place.instansi?.timeZone),
      }),
    )
  }

  app.get('/aturan/:path', async c => rulePage(c, kindAt(c, kinds), await placeToRead(c, services), null))

  app.post('/aturan/:path', async c => {
    const language = c.get('language')
    const m = messages[language]
    const actor = actorOf(c)
    const kind = kindAt(c, kinds)
    const field = await formFields(c)
    const place = await placeToSet(c, services, field('instansi'))
    const typed = typedIn(kind, field)
    const kept = { typed, basis: field('dasar').slice(0, 300), seen: field('rancangan'), top: null }
    const read = readRule(kind, typed, m, language)
    if (!read.ok) return rulePage(c, kind, place, { ...kept, problems: read.problems, status: 422 })
    const seen = /^\d{1,9}$/.test(kept.seen) ? Number(kept.seen) : null
    const target = { kind, instansiId: idOf(place), scope: setPolicies(actor) }
    const saved = await saveDraft(services, actor, target, { seen, value: read.value, legalBasis: kept.basis })
    if (saved === null) {
      const standing = (await versionsOf(services.db, kind.kind, idOf(place))).find(one => one.state === 'draft')
      const who = standing?.madeBy ?? m.system
      return rulePage(c, kind, place, {
        ...kept,
        seen: String(standing?.id ?? ''),
        problems: [],
        top: m.otherDraft(who),
        status: 409,
      })
    }
    flash(c, 'ok', m.draftSaved)
    return c.redirect(ruleHref(kind, place, '/rancangan'), 303)
  })

  return app
}
