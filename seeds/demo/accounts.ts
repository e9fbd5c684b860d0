import type { Cast, World } from './cast.ts'
import type { Person } from './people.ts'
import { drawName } from './person-name.ts'
import { randomFor } from './random.ts'

export type Account = { username: string; name: string; person: Person | null; order: number }
export type Grant = {
  username: string
  role: string
  place: 'instansi' | 'guided' | 'nation' | 'case'
  instansiId: number | null
  caseId: number | null
}
export type ScopeCase = { id: number; kind: 'assessment' | 'class'; name: string; people: Person[] }

export const demoPassword = 'piawai-demo'

/** In the order of the one-click cards. `pegawai` and `atasan` need no grant: those roles follow from the person. */
export function buildAccounts(cast: Cast): Account[] {
  const random = randomFor('accounts without a person')
  const of = (username: keyof Cast) => ({ username, name: cast[username].bareName, person: cast[username] })
  const rows = [
    of('pegawai'),
    of('atasan'),
    of('pengelola'),
    of('perencana'),
    of('bappeda'),
    of('pembina'),
    of('pimpinan'),
    of('asesor'),
    of('penyelenggara'),
    of('fasilitator'),
    of('kabupaten'),
    { username: 'nasional', name: drawName(random, 'p'), person: null },
    { username: 'admin', name: drawName(random, 'l'), person: null },
  ]
  return rows.map((row, index) => ({ ...row, order: index + 1 }))
}

export function buildGrants(): Grant[] {
  const at = (
    username: string,
    role: string,
    place: Grant['place'],
    instansiId: number | null,
    caseId: number | null = null,
  ): Grant => ({
    username,
    role,
    place,
    instansiId,
    caseId,
  })
  return [
    at('pengelola', 'pengelola', 'instansi', 2),
    at('perencana', 'perencana', 'guided', 2),
    at('bappeda', 'bappeda', 'guided', 2),
    at('pembina', 'pembina', 'guided', 2),
    at('pimpinan', 'pimpinan', 'instansi', 2),
    at('asesor', 'asesor', 'case', null, 1),
    at('penyelenggara', 'penyelenggara', 'case', null, 2),
    at('fasilitator', 'fasilitator', 'case', null, 2),
    at('kabupaten', 'pengelola', 'instansi', 3),
    at('nasional', 'pembina', 'nation', null),
    at('admin', 'admin', 'nation', null),
  ]
}

/** An assessment of people not validly mapped, of two governments; a finance class of people of four. */
export function buildCases(world: World, cast: Cast): ScopeCase[] {
  const actors = new Set<Person>(Object.values(cast))
  const choose = (quota: Record<number, number>, fits: (person: Person) => boolean) =>
    Object.entries(quota).flatMap(([instansiId, count]) => {
      const list = world.people.filter(
        row => row.instansiId === Number(instansiId) && row.status === 'aktif' && !actors.has(row) && fits(row),
      )
      const step = Math.max(1, Math.floor(list.length / count))
      return list.filter((_, index) => index % step === 0).slice(0, count)
    })
  const isMapped = (person: Person) => world.mapped.get(person) === 'valid'
  const middle = new Set(['pengawas', 'ahli_muda', 'ahli_pertama'])
  return [
    {
      id: 1,
      kind: 'assessment',
      name: 'Pemetaan kompetensi gelombang November 2026: Provinsi dan Kabupaten Bangka',
      people: choose({ 2: 14, 3: 10 }, person => !isMapped(person) && middle.has(person.post.jenjang)),
    },
    {
      id: 2,
      kind: 'class',
      name: 'Pelatihan Pengelolaan Keuangan Daerah Angkatan III Tahun 2026',
      people: choose(
        { 2: 14, 3: 6, 6: 5, 9: 5 },
        person => isMapped(person) && ['pengawas', 'administrator'].includes(person.post.jenjang),
      ),
    },
  ]
}
