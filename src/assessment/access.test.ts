import { describe, expect, it } from 'vitest'
import { actor, grant } from '../../test/factories/browser.ts'
import type { Role } from '../platform/actor.ts'
import { readCoverage, readMissing, readResults } from './access.ts'

const here = { kind: 'instansi', instansi: [7] }
const nobody = { kind: 'none' }

describe('the mapping', () => {
  it.each<[Role, boolean, boolean]>([
    ['admin', true, true],
    ['pengelola', true, true],
    ['perencana', true, true],
    ['bappeda', true, false],
    ['pembina', true, true],
    ['pimpinan', true, true],
    ['penyelenggara', false, false],
    ['fasilitator', false, false],
    ['asesor', false, false],
  ])('%s reads the figures: %s, the names: %s', (role, figures, names) => {
    const who = actor({ pegawaiId: 1, teamIds: [2], grants: [grant(role, [7])] })
    expect(readCoverage(who)).toEqual(figures ? here : nobody)
    expect(readMissing(who)).toEqual(names ? here : nobody)
  })
})

describe('results of a person', () => {
  it('are read by the person, the atasan and the assessor, not by who teaches', () => {
    const inCase = (role: Role) => actor({ grants: [grant(role, [], { place: 'case', peopleIds: [3] })] })
    expect(readResults(actor({ pegawaiId: 1, teamIds: [2] }))).toEqual({ kind: 'people', people: [2, 1] })
    expect(readResults(inCase('asesor'))).toEqual({ kind: 'people', people: [3] })
    expect(readResults(inCase('fasilitator'))).toEqual(nobody)
    expect(readResults(inCase('penyelenggara'))).toEqual(nobody)
    expect(readResults(actor({ grants: [grant('bappeda', [7])] }))).toEqual(nobody)
  })
})
