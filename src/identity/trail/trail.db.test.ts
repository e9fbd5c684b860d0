import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { actor, browser, grant, servicesFor } from '../../../test/factories/browser.ts'
import { newInstansi, newPegawai, newUnit } from '../../../test/factories/people.ts'
import { readSheetBytes } from '../../../test/factories/workbook.ts'
import { audit, brokenSeal, sealAudit } from '../../platform/audit/index.ts'
import { asJob, type Database, sql, type Tx } from '../../platform/db/index.ts'
import { insertAccount } from '../store.ts'
import { trailRoutes } from './routes.ts'

let database: Database
let pages: ReturnType<typeof trailRoutes>
const o = { bangka: 0, papua: 0, ani: 0, akunAni: '', akunBudi: '' }
const ids: Record<string, number> = {}

const at = (time: string) => new Date(`2026-11-${time}Z`)
async function write(tx: Tx, name: string, time: string, who: string | null, verb: string, subject: string, more: object = {}) {
  await audit(tx, who, at(time), { verb, subject, ...more })
  const { rows } = await sql<{ id: number }>`SELECT max(id) AS id FROM audit_entry`.execute(tx)
  ids[name] = Number(rows[0]!.id)
}

beforeAll(async () => {
  database = await testDatabase()
  pages = trailRoutes(servicesFor(database))
  await asJob(database.outer, async tx => {
    o.bangka = await newInstansi(tx, { name: 'Kabupaten Bangka', region_code: '19.01' })
    o.papua = await newInstansi(tx, { name: 'Provinsi Papua Selatan', region_code: '93', time_zone: 'Asia/Jayapura' })
    o.ani = await newPegawai(tx, {
      instansi_id: o.bangka,
      unit_id: await newUnit(tx, { instansi_id: o.bangka }),
      nip: '199001012020121001',
      name: 'Ani Wijaya',
    })
    const open = (username: string, name: string, pegawaiId: number | null) =>
      insertAccount(tx, { username, name, pegawaiId, passwordHash: 'x', mustChange: false })
    o.akunAni = await open('ani', 'Ani Wijaya', o.ani)
    o.akunBudi = await open('budi.ani', 'Budi Santoso', null)
    await write(tx, 'import', '02T03:00:00', o.akunBudi, 'apply_import', 'import:7', {
      instansiId: o.bangka,
      rows: 12,
      detail: { kind: 'pegawai', file: 'asn-100%.xlsx', counts: { new: 12 } },
    })
    await write(tx, 'move', '03T16:30:00', o.akunBudi, 'transfer_pegawai', `pegawai:${o.ani}`, {
      instansiId: o.bangka,
      detail: { why: 'Mutasi ke dinas lain' },
    })
    await write(tx, 'sign', '04T03:00:00', o.akunAni, 'sign_in', 'account')
    await write(tx, 'system', '05T03:00:00', null, 'recalculate', 'instansi', { instansiId: o.papua })
    await sealAudit(tx, at('05T04:00:00'))
    await write(tx, 'tail', '22T02:59:00', o.akunAni, 'update_instansi', `instansi:${o.papua}`, { instansiId: o.papua })
  })
})
afterAll(() => database.close())

const nation = () => browser(actor({ accountId: 'pusat', grants: [grant('admin', [], { place: 'nation' })] }), { pages })
const adminOf = (...instansi: number[]) =>
  browser(actor({ accountId: 'daerah', homeInstansiId: instansi[0]!, grants: [grant('admin', instansi)] }), { pages })
/** The entries of a list, in its order. */
const listed = (text: string) => {
  const names = new Map(Object.entries(ids).map(([name, id]) => [id, name]))
  return [...text.matchAll(/class="row-link" href="\/jejak\/(\d+)"/g)].map(match => names.get(Number(match[1])) ?? match[1])
}
const find = async (query: string, who = nation()) => listed((await who.get(`/jejak?${query}`)).text)

describe('the trail', () => {
  it('is read from the newest on, or from the oldest', async () => {
    expect(await find('')).toEqual(['tail', 'system', 'sign', 'move', 'import'])
    expect(await find('arah=naik')).toEqual(['import', 'move', 'sign', 'system', 'tail'])
  })

  it('says what, to what, by whom and when, in words, with what is unsealed', async () => {
    const { text } = await nation().get('/jejak')
    for (const words of [
      'Menulis impor',
      'impor 7',
      'berkas asn-100%.xlsx',
      'pegawai Ani Wijaya',
      'alasan: Mutasi ke dinas lain',
      'Sistem',
    ])
      expect(text).toContain(words)
    expect(text).toContain('1 catatan terbaru belum bersegel')
    expect(text).not.toContain('&quot;counts&quot;')
  })

  it.each<[string, string, string[]]>([
    ['the words of what was done', 'q=menulis+impor', ['import']],
    ['the words of what it was about, with its number', 'q=impor+7', ['import']],
    ['the name of whom it was about', 'q=wijaya', ['tail', 'sign', 'move']],
    ['the NIP of whom it was about', 'q=199001012020121001', ['move']],
    ['who did it', 'q=santoso', ['move', 'import']],
    ['the system itself', 'q=sistem', ['system']],
    ['all of several words', 'q=santoso+memindahkan', ['move']],
    ['a sign that means something to the database', 'q=%25', []],
    ['what nobody wrote', 'q=zzz', []],
    ['by whom: exactly an account', 'oleh=ani', ['tail', 'sign']],
    ['by whom: in any case', 'oleh=ANI', ['tail', 'sign']],
    ['by whom: part of a name', 'oleh=santo', ['move', 'import']],
    ['by whom: a NIP', 'oleh=19900101', ['tail', 'sign']],
    ['by whom: nobody', 'oleh=dedi', []],
    ['what was done', 'perubahan=sign_in', ['sign']],
    ['what was done, unknown', 'perubahan=apa', ['tail', 'system', 'sign', 'move', 'import']],
    ['one thing alone', 'tentang=import:7', ['import']],
    ['a government', 'instansi=19.01', ['move', 'import']],
    ['what belongs to none', 'instansi=-', ['sign']],
    ['from a day on', 'dari=2026-11-04', ['tail', 'system', 'sign']],
    // 3 November 23.30 in Jakarta is the 4th in Jayapura.
    ['until a day', 'sampai=2026-11-03', ['move', 'import']],
    ['a day as it is in Jayapura', 'instansi=93&dari=2026-11-05&sampai=2026-11-05', ['system']],
    ['days the wrong way round', 'dari=2026-11-04&sampai=2026-11-03', []],
    ['what is no day', 'dari=kemarin', ['tail', 'system', 'sign', 'move', 'import']],
    ['a page that is not there', 'halaman=9', []],
  ])('is searched and narrowed by %s', async (_, query, expected) => expect(await find(query)).toEqual(expected))

  it('counts a day from midnight where the government is', async () => {
    await asJob(database.outer, tx => write(tx, 'dawn', '10T15:30:00', null, 'recalculate', 'uji', { instansiId: o.papua }))
    // 00.30 of the 11th in Jayapura, 22.30 of the 10th in Jakarta.
    expect(await find('instansi=93&dari=2026-11-11&sampai=2026-11-11')).toEqual(['dawn'])
    expect(await find('dari=2026-11-11&sampai=2026-11-11')).toEqual([])
    expect((await nation().get('/jejak?instansi=93&dari=2026-11-11')).text).toContain('WIT')
    await database.asOwner(db => sql`DELETE FROM audit_entry WHERE id = ${ids.dawn}`.execute(db))
    delete ids.dawn
  })

  it('keeps what was typed, and says so where nothing is left or the days are swapped', async () => {
    const { text } = await nation().get('/jejak?q=zzz&oleh=dedi&dari=2026-11-04&sampai=2026-11-03')
    for (const value of [
      'value="zzz"',
      'value="dedi"',
      'value="2026-11-04"',
      'Tidak ada catatan yang cocok',
      'lebih awal daripada',
    ])
      expect(text).toContain(value)
    expect(text).not.toContain('/jejak.xlsx')
  })

  it('holds for an admin of one government its own entries only, and offers no other', async () => {
    expect(await find('', adminOf(o.bangka))).toEqual(['move', 'import'])
    const { text } = await adminOf(o.bangka).get('/jejak')
    expect(text).not.toContain('name="instansi"')
    expect((await adminOf(o.bangka, o.papua).get('/jejak')).text).toContain('<option value="93"')
    expect((await adminOf(o.bangka).get('/jejak?instansi=93')).status).toBe(404)
    expect((await adminOf(o.bangka).get('/jejak?instansi=-')).status).toBe(404)
    for (const other of [actor({ pegawaiId: 1 }), actor({ grants: [grant('pengelola', [o.bangka])] })])
      for (const path of ['/jejak', '/jejak.xlsx', `/jejak/${ids.import}`, '/jejak/hapus'])
        expect((await browser(other, { pages }).get(path)).status).toBe(403)
  })

  it('comes as a workbook of what was asked for, and that is written down as a view', async () => {
    const answer = await nation().get('/jejak.xlsx?q=impor&arah=naik')
    const sheet = await readSheetBytes(await answer.bytes())
    expect(sheet[1]!.slice(0, 4)).toEqual(['Nomor', 'Waktu', 'Oleh', 'Akun'])
    expect(sheet).toHaveLength(3)
    expect(sheet[2]).toEqual([
      ids.import,
      '2 November 2026 10.00 WIB',
      'Budi Santoso',
      'budi.ani',
      'Menulis impor',
      'impor 7',
      'berkas asn-100%.xlsx',
      'Kabupaten Bangka',
      12,
      'Tersegel',
      expect.stringMatching(/^[0-9a-f]{64}$/),
    ])
    const { rows } = await asJob(database.outer, tx =>
      sql<{ account_id: string; rows: number; detail: unknown }>`
        SELECT account_id, rows, detail FROM audit_entry WHERE verb = 'export_trail' ORDER BY id DESC LIMIT 1`.execute(tx),
    )
    expect(rows[0]).toMatchObject({ account_id: 'pusat', rows: 1, detail: { filter: { q: 'impor' } } })
    await adminOf(o.bangka).get('/jejak.xlsx')
    expect(await find('perubahan=export_trail', adminOf(o.bangka))).toHaveLength(1)
  })
})

describe('an entry', () => {
  it('says all that it holds, that it is as it was written, and leads to what it is about', async () => {
    const { text } = await nation().get(`/jejak/${ids.import}`)
    for (const words of [
      'Menulis impor',
      'Isi catatan ini cocok dengan sidiknya',
      'Tersegel 5 November 2026',
      'href="/impor/7"',
      'tentang=import%3A7',
    ])
      expect(text).toContain(words)
    expect(text).toContain('&quot;new&quot;: 12')
    expect((await nation().get(`/jejak/${ids.tail}`)).text).toContain('Belum bersegel')
    expect((await nation().get(`/jejak/${ids.sign}`)).text).toContain('Catatan ini tidak memuat rincian')
    expect(
      (await browser(actor({ grants: [grant('admin', [], { place: 'nation' })] }), { pages }, 'en').get(`/jejak/${ids.import}`))
        .text,
    ).toContain('What this entry says fits its digest')
  })

  it('of another government, or of none, is not there', async () => {
    expect((await adminOf(o.bangka).get(`/jejak/${ids.import}`)).status).toBe(200)
    for (const id of [ids.system, ids.sign, 999_999]) expect((await adminOf(o.bangka).get(`/jejak/${id}`)).status).toBe(404)
  })

  it('that somebody altered in the database says so', async () => {
    await database.asOwner(db => sql`UPDATE audit_entry SET rows = 13 WHERE id = ${ids.import}`.execute(db))
    expect((await nation().get(`/jejak/${ids.import}`)).text).toContain('tidak cocok dengan sidiknya')
    await database.asOwner(db => sql`UPDATE audit_entry SET rows = 12 WHERE id = ${ids.import}`.execute(db))
  })
})

describe('erasing a detail', () => {
  const erase = (who: ReturnType<typeof nation>, catatan: number[], alasan: string) => {
    const body = new URLSearchParams({ alasan })
    for (const id of catatan) body.append('catatan', String(id))
    return who.send('/jejak/hapus', { method: 'POST', body })
  }
  const detailOf = async (name: string) =>
    asJob(
      database.outer,
      async tx =>
        (await sql<{ detail: unknown }>`SELECT detail FROM audit_entry WHERE id = ${ids[name]}`.execute(tx)).rows[0]!.detail,
    )

  it('asks for a reason first, and names what would go', async () => {
    const { text } = await nation().get(`/jejak/hapus?catatan=${ids.move}&catatan=${ids.sign}&catatan=x`)
    expect(text).toContain('Rincian 1 catatan akan dihapus')
    expect(text).toContain('1 dari yang dipilih tidak ikut')
    expect(text).toContain(`name="catatan" value="${ids.move}"`)
    expect(text).not.toContain(`name="catatan" value="${ids.sign}"`)
    expect((await nation().get('/jejak/hapus')).text).toContain('Tidak ada rincian yang dapat dihapus')
    const short = await erase(nation(), [ids.move!], 'minta')
    expect(short.status).toBe(422)
    expect(short.text).toContain('paling sedikit 10 huruf')
    expect(short.text).toContain('>minta</textarea>')
    expect(await detailOf('move')).toEqual({ why: 'Mutasi ke dinas lain' })
  })

  it('is not for who may not read the entry', async () => {
    const reason = 'Surat permintaan 12/2026'
    expect((await erase(adminOf(o.papua), [ids.move!], reason)).status).toBe(404)
    expect(
      (await erase(browser(actor({ grants: [grant('pengelola', [o.bangka])] }), { pages }), [ids.move!], reason)).status,
    ).toBe(403)
    // Among several only those that are the asker's go.
    await erase(adminOf(o.papua), [ids.move!, ids.tail!], reason)
    expect(await detailOf('move')).not.toBeNull()
  })

  it('takes it out for good, shows by whom and why, and the chain holds', async () => {
    const done = await erase(adminOf(o.bangka), [ids.move!], 'Surat permintaan 12/2026')
    expect([done.status, done.location]).toEqual([303, `/jejak/${ids.move}`])
    expect(await detailOf('move')).toBeNull()
    const { text } = await adminOf(o.bangka).get(`/jejak/${ids.move}`)
    expect(text).toContain('sudah dihapus dan tidak dapat dikembalikan')
    expect(text).toContain('Rinciannya dihapus secara sah')
    expect(text).not.toContain('Mutasi ke dinas lain')
    const record = Number(/href="\/jejak\/(\d+)">Lihat catatan penghapusannya/.exec(text)![1])
    const recorded = (await adminOf(o.bangka).get(`/jejak/${record}`)).text
    expect(recorded).toContain('Menghapus rincian jejak')
    expect(recorded).toContain('Surat permintaan 12/2026')
    expect(recorded).toContain(`href="/jejak/${ids.move}"`)
    expect(recorded).not.toContain('/jejak/hapus')
    expect((await erase(adminOf(o.bangka), [ids.move!], 'Sekali lagi, ya')).location).toBe(`/jejak/${ids.move}`)
    expect((await adminOf(o.bangka).get('/jejak')).text).toContain('Rincian dihapus')
    await asJob(database.outer, async tx => {
      await sealAudit(tx, at('23T00:00:00'))
      expect(await brokenSeal(tx)).toBeNull()
    })
  })
})
