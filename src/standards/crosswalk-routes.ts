import { Hono } from 'hono'
import { type AppEnv, actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { flash } from '../platform/http/flash.ts'
import { formFields } from '../platform/http/form.ts'
import { page } from '../platform/http/page.tsx'
import { notFound } from '../platform/http/refusal.ts'
import { formatNumber, type Language } from '../platform/i18n/index.ts'
import { managesOwner } from './access.ts'
import { applyCrosswalk, ownersManaged, setPairing } from './dictionary-actions.ts'
import { dictionaryMessages } from './dictionary-messages.ts'
import { competencyName } from './labels.ts'
import { dictionaryHere, dictionaryHref, dictionaryToManage } from './one-dictionary.ts'
import { CrosswalkPage, type PairCells } from './pages/crosswalk.tsx'
import { levels } from './present.ts'
import { pairingFlaw } from './rules/crosswalk.ts'
import { type Competency, competenciesOf } from './store/competency.ts'
import { type CrosswalkRow, countUsing, crosswalkBetween } from './store/crosswalk.ts'
import { type Dictionary, dictionaryById, listDictionaries } from './store/dictionary.ts'
import { nationCode } from './subject.ts'

type Problem = { field: string; message: string }
type Values = { lama: string; baru: string; levels: string[] }

/** Levels paired: a row an old and a new competency. */
function pairCells(rows: readonly CrosswalkRow[], action: string, dari: number, language: Language): PairCells[] {
  const pairs = new Map<string, PairCells>()
  for (const row of rows) {
    const key = `${row.fromId} ${row.toId}`
    const pair = pairs.get(key) ?? {
      key,
      from: `${row.fromCode} ${competencyName({ name: row.from, nameEn: row.fromEn }, language)}`,
      to: `${row.toCode} ${competencyName({ name: row.to, nameEn: row.toEn }, language)}`,
      levels: levels.map(() => '–'),
      fromId: row.fromId,
      toId: row.toId,
      editHref: `${action}?dari=${dari}&lama=${row.fromId}&baru=${row.toId}#padankan`,
    }
    pair.levels[row.fromLevel - 1] = String(row.toLevel)
    pairs.set(key, pair)
  }
  return [...pairs.values()]
}

/** The crosswalk from an old dictionary to this one. */
export function crosswalkRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const path = '/kamus/daftar/:id{[0-9]{1,9}}/padanan'

  const numberOf = (text: string) => (/^\d{1,9}$/.test(text) ? Number(text) : 0)

  const crosswalkPage = async (c: Ctx, to: Dictionary, dari: string, refused: { values: Values; errors: Problem[] } | null) => {
    const language = c.get('language')
    const d = dictionaryMessages[language]
    const actor = actorOf(c)
    const action = dictionaryHref(to.id, '/padanan')
    const olds = (await listDictionaries(services.db, to.instansiId, ownersManaged(actor))).filter(
      row => row.id !== to.id && row.state !== 'draft',
    )
    const from = olds.find(row => row.id === numberOf(dari || String(to.replacesId ?? ''))) ?? null
    const rows = from ? await crosswalkBetween(services.db, from.id, to.id) : []
    const mayManage = managesOwner(actor, to.instansiId)
    const [oldOnes, newOnes] = from
      ? [await competenciesOf(services.db, from.id), await competenciesOf(services.db, to.id)]
      : [[], []]
    const standards = from && mayManage ? await countUsing(services.db, from.id, to.id, ownersManaged(actor)) : 0
    const paired = new Set(rows.map(row => row.fromId))
    const left = oldOnes.filter(row => !paired.has(row.id))
    const n = (value: number) => formatNumber(value, language)
    return page(
      c,
      {
        title: `${d.crosswalk}: ${to.name}`,
        wide: true,
        status: refused ? 422 : 200,
        breadcrumb: [
          { href: '/kamus/daftar', label: d.dictionaries },
          { href: dictionaryHref(to.id), label: to.name },
        ],
      },
      CrosswalkPage({
        d,
        title: to.name,
        lead: from ? d.crosswalkLead(from.name, to.name) : d.choosePairFirst,
        action,
        fromId: from ? String(from.id) : '',
        olds: [{ value: '', label: d.nothing }, ...olds.map(row => ({ value: row.id, label: row.name }))],
        figure: from && { value: n(paired.size), unit: d.pairsOf(n(oldOnes.length)), sentence: '' },
        pairs: from ? pairCells(rows, action, from.id, language) : [],
        mayManage,
        form:
          from && mayManage
            ? {
                from: choicesOf(oldOnes, language),
                to: choicesOf(newOnes, language),
                values: refused?.values ?? openedWith(c, rows, left[0] ?? oldOnes[0]),
                levels: levels.map(level => ({ value: level, label: d.levelN(level) })),
                errors: refused?.errors ?? [],
              }
            : null,
        apply: { sentence: standards > 0 ? d.applyLead(n(standards)) : d.applyNone, any: standards > 0 },
        unpaired:
          from && left.length > 0
            ? `${d.unpaired}: ${left
                .slice(0, 12)
                .map(row => row.code)
                .join(', ')}${left.length > 12 ? ' …' : ''}`
            : null,
      }),
    )
  }

  const choicesOf = (rows: readonly Competency[], language: Language) =>
    rows.map(row => ({ value: row.id, label: `${row.code} ${competencyName(row, language)}` }))

  /** The form opens with the pair asked for, else with the first that has no counterpart, level for level. */
  const openedWith = (c: Ctx, rows: readonly CrosswalkRow[], first: Competency | undefined): Values => {
    const [lama, baru] = [numberOf(c.req.query('lama') ?? ''), numberOf(c.req.query('baru') ?? '')]
    const steps = rows.filter(row => row.fromId === lama && row.toId === baru)
    if (steps.length > 0) {
      const found = levels.map(level => String(steps.find(row => row.fromLevel === level)?.toLevel ?? ''))
      return { lama: String(lama), baru: String(baru), levels: found }
    }
    return { lama: String(first?.id ?? ''), baru: '', levels: levels.map(String) }
  }

  app.get(path, async c => crosswalkPage(c, await dictionaryHere(c, services), c.req.query('dari') ?? '', null))

  const posted = async (c: Ctx) => {
    const to = await dictionaryToManage(c, services)
    const field = await formFields(c)
    const from = await dictionaryById(services.db, numberOf(field('dari')))
    if (!from || from.id === to.id || from.state === 'draft') throw notFound()
    return { to, from, field }
  }

  app.post(path, async c => {
    const d = dictionaryMessages[c.get('language')]
    const { to, from, field } = await posted(c)
    const values: Values = {
      lama: field('lama'),
      baru: field('baru'),
      levels: levels.map(level => field(`tingkat-${level}`)),
    }
    const pairing = {
      fromId: numberOf(values.lama),
      toId: numberOf(values.baru),
      levels: values.levels.map(text => (levels.includes(Number(text)) ? Number(text) : null)),
    }
    const oldOnes = await competenciesOf(services.db, from.id)
    const newOnes = await competenciesOf(services.db, to.id)
    const known = oldOnes.some(row => row.id === pairing.fromId) && newOnes.some(row => row.id === pairing.toId)
    const flaw = known ? pairingFlaw(pairing) : 'unknown'
    if (flaw) {
      const field = flaw === 'falls' || flaw === 'empty' ? 'tingkat-1' : 'lama'
      return crosswalkPage(c, to, String(from.id), { values, errors: [{ field, message: d.pairFlaws[flaw] }] })
    }
    await setPairing(services, actorOf(c), to, from, pairing)
    flash(c, 'ok', d.pairSaved)
    return c.redirect(`${dictionaryHref(to.id, '/padanan')}?dari=${from.id}`, 303)
  })

  app.post(`${path}/hapus`, async c => {
    const d = dictionaryMessages[c.get('language')]
    const { to, from, field } = await posted(c)
    const pairing = { fromId: numberOf(field('lama')), toId: numberOf(field('baru')), levels: levels.map(() => null) }
    const standing = await crosswalkBetween(services.db, from.id, to.id)
    if (standing.some(row => row.fromId === pairing.fromId && row.toId === pairing.toId)) {
      await setPairing(services, actorOf(c), to, from, pairing)
      flash(c, 'ok', d.pairRemoved)
    }
    return c.redirect(`${dictionaryHref(to.id, '/padanan')}?dari=${from.id}`, 303)
  })

  app.post(`${path}/terapkan`, async c => {
    const language = c.get('language')
    const d = dictionaryMessages[language]
    const { to, from } = await posted(c)
    const asked = await countUsing(services.db, from.id, to.id, ownersManaged(actorOf(c)))
    const made = await applyCrosswalk(services, actorOf(c), to, from.id)
    flash(c, made > 0 ? 'ok' : 'warn', d.applied(formatNumber(made, language), formatNumber(asked - made, language)))
    return c.redirect(`/standar/rancangan?instansi=${to.ownerCode ?? nationCode}`, 303)
  })

  return app
}
