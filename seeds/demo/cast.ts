import type { Tenure } from './careers.ts'
import type { Mapped } from './coverage.ts'
import type { Person } from './people.ts'
import { requirementsOf } from './requirements.ts'
import type { Result } from './results.ts'

export type Cast = {
  pengelola: Person
  perencana: Person
  bappeda: Person
  pembina: Person
  pimpinan: Person
  atasan: Person
  pegawai: Person
  asesor: Person
  penyelenggara: Person
  fasilitator: Person
  kabupaten: Person
}

export type World = {
  people: readonly Person[]
  tenures: readonly Tenure[]
  results: readonly Result[]
  mapped: ReadonlyMap<Person, Mapped>
}

/** Who plays in the demo: each staff account a person of the fitting office, chosen by rule and so the same every time. */
export function chooseCast(world: World): Cast {
  const taken = new Set<Person>()
  const names = new Set<string>()
  const find = (instansiId: number, office: string, fits: (person: Person) => boolean): Person => {
    const person = world.people.find(
      row =>
        row.instansiId === instansiId &&
        row.status === 'aktif' &&
        row.employment === 'pns' &&
        world.mapped.get(row) === 'valid' &&
        !taken.has(row) &&
        !names.has(row.bareName) &&
        row.post.unit.code.split('.')[0] === office &&
        fits(row),
    )
    if (!person) throw new Error(`nobody in ${office} of ${instansiId} fits a demo account`)
    taken.add(person)
    names.add(person.bareName)
    return person
  }
  const is = (key: string, jenjang?: string) => (person: Person) =>
    person.post.key === key && (!jenjang || person.post.jenjang === jenjang)
  const headOf = (kind: string) => (person: Person) => person.post.isHead && person.post.unit.kind === kind
  const cast = {
    pimpinan: find(2, 'SETDA', person => person.post.jenjang === 'jpt_madya'),
    pembina: find(2, 'BKPSDMD', headOf('bidang')),
    pengelola: find(2, 'BKPSDMD', is('ASDM', 'ahli_muda')),
    perencana: find(2, 'BPSDM', person => ['PKPA', 'ASDM'].includes(person.post.key) && person.post.jenjang === 'ahli_muda'),
    bappeda: find(2, 'BAPPEDA', is('PRC', 'ahli_muda')),
    asesor: find(2, 'BPSDM', is('ASSR')),
    penyelenggara: find(2, 'BPSDM', headOf('bidang')),
    fasilitator: find(2, 'BPSDM', is('WI', 'ahli_madya')),
    kabupaten: find(3, 'BKPSDMD', person => person.post.jenis === 'fungsional' && person.post.urusan === 'kepegawaian'),
  }
  return { ...cast, ...chooseTeam(world, names) }
}

/** The team as the view pegawai_atasan reads it: the people of the unit, and the heads of the units directly below. */
function teamOf(people: readonly Person[], head: Person): Person[] {
  return people.filter(
    person =>
      person !== head &&
      person.atasanId === null &&
      (person.post.unit === head.post.unit ||
        (person.status === 'aktif' && person.post.isHead && person.post.unit.parentId === head.post.unit.id)),
  )
}

const preferred = [
  'DISKOMINFO',
  'DPKP',
  'DINKES',
  'PUPR',
  'DKP',
  'DLHK',
  'DINSOS',
  'DPMPTSP',
  'DISNAKER',
  'DISPERINDAG',
  'PERKIM',
  'DISPARBUDPORA',
]

/** A kepala bidang of 8 to 20 people, one of whom is in the middle of a career with gaps in three pillars. */
function chooseTeam(world: World, names: ReadonlySet<string>): { atasan: Person; pegawai: Person } {
  const gaps = gapsByPerson(world)
  const acting = new Set(world.tenures.filter(row => row.appointment !== 'definitif').map(row => row.person))
  let best: { atasan: Person; pegawai: Person; score: number } | undefined
  for (const atasan of world.people) {
    const { post } = atasan
    const office = preferred.indexOf(post.unit.code)
    const top = preferred.indexOf(post.unit.code.split('.')[0]!)
    if (
      atasan.instansiId !== 2 ||
      atasan.status !== 'aktif' ||
      !post.isHead ||
      post.unit.kind !== 'bidang' ||
      top < 0 ||
      office >= 0
    )
      continue
    if (world.mapped.get(atasan) !== 'valid' || acting.has(atasan) || names.has(atasan.bareName)) continue
    const team = teamOf(world.people, atasan)
    if (team.length < 8 || team.length > 20 || team.some(person => person.status !== 'aktif')) continue
    for (const pegawai of team) {
      const found = gaps.get(pegawai)
      if (pegawai.bareName.split(' ').at(-1) === atasan.bareName.split(' ').at(-1)) continue
      if (
        !found ||
        pegawai.employment !== 'pns' ||
        names.has(pegawai.bareName) ||
        !['ahli_pertama', 'ahli_muda'].includes(pegawai.post.jenjang)
      )
        continue
      const pillars = new Set(found.codes.map(code => code.split('.')[0]))
      if (!found.complete || pillars.size < 3 || found.codes.length > 5) continue
      const score = found.codes.length * 1.5 + (pegawai.aim ? 4 : 0) - top / 4
      if (!best || score > best.score) best = { atasan, pegawai, score }
    }
  }
  if (!best) throw new Error('no team fits the demo accounts atasan and pegawai')
  return { atasan: best.atasan, pegawai: best.pegawai }
}

function gapsByPerson(world: World): Map<Person, { codes: string[]; complete: boolean }> {
  const latest = new Map<Person, Map<string, Result>>()
  for (const result of world.results) {
    if (world.mapped.get(result.person) !== 'valid') continue
    const mine = latest.get(result.person) ?? new Map<string, Result>()
    latest.set(result.person, mine)
    const other = mine.get(result.code)
    if (!other || other.assessedOn < result.assessedOn) mine.set(result.code, result)
  }
  const gaps = new Map<Person, { codes: string[]; complete: boolean }>()
  for (const [person, mine] of latest) {
    const demanded = requirementsOf(person.post)
    const codes = demanded.filter(row => (mine.get(row.code)?.level ?? 5) < row.level).map(row => row.code)
    gaps.set(person, { codes, complete: demanded.every(row => mine.has(row.code)) })
  }
  return gaps
}
