import { describe, expect, it } from 'vitest'
import { actor, grant } from '../../test/factories/browser.ts'
import type { Role } from '../platform/actor.ts'
import { managePlans, mayManage } from './access.ts'

/** A role at the province 19 and the kota 20 and 21 that it guides. */
const guiding = (role: Role) => actor({ grants: [grant(role, [19, 20, 21], { place: 'guided', at: 19 })] })

describe('who writes plans', () => {
  it.each<[Role, boolean]>([
    ['admin', true],
    ['pengelola', true],
    ['perencana', true],
    ['bappeda', true],
    ['pembina', false],
    ['pimpinan', false],
  ])('%s of instansi 19: %s, and of no other', (role, may) => {
    const who = actor({ grants: [grant(role, [19])] })
    expect([19, 20, null].map(id => mayManage(who, id))).toEqual([may, false, false])
  })

  it.each<[Role, boolean]>([
    ['admin', true],
    ['pengelola', true],
    ['perencana', true],
    ['bappeda', true],
    ['pembina', false],
  ])('%s of 19 and those it guides: that of 19 (%s), never those of the guided or of the nation', (role, may) =>
    expect([19, 20, 21, null].map(id => mayManage(guiding(role), id))).toEqual([may, false, false, false]),
  )

  it('who guides writes at the guide, wherever the person is employed', () => {
    const lent = { ...guiding('perencana'), pegawaiId: 7, homeInstansiId: 20 }
    expect([19, 20].map(id => mayManage(lent, id))).toEqual([true, false])
  })

  it('where it is not known which of them guides, none is written', () => {
    const unknown = actor({ homeInstansiId: 19, grants: [grant('bappeda', [19, 20], { place: 'guided' })] })
    expect(managePlans(unknown)).toEqual({ kind: 'none' })
  })

  it('a role of one’s own beside the guiding one counts where it is', () => {
    const both = actor({ grants: [grant('bappeda', [19, 20, 21], { place: 'guided', at: 19 }), grant('perencana', [21])] })
    expect([19, 20, 21].map(id => mayManage(both, id))).toEqual([true, false, true])
  })

  it('the admin of the nation writes all, the nation’s own too', () => {
    const nation = actor({ grants: [grant('admin', [], { place: 'nation' })] })
    expect([19, 20, null].map(id => mayManage(nation, id))).toEqual([true, true, true])
  })
})
