import { generateDemo } from '../seeds/demo/generate.ts'
import type { CellToWrite } from '../src/platform/sheet/index.ts'
import { writeWorkbook } from '../src/platform/sheet/index.ts'
import { startServer } from '../test/running-server.ts'

// The office of the bench: an empty installation, and the spreadsheets of a province of any size.

type DemoRow = Record<string, string | number | boolean | null>
const rowsOf = (tables: ReturnType<typeof generateDemo>['tables'], name: string) =>
  tables.find(table => table.name === name)!.rows as DemoRow[]

export function provinceRows() {
  const { tables } = generateDemo('2026-11-22')
  const province = rowsOf(tables, 'instansi').find(row => row.region_code === '19')!.id
  const own = (name: string) => rowsOf(tables, name).filter(row => row.instansi_id === province)
  return { units: own('unit'), posts: own('jabatan'), people: own('pegawai').filter(row => row.status === 'aktif') }
}
type Province = ReturnType<typeof provinceRows>

const columns = (headers: readonly string[]) => headers.map(header => ({ header }))

export function postSheet({ units, posts }: Province) {
  const byId = new Map(units.map(unit => [unit.id, unit]))
  const unitCells = (unit: DemoRow): CellToWrite[] => {
    const parent = unit.parent_id === null ? undefined : byId.get(unit.parent_id as number)
    return [unit.code as string, unit.name as string, parent && parent.parent_id !== null ? (parent.code as string) : null]
  }
  const named = units.filter(unit => unit.parent_id !== null)
  const held = new Set(posts.map(post => post.unit_id))
  const rows = [
    ...named.filter(unit => !held.has(unit.id!)).map(unit => [...unitCells(unit), null, null, null, null, null, null]),
    ...posts.map(post => [
      ...unitCells(byId.get(post.unit_id as number)!),
      post.code as string,
      post.name as string,
      post.jenis as string,
      post.jenjang as string,
      post.urusan as string | null,
      post.is_head ? 'ya' : 'tidak',
    ]),
  ]
  return writeWorkbook([
    {
      name: 'Jabatan',
      columns: columns([
        'Kode unit',
        'Nama unit',
        'Kode unit induk',
        'Kode jabatan',
        'Nama jabatan',
        'Jenis jabatan',
        'Jenjang',
        'Urusan',
        'Kepala unit',
      ]),
      rows,
    },
  ])
}

const digits = (n: number, length: number) => String(n).padStart(length, '0')

/** `count` people with valid NIPs: the province's own, then as many more as are asked for in the same posts. */
export function peopleCells({ people, posts }: Province, count: number): string[][] {
  const code = new Map(posts.map(post => [post.id, String(post.code)]))
  const rest = people.filter(person => !posts.find(post => post.id === person.jabatan_id)?.is_head)
  return Array.from({ length: count }, (_, index) => {
    const person = people[index] ?? rest[index % rest.length]!
    const k = index - people.length
    const nip =
      k < 0
        ? String(person.nip)
        : `${1966 + (k % 34)}${digits(1 + (Math.floor(k / 34) % 12), 2)}${digits(1 + (Math.floor(k / 408) % 28), 2)}${1966 + (k % 34) + 24}01${1 + (k % 2)}${digits(Math.floor(k / 11_424) + 501, 3)}`
    const sex = k < 0 ? String(person.sex) : k % 2 === 0 ? 'l' : 'p'
    return [
      nip,
      String(person.name),
      k < 0 ? String(person.employment) : 'pns',
      sex,
      code.get(person.jabatan_id as number) ?? '',
      '01-02-2024',
    ]
  })
}

export const peopleHeaders = ['NIP', 'Nama', 'Status kepegawaian', 'Jenis kelamin', 'Kode jabatan', 'TMT jabatan']
export const peopleSheet = (cells: string[][]) =>
  writeWorkbook([{ name: 'Pegawai', columns: columns(peopleHeaders), rows: cells }])

const password = 'empat kucing di atap'

/** An empty installation of province 19 with its units and posts imported. */
export async function emptyOffice(folder: string, province: Province) {
  const server = await startServer(folder, { PIAWAI_DEMO: '0' })
  const kunci = new URL(/https?:\/\/\S+/.exec(server.line)![0]).searchParams.get('kunci')!
  const post = (path: string, body: Record<string, string>) =>
    fetch(server.url + path, { method: 'POST', body: new URLSearchParams(body), redirect: 'manual' })
  const made = await post('/pasang', { kunci, wilayah: '19', nama: 'Admin', akun: 'kantor', sandi: password })
  if (made.status !== 303) throw new Error(`set-up answered ${made.status}`)
  const entered = await post('/masuk', { akun: 'kantor', sandi: password })
  const cookie = entered.headers
    .getSetCookie()
    .map(one => one.split(';')[0])
    .join('; ')
  const office = { server, cookie }
  await importFile(office, 'jabatan', await postSheet(province))
  return office
}

type Office = Awaited<ReturnType<typeof emptyOffice>>
export type Imported = { state: string; counts: Record<string, number>; seconds: number; problem?: unknown }

type ImportNow = { id: number; state: string; counts: Record<string, number>; problem?: unknown }
const calling =
  ({ server, cookie }: Office) =>
  async (path: string, init: RequestInit = {}) => {
    const response = await fetch(`${server.url}/api/v1${path}`, { ...init, headers: { cookie, ...init.headers } })
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return (await response.json()) as ImportNow
  }

async function until(office: Office, id: number, state: string): Promise<ImportNow> {
  for (;;) {
    const now = await calling(office)(`/imports/${id}`)
    if (now.state === state) return now
    if (['failed', 'cancelled', 'mapping'].includes(now.state)) throw new Error(`import ${now.state}: ${JSON.stringify(now)}`)
    await new Promise(resolve => setTimeout(resolve, 100))
  }
}

/** From the upload to the preview: read, checked, compared, and nothing written. */
export async function checkFile(office: Office, kind: string, bytes: Uint8Array): Promise<ImportNow & { seconds: number }> {
  const started = performance.now()
  const { id } = await calling(office)(`/imports?instansi=19&kind=${kind}&filename=${kind}.xlsx`, {
    method: 'POST',
    body: bytes as Uint8Array<ArrayBuffer>,
    headers: { 'content-type': 'application/octet-stream' },
  })
  return { ...(await until(office, id, 'preview')), seconds: (performance.now() - started) / 1000 }
}

/** From the upload to the result. */
export async function importFile(office: Office, kind: string, bytes: Uint8Array): Promise<Imported> {
  const started = performance.now()
  const { id } = await checkFile(office, kind, bytes)
  await calling(office)(`/imports/${id}/apply`, { method: 'POST' })
  const done = await until(office, id, 'done')
  return { ...done, seconds: (performance.now() - started) / 1000 }
}
