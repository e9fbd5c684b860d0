import { describe, expect, it } from 'vitest'
import { actor, grant } from '../../test/factories/browser.ts'
import { type Actor, ownScopeOf } from '../platform/actor.ts'
import { importInto, importSights, mayImport, type Rights, scopeOfSights } from './access.ts'

const people: Rights = { kind: 'pegawai' }
const shared: Rights = { kind: 'nomenklatur', national: true }
const goals: Rights = { kind: 'sasaran', scope: who => ownScopeOf(who, ['admin', 'pengelola', 'bappeda']) }
const kinds = [people, shared, goals]

const pengelola = actor({ grants: [grant('pengelola', [19])] })
const bappeda = actor({ grants: [grant('bappeda', [19, 20], { place: 'guided', at: 19 })] })
const nation = actor({ grants: [grant('admin', [], { place: 'nation' })] })
const both = actor({ grants: [grant('pengelola', [20]), grant('bappeda', [19])] })

describe('who brings what in', () => {
  it.each<[string, Actor, string[]]>([
    ['who keeps one government: all but what all governments share', pengelola, ['pegawai', 'sasaran']],
    ['who plans: the goals', bappeda, ['sasaran']],
    ['who keeps the nation: everything', nation, ['pegawai', 'nomenklatur', 'sasaran']],
    ['a pegawai: nothing', actor({ pegawaiId: 1 }), []],
    ['who keeps one unit: nothing', actor({ grants: [grant('pengelola', [], { place: 'unit', peopleIds: [1] })] }), []],
  ])('%s', (_, who, expected) => expect(kinds.filter(kind => mayImport(who, kind)).map(kind => kind.kind)).toEqual(expected))

  it('is asked of each government: what one may at one is not what one may at another', () => {
    expect(importSights(both, kinds)).toEqual([
      { kind: 'pegawai', instansi: [20] },
      { kind: 'sasaran', instansi: [20, 19] },
    ])
    expect(importInto(both, goals, 19)).toEqual({ kind: 'instansi', instansi: [19] })
    expect(() => importInto(both, people, 19)).toThrow('does not exist')
    expect(() => importInto(bappeda, goals, 20)).toThrow('does not exist')
  })

  it('needs no wider scope than that', () => {
    expect(scopeOfSights(importSights(bappeda, kinds))).toEqual({ kind: 'instansi', instansi: [19] })
    expect(scopeOfSights(importSights(both, kinds))).toEqual({ kind: 'instansi', instansi: [20, 19] })
    expect(scopeOfSights(importSights(nation, kinds))).toEqual({ kind: 'nation' })
    expect(scopeOfSights([])).toEqual({ kind: 'none' })
  })
})
