import { classLevels } from '../../src/regulation/index.ts'
import { competencies } from './competencies.ts'

type ClassStandard = {
  jenjang: string
  urusan: string | null
  code: string
  level: number
  legalBasis: string
  verified: boolean
}

/** One level for all nine. Editable defaults: a real standard is set for each jabatan and competency. */
const jenjangLevel: Readonly<Record<string, number>> = classLevels.at('2026-11-22').value
const structural = new Set(['jpt_utama', 'jpt_madya', 'jpt_pratama', 'administrator', 'pengawas'])

const unverified = 'bawaan, belum diverifikasi'
const nineBasis = (jenjang: string) =>
  jenjang === 'jpt_madya'
    ? `PermenPANRB 38/2017; tingkat per jenjang ${unverified} (sumber lain menyebut 5)`
    : `PermenPANRB 38/2017; tingkat per jenjang ${unverified}`

const ofTheNine = (): ClassStandard[] =>
  Object.entries(jenjangLevel).flatMap(([jenjang, level]) =>
    competencies
      .filter(row => row.pillar === 'manajerial' || row.pillar === 'sosial_kultural')
      .map(row => ({ jenjang, urusan: null, code: row.code, level, legalBasis: nineBasis(jenjang), verified: false })),
  )

const governmentByJenjang: [jenjang: string, codes: string[], level: number][] = [
  ['jpt_utama', ['P.1', 'P.2', 'P.4'], 5],
  ['jpt_madya', ['P.1', 'P.4', 'P.6'], 4],
  ['jpt_pratama', ['P.1', 'P.4', 'P.6'], 4],
  ['administrator', ['P.4', 'P.5', 'P.7'], 3],
  ['pengawas', ['P.4', 'P.7'], 2],
]
const ofGovernment = (): ClassStandard[] =>
  governmentByJenjang.flatMap(([jenjang, codes, level]) =>
    codes.map(code => ({
      jenjang,
      urusan: null,
      code,
      level,
      legalBasis: `Permendagri 108/2017; ${unverified}`,
      verified: false,
    })),
  )

/** Asked of those who do the work with their own hands, not of those who lead it or keep its books. */
const craft = new Set(['T.PEND.1', 'T.KES.1'])
/** Asked of every urusan, until a jabatan has three; administrators are the ones who commit the budget. */
const generalOf = (jenjang: string) =>
  jenjang === 'administrator'
    ? ['T.KEU.1', 'T.PBJ.1', 'T.UM.2']
    : structural.has(jenjang)
      ? ['T.KEU.1', 'T.UM.2', 'T.UM.1']
      : jenjang === 'pelaksana'
        ? ['T.UM.2', 'T.UM.1']
        : ['T.UM.2']

/** The technical competencies of a jabatan: its urusan's own, then general ones. */
function technicalOf(jenjang: string, urusan: string): [code: string, level: number][] {
  const leads = structural.has(jenjang)
  const all = competencies.filter(row => row.pillar === 'teknis' && row.urusan === urusan).map(row => row.code)
  const own = leads || jenjang === 'pelaksana' ? all.filter(code => !craft.has(code)) : all
  const level = jenjangLevel[jenjang]!
  const core = own[0]!
  const codes = new Set<string>([core])
  if (own[1] && (leads || level >= 3 || urusan === 'umum')) codes.add(own[1])
  for (const code of generalOf(jenjang)) if (codes.size < 3) codes.add(code)
  if (codes.size < 2) codes.add('T.UM.1')
  // The urusan's core is asked at level 2 at least; general knowledge from other urusan at level 3 at most.
  return [...codes].map(code => [code, code === core ? Math.max(level, 2) : own.includes(code) ? level : Math.min(level, 3)])
}

const urusanList: readonly string[] = [
  ...new Set(competencies.flatMap(row => (row.pillar === 'teknis' && row.urusan ? [row.urusan] : []))),
]

const technical = (): ClassStandard[] =>
  Object.keys(jenjangLevel).flatMap(jenjang =>
    urusanList.flatMap(urusan =>
      technicalOf(jenjang, urusan).map(([code, level]) => ({
        jenjang,
        urusan,
        code,
        level,
        legalBasis: `PermenPANRB 38/2017 (teknis menurut urusan); isi dan tingkat ${unverified}`,
        verified: false,
      })),
    ),
  )

/** What the class of a jabatan demands where no standard of its own is set. About thirteen competencies a jabatan. */
export const classStandards: readonly ClassStandard[] = [...ofTheNine(), ...ofGovernment(), ...technical()]
