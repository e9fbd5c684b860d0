import { type Government, localGovernments, province } from './governments.ts'
import { provinceBiro, schoolBranches } from './province-branches.ts'
import { type OpdSpec, provinceOpd } from './province-units.ts'
import { regencies, regencyBagian, regencyOpd } from './regency-units.ts'

type UnitKind =
  | 'root'
  | 'opd'
  | 'sekretariat'
  | 'subbag'
  | 'bidang'
  | 'seksi'
  | 'upt'
  | 'cabang'
  | 'sekolah'
  | 'puskesmas'
  | 'biro'
  | 'bagian'

export type Unit = {
  id: number
  instansiId: number
  parentId: number | null
  topId: number | null
  code: string
  name: string
  kind: UnitKind
  /** What kind of office the unit belongs to. */
  opd: OpdSpec['kind'] | null
  urusan: string
  /** Scales the staff. */
  size: number
}

const small = new Set(['dan', 'di', 'dari', 'untuk', 'dengan', 'Pembinaan', 'Pengelolaan'])
/** `Pembinaan SMA` → `SMA`, `Mutasi dan Promosi` → `MP`. */
function shortOf(name: string): string {
  const words = name
    .replace(/[(),.]/g, ' ')
    .split(/[\s/-]+/)
    .filter(Boolean)
  const heavy = words.filter(word => !small.has(word))
  return (heavy.length > 0 ? heavy : words)
    .map(word => (/^([A-Z]{2,}|[IVX]+|\d+)$/.test(word) ? word : word[0]!.toUpperCase()))
    .join('')
}

class Tree {
  units: Unit[] = []
  #codes = new Set<string>()
  readonly government: Government
  readonly #firstId: number
  constructor(government: Government, firstId: number) {
    this.government = government
    this.#firstId = firstId
  }
  add(parent: Unit | null, kind: UnitKind, code: string, name: string, more: Partial<Unit> = {}): Unit {
    const stem = parent && parent.kind !== 'root' ? `${parent.code}.${code}` : code
    let free = stem
    for (let n = 2; this.#codes.has(free); n++) free = `${stem}${n}`
    this.#codes.add(free)
    const id = this.#firstId + this.units.length
    const unit: Unit = {
      id,
      instansiId: this.government.id,
      parentId: parent?.id ?? null,
      topId: kind === 'root' ? null : parent?.kind === 'root' ? id : parent!.topId,
      code: free,
      name,
      kind,
      opd: parent?.opd ?? null,
      urusan: parent?.urusan ?? 'umum',
      size: parent && parent.kind !== 'root' ? parent.size : 1,
      ...more,
    }
    this.units.push(unit)
    return unit
  }
}

function addBidang(tree: Tree, top: Unit, text: string) {
  const [name, below] = text.split('>').map(part => part.trim()) as [string, string | undefined]
  const title =
    top.opd === 'inspektorat' ? `Inspektur Pembantu ${name}` : top.opd === 'setwan' ? `Bagian ${name}` : `Bidang ${name}`
  const urusan = top.opd === 'setwan' && /anggaran|Keuangan/.test(name) ? 'keuangan' : top.urusan
  const bidang = tree.add(top, 'bidang', shortOf(name), title, { urusan })
  for (const seksi of below?.split(';') ?? []) tree.add(bidang, 'seksi', shortOf(seksi.trim()), `Seksi ${seksi.trim()}`)
}

function addOpd(tree: Tree, root: Unit, spec: OpdSpec, large: boolean): Unit {
  const top = tree.add(root, 'opd', spec.code, spec.name, { opd: spec.kind, urusan: spec.urusan, size: spec.size ?? 1 })
  if (spec.kind === 'setda') return top
  if (spec.kind !== 'setwan') {
    const title = spec.kind === 'rsud' ? 'Bagian Tata Usaha' : 'Sekretariat'
    const sekretariat = tree.add(top, 'sekretariat', 'SEK', title, { urusan: 'umum', size: Math.min(top.size, 2) })
    tree.add(sekretariat, 'subbag', 'UMPEG', 'Sub Bagian Umum dan Kepegawaian')
    if (large || ['DISDIK', 'DINKES', 'PUPR', 'RSUD', 'SATPOLPP'].includes(spec.code))
      tree.add(sekretariat, 'subbag', 'KEU', 'Sub Bagian Keuangan', { urusan: 'keuangan' })
  }
  if (spec.kind === 'kecamatan') {
    tree.add(top, 'seksi', 'TRANTIB', 'Seksi Ketenteraman dan Ketertiban', { urusan: 'ketertiban' })
    tree.add(top, 'seksi', 'PMK', 'Seksi Pemberdayaan Masyarakat', { urusan: 'sosial' })
  }
  for (const bidang of spec.bidang) addBidang(tree, top, bidang)
  for (const name of spec.upt ?? []) {
    const upt = tree.add(top, 'upt', shortOf(name.replace(/^UPT[DB] /, '')), name)
    tree.add(upt, 'subbag', 'TU', 'Sub Bagian Tata Usaha', { urusan: 'umum', size: 0.5 })
  }
  return top
}

function addSchools(tree: Tree, disdik: Unit) {
  for (const branch of schoolBranches) {
    const cabang = tree.add(disdik, 'cabang', branch.code, `Cabang Dinas Pendidikan ${branch.name}`)
    tree.add(cabang, 'subbag', 'TU', 'Sub Bagian Tata Usaha', { urusan: 'umum' })
    const kinds = [
      ['SMAN', 'SMA Negeri', branch.sma, 1],
      ['SMKN', 'SMK Negeri', branch.smk, 1.2],
      ['SLBN', 'SLB Negeri', branch.slb, 0.6],
    ] as const
    for (const [code, kind, names, size] of kinds)
      for (const name of names) tree.add(cabang, 'sekolah', `${code}-${name.replaceAll(' ', '')}`, `${kind} ${name}`, { size })
  }
}

function provinceTree(tree: Tree, root: Unit) {
  for (const spec of provinceOpd) {
    const top = addOpd(tree, root, spec, true)
    if (spec.code === 'SETDA')
      for (const row of provinceBiro) {
        const biro = tree.add(top, 'biro', row.code, `Biro ${row.name}`, { urusan: row.urusan })
        for (const bagian of row.bagian) tree.add(biro, 'bagian', shortOf(bagian), `Bagian ${bagian}`)
        tree.add(biro, 'subbag', 'TU', 'Sub Bagian Tata Usaha', { urusan: 'umum' })
      }
    if (spec.code === 'DISDIK') addSchools(tree, top)
  }
}

function regencyTree(tree: Tree, root: Unit) {
  const regency = regencies[tree.government.regionCode]!
  for (const spec of regencyOpd(regency)) {
    const top = addOpd(tree, root, spec, false)
    if (spec.code === 'SETDA')
      for (const row of regencyBagian) tree.add(top, 'bagian', row.code, `Bagian ${row.name}`, { urusan: row.urusan })
    if (spec.code === 'DISDIK') {
      for (const name of regency.smp)
        tree.add(top, 'sekolah', `SMPN-${name.replaceAll(' ', '')}`, `SMP Negeri ${name}`, { size: 0.42 })
      for (const name of regency.sd)
        tree.add(top, 'sekolah', `SDN-${name.replaceAll(' ', '')}`, `SD Negeri ${name}`, { size: 0.3 })
    }
    if (spec.code === 'DINKES')
      for (const name of regency.puskesmas)
        tree.add(top, 'puskesmas', `PKM-${name.replaceAll(' ', '')}`, `UPTD Puskesmas ${name}`)
  }
}

/** The trees of all eight local governments; ids run on. */
export function buildUnits(): Unit[] {
  const all: Unit[] = []
  for (const government of localGovernments) {
    const tree = new Tree(government, all.length + 1)
    const root = tree.add(null, 'root', 'PEMDA', `Pemerintah ${government.name}`)
    if (government.id === province.id) provinceTree(tree, root)
    else regencyTree(tree, root)
    all.push(...tree.units)
  }
  return all
}
