export type Government = {
  id: number
  kind: 'kementerian' | 'provinsi' | 'kabupaten' | 'kota'
  name: string
  regionCode: string
  bknCode: string
  guidedBy: number | null
  officeNames: Record<string, string>
  /** ASN whose status is `aktif`; the ministry keeps its people elsewhere. */
  active: number
  /** Others on the list: on study leave, about to retire, left … */
  inactive: number
  /** People with a valid mapping result among the active. */
  assessed: number
  /** … and with expired results only. */
  expired: number
}

const place = (
  id: number,
  kind: Government['kind'],
  name: string,
  regionCode: string,
  bknCode: string,
  offices: [kepegawaian: string, pelatihan: string, perencanaan: string],
  [active, assessed, expired]: [number, number, number],
): Government => ({
  id,
  kind,
  name,
  regionCode,
  bknCode,
  guidedBy: kind === 'kementerian' ? null : kind === 'provinsi' ? 1 : 2,
  officeNames: { kepegawaian: offices[0], pelatihan: offices[1], perencanaan: offices[2] },
  active,
  inactive: kind === 'provinsi' ? 60 : kind === 'kementerian' ? 0 : 5,
  assessed,
  expired,
})

/** BKN codes from its list of instansi. The province counts 6,129 ASN of whom 5,210 (85 %) are mapped. */
export const governments: readonly Government[] = [
  place(1, 'kementerian', 'Kementerian Dalam Negeri', '3001', '3001', ['Biro SDM', 'BPSDM', 'Biro Perencanaan'], [0, 0, 0]),
  place(2, 'provinsi', 'Provinsi Kepulauan Bangka Belitung', '19', '5700', ['BKPSDMD', 'BPSDM', 'Bappeda'], [6129, 5210, 250]),
  place(3, 'kabupaten', 'Kabupaten Bangka', '19.01', '5701', ['BKPSDMD', 'BKPSDMD', 'Bappeda'], [618, 544, 21]),
  place(4, 'kabupaten', 'Kabupaten Belitung', '19.02', '5702', ['BKPSDM', 'BKPSDM', 'Bapperida'], [604, 459, 30]),
  place(5, 'kabupaten', 'Kabupaten Bangka Barat', '19.03', '5703', ['BKPSDMD', 'BKPSDMD', 'Bappeda'], [587, 370, 44]),
  place(6, 'kabupaten', 'Kabupaten Bangka Tengah', '19.04', '5704', ['BKPSDMD', 'BKPSDMD', 'Bapelitbangda'], [596, 417, 12]),
  place(7, 'kabupaten', 'Kabupaten Bangka Selatan', '19.05', '5705', ['BKPP', 'BKPP', 'Bappelitbangda'], [583, 239, 61]),
  place(8, 'kabupaten', 'Kabupaten Belitung Timur', '19.06', '5706', ['BKPSDM', 'BKPSDM', 'Bapperida'], [592, 308, 27]),
  place(9, 'kota', 'Kota Pangkalpinang', '19.71', '5771', ['BKPSDMD', 'BKPSDMD', 'Bapperida'], [619, 576, 9]),
]
export const province = governments[1]!
export const localGovernments = governments.slice(1)
