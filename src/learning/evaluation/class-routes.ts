import { Hono } from 'hono'
import { topUnits } from '../../people/index.ts'
import { asJob } from '../../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { flash } from '../../platform/http/flash.ts'
import { formFields } from '../../platform/http/form.ts'
import { page } from '../../platform/http/page.tsx'
import { formatNumber } from '../../platform/i18n/index.ts'
import { classTabs } from '../classes/class-tabs.ts'
import { heldClass } from '../classes/here.ts'
import { messages as classMessages } from '../classes/messages.ts'
import type { CourseClass } from '../classes/store.ts'
import { typedDay } from '../rules/day.ts'
import { effectCells, laterGroups, reactionGroups } from './class-cells.ts'
import { addEffect, measureAfter, setCost } from './effect-actions.ts'
import { evaluationMessages } from './messages.ts'
import { ClassEvaluationPage } from './pages/class.tsx'
import { gainTexts, leastAnswers, levelFigures } from './present.ts'
import { type EffectFlaw, effectFlaws, type TypedEffect, typedFigure, typedRupiah } from './rules/effect-form.ts'
import { improved, together } from './rules/summary.ts'
import { effectsOf } from './store/effect.ts'
import { askedOf, saidOf } from './store/report.ts'

const fields: Record<EffectFlaw, string> = {
  indicator: 'indikator',
  measure: 'satuan',
  before: 'sebelum',
  beforeOn: 'tanggal_sebelum',
  after: 'sesudah',
  afterOn: 'tanggal_sesudah',
}
type Errors = { field: string; message: string }[]
const blank: TypedEffect = {
  unitId: '',
  indicator: '',
  measure: '',
  direction: 'naik',
  before: '',
  beforeOn: '',
  after: '',
  afterOn: '',
}

/** `/kelas/:id/evaluasi`: what a class brought, for who holds it: four levels and what it cost. */
export function classEvaluationRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => evaluationMessages[c.get('language')]

  const placeOf = (one: CourseClass, actorInstansi: number | null) => ({
    classId: one.id,
    instansiId: one.provider.instansiId ?? actorInstansi!,
  })

  const show = async (c: Ctx, one: CourseClass, typed: TypedEffect, errors: Errors) => {
    const language = c.get('language')
    const t = m(c)
    const number = (n: number) => formatNumber(n, language)
    const asked = await asJob(services.db, tx => askedOf(tx, one.id))
    const { tested, later } = asked
    const { voices, words } = await saidOf(services.db, one.id)
    const { effects, cost } = await effectsOf(services.db, one.id)
    const units = one.provider.instansiId === null ? [] : await topUnits(services.db, one.provider.instansiId)
    return page(
      c,
      {
        title: t.classTitle,
        wide: true,
        breadcrumb: [
          { href: '/kelas', label: classMessages[language].classes },
          { href: `/kelas/${one.id}`, label: one.name },
        ],
        status: errors.length > 0 ? 422 : 200,
      },
      ClassEvaluationPage({
        m: t,
        id: one.id,
        title: `${one.course.title} · ${one.name}`,
        tabs: classTabs(one.id, 'evaluasi', 'holder', one.startsOn !== null, language),
        figures: Object.values(
          levelFigures(
            {
              reaction: together(voices.filter(row => row.trainerId === null)),
              tested,
              leaders: asked.leaders,
              confirmed: asked.confirmed,
              effects: effects.filter(effect => effect.after !== null).length,
              improved: effects.filter(improved).length,
            },
            language,
          ),
        ),
        reacted: t.level1Lead(number(asked.reacted), number(asked.asked)),
        reactions: reactionGroups(voices, language),
        learned: { ...gainTexts(tested, language), people: tested.n, count: number(tested.n) },
        lessonsHref: `/kursus/${one.course.id}/versi/${one.course.versionNumber}/pelajaran`,
        words: words.length >= leastAnswers ? words : [],
        later: laterGroups(later, language),
        confirmed: asked.leaders === 0 ? null : t.ofCount(number(asked.confirmed), number(asked.leaders)),
        effects: effects.map(effect => effectCells(effect, language)),
        typed,
        errors,
        units: [{ value: '', label: t.wholeInstansi }, ...units.map(unit => ({ value: unit.id, label: unit.name }))],
        cost: cost === null ? '' : formatNumber(Number(cost), 'id'),
      }),
    )
  }

  const path = '/kelas/:id{[0-9]{1,9}}/evaluasi'
  app.get(path, async c => show(c, await heldClass(c, services.db), blank, []))

  app.post(`${path}/indikator`, async c => {
    const one = await heldClass(c, services.db)
    const field = await formFields(c)
    const typed: TypedEffect = {
      unitId: field('unit'),
      indicator: field('indikator'),
      measure: field('satuan'),
      direction: field('arah'),
      before: field('sebelum'),
      beforeOn: field('tanggal_sebelum'),
      after: field('sesudah'),
      afterOn: field('tanggal_sesudah'),
    }
    const units = one.provider.instansiId === null ? [] : await topUnits(services.db, one.provider.instansiId)
    const unit = units.find(unit => String(unit.id) === typed.unitId) ?? null
    const flaws = effectFlaws(typed, services.clock.today(one.timeZone))
    const errors = flaws.map(flaw => ({ field: fields[flaw], message: m(c).flaws[flaw] }))
    if (typed.unitId !== '' && !unit) errors.push({ field: 'unit', message: m(c).flaws.unit })
    if (errors.length > 0) return show(c, one, typed, errors)
    await addEffect(services, actorOf(c), placeOf(one, actorOf(c).homeInstansiId), {
      unitId: unit?.id ?? null,
      indicator: typed.indicator,
      measure: typed.measure,
      higherIsBetter: typed.direction !== 'turun',
      before: typedFigure(typed.before)!,
      beforeOn: typedDay(typed.beforeOn)!,
      after: typedFigure(typed.after),
      afterOn: typedDay(typed.afterOn),
    })
    flash(c, 'ok', m(c).effectSaved)
    return c.redirect(`/kelas/${one.id}/evaluasi`, 303)
  })

  app.post(`${path}/indikator/:indicator{[0-9]{1,9}}`, async c => {
    const one = await heldClass(c, services.db)
    const field = await formFields(c)
    const [value, on] = [typedFigure(field('sesudah')), typedDay(field('tanggal_sesudah'))]
    const today = services.clock.today(one.timeZone)
    const saved =
      value !== null && on !== null && on <= today
        ? await measureAfter(services, actorOf(c), placeOf(one, actorOf(c).homeInstansiId), Number(c.req.param('indicator')), {
            value,
            on,
          })
        : false
    flash(c, saved ? 'ok' : 'bad', saved ? m(c).effectSaved : `${m(c).flaws.after} ${m(c).flaws.afterOn}`)
    return c.redirect(`/kelas/${one.id}/evaluasi`, 303)
  })

  app.post(`${path}/biaya`, async c => {
    const one = await heldClass(c, services.db)
    const cost = typedRupiah((await formFields(c))('biaya'))
    if (cost === undefined) return show(c, one, blank, [{ field: 'biaya', message: m(c).flaws.cost }])
    await setCost(services, actorOf(c), placeOf(one, actorOf(c).homeInstansiId), cost)
    flash(c, 'ok', m(c).costSaved)
    return c.redirect(`/kelas/${one.id}/evaluasi`, 303)
  })

  return app
}
