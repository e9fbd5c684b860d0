import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { actor, browser, grant, servicesFor } from '../../../test/factories/browser.ts'
import { newInstansi, newPegawai, newUnit } from '../../../test/factories/people.ts'
import { readSheetBytes } from '../../../test/factories/workbook.ts'
import type { Role } from '../../platform/actor.ts'
import { asJob, type Database, sql } from '../../platform/db/index.ts'
import { accountRoutes } from '../account-routes.ts'
import { actorById, insertAccount, insertGrant, setClosed } from '../store.ts'

let database: Database
let pages: ReturnType<typeof accountRoutes>
const o = { bangka: 0, belitung: 0, ani: '', budi: '', cici: '', dedi: '', guide: '' }

beforeAll(async () => {
  database = await testDatabase()
  pages = accountRoutes(servicesFor(database))
  await asJob(database.outer, async tx => {
    o.bangka = await newInstansi(tx, { name: 'Kabupaten Bangka', region_code: '19.01' })
    o.belitung = await newInstansi(tx, { name: 'Kabupaten Belitung', region_code: '19.02' })
    const unit_id = await newUnit(tx, { instansi_id: o.bangka })
    const person = (nip: string, name: string, status = 'aktif') =>
      newPegawai(tx, { instansi_id: o.bangka, unit_id, nip, name, status })
    const open = (username: string, name: string, pegawaiId: number | null, mustChange = false) =>
      insertAccount(tx, { username, name, pegawaiId, passwordHash: 'x', mustChange })
    const give = (accountId: string, role: Role, instansiId: number, place: 'instansi' | 'guided' = 'instansi') =>
      insertGrant(tx, { accountId, role, place, instansiId, unitId: null, grantedBy: 'uji' })
    o.ani = await open('ani', 'Ani Wijaya', await person('199001012020121001', 'Ani Wijaya'))
    o.budi = await open('199001022020121001', 'Budi Santoso', await person('199001022020121001', 'Budi Santoso'), true)
    o.cici = await open('cici', 'Cici Lestari', null)
    o.dedi = await open('dedi', 'Dedi Kurnia', null)
    await person('199001032020121001', 'Tanpa Akun')
    await person('199001042020121001', 'Sudah Berhenti', 'berhenti')
    await give(o.ani, 'pengelola', o.bangka)
    await give(o.cici, 'perencana', o.bangka)
    await give(o.cici, 'bappeda', o.bangka)
    await give(o.dedi, 'pengelola', o.belitung)
    await setClosed(tx, o.cici, new Date('2026-11-01T00:00:00Z'))
  })
})
afterAll(() => database.close())

const nation = () => browser(actor({ accountId: 'pusat', grants: [grant('admin', [], { place: 'nation' })] }), { pages })
const bangka = () =>
  browser(actor({ accountId: 'daerah', homeInstansiId: o.bangka, grants: [grant('admin', [o.bangka])] }), { pages })
const listed = (text: string) => {
  const names = new Map(Object.entries(o).map(([name, id]) => [id, name]))
  return [...text.matchAll(/class="row-link" href="\/akun\/([^"]+)"/g)].map(match => names.get(match[1]!) ?? match[1])
}
const find = async (query: string, who = nation()) => listed((await who.get(`/akun?${query}`)).text)

describe('the list of accounts', () => {
  it.each<[string, string, string[]]>([
    ['nothing', '', ['ani', 'budi', 'cici', 'dedi']],
    ['a name', 'q=santoso', ['budi']],
    ['a NIP with its blanks', 'q=19900101+202012', ['ani']],
    ['an account name', 'q=cici', ['cici']],
    ['a role', 'peran=pengelola', ['ani', 'dedi']],
    ['being a pegawai', 'peran=pegawai', ['ani', 'budi']],
    ['a role nobody holds', 'peran=asesor', []],
    ['being open', 'keadaan=terbuka', ['ani', 'budi', 'dedi']],
    ['being closed', 'keadaan=ditutup', ['cici']],
    ['never having been used', 'keadaan=belum_dipakai', ['budi']],
    ['a government', 'instansi=19.02', ['dedi']],
    ['all at once', 'peran=pengelola&keadaan=terbuka&instansi=19.01', ['ani']],
    ['what is no role', 'peran=raja', ['ani', 'budi', 'cici', 'dedi']],
  ])('is narrowed by %s', async (_, query, expected) => expect(await find(query)).toEqual(expected))

  it('is sorted by name and by account, either way', async () => {
    expect(await find('arah=turun')).toEqual(['dedi', 'cici', 'budi', 'ani'])
    expect(await find('urut=akun')).toEqual(['budi', 'ani', 'cici', 'dedi'])
    expect(await find('urut=akun&arah=turun')).toEqual(['dedi', 'cici', 'ani', 'budi'])
  })

  it('of one government holds its own, says who has no account, and leads to opening them', async () => {
    const { text } = await bangka().get('/akun')
    expect(listed(text)).toEqual(['ani', 'budi', 'cici'])
    expect(text).toContain('1 pegawai Kabupaten Bangka belum punya akun')
    expect(text).toContain('href="/akun/massal?instansi=19.01"')
    expect(text).not.toContain('name="instansi"')
    expect((await bangka().get('/akun?instansi=19.02')).status).toBe(404)
    expect((await bangka().get(`/akun/${o.dedi}`)).status).toBe(404)
    expect((await nation().get('/akun?instansi=19.02')).text).toContain('Semua pegawai Kabupaten Belitung sudah punya akun')
  })

  it('says so where nothing is left, keeping what was chosen', async () => {
    const { text } = await nation().get('/akun?q=zzz&peran=asesor')
    expect(text).toContain('Tidak ada akun yang cocok')
    expect(text).toContain('value="zzz"')
    expect(text).toContain('<option value="asesor" selected')
    expect(text).not.toContain('/akun.xlsx')
  })

  it('comes as a workbook of what was asked for, and that is written down', async () => {
    const sheet = await readSheetBytes(await (await bangka().get('/akun.xlsx?peran=perencana')).bytes())
    expect(sheet[1]).toEqual(['Nama lengkap', 'Akun', 'NIP pegawai', 'Instansi', 'Peran', 'Keadaan'])
    expect(sheet.slice(2)).toEqual([
      [
        'Cici Lestari',
        'cici',
        null,
        'Kabupaten Bangka',
        'Perencana (satu instansi: Kabupaten Bangka); Bappeda (satu instansi: Kabupaten Bangka)',
        'Ditutup',
      ],
    ])
    const all = await readSheetBytes(await (await bangka().get('/akun.xlsx')).bytes())
    expect(all.slice(2).map(row => [row[1], row[2], row[5]])).toEqual([
      ['ani', '199001012020121001', 'Terbuka'],
      ['199001022020121001', '199001022020121001', 'Belum pernah dipakai'],
      ['cici', null, 'Ditutup'],
    ])
    const { rows } = await asJob(database.outer, tx =>
      sql<{ instansi_id: number; rows: number; account_id: string }>`
        SELECT instansi_id, rows, account_id FROM audit_entry WHERE verb = 'export_accounts' ORDER BY id DESC LIMIT 1`.execute(
        tx,
      ),
    )
    expect(rows).toEqual([{ instansi_id: o.bangka, rows: 3, account_id: 'daerah' }])
    for (const path of ['/akun', '/akun.xlsx'])
      expect((await browser(actor({ grants: [grant('pengelola', [o.bangka])] }), { pages }).get(path)).status).toBe(403)
  })
})

describe('an account', () => {
  it('asks before a role of it ends, and leads to its trail', async () => {
    const { text } = await bangka().get(`/akun/${o.ani}`)
    expect(text).toContain('Wewenangnya hilang sejak halaman berikutnya')
    expect(text).toMatch(/<details class="confirm"[^>]*>(?:(?!<\/details>).)*\/akhiri"/)
    expect(text).toContain('href="/jejak?oleh=ani"')
  })

  it('knows at which government a role is held that reaches further', async () => {
    await asJob(database.outer, tx => sql`UPDATE instansi SET guided_by = ${o.bangka} WHERE id = ${o.belitung}`.execute(tx))
    await asJob(database.outer, tx =>
      insertGrant(tx, {
        accountId: o.dedi,
        role: 'bappeda',
        place: 'guided',
        instansiId: o.bangka,
        unitId: null,
        grantedBy: 'uji',
      }),
    )
    const dedi = (await actorById(database.outer, o.dedi))!
    expect(dedi.grants.map(({ role, at, instansiIds }) => [role, at, instansiIds])).toEqual([
      ['pengelola', o.belitung, [o.belitung]],
      ['bappeda', o.bangka, [o.bangka, o.belitung]],
    ])
  })
})
