import { type Cells, type Checked, RowReader, type Values } from '../../imports/index.ts'
import type { Employment } from '../../platform/sheet/index.ts'
import { educations, employments, readGolongan, sexes, statuses } from './choices.ts'
import type { PostFinder } from './finder.ts'
import { pegawaiFields } from './pegawai-fields.ts'
import { elsewhereWords, formerWords, type Person, type Persons } from './persons.ts'

export type PegawaiLookup = { instansiId: number; today: string; persons: Persons; posts: PostFinder }

/** One row of a roster. A blank cell leaves as it is what stands; a new person needs name, kind of employment and a place. */
export function checkPegawai(cells: Cells, lookup: PegawaiLookup): Checked {
  const row = new RowReader(cells, pegawaiFields)
  const golongan = readRank(row)
  const status = row.choice('status', statuses)
  const given = readEmployment(row, cells)
  const stands = lookup.persons.byNip.get(String(cells.nip ?? '').replace(/\D/g, ''))
  const employment = given ?? stands?.employment ?? (golongan === null ? null : golongan.includes('/') ? 'pns' : 'pppk')
  const nip = row.need('nip', row.nip('nip', employment))
  const person = nip === null ? null : whoIs(row, nip, lookup)
  const isNew = nip !== null && person === null
  const values: Values = {}
  const set = (key: string, value: string | number | null) => {
    if (value !== null) values[key] = value
  }
  if (nip) set('nip', nip)
  set('pegawaiId', person?.pegawaiId ?? null)
  set('name', isNew ? row.need('name', fullName(row)) : fullName(row))
  set('employment', isNew ? row.need('employment', employment) : given)
  set('status', status ?? (isNew ? 'aktif' : null))
  set('golongan', golongan)
  set('education', row.choice('education', educations))
  readBirthAndSex(row, nip, employment, isNew, set)
  readPost(row, lookup, isNew, set)
  if (isNew && nip) set('employedFrom', employedFrom(nip, employment, lookup.today))
  if (row.errors.length > 0) return { ok: false, errors: row.errors }
  return {
    ok: true,
    values,
    claims: [
      { field: 'nip', thing: `nip ${nip}`, says: JSON.stringify(values), name: { id: `NIP ${nip}`, en: `NIP ${nip}` } },
      ...(person
        ? [
            {
              field: 'nip',
              thing: `person ${person.pegawaiId}`,
              says: JSON.stringify(values),
              name: { id: 'orang ini', en: 'this person' },
            },
          ]
        : []),
    ],
  }
}

function readRank(row: RowReader): string | null {
  const text = row.text('golongan')
  if (text === null) return null
  return (
    readGolongan(text) ??
    row.refuse('golongan', {
      id: `Golongan “${text}” tidak dikenal. Tulis misalnya III/a (PNS, I/a sampai IV/e) atau IX (PPPK, I sampai XVII).`,
      en: `There is no rank “${text}”. Write such as III/a (PNS, I/a to IV/e) or IX (PPPK, I to XVII).`,
    })
  )
}

/** SIASN marks a PPPK in the column of the legal standing. */
function readEmployment(row: RowReader, cells: Cells): Employment | null {
  const standing = String(cells.status ?? '').toLowerCase()
  if (standing.includes('pppk') || standing.includes('p3k')) return standing.includes('paruh') ? 'pppk_paruh_waktu' : 'pppk'
  return row.choice('employment', employments) as Employment | null
}

/** The person whom a NIP names, null for somebody new. */
function whoIs(row: RowReader, nip: string, { persons, instansiId }: PegawaiLookup): Person | null {
  const person = persons.byNip.get(nip)
  if (person) return person.instansiId === instansiId ? person : row.refuse('nip', elsewhereWords)
  const former = persons.byFormerNip.get(nip)
  if (former) return row.refuse('nip', former.instansiId === instansiId ? formerWords(former.nip) : elsewhereWords)
  const previous = row.nip('previousNip', null)
  if (previous === null || previous === nip) return null
  const before = persons.byNip.get(previous)
  if (before?.instansiId === instansiId) return before
  return row.refuse('previousNip', {
    id: 'Tidak ada pegawai dengan NIP sebelumnya ini di instansi ini. Periksa NIP-nya, atau kosongkan bila orangnya baru.',
    en: 'No employee of this agency has this previous NIP. Check it, or leave it blank for a new person.',
  })
}

function fullName(row: RowReader): string | null {
  const name = row.text('name')
  if (name === null) return null
  const [before, after] = [row.text('titleBefore', 60), row.text('titleAfter', 60)]
  const withBefore = before && !name.toLowerCase().startsWith(before.toLowerCase()) ? `${before} ${name}` : name
  return after && !name.toLowerCase().endsWith(after.toLowerCase()) ? `${withBefore}, ${after}` : withBefore
}

type Set = (key: string, value: string | number | null) => void

const nipBirth = (nip: string) => `${nip.slice(0, 4)}-${nip.slice(4, 6)}-${nip.slice(6, 8)}`
const dayFirst = (date: string) => date.split('-').reverse().join('-')

function readBirthAndSex(row: RowReader, nip: string | null, employment: Employment | null, isNew: boolean, set: Set) {
  const birth = row.date('birthDate')
  const sex = row.choice('sex', sexes)
  if (nip === null) return
  const certain = employment === 'pns' || employment === 'cpns'
  const [birthInNip, sexInNip] = [nipBirth(nip), nip[14] === '1' ? 'l' : 'p']
  if (certain && birth !== null && birth !== birthInNip) {
    row.refuse('birthDate', {
      id: `Tanggal lahir ${dayFirst(birth)} tidak sama dengan ${dayFirst(birthInNip)} di dalam NIP. Salah satunya keliru; betulkan menurut SK.`,
      en: `The birth date ${dayFirst(birth)} differs from ${dayFirst(birthInNip)} in the NIP. One of them is wrong; correct it by the decree.`,
    })
  }
  if (certain && sex !== null && sex !== sexInNip) {
    row.refuse('sex', {
      id: `Jenis kelamin tidak sama dengan angka ke-15 NIP (${nip[14]} = ${sexInNip === 'l' ? 'laki-laki' : 'perempuan'}). Betulkan salah satunya.`,
      en: `The sex differs from digit 15 of the NIP (${nip[14]} = ${sexInNip === 'l' ? 'male' : 'female'}). Correct one of them.`,
    })
  }
  set('birthDate', birth ?? (isNew ? birthInNip : null))
  set('sex', sex ?? (isNew ? sexInNip : null))
}

function readPost(row: RowReader, lookup: PegawaiLookup, isNew: boolean, set: Set) {
  const [unitText, parent] = [row.text('unit'), row.text('unitParent')]
  const [code, name] = [row.text('jabatanCode', 100), row.text('jabatan')]
  const since = row.date('tmtJabatan')
  const unit = unitText === null ? null : lookup.posts.unit(unitText, parent)
  if (unit && !unit.ok) row.refuse(unit.field, unit.words)
  if (code === null && name === null) {
    if (unit?.ok) {
      set('unitId', unit.found.id)
      set('unit', unit.found.name)
    } else if (isNew && unit === null) row.need('unit', null)
    return
  }
  if (unit && !unit.ok) return
  const post = lookup.posts.jabatan(code, name, unit?.found ?? null)
  if (!post.ok) return void row.refuse(post.field, post.words)
  if (since !== null && since > lookup.today) {
    row.refuse('tmtJabatan', {
      id: `TMT ${dayFirst(since)} belum tiba. Impor lagi setelah tanggal itu, atau betulkan tanggalnya.`,
      en: `${dayFirst(since)} has not come yet. Import again after that day, or correct the date.`,
    })
  }
  set('jabatanId', post.found.id)
  set('jabatan', post.found.name)
  set('unitId', post.found.unitId)
  set('unit', lookup.posts.unitName(post.found.unitId))
  set('tmtJabatan', since)
}

/** Since when a new person has had this NIP: a PNS from the month in it, a PPPK from its year. */
function employedFrom(nip: string, employment: Employment | null, today: string): string {
  const month = employment === 'pns' || employment === 'cpns' ? nip.slice(12, 14) : '01'
  const from = `${nip.slice(8, 12)}-${month}-01`
  return from < today ? from : today
}
