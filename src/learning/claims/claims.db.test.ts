import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { bareApp } from '../../../test/factories/app.ts'
import { newInstansi, newPegawai, newUnit } from '../../../test/factories/people.ts'
import { readSheetBytes } from '../../../test/factories/workbook.ts'
import { asJob, type Database, inScope, sql, type Tx } from '../../platform/db/index.ts'
import { addRecords } from '../records/write.ts'
import { refreshFlags } from './flags.ts'
import { certificateKey } from './rules/certificate.ts'

let database: Database
let app: Awaited<ReturnType<typeof bareApp>>
let instansi: number
let elsewhere: number
let people: { ani: number; budi: number; far: number }
const cookies: Record<'ani' | 'budi' | 'keeper' | 'other', string> = { ani: '', budi: '', keeper: '', other: '' }

beforeAll(async () => {
  database = await testDatabase()
  app = await bareApp(database)
  const made = await asJob(database.outer, async tx => {
    const instansi = await newInstansi(tx, { name: 'Kabupaten Uji' })
    const elsewhere = await newInstansi(tx)
    const unit_id = await newUnit(tx, { instansi_id: instansi })
    const there = await newUnit(tx, { instansi_id: elsewhere })
    return {
      instansi,
      elsewhere,
      people: {
        ani: await newPegawai(tx, { instansi_id: instansi, unit_id, name: 'Ani' }),
        budi: await newPegawai(tx, { instansi_id: instansi, unit_id, name: 'Budi' }),
        far: await newPegawai(tx, { instansi_id: elsewhere, unit_id: there, name: 'Jauh' }),
      },
    }
  })
  ;({ instansi, elsewhere, people } = made)
  const password = 'kereta malam ke barat'
  const ids = {
    ani: await app.account('ani', password, { pegawaiId: people.ani }),
    // Keeps the staff of the instansi, and is one of it.
    budi: await app.account('budi', password, { pegawaiId: people.budi }),
    keeper: await app.account('petugas', password),
    other: await app.account('petugas-lain', password),
  }
  await asJob(database.outer, async tx => {
    const grant = (id: string, at: number) =>
      sql`INSERT INTO identity.role_grant (account_id, role, place, instansi_id, granted_by) VALUES (${id}, 'pengelola', 'instansi', ${at}, ${id})`.execute(
        tx,
      )
    await grant(ids.budi, instansi)
    await grant(ids.keeper, instansi)
    await grant(ids.other, elsewhere)
  })
  cookies.ani = await app.signIn('ani', password)
  cookies.budi = await app.signIn('budi', password)
  cookies.keeper = await app.signIn('petugas', password)
  cookies.other = await app.signIn('petugas-lain', password)
}, 60_000)
beforeEach(() =>
  asJob(database.outer, async tx => {
    await sql`DELETE FROM learning_claim`.execute(tx)
    await sql`DELETE FROM learning_record`.execute(tx)
  }),
)
afterAll(async () => {
  app.cleanUp()
  await database.close()
})

const pdf = new TextEncoder().encode('%PDF-1.4\nsertifikat uji\n%%EOF')
const filled = {
  bentuk: 'bimtek',
  nama: 'Bimtek Statistik',
  penyelenggara: 'BPS',
  mulai: '2026-11-02',
  selesai: '2026-11-04',
  jp: '20',
  nomor: 'BPS/BT/0093',
  langkah: 'ajukan',
}
type Who = keyof typeof cookies
const send = async (who: Who, path: string, fields: Record<string, string>, file?: { bytes: Uint8Array; name: string }) => {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  if (file) body.set('berkas', new File([file.bytes as Uint8Array<ArrayBuffer>], file.name))
  return app.ask(path, { method: 'POST', body, headers: { cookie: cookies[who] } })
}
const claimIt = async (who: Who, changes: Partial<typeof filled> = {}, bytes: Uint8Array = pdf) => {
  const answer = await send(who, '/klaim', { ...filled, ...changes }, { bytes, name: 'sertifikat.pdf' })
  expect(answer.status).toBe(303)
  return Number(answer.headers.get('Location')!.split('/').at(-1))
}
const decide = (id: number, fields: Record<string, string>, who: Who = 'keeper') =>
  app.post(`/klaim/verifikasi/${id}`, fields, cookies[who])
const textOf = async (who: Who, path: string) => {
  const answer = await app.get(path, cookies[who])
  return { status: answer.status, text: await answer.text() }
}
const rows = async <Row>(text: string) => (await asJob(database.outer, tx => sql.raw<Row>(text).execute(tx))).rows
const stateOf = async (id: number) =>
  (await rows<{ state: string }>(`SELECT state FROM learning_claim WHERE id = ${id}`))[0]!.state
const flagsOf = async (id: number) =>
  (await rows<{ kind: string }>(`SELECT kind FROM learning_claim_flag WHERE claim_id = ${id} ORDER BY number`)).map(
    row => row.kind,
  )

describe('a claim of outside learning', () => {
  it('goes from the form to the record, with its file, its history and a message', async () => {
    const id = await claimIt('ani')
    expect(
      await rows(`SELECT state, jp, started_on, certificate_number, file_name, file_type, file_bytes FROM learning_claim`),
    ).toEqual([
      {
        state: 'submitted',
        jp: 20,
        started_on: '2026-11-02',
        certificate_number: 'BPS/BT/0093',
        file_name: 'sertifikat.pdf',
        file_type: 'application/pdf',
        file_bytes: pdf.length,
      },
    ])
    expect((await textOf('keeper', '/klaim/verifikasi')).text).toContain('Bimtek Statistik')
    const one = await textOf('keeper', `/klaim/verifikasi/${id}`)
    expect(one.text).toContain(`src="/klaim/${id}/berkas"`)
    expect(one.text).toContain('20 JP') // what would be recognised
    expect(one.text).toContain('sebesar JP program; internasional +20 % (PerLAN 10/2018, KL10) (belum diverifikasi)')
    expect((await decide(id, { putusan: 'verifikasi' })).status).toBe(303)
    expect(await stateOf(id)).toBe('verified')
    const records = await rows(`
      SELECT r.form, r.jp, r.source, r.source_id, r.file_sha256 = encode(sha256('${new TextDecoder().decode(pdf)}'::bytea), 'hex') AS same,
        r.id = c.record_id AS linked FROM learning_record r JOIN learning_claim c USING (pegawai_id)`)
    expect(records).toEqual([{ form: 'bimtek', jp: 20, source: 'klaim', source_id: id, same: true, linked: true }])
    expect(await rows(`SELECT title_id, body_id, href FROM notices.notice WHERE href = '/klaim/${id}'`)).toEqual([
      { title_id: 'Klaim belajar Anda sudah diperiksa', body_id: expect.stringContaining('diverifikasi'), href: `/klaim/${id}` },
    ])
    expect(await rows(`SELECT verb FROM audit_entry WHERE subject = 'claim:${id}' ORDER BY id`)).toEqual([
      { verb: 'submit_claim' },
      { verb: 'verify_claim' },
    ])
    expect(await rows(`SELECT payload FROM outbox WHERE fact = 'learning.recorded' ORDER BY id DESC LIMIT 1`)).toEqual([
      { payload: { instansiId: instansi, pegawaiIds: [people.ani] } },
    ])
    const mine = await textOf('ani', `/klaim/${id}`)
    expect(mine.text).toContain('Terverifikasi')
    expect(mine.text).toContain('Diverifikasi · petugas')
  })

  it('is refused where the certificate is a web page, whatever its name; what was typed and the file before it stay', async () => {
    const page = new TextEncoder().encode('<!doctype html><h1>Sertifikat</h1>')
    const answer = await send('ani', '/klaim', filled, { bytes: page, name: 'sertifikat.pdf' })
    expect(answer.status).toBe(422)
    const text = await answer.text()
    expect(text).toContain('Berkas ini halaman web (HTML)')
    expect(text).toContain('value="Bimtek Statistik"')
    const [{ id }] = (await rows<{ id: number }>('SELECT id FROM learning_claim')) as [{ id: number }]
    expect(text).toContain(`action="/klaim/${id}"`)
    expect(await stateOf(id)).toBe('draft')
    expect((await send('ani', `/klaim/${id}`, filled, { bytes: pdf, name: 'foto.pdf' })).status).toBe(303)
    expect(await stateOf(id)).toBe('submitted')
  })

  it('keeps the upload and all that is right where a date is none', async () => {
    const answer = await send('ani', '/klaim', { ...filled, selesai: '2026-02-31' }, { bytes: pdf, name: 'sertifikat.pdf' })
    expect(answer.status).toBe(422)
    const text = await answer.text()
    expect(text).toContain('“2026-02-31” bukan tanggal di kalender')
    expect(text).toContain('sertifikat.pdf sudah tersimpan')
    const [draft] = await rows<{ id: number; key: string }>('SELECT id, file_key AS key FROM learning_claim')
    expect(new Uint8Array(await app.services.files.get(draft!.key))).toEqual(pdf)
    // Without sending the file again.
    expect((await send('ani', `/klaim/${draft!.id}`, filled)).status).toBe(303)
    expect(await stateOf(draft!.id)).toBe('submitted')
  })

  it('is kept as a draft however little was typed; nothing typed makes none', async () => {
    expect((await send('ani', '/klaim', { nama: 'Kursus', langkah: 'simpan' })).status).toBe(303)
    expect((await send('ani', '/klaim', { langkah: 'simpan' })).status).toBe(422)
    expect((await send('ani', '/klaim', {})).status).toBe(422)
    expect(await rows('SELECT name, state FROM learning_claim')).toEqual([{ name: 'Kursus', state: 'draft' }])
  })

  it('of tomorrow is refused, and one of 40 JP a day is told and cannot be verified before it is mended', async () => {
    expect((await send('ani', '/klaim', { ...filled, selesai: '2026-11-23' }, { bytes: pdf, name: 'a.pdf' })).status).toBe(422)
    const id = await claimIt('ani', { mulai: '', jp: '40', nomor: '' })
    expect((await textOf('ani', `/klaim/${id}`)).text).toContain('memuat 40 JP, padahal sehari semalam hanya 32 JP')
    await decide(id, { putusan: 'verifikasi' })
    expect(await stateOf(id)).toBe('submitted')
    expect((await decide(id, { putusan: 'betulkan', jp: '8', bentuk: 'bimtek', alasan: '' })).status).toBe(422)
    expect(
      (await decide(id, { putusan: 'betulkan', jp: '8', bentuk: 'bimtek', alasan: 'Sertifikat menyebut 8 JP' })).status,
    ).toBe(303)
    expect(
      await rows('SELECT c.state, c.jp, r.jp AS recorded FROM learning_claim c JOIN learning_record r ON r.id = c.record_id'),
    ).toEqual([{ state: 'verified', jp: 8, recorded: 8 }])
    expect((await textOf('ani', `/klaim/${id}`)).text).toContain('JP dibetulkan dari 40 menjadi 8')
  })

  it('comes back with a reason, is mended and submitted again; rejected it is over', async () => {
    const id = await claimIt('ani')
    expect((await decide(id, { putusan: 'kembalikan', alasan: 'x' })).status).toBe(422)
    await decide(id, { putusan: 'kembalikan', alasan: 'Foto tidak terbaca' })
    expect((await textOf('ani', `/klaim/${id}`)).text).toContain('Foto tidak terbaca')
    expect((await send('ani', `/klaim/${id}`, { ...filled, jp: '18' })).status).toBe(303)
    expect(await rows('SELECT state, jp, reason FROM learning_claim')).toEqual([{ state: 'submitted', jp: 18, reason: null }])
    await decide(id, { putusan: 'tolak', alasan: 'Ini undangan, bukan sertifikat' })
    expect(await stateOf(id)).toBe('rejected')
    await send('ani', `/klaim/${id}`, { ...filled, jp: '99' })
    expect(await rows('SELECT jp FROM learning_claim')).toEqual([{ jp: 18 }])
    const moves = await rows<{ move: string }>('SELECT move FROM learning_claim_event ORDER BY id')
    expect(moves.map(row => row.move)).toEqual(['submit', 'return', 'submit', 'reject'])
  })

  it('that was verified by mistake is taken back with its hours', async () => {
    const id = await claimIt('ani')
    await decide(id, { putusan: 'verifikasi' })
    expect((await decide(id, { putusan: 'batalkan', alasan: 'Salah orang, bukan Ani' })).status).toBe(303)
    expect(await stateOf(id)).toBe('rejected')
    expect(await rows('SELECT withdrawn_why FROM learning_record')).toEqual([{ withdrawn_why: 'Salah orang, bukan Ani' }])
  })

  it('is its own learning beside another of that day, where both say “-” for a number', async () => {
    const first = await claimIt('ani', { nama: 'Bimtek pagi', mulai: '', selesai: '2026-05-05', jp: '4', nomor: '-' })
    await decide(first, { putusan: 'verifikasi' })
    const other = new Uint8Array([...pdf, 68])
    const second = await claimIt('ani', { nama: 'Bimtek sore', mulai: '', selesai: '2026-05-05', jp: '4', nomor: '-' }, other)
    await decide(second, { putusan: 'verifikasi' })
    expect(await rows('SELECT name FROM learning_record ORDER BY id')).toEqual([{ name: 'Bimtek pagi' }, { name: 'Bimtek sore' }])
    await decide(second, { putusan: 'batalkan', alasan: 'Bukan milik Ani' })
    expect(await rows('SELECT name FROM learning_record WHERE withdrawn_at IS NULL')).toEqual([{ name: 'Bimtek pagi' }])
  })

  it('is taken back by the person only while it is open', async () => {
    const id = await claimIt('ani')
    expect((await app.post(`/klaim/${id}/tarik`, {}, cookies.budi)).status).toBe(404)
    await app.post(`/klaim/${id}/tarik`, {}, cookies.ani)
    expect(await stateOf(id)).toBe('withdrawn')
    const other = await claimIt('ani', { nama: 'Lain lagi' })
    await decide(other, { putusan: 'verifikasi' })
    await app.post(`/klaim/${other}/tarik`, {}, cookies.ani)
    expect(await stateOf(other)).toBe('verified')
  })
})

describe('who decides', () => {
  it('is nobody of their own claim, nobody of another government, and nobody sees a draft', async () => {
    const own = await claimIt('budi')
    expect((await decide(own, { putusan: 'verifikasi' }, 'budi')).status).toBe(404)
    expect((await textOf('budi', '/klaim/verifikasi')).text).not.toContain('Bimtek Statistik')
    expect((await decide(own, { putusan: 'verifikasi' }, 'other')).status).toBe(404)
    expect((await textOf('other', `/klaim/${own}/berkas`)).status).toBe(404)
    expect((await textOf('ani', `/klaim/${own}`)).status).toBe(404)
    await app.post('/klaim/verifikasi', { klaim: String(own) }, cookies.budi)
    expect(await stateOf(own)).toBe('submitted')
    await send('ani', '/klaim', { nama: 'Masih draf', langkah: 'simpan' }, { bytes: pdf, name: 'a.pdf' })
    const [draft] = await rows<{ id: number }>(`SELECT id FROM learning_claim WHERE state = 'draft'`)
    expect((await textOf('keeper', `/klaim/verifikasi/${draft!.id}`)).status).toBe(404)
    expect((await textOf('keeper', `/klaim/${draft!.id}/berkas`)).status).toBe(404)
  })

  it('gets the document as what it is, able to run nothing', async () => {
    const id = await claimIt('ani')
    const answer = await app.get(`/klaim/${id}/berkas`, cookies.keeper)
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(pdf)
    expect(Object.fromEntries(['Content-Type', 'X-Content-Type-Options'].map(name => [name, answer.headers.get(name)]))).toEqual({
      'Content-Type': 'application/pdf',
      'X-Content-Type-Options': 'nosniff',
    })
    expect(answer.headers.get('Content-Security-Policy')).toMatch(/^default-src 'none';.* frame-ancestors 'self'/)
  })

  it('goes on to the next of the list, in its order and under its filter', async () => {
    const [a, b, c] = [
      await claimIt('ani', { nama: 'Kegiatan A', nomor: '' }),
      await claimIt(
        'ani',
        { nama: 'Kegiatan B', nomor: '', mulai: '', selesai: '2026-05-05', jp: '4' },
        new Uint8Array([...pdf, 66]),
      ),
      await claimIt(
        'ani',
        { nama: 'Kegiatan C', nomor: '', mulai: '', selesai: '2026-04-04', jp: '4' },
        new Uint8Array([...pdf, 67]),
      ),
    ]
    const answer = await app.post(`/klaim/verifikasi/${a}?q=Kegiatan`, { putusan: 'verifikasi' }, cookies.keeper)
    expect(answer.headers.get('Location')).toBe(`/klaim/verifikasi/${b}?q=Kegiatan`)
    const page = await textOf('keeper', `/klaim/verifikasi/${b}?q=Kegiatan`)
    expect(page.text).toContain(`href="/klaim/verifikasi/${c}?q=Kegiatan"`)
    expect(page.text).toContain('Klaim 1 dari 2')
  })

  it('verifies at once those beside which nothing was found, and leaves the others', async () => {
    const clean = await claimIt('ani', { nama: 'Bersih satu', mulai: '', selesai: '2026-05-05', jp: '4', nomor: '' })
    const twice = await claimIt(
      'ani',
      { nama: 'Kembar', mulai: '', selesai: '2026-06-06', jp: '4', nomor: 'K-7777' },
      new Uint8Array([...pdf, 66]),
    )
    const again = await claimIt(
      'ani',
      { nama: 'Kembar lain', mulai: '', selesai: '2026-07-07', jp: '4', nomor: 'k 7777' },
      new Uint8Array([...pdf, 67]),
    )
    const body = new URLSearchParams([clean, twice, again].map(id => ['klaim', String(id)]))
    const answer = await app.ask('/klaim/verifikasi', { method: 'POST', body, headers: { cookie: cookies.keeper } })
    expect(answer.status).toBe(303)
    expect([await stateOf(clean), await stateOf(twice), await stateOf(again)]).toEqual(['verified', 'submitted', 'submitted'])
  })

  it('takes the list along as a workbook, audited', async () => {
    await claimIt('ani')
    const answer = await app.get('/klaim/verifikasi.xlsx?tanda=bersih', cookies.keeper)
    const sheet = await readSheetBytes(new Uint8Array(await answer.arrayBuffer()))
    expect(sheet.flat()).toEqual(expect.arrayContaining(['Ani', 'Bimtek Statistik', 'BPS/BT/0093']))
    expect(await rows(`SELECT verb, rows FROM audit_entry ORDER BY id DESC LIMIT 1`)).toEqual([
      { verb: 'export_claims', rows: 1 },
    ])
  })
})

describe('what stands beside a claim', () => {
  it('is found on both, and leads to the other only who may see it', async () => {
    const mine = await claimIt('ani')
    const theirs = await claimIt('budi', { nama: 'Bimtek Statistik II', mulai: '', selesai: '2026-03-03', jp: '8' })
    expect([await flagsOf(mine), await flagsOf(theirs)]).toEqual([['certificate_other'], ['certificate_other']])
    const seen = await textOf('keeper', `/klaim/verifikasi/${mine}`)
    expect(seen.text).toContain(`href="/klaim/verifikasi/${theirs}"`)
    expect(seen.text).toContain('Budi')
    const own = await textOf('ani', `/klaim/${mine}`)
    expect(own.text).toContain('juga dipakai orang lain')
    expect(own.text).not.toContain('Budi')
    expect(own.text).not.toContain(`/klaim/${theirs}`)
  })

  it('goes when the other does, and comes when something is recorded', async () => {
    const first = await claimIt('ani')
    const second = await claimIt('budi', { nama: 'Kegiatan lain', mulai: '', selesai: '2026-03-03', jp: '8' })
    await app.post(`/klaim/${first}/tarik`, {}, cookies.ani)
    expect([await flagsOf(first), await flagsOf(second)]).toEqual([[], []])
    const third = await claimIt('ani')
    await asJob(database.outer, async tx => {
      const record = { form: 'bimtek' as const, international: false, organiser: null, startedOn: null, jp: 20, sessions: null }
      const rest = { certificateNumber: null, source: 'impor' as const, sourceId: null, file: null }
      await addRecords(tx, [{ ...record, ...rest, pegawaiId: people.ani, name: 'bimtek statistik', endedOn: '2026-11-04' }], {
        account: null,
        at: new Date(),
      })
      await refreshFlags(tx, [third], '2026-11-22')
    })
    expect(await flagsOf(third)).toEqual(['recorded', 'certificate_other'])
    await decide(third, { putusan: 'verifikasi' })
    expect(await stateOf(third)).toBe('submitted')
  })

  it('is found again at the moment of the decision, though no flag was written', async () => {
    const id = await claimIt('ani')
    await asJob(database.outer, tx =>
      sql`INSERT INTO learning_record (pegawai_id, instansi_id, instansi_then, form, name, ended_on, source, recorded_at)
          VALUES (${people.ani}, ${instansi}, ${instansi}, 'bimtek', 'Bimtek Statistik', '2026-11-04', 'impor', now())`.execute(
        tx,
      ),
    )
    expect(await flagsOf(id)).toEqual([])
    await decide(id, { putusan: 'verifikasi' })
    expect([await stateOf(id), await flagsOf(id)]).toEqual(['submitted', ['recorded']])
  })

  it('crosses governments without a name', async () => {
    await asJob(database.outer, tx =>
      sql`INSERT INTO learning_record (pegawai_id, instansi_id, instansi_then, form, name, ended_on, certificate_number, source, recorded_at)
          VALUES (${people.far}, ${elsewhere}, ${elsewhere}, 'bimtek', 'Punya orang', '2026-01-04', 'No. BPS/BT/0093', 'impor', now())`.execute(
        tx,
      ),
    )
    const id = await claimIt('ani')
    const page = await textOf('keeper', `/klaim/verifikasi/${id}`)
    expect(page.text).toContain('juga dipakai orang lain')
    expect(page.text).not.toContain('Jauh')
    expect(page.text).not.toContain('Punya orang')
  })

  it('is compared by a key that means the same in SQL', async () => {
    const signs = fc.string({ unit: fc.constantFrom(...'aA9zZ0 ./-_No:nomor§é\n'), maxLength: 24 })
    const texts = [...fc.sample(signs, 300), '', 'No. ', 'nomor no 1234', 'NO-NO-1234', '////']
    const { rows: found } = await inScope(database.outer, { kind: 'none' }, (tx: Tx) =>
      sql<{ c: string | null }>`
        SELECT certificate_key(t) AS c FROM unnest(${texts}::text[]) WITH ORDINALITY AS x(t, i) ORDER BY i`.execute(tx),
    )
    expect(found).toEqual(texts.map(text => ({ c: certificateKey(text) })))
  })
})

describe('many who decide at once', () => {
  // On PostgreSQL these are as many connections: each holds its claim and then those beside it.
  it('on claims that are beside each other do not wait for each other for ever', async () => {
    const ids: number[] = []
    for (const who of ['ani', 'budi', 'ani', 'budi', 'ani', 'budi'] as const)
      ids.push(await claimIt(who, { nama: `Bimtek Statistik ${ids.length}` }))
    const answers = await Promise.all([
      ...ids.slice(0, 4).map(id => decide(id, { putusan: 'kembalikan', alasan: 'Sertifikat yang sama' })),
      send('ani', `/klaim/${ids[4]}/tarik`, {}),
      claimIt('budi', { nama: 'Bimtek Statistik baru' }).then(() => ({ status: 303 })),
    ])
    expect(answers.map(answer => answer.status)).toEqual([303, 303, 303, 303, 303, 303])
    expect(await Promise.all(ids.map(stateOf))).toEqual([
      'returned',
      'returned',
      'returned',
      'returned',
      'withdrawn',
      'submitted',
    ])
    // Each sees what is left beside it: of the two that wait, both of Budi.
    const [last] = await rows<{ id: number }>(`SELECT id FROM learning_claim WHERE name = 'Bimtek Statistik baru'`)
    const beside = await rows<{ claim_id: number; other: number }>(
      'SELECT claim_id, other_claim_id AS other FROM learning_claim_flag WHERE other_claim_id IS NOT NULL ORDER BY 1, 2',
    )
    expect(new Set(beside.map(row => `${row.claim_id} ${row.other}`))).toEqual(
      new Set([`${ids[5]} ${last!.id}`, `${last!.id} ${ids[5]}`]),
    )
  }, 60_000)
})
