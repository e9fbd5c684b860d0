import { describe, expect, it } from 'vitest'
import { actor, grant } from '../../test/factories/browser.ts'
import type { Role } from '../platform/actor.ts'
import { manageOrganisation, readOrganisation, readPegawai } from './access.ts'
import { formatNip } from './nip.ts'

const nobody = { kind: 'none' }

describe('who reads people', () => {
  it.each<[Role, boolean]>([
    ['admin', true],
    ['pengelola', true],
    ['perencana', true],
    ['bappeda', false],
    ['pembina', true],
    ['pimpinan', true],
  ])('%s of instansi 7: %s', (role, may) =>
    expect(readPegawai(actor({ grants: [grant(role, [7])] }))).toEqual(may ? { kind: 'instansi', instansi: [7] } : nobody),
  )

  it.each<Role>(['asesor', 'penyelenggara', 'fasilitator'])('%s sees the people of the case and no instansi', role =>
    expect(readPegawai(actor({ grants: [grant(role, [], { place: 'case', peopleIds: [3, 4] })] }))).toEqual({
      kind: 'people',
      people: [3, 4],
    }),
  )

  it('an atasan sees the team and itself, a pegawai itself, and so does one who also works for Bappeda', () => {
    expect(readPegawai(actor({ pegawaiId: 1, teamIds: [2, 3] }))).toEqual({ kind: 'people', people: [2, 3, 1] })
    expect(readPegawai(actor({ pegawaiId: 1 }))).toEqual({ kind: 'people', people: [1] })
    expect(readPegawai(actor({ pegawaiId: 1, grants: [grant('bappeda', [7])] }))).toEqual({ kind: 'people', people: [1] })
  })
})

describe('who sees the organisation', () => {
  it('who belongs to it or holds any role for it, and nobody else', () => {
    expect(readOrganisation(actor({ pegawaiId: 1, homeInstansiId: 5 }))).toEqual({ kind: 'instansi', instansi: [5] })
    expect(readOrganisation(actor({ homeInstansiId: 7, grants: [grant('bappeda', [7, 8], { place: 'guided' })] }))).toEqual({
      kind: 'instansi',
      instansi: [7, 8],
    })
    expect(
      readOrganisation(actor({ homeInstansiId: 9, grants: [grant('pimpinan', [], { place: 'unit', peopleIds: [1] })] })),
    ).toEqual({
      kind: 'instansi',
      instansi: [9],
    })
    expect(readOrganisation(actor({ grants: [grant('pembina', [], { place: 'nation' })] }))).toEqual({ kind: 'nation' })
  })

  it('not a guest of one event, whom the system has merely parked somewhere', () => {
    const guest = actor({ homeInstansiId: 1, grants: [grant('asesor', [], { place: 'case', peopleIds: [3] })] })
    expect(readOrganisation(guest)).toEqual(nobody)
  })

  it('is changed by admin and pengelola only', () => {
    expect(manageOrganisation(actor({ grants: [grant('pengelola', [7])] }))).toEqual({ kind: 'instansi', instansi: [7] })
    expect(manageOrganisation(actor({ pegawaiId: 1, grants: [grant('pimpinan', [7]), grant('pembina', [7])] }))).toEqual(nobody)
  })
})

it('groups a NIP as it is read out', () => {
  expect(formatNip('199001012020121001')).toBe('19900101 202012 1 001')
  expect(formatNip('123')).toBe('123')
})
