import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { testDatabase } from '../../test/database.ts'
import { actor, grant } from '../../test/factories/browser.ts'
import { newInstansi } from '../../test/factories/people.ts'
import type { Actor, Scope } from '../platform/actor.ts'
import { fixedClock } from '../platform/clock.ts'
import { asJob, type Database, sql } from '../platform/db/index.ts'
import { discardDraft, saveDraft, setPolicy, simulate } from './actions.ts'
import type { PolicyKind } from './kind.ts'
import { weightFlaws } from './rules/weights.ts'
import { policiesAt, policiesOn, policyAt, policyThrough, versionsOf } from './store.ts'

/** A kind that is nobody's: two weights. What ships is 30 and 70. */
const kind: PolicyKind<{ a: number; b: number }> = {
  kind: 'uji',
  path: 'uji',
  name: { id: 'Uji', en: 'Test' },
  lead: { id: '', en: '' },
  schema: z.object({ a: z.number(), b: z.number() }),
  fields: (['a', 'b'] as const).map(name => ({
    name,
    label: { id: name, en: name },
    kind: 'integer' as const,
    min: 0,
    max: 100,
  })),
  defaultAt: () => ({ value: { a: 30, b: 70 }, source: 'bawaan', verified: false }),
  flaws: value => weightFlaws(value, ['a', 'b']),
  simulate: (_, change) =>
    Promise.resolve({
      sentence: { id: `${change.instansiIds.join(' ')}: ${change.now.a} → ${change.next.a}`, en: '' },
      columns: [],
      rows: [],
      total: 0,
    }),
}

let database: Database
let [here, there] = [0, 0]
beforeAll(async () => {
  database = await testDatabase()
  await asJob(database.outer, async tx => {
    here = await newInstansi(tx)
    there = await newInstansi(tx)
  })
})
afterAll(() => database.close())
afterEach(() => asJob(database.outer, tx => sql`DELETE FROM policy`.execute(tx)).then(() => undefined))

const on = (day: string) => ({ db: database.outer, clock: fixedClock(`${day}T03:00:00Z`) })
const pengelola = actor({ accountId: 'ani', grants: [grant('pengelola', [1])] })
const scope: Scope = { kind: 'nation' }
const target = (instansiId: number | null) => ({ kind: kind as PolicyKind, instansiId, scope })
const draft = (instansiId: number | null, a: number, seen: number | null = null, day = '2026-01-01', by: Actor = pengelola) =>
  saveDraft(on(day), by, target(instansiId), { seen, value: { a, b: 100 - a }, legalBasis: '' })
const set = (instansiId: number | null, draftId: number, day: string) =>
  setPolicy(on(day), pengelola, target(instansiId), { draftId, legalBasis: `SK ${day}`, today: day })
const choose = async (instansiId: number | null, a: number, day: string) => {
  const id = await draft(instansiId, a)
  expect(await set(instansiId, id!, day)).toBe(true)
}
const held = async (instansiId: number | null, day: string) => (await policyAt(database.outer, kind, instansiId, day)).value.a
const rows = async <Row>(text: string) => asJob(database.outer, async tx => (await sql.raw<Row>(text).execute(tx)).rows)

describe('a local rule', () => {
  it('is a draft first, which changes nothing; set, it holds from that day on and archives the former', async () => {
    const first = await draft(here, 40)
    expect(await held(here, '2026-12-31')).toBe(30)
    expect(await set(here, first!, '2026-03-01')).toBe(true)
    await choose(here, 50, '2026-06-01')
    const versions = await versionsOf(database.outer, 'uji', here)
    expect(versions).toMatchObject([
      {
        version: 2,
        state: 'active',
        value: { a: 50, b: 50 },
        activeFrom: '2026-06-01',
        activeUntil: null,
        legalBasis: 'SK 2026-06-01',
      },
      { version: 1, state: 'archived', value: { a: 40, b: 60 }, activeFrom: '2026-03-01', activeUntil: '2026-06-01' },
    ])
    expect(await policyAt(database.outer, kind, here, '2026-02-28')).toMatchObject({
      id: null,
      version: 0,
      value: { a: 30, b: 70 },
      verified: false,
      source: 'bawaan',
    })
    expect(await policyAt(database.outer, kind, here, '2026-05-31')).toMatchObject({
      version: 1,
      instansiId: here,
      verified: true,
      source: 'SK 2026-03-01',
    })
    expect([await held(here, '2026-03-01'), await held(here, '2026-06-01'), await held(there, '2026-06-01')]).toEqual([
      40, 50, 30,
    ])
  })

  it('is audited at each step, and its setting is told with the change', async () => {
    await asJob(database.outer, tx => sql`DELETE FROM outbox`.execute(tx))
    const id = await draft(here, 40)
    await set(here, id!, '2026-03-01')
    const thrown = await draft(here, 45)
    await discardDraft(on('2026-03-02'), pengelola, target(here), thrown!)
    const trail = await rows<{ verb: string; subject: string; instansi_id: number; account_id: string; detail: object }>(
      `SELECT verb, subject, instansi_id, account_id, detail FROM audit_entry WHERE instansi_id = ${here} ORDER BY id DESC LIMIT 4`,
    )
    expect(trail.map(entry => entry.verb)).toEqual(['discard_policy', 'draft_policy', 'set_policy', 'draft_policy'])
    expect(trail[2]).toEqual({
      verb: 'set_policy',
      subject: 'policy:uji',
      instansi_id: here,
      account_id: 'ani',
      detail: { version: 1, before: { a: 30, b: 70 }, after: { a: 40, b: 60 }, legalBasis: 'SK 2026-03-01' },
    })
    expect(await rows('SELECT fact, payload FROM outbox')).toEqual([
      { fact: 'policies.changed', payload: { instansiId: here, kind: 'uji' } },
    ])
  })

  it('set twice on one day holds by the later', async () => {
    await choose(here, 40, '2026-03-01')
    await choose(here, 60, '2026-03-01')
    expect(await held(here, '2026-03-01')).toBe(60)
    expect(await held(here, '2026-02-28')).toBe(30)
  })

  it('of one’s own stands before the one for all, and all others follow that', async () => {
    await choose(null, 10, '2026-01-15')
    await choose(here, 40, '2026-03-01')
    expect([
      await held(here, '2026-02-01'),
      await held(here, '2026-03-01'),
      await held(there, '2026-03-01'),
      await held(null, '2026-03-01'),
    ]).toEqual([10, 40, 10, 10])
    await choose(null, 20, '2026-04-01')
    expect([await held(here, '2026-04-01'), await held(there, '2026-04-01')]).toEqual([40, 20])
  })

  it('that a later release gave a new field takes that field from what ships', async () => {
    await asJob(database.outer, tx =>
      sql`INSERT INTO policy (instansi_id, kind, version, state, value, legal_basis, active_from, made_by, made_at)
          VALUES (${here}, 'uji', 1, 'active', '{"a": 15}', 'SK lama', '2026-01-01', '', now())`.execute(tx),
    )
    expect((await policyAt(database.outer, kind, here, '2026-02-01')).value).toEqual({ a: 15, b: 70 })
  })
})

describe('two people at once', () => {
  it('who both saw no draft: the second is told, the first draft stands', async () => {
    const first = await draft(here, 40)
    expect(first).not.toBeNull()
    expect(await draft(here, 50)).toBeNull()
    expect(await versionsOf(database.outer, 'uji', here)).toMatchObject([{ id: first, state: 'draft', value: { a: 40 } }])
  })

  it('who seen the other draft may replace it; the version stays the same and the number of the draft does not', async () => {
    const first = await draft(here, 40)
    const second = await draft(here, 50, first)
    expect(second).not.toBe(first)
    expect(await versionsOf(database.outer, 'uji', here)).toMatchObject([{ id: second, version: 1, value: { a: 50 } }])
    expect(await draft(here, 60, first)).toBeNull()
  })

  it('set what they read, not what stands there now', async () => {
    const read = await draft(here, 40)
    const replaced = await draft(here, 90, read)
    expect(await set(here, read!, '2026-03-01')).toBe(false)
    expect(await held(here, '2026-03-01')).toBe(30)
    expect(await discardDraft(on('2026-03-01'), pengelola, target(here), read!)).toBe(false)
    expect(await set(here, replaced!, '2026-03-01')).toBe(true)
    expect(await set(here, replaced!, '2026-03-02')).toBe(false)
    expect(await versionsOf(database.outer, 'uji', here)).toMatchObject([{ activeFrom: '2026-03-01' }])
  })

  it('who press together: one draft, one version, nothing lost', async () => {
    const saved = await Promise.all([draft(here, 40), draft(here, 50), draft(here, 60)])
    expect(saved.filter(id => id !== null).length).toBe(1)
    const id = saved.find(one => one !== null)!
    const done = await Promise.all([set(here, id, '2026-03-01'), set(here, id, '2026-03-01')])
    expect(done.filter(Boolean).length).toBe(1)
    expect((await versionsOf(database.outer, 'uji', here)).length).toBe(1)
  })

  it('the draft of one instansi is none of another', async () => {
    const mine = await draft(here, 40)
    expect(await draft(there, 50)).not.toBeNull()
    expect(await draft(null, 60)).not.toBeNull()
    expect(await set(there, mine!, '2026-03-01')).toBe(false)
    expect(await discardDraft(on('2026-03-01'), pengelola, target(null), mine!)).toBe(false)
  })
})

describe('a simulation', () => {
  const change = { today: '2026-03-01', now: { a: 30, b: 70 }, next: { a: 40, b: 60 } }

  it('is of the instansi that chooses, or of all that have not chosen', async () => {
    expect((await simulate(on('2026-03-01'), target(here), change))!.sentence.id).toBe(`${here}: 30 → 40`)
    await choose(here, 40, '2026-02-01')
    const all = (await simulate(on('2026-03-01'), target(null), change))!.sentence.id
    expect(all.split(':')[0]!.split(' ').map(Number)).toContain(there)
    expect(all.split(':')[0]!.split(' ').map(Number)).not.toContain(here)
  })

  it('is none where the kind has none', async () => {
    const { simulate: _, ...silent } = kind
    expect(await simulate(on('2026-03-01'), { ...target(here), kind: silent as PolicyKind }, change)).toBeNull()
  })
})

describe('read for a date', () => {
  it('a rule is the one of that date, whatever was set before and after: by SQL, by all versions at once, and by hand', async () => {
    const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10)
    const moment = fc.record({ own: fc.boolean(), day: fc.nat(30), a: fc.nat(100) })
    await fc.assert(
      fc.asyncProperty(fc.array(moment, { maxLength: 6 }), fc.nat(35), async (given, asked) => {
        const moments = [...given].sort((x, y) => x.day - y.day)
        for (const one of moments) await choose(one.own ? here : null, one.a, day(one.day))
        const last = (own: boolean) => moments.filter(one => one.own === own && one.day <= asked).at(-1)?.a
        const expected = last(true) ?? last(false) ?? 30
        expect(await held(here, day(asked))).toBe(expected)
        expect((await policyThrough(database.outer, kind, here))(day(asked)).value.a).toBe(expected)
        const [together] = await policiesOn(database.outer, [kind], here, day(asked))
        expect(together.value.a).toBe(expected)
        const [listed] = await policiesAt(database.outer, [kind as PolicyKind], here, day(asked))
        expect(listed!.policy.value.a).toBe(expected)
        expect(await held(there, day(asked))).toBe(last(false) ?? 30)
        await asJob(database.outer, tx => sql`DELETE FROM policy`.execute(tx))
      }),
      { numRuns: 25 },
    )
  })
})
