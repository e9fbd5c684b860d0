import { describe, expect, it } from 'vitest'
import { actor, grant } from '../../test/factories/browser.ts'
import type { Role } from '../platform/actor.ts'
import { menuOf } from './frame.ts'
import { messages } from './messages.ts'

const of = (...roles: Role[]) =>
  menuOf(
    actor({
      pegawaiId: roles.includes('pegawai') ? 7 : null,
      teamIds: roles.includes('atasan') ? [8] : [],
      grants: roles.filter(role => role !== 'pegawai' && role !== 'atasan').map(role => grant(role, [1])),
    }),
    '/saya/dokumen',
    messages.id,
  )

describe('the menu', () => {
  it('of a pegawai is six places that need no heading, their own first, four of them at the thumb', () => {
    const menu = of('pegawai')
    expect(menu.map(item => item.href)).toEqual(['/', '/saya', '/belajar', '/penilaian', '/saya/dokumen', '/kamus'])
    expect(menu.every(item => item.group === null)).toBe(true)
    expect(menu.filter(item => item.bar).map(item => item.href)).toEqual(['/', '/saya', '/belajar', '/penilaian'])
    expect(menu.filter(item => item.current).map(item => item.href)).toEqual(['/saya/dokumen'])
  })

  it('of who holds classes has them at the thumb', () => {
    const atThumb = (...roles: Role[]) =>
      of(...roles)
        .filter(item => item.bar)
        .map(item => item.href)
    expect(atThumb('penyelenggara', 'pegawai', 'atasan')).toEqual(['/', '/tim', '/kursus', '/kelas'])
    expect(atThumb('fasilitator', 'pegawai')).toEqual(['/', '/kursus', '/kelas', '/pegawai'])
    expect(atThumb('pengelola', 'pegawai')).toEqual(['/', '/pemetaan', '/kebutuhan', '/pegawai'])
  })

  it.each<Role>([
    'admin',
    'pengelola',
    'perencana',
    'bappeda',
    'pembina',
    'pimpinan',
    'asesor',
    'penyelenggara',
    'fasilitator',
    'atasan',
  ])('of %s keeps at most five at the thumb, and every group together', role => {
    const menu = of(role, 'pegawai')
    expect(menu.filter(item => item.bar).length).toBeLessThanOrEqual(5)
    const groups = menu.map(item => item.group).filter((group, index, all) => group !== all[index - 1])
    expect(groups.filter(group => group !== null)).toEqual([...new Set(groups.filter(group => group !== null))])
  })
})
