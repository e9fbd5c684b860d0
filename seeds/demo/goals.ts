type Goal = { link: 0.5 | 1; text: string }

/** Aims as a regional plan would word them; made up for the demo, no government has set them. */
const goals: readonly { codes: string[]; link: 0.5 | 1; text: string }[] = [
  {
    codes: ['T.KEU.1', 'T.KEU.2', 'P.4'],
    link: 1,
    text: 'Meningkatnya kemandirian fiskal dan mutu pengelolaan keuangan daerah (opini WTP)',
  },
  { codes: ['T.UM.2', 'T.KOM.1'], link: 1, text: 'Meningkatnya indeks SPBE dan layanan digital pemerintah' },
  { codes: ['T.PBJ.1'], link: 1, text: 'Meningkatnya tata kelola pengadaan dan belanja produk dalam negeri' },
  { codes: ['M.5', 'T.IZIN.1', 'T.DUK.1'], link: 1, text: 'Meningkatnya indeks pelayanan publik' },
  { codes: ['T.PEND.1', 'T.PEND.2'], link: 1, text: 'Meningkatnya mutu pendidikan dan rata-rata lama sekolah' },
  { codes: ['T.KES.1', 'T.KES.2'], link: 1, text: 'Menurunnya prevalensi stunting dan angka kematian ibu' },
  { codes: ['T.KLT.1', 'T.PAR.1'], link: 1, text: 'Meningkatnya nilai tambah kelautan dan pariwisata pascatambang timah' },
  { codes: ['T.LH.1'], link: 1, text: 'Meningkatnya kualitas lingkungan hidup dan pemulihan lahan bekas tambang' },
  { codes: ['T.TAN.1'], link: 0.5, text: 'Meningkatnya ketahanan pangan dan produksi lada' },
  { codes: ['T.SOS.1', 'T.NAKER.1'], link: 0.5, text: 'Menurunnya kemiskinan dan pengangguran terbuka' },
  { codes: ['T.PU.1', 'T.HUB.1'], link: 0.5, text: 'Meningkatnya kemantapan jalan dan konektivitas antarpulau' },
  {
    codes: ['T.REN.1', 'T.WAS.1', 'T.ARS.1', 'P.1', 'P.5', 'P.6'],
    link: 0.5,
    text: 'Meningkatnya akuntabilitas kinerja (SAKIP)',
  },
  {
    codes: ['M.4', 'M.6', 'M.7', 'M.8', 'T.KPG.1', 'T.KPG.2'],
    link: 0.5,
    text: 'Meningkatnya indeks profesionalitas dan sistem merit ASN',
  },
  { codes: ['T.DAG.1'], link: 0.5, text: 'Meningkatnya daya saing UMKM' },
  { codes: ['T.TRB.1'], link: 0.5, text: 'Menurunnya risiko bencana dan pelanggaran ketertiban' },
]
const goalByCode = new Map<string, Goal>(
  goals.flatMap(({ codes, link, text }) => codes.map(code => [code, { link, text }] as const)),
)

/** Each government stresses something else in its plan. */
const stressed: Record<number, string[]> = {
  3: ['T.LH.1', 'T.TAN.1'],
  4: ['T.PAR.1', 'T.HUB.1'],
  5: ['T.TAN.1', 'T.PU.1'],
  6: ['T.SOS.1', 'T.DAG.1'],
  7: ['T.TAN.1', 'T.SOS.1'],
  8: ['T.PAR.1', 'T.DAG.1'],
  9: ['T.DAG.1', 'M.7'],
}

/** Null where the competency serves no goal of the plan: a known 0, not an unknown. */
export function goalOf(instansiId: number, place: string, code: string): { link: 0 | 0.5 | 1; text: string | null } {
  const goal = goalByCode.get(code)
  if (!goal) return { link: 0, text: null }
  const link = stressed[instansiId]?.includes(code) ? 1 : goal.link
  return { link, text: `RPJMD ${place} 2025–2029: ${goal.text}` }
}

const structural = ['jpt_madya', 'jpt_pratama', 'administrator', 'pengawas']
const mandates: readonly { codes: string[]; jenjang?: string[]; basis: string }[] = [
  { codes: ['T.PBJ.1'], basis: 'Perpres 16/2018 jo 12/2021: sertifikat kompetensi PBJ' },
  { codes: ['T.KEU.1'], basis: 'UU 1/2022 (HKPD): sertifikasi APKD' },
  { codes: ['T.PEND.1'], basis: 'UU 14/2005: sertifikat pendidik' },
  { codes: ['T.KES.1'], basis: 'UU 17/2023: registrasi dan kecukupan SKP' },
  { codes: ['T.WAS.1'], basis: 'PP 60/2008: sertifikasi auditor' },
  {
    codes: ['P.1', 'P.4', 'P.5', 'P.6', 'P.7'],
    jenjang: structural,
    basis: 'UU 23/2014 Pasal 233 ayat (4); Permendagri 108/2017',
  },
]
export const mandateOf = (jenjang: string, code: string): string | null =>
  mandates.find(row => row.codes.includes(code) && (!row.jenjang || row.jenjang.includes(jenjang)))?.basis ?? null
