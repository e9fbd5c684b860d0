import { afterAll, beforeAll, expect, it } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { bareApp } from '../../../test/factories/app.ts'
import { newInstansi, newUnit } from '../../../test/factories/people.ts'
import { asJob, type Database, sql } from '../../platform/db/index.ts'

let database: Database
let app: Awaited<ReturnType<typeof bareApp>>
let [ani, budi] = ['', '']

beforeAll(async () => {
  database = await testDatabase()
  await asJob(database.outer, async tx => {
    const instansi_id = await newInstansi(tx, { name: 'Kabupaten Uji', region_code: '99.01' })
    await newUnit(tx, { instansi_id })
  })
  app = await bareApp(database)
  await app.account('ani', 'kereta malam ke timur', { role: 'perencana' })
  await app.account('budi', 'kereta malam ke barat', {})
  ani = await app.signIn('ani', 'kereta malam ke timur')
  budi = await app.signIn('budi', 'kereta malam ke barat')
})
afterAll(async () => {
  app.cleanUp()
  await database.close()
})

const save = (fields: Record<string, string>, cookie = ani) => app.post('/tampilan', fields, cookie)
const kept = () =>
  asJob(database.outer, async tx => {
    const { rows } = await sql<{ id: number; code: string; name: string; path: string; account: string }>`
      SELECT v.id, v.code, v.name, v.path, a.username AS account FROM identity.saved_view v JOIN identity.user_account a ON a.id = v.account_id
      ORDER BY v.id`.execute(tx)
    return rows
  })

it('a list is kept under a name, found on it again, and shared by a link that carries an address', async () => {
  const answer = await save({ nama: '  Urgen\u202e saja ', alamat: '/kebutuhan?instansi=99.01&tingkat=urgen&halaman=4' })
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/kebutuhan?instansi=99.01&tingkat=urgen'])
  const [view] = await kept()
  expect(view).toMatchObject({ account: 'ani', name: 'Urgen saja', path: '/kebutuhan?instansi=99.01&tingkat=urgen' })
  const page = await (await app.get('/kebutuhan?instansi=99.01&tingkat=urgen', ani)).text()
  expect(page).toContain('<a class="chip" href="/kebutuhan?instansi=99.01&amp;tingkat=urgen" aria-current="true">Urgen saja</a>')
  expect(await (await app.get('/kesenjangan?instansi=99.01', ani)).text()).not.toContain('Urgen saja')
  // The government that is shown is kept with the view where the address leaves it to who asks.
  const unnamed = await (await app.get('/kebutuhan?tingkat=urgen', ani)).text()
  expect(unnamed).toContain('name="alamat" value="/kebutuhan?tingkat=urgen&amp;instansi=99.01"')
  expect(unnamed).toContain('aria-current="true">Urgen saja</a>')
  expect(await (await app.get('/tampilan', ani)).text()).toContain(`value="http://piawai.test/t/${view!.code}"`)

  // Not signed in: to the sign-in and back. Signed in without the right: the list says no, the link told nothing.
  const link = `/t/${view!.code}`
  expect((await app.ask(link)).headers.get('Location')).toBe(`/masuk?kembali=${encodeURIComponent(link)}`)
  const followed = await app.get(link, budi)
  expect([followed.status, followed.headers.get('Location')]).toEqual([303, view!.path])
  expect(await followed.text()).not.toContain('Urgen')
  expect((await app.get(view!.path, budi)).status).toBe(403)
  expect((await app.get('/t/tidakadatidak', ani)).status).toBe(404)
})

it.each([
  ['https://jahat.example/kebutuhan', 'Nama'],
  ['//jahat.example/kebutuhan', 'Nama'],
  ['/\\jahat.example/kebutuhan', 'Nama'],
  ['/kebutuhan\r\nSet-Cookie: a=b', 'Nama'],
  ['/keluar', 'Nama'],
  ['/t/abcdefghjkmn', 'Nama'],
  ['/kebutuhan', ''],
  ['/kebutuhan', '\u200b\u202e'],
  ['/kebutuhan', 'a'.repeat(81)],
])('%s under “%s” is refused, and what was typed stays', async (alamat, nama) => {
  const before = await kept()
  const answer = await save({ alamat, nama })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('Belum disimpan')
  expect(await kept()).toEqual(before)
})

it('a hostile name is text', async () => {
  await save({ nama: '<script>alert(1)</script>"\'', alamat: '/kebutuhan?q=%3Cimg%20src%3Dx%3E' })
  for (const path of ['/tampilan', '/kebutuhan?instansi=99.01']) {
    const page = await (await app.get(path, ani)).text()
    expect(page).toContain('&lt;script>')
    expect(page).not.toContain('<script>alert')
    expect(page).not.toContain('<img src=x>')
  }
})

it('a name is taken once by an account; another account has its own', async () => {
  await save({ nama: 'Rangkap', alamat: '/kebutuhan' })
  const again = await save({ nama: 'rangkap', alamat: '/kesenjangan' })
  expect(again.status).toBe(422)
  expect(await again.text()).toContain('sudah mempunyai tampilan bernama ini')
  expect((await save({ nama: 'Rangkap', alamat: '/kebutuhan' }, budi)).status).toBe(303)
})

it('is removed by who keeps it, and by nobody else; both are in the trail', async () => {
  const view = (await kept()).find(one => one.name === 'Rangkap' && one.account === 'ani')!
  await app.post(`/tampilan/${view.id}/hapus`, {}, budi)
  expect((await kept()).map(one => one.id)).toContain(view.id)
  await app.post(`/tampilan/${view.id}/hapus`, {}, ani)
  expect((await kept()).map(one => one.id)).not.toContain(view.id)
  expect((await app.get(`/t/${view.code}`, ani)).status).toBe(404)
  const { rows } = await asJob(database.outer, tx =>
    sql`SELECT verb, detail FROM audit_entry WHERE subject = ${`view:${view.id}`} ORDER BY id`.execute(tx),
  )
  expect(rows).toEqual([
    { verb: 'save_view', detail: { label: 'Rangkap' } },
    { verb: 'remove_view', detail: { label: 'Rangkap' } },
  ])
})

it('an account keeps fifty', async () => {
  await asJob(database.outer, tx =>
    sql`
      INSERT INTO identity.saved_view (account_id, code, name, path, created_at)
      SELECT a.id, 'penuh' || n, 'Penuh ' || n, '/kebutuhan', now() FROM identity.user_account a, generate_series(1, 49) n WHERE a.username = 'budi'`.execute(
      tx,
    ),
  )
  const answer = await save({ nama: 'Satu lagi', alamat: '/kebutuhan' }, budi)
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('50 tampilan')
})
