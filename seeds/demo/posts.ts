import { jenjangCode, jenjangName } from './functional.ts'
import { localGovernments } from './governments.ts'
import { type Random, shareOut } from './random.ts'
import { pelaksanaPosts, staffOf, type Wanted } from './staffing.ts'
import type { Unit } from './units.ts'

type Jenis = 'jpt' | 'administrator' | 'pengawas' | 'fungsional' | 'pelaksana'
export type Post = {
  id: number
  instansiId: number
  unit: Unit
  code: string
  name: string
  jenis: Jenis
  jenjang: string
  urusan: string
  isHead: boolean
  /** Short name of the functional or pelaksana post, '' for others. */
  key: string
  /** Who sit here definitively, in number. */
  seats: number
}

const headCode: Record<string, string> = {
  opd: 'KA',
  sekretariat: 'SEK',
  subbag: 'KSB',
  bidang: 'KB',
  seksi: 'KS',
  upt: 'KUPT',
  cabang: 'KCD',
  sekolah: 'KEPSEK',
  puskesmas: 'KAPUS',
  biro: 'KBR',
  bagian: 'KBG',
}

function headRank(unit: Unit): [Jenis, string] {
  const inProvince = unit.instansiId === 2
  switch (unit.kind) {
    case 'opd':
      if (unit.opd === 'setda' && inProvince) return ['jpt', 'jpt_madya']
      if (unit.opd === 'kecamatan' || (unit.opd === 'rsud' && !inProvince)) return ['administrator', 'administrator']
      return ['jpt', 'jpt_pratama']
    case 'biro':
      return ['jpt', 'jpt_pratama']
    case 'sekolah':
      return ['fungsional', 'ahli_madya']
    case 'sekretariat':
      return unit.opd === 'kecamatan' ? ['pengawas', 'pengawas'] : ['administrator', 'administrator']
    case 'bidang':
    case 'bagian':
    case 'cabang':
      return ['administrator', 'administrator']
    case 'upt':
      return inProvince ? ['administrator', 'administrator'] : ['pengawas', 'pengawas']
    default:
      return ['pengawas', 'pengawas']
  }
}

function headName(unit: Unit, topName: string): string {
  if (unit.kind === 'opd') {
    if (unit.opd === 'setda') return 'Sekretaris Daerah'
    if (unit.opd === 'setwan') return 'Sekretaris DPRD'
    if (unit.opd === 'inspektorat') return 'Inspektur Daerah'
    if (unit.opd === 'rsud') return `Direktur ${unit.name}`
    if (unit.opd === 'kecamatan') return `Camat ${unit.name.replace('Kecamatan ', '')}`
    return `Kepala ${unit.name}`
  }
  if (unit.kind === 'sekretariat') return unit.opd === 'rsud' ? 'Kepala Bagian Tata Usaha' : `Sekretaris ${topName}`
  return unit.name.startsWith('Inspektur Pembantu') ? unit.name : `Kepala ${unit.name}`
}

const staffParts = (row: Wanted): { key: string; code: string; name: string; jenis: Jenis; jenjang: string } => {
  if ('jf' in row)
    return {
      key: row.jf.code,
      code: `${row.jf.code}-${jenjangCode[row.jenjang]}`,
      name: `${row.jf.name} ${jenjangName[row.jenjang]}`,
      jenis: 'fungsional',
      jenjang: row.jenjang,
    }
  if ('pelaksana' in row)
    return {
      key: row.pelaksana,
      code: row.pelaksana,
      name: pelaksanaPosts[row.pelaksana],
      jenis: 'pelaksana',
      jenjang: 'pelaksana',
    }
  return { key: '', code: row.code, name: row.title, jenis: 'jpt', jenjang: row.jenjang }
}

/** The head post of `DISDIK.SMA` is `DISDIK.KB-SMA`. */
function headPostCode(unit: Unit): string {
  const [top, ...below] = unit.code.split('.')
  return below.length === 0
    ? `${top}.KA`
    : unit.kind === 'sekretariat'
      ? `${top}.SEKRETARIS`
      : `${top}.${headCode[unit.kind]}-${below.join('-')}`
}

/** All posts with their seats: heads are filled or vacant, the rest of the active people is shared out exactly. */
export function buildPosts(units: readonly Unit[], random: Random): Post[] {
  const byId = new Map(units.map(unit => [unit.id, unit]))
  const posts: Post[] = []
  for (const government of localGovernments) {
    const heads: Post[] = []
    const staff: { post: Post; weight: number; fixed: number }[] = []
    for (const unit of units) {
      if (unit.instansiId !== government.id) continue
      const base = { id: 0, instansiId: government.id, unit, seats: 0 }
      if (unit.kind !== 'root') {
        const [jenis, jenjang] = headRank(unit)
        const name = headName(unit, byId.get(unit.topId!)!.name)
        const vacant = unit.kind !== 'opd' ? random.chance(0.072) : unit.opd !== 'setda' && random.chance(0.05)
        const code = headPostCode(unit)
        heads.push({ ...base, code, name, jenis, jenjang, urusan: unit.urusan, isHead: true, key: '', seats: vacant ? 0 : 1 })
      }
      const seen = new Set<string>()
      for (const row of staffOf(unit)) {
        const parts = staffParts(row)
        let code = `${unit.code}.${parts.code}`
        if (seen.has(code)) code += `-${row.urusan.slice(0, 3).toUpperCase()}`
        seen.add(code)
        const post: Post = { ...base, ...parts, code, urusan: row.urusan, isHead: false }
        staff.push({
          post,
          weight: 'fixed' in row ? 0 : row.weight * (0.8 + 0.4 * random.next()),
          fixed: 'fixed' in row ? row.fixed : 0,
        })
      }
    }
    const seated = heads.reduce((sum, post) => sum + post.seats, 0) + staff.reduce((sum, row) => sum + row.fixed, 0)
    const shares = shareOut(
      government.active - seated,
      staff.map(row => row.weight),
    )
    staff.forEach((row, index) => {
      row.post.seats = row.fixed || shares[index]!
    })
    posts.push(...heads, ...staff.filter(row => row.post.seats > 0).map(row => row.post))
  }
  for (const [index, post] of posts.entries()) post.id = index + 1
  return posts
}
