import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { actor, browser, grant } from '../../../test/factories/browser.ts'
import { importServices } from '../../../test/factories/imports.ts'
import { newInstansi, newPegawai, newUnit } from '../../../test/factories/people.ts'
import { contractFlaws, siasnServer } from '../../../test/factories/siasn-server.ts'
import { asJob, type Database, sql } from '../../platform/db/index.ts'
import { learningForms } from '../../regulation/index.ts'
import * as actions from './actions.ts'
import { siasnClient } from './client.ts'
import { siasnRoutes } from './routes.ts'
import { payloadOf } from './rules/payload.ts'
import { checkBatch, deadBefore, sendBatch } from './send.ts'
import { readSiasnSettings } from './settings.ts'
import { claimNext } from './store/sending.ts'

let database: Database
let made: ReturnType<typeof importServices>
let instansi: number
let person: { id: number; nip: string }
let server: Awaited<ReturnType<typeof siasnServer>>
let who: ReturnType<typeof actor>

beforeAll(async () => {
  database = await testDatabase()
  made = importServices(database)
  await asJob(database.outer, async tx => {
    instansi = await newInstansi(tx, { region_code: '19', name: 'Provinsi Uji' })
    const unit_id = await newUnit(tx, { instansi_id: instansi })
    const id = await newPegawai(tx, { instansi_id: instansi, unit_id, name: 'Ani', nip: '199001012010011001' })
    person = { id, nip: '199001012010011001' }
  })
  who = actor({ grants: [grant('pengelola', [instansi])] })
}, 60_000)
afterAll(async () => {
  await database.close()
  made.cleanUp()
})
beforeEach(async () => {
  server = await siasnServer({ [person.nip]: 'ORANG-1' })
  await asJob(database.outer, async tx => {
    for (const table of ['siasn_batch', 'siasn_person', 'siasn_place', 'learning_record'])
      await sql.raw(`DELETE FROM ${table}`).execute(tx)
    await sql`INSERT INTO siasn_person VALUES (${person.id}, ${instansi}, 'ORANG-1', now())`.execute(tx)
    await sql`INSERT INTO siasn_place VALUES (${instansi}, 'A5EB03', '3400', 'uji', now())`.execute(tx)
  })
})
afterEach(() => server.close())

const record = (name: string, changes: { form?: string; source?: string; day?: string; number?: string | null } = {}) =>
  asJob(database.outer, tx =>
    sql`INSERT INTO learning_record (pegawai_id, instansi_id, instansi_then, form, name, organiser, started_on, ended_on, jp, certificate_number, source, recorded_at)
        VALUES (${person.id}, ${instansi}, ${instansi}, ${changes.form ?? 'bimtek'}, ${name}, 'BPS', ${changes.day ?? '2026-03-02'}::date, ${changes.day ?? '2026-03-02'}::date, 8,
          ${changes.number === undefined ? `N-${name}` : changes.number}, ${changes.source ?? 'klaim'}, now())`.execute(tx),
  )
/** A record with a certificate that was kept under this name. */
const certified = async (name: string, bytes: Uint8Array | null, fileName = 'sertifikat.pdf', form = 'bimtek') => {
  await record(name, { form })
  const key = `uji/${name.toLowerCase()}`
  if (bytes) await made.services.files.put(key, bytes)
  await asJob(database.outer, tx =>
    sql`UPDATE learning_record SET file_key = ${key}, file_name = ${fileName} WHERE name = ${name}`.execute(tx),
  )
}
const pdf = new TextEncoder().encode('%PDF-1.7 sertifikat')
const filter = () => ({ instansiId: instansi, source: null, year: null, q: '' })
const batch = async () => (await actions.makeBatch(made.services, who, filter(), null))!
const never = new Date('2000-01-01')
const later = new Date('2100-01-01')
const send = (id: number, dead = never) => sendBatch(made.services, siasnClient(server.settings), id, dead)
const started = async () => {
  const id = await batch()
  await actions.sendAway(made.services, who, id)
  return id
}
const rows = async <Row>(text: string) => (await asJob(database.outer, tx => sql.raw<Row>(text).execute(tx))).rows
const states = () =>
  rows(
    `SELECT r.name, i.state, i.external_id, i.problem FROM siasn_item i JOIN learning_record r ON r.id = i.record_id ORDER BY r.id`,
  )
const stateOf = async (id: number) =>
  (await rows<{ state: string; trouble: string | null }>(`SELECT state, trouble FROM siasn_batch WHERE id = ${id}`))[0]!

describe('what is sent to the national service', () => {
  it('is what we recorded ourselves and it does not know, once', async () => {
    await record('Satu')
    await record('Dua', { source: 'impor' })
    await record('Tiga', { source: 'kelas' })
    const id = await batch()
    expect(await rows(`SELECT r.name FROM siasn_item JOIN learning_record r ON r.id = record_id ORDER BY 1`)).toEqual([
      { name: 'Satu' },
      { name: 'Tiga' },
    ])
    expect(await actions.makeBatch(made.services, who, filter(), null)).toBeNull()
    await actions.discardBatch(made.services, who, id)
    expect(await actions.makeBatch(made.services, who, filter(), [])).toBeNull()
    expect(await batch()).toBeGreaterThan(id)
  })

  it('fits the contract whatever its form', () => {
    const one = { name: 'PKA', organiser: 'LAN', startedOn: null, endedOn: '2026-01-31', jp: 5, certificateNumber: 'X-1' }
    for (const form of learningForms) {
      const { service, payload, missing } = payloadOf(
        { ...one, form, source: 'klaim' },
        { orangId: 'O', serviceInstansi: 'I', lokasi: 'L' },
      )
      expect([form, contractFlaws(service, payload), missing]).toEqual([form, [], []])
    }
    expect(contractFlaws('kursus', { namaKursus: 'x', baru: 1 })).toContain('unknown baru')
  })

  it('says of an activity what the rule makes of it, in whole JP, the number of its letter, and the instansi where nobody else gave it', async () => {
    await record('Coaching', { form: 'coaching', source: 'kegiatan', number: null })
    await record('Magang', { form: 'magang', source: 'kegiatan', number: null })
    await asJob(database.outer, async tx => {
      await sql`UPDATE learning_record SET jp = NULL, organiser = CASE form WHEN 'coaching' THEN organiser END, source_id = CASE form WHEN 'coaching' THEN 7 ELSE 8 END`.execute(
        tx,
      )
      await sql`
        INSERT INTO jp_recognition (pegawai_id, record_id, instansi_id, year, form, share, claimed, recognised, reasons, rule, calculated_at)
        SELECT pegawai_id, id, instansi_id, 2026, form, 20, 40, CASE form WHEN 'coaching' THEN 48 ELSE 0 END, '[]', 'uji', now()
        FROM learning_record`.execute(tx)
      await sql`
        INSERT INTO activity (pegawai_id, id, instansi_id, instansi_then, kind, learner, title, aim, plan, letter_number, starts_on, ends_on, state, made_at)
        SELECT ${person.id}, id, ${instansi}, ${instansi}, 'coaching', 'Ani', 'Coaching', 'Memimpin', 'Tiga sesi', 'ND-2', '2026-03-01', '2026-03-31', 'approved', now()
        FROM unnest(ARRAY[7, 8]) id`.execute(tx)
      await sql`
        INSERT INTO activity_letter (pegawai_id, activity_id, instansi_id, issuer_id, year, serial, number, date, signatory, content_key, content_digest,
          made_by, made_by_name, made_at)
        VALUES (${person.id}, 7, ${instansi}, ${instansi}, 2026, 1, '800/1/BKPSDM/2026', '2026-03-01', '{}', 'k', 'd', 'uji', 'Uji', now())`.execute(
        tx,
      )
    })
    await batch()
    expect(
      await rows(
        `SELECT payload->'jumlahJam' AS jam, payload->>'nomorSertipikat' AS number, payload->>'institusiPenyelenggara' AS by, missing FROM siasn_item ORDER BY record_id`,
      ),
    ).toEqual([
      { jam: 4, number: '800/1/BKPSDM/2026', by: 'BPS', missing: [] },
      { jam: 0, number: 'ND-2', by: 'Provinsi Uji', missing: ['jumlahJam'] },
    ])
  })

  it('takes the number of a certificate where it lacks, keeps what was typed where it is none, and changes no other', async () => {
    await record('Kelas', { source: 'kelas', number: null })
    await record('Bernomor', { source: 'kelas' })
    const id = await batch()
    const [lacking, numbered] = await rows<{ id: number }>('SELECT id FROM learning_record ORDER BY id')
    const page = browser(who, { pages: siasnRoutes(made.services, server.settings) })
    expect((await page.get(`/integrasi/siasn/${id}`)).text.match(/Tulis nomor sertifikat/g)).toHaveLength(1)
    const bad = await page.post(`/integrasi/siasn/${id}/nomor`, { catatan: String(lacking!.id), nomor: ' -- ' })
    expect(bad.status).toBe(422)
    expect(bad.text).toContain('value="--"')
    expect(bad.text).toContain('Tulis nomor seperti pada sertifikat')
    const write = (of: number, nomor: string) => page.post(`/integrasi/siasn/${id}/nomor`, { catatan: String(of), nomor })
    expect((await write(lacking!.id, '  12/BPSDM  /2026 ')).status).toBe(303)
    await write(numbered!.id, 'LAIN')
    await write(999_999, 'LAIN')
    expect(await rows('SELECT name, certificate_number AS number FROM learning_record ORDER BY id')).toEqual([
      { name: 'Kelas', number: '12/BPSDM /2026' },
      { name: 'Bernomor', number: 'N-Bernomor' },
    ])
    expect(await rows(`SELECT payload->>'nomorSertipikat' AS number, missing FROM siasn_item ORDER BY record_id`)).toEqual([
      { number: '12/BPSDM /2026', missing: [] },
      { number: 'N-Bernomor', missing: [] },
    ])
    expect(await rows(`SELECT detail->>'number' AS number FROM audit_entry WHERE verb = 'number_siasn_record'`)).toEqual([
      { number: '12/BPSDM /2026' },
    ])
  })

  it('arrives, and the record learns its number there', async () => {
    await record('Satu')
    await record('PKA', { form: 'struktural', source: 'kelas' })
    const id = await started()
    await send(id)
    expect(await stateOf(id)).toEqual({ state: 'done', trouble: null })
    expect(await rows('SELECT name, external_id FROM learning_record ORDER BY id')).toEqual([
      { name: 'Satu', external_id: 'rw-1' },
      { name: 'PKA', external_id: 'rw-2' },
    ])
    expect(server.rows.map(one => [one.service, one.row.latihanStrukturalId ?? one.row.jenisDiklatId])).toEqual([
      ['rw-kursus', '8'],
      ['rw-diklat', '3'],
    ])
    expect(await rows(`SELECT answer->'mapData' AS answer FROM siasn_item ORDER BY record_id LIMIT 1`)).toEqual([
      { answer: { rwKursusId: 'rw-1' } },
    ])
    expect(server.tokens).toMatchObject({ gateway: 1, person: 1 })
  })

  it('is not sent while something is missing, and is once it is known', async () => {
    await asJob(database.outer, tx => sql`DELETE FROM siasn_person`.execute(tx))
    await record('Satu')
    const id = await batch()
    expect(await rows('SELECT missing FROM siasn_item')).toEqual([{ missing: ['pnsOrangId'] }])
    expect(await actions.sendAway(made.services, who, id)).toBe(false)
    await asJob(database.outer, tx =>
      sql`INSERT INTO siasn_person VALUES (${person.id}, ${instansi}, 'ORANG-1', now())`.execute(tx),
    )
    await actions.refreshBatch(made.services, who, id)
    expect(await actions.sendAway(made.services, who, id)).toBe(true)
    await send(id)
    expect(await states()).toEqual([{ name: 'Satu', state: 'sent', external_id: 'rw-1', problem: null }])
  })

  it('that is refused says why, and is sent again once it is mended', async () => {
    await record('Satu')
    await record('Dua')
    server.next.push({ status: 400, body: { success: false, message: 'Nomor sertipikat sudah dipakai' } })
    const id = await started()
    await send(id)
    expect(await states()).toMatchObject([
      { name: 'Satu', state: 'failed', problem: 'Nomor sertipikat sudah dipakai' },
      { name: 'Dua', state: 'sent' },
    ])
    expect(await stateOf(id)).toMatchObject({ state: 'done' })
    await actions.refreshBatch(made.services, who, id)
    await actions.sendAway(made.services, who, id)
    await send(id)
    expect(await states()).toMatchObject([{ state: 'sent', external_id: 'rw-2', problem: null }, { state: 'sent' }])
  })

  it('is not sent twice where the answer was lost', async () => {
    await record('Satu')
    await record('Dua')
    server.next.push({ hangUp: 'after' }, { hangUp: 'before' })
    const id = await started()
    await send(id)
    expect(await states()).toMatchObject([
      { state: 'sent', external_id: 'rw-1' },
      { state: 'sent', external_id: 'rw-2' },
    ])
    expect(server.rows).toHaveLength(2)
    expect(server.saves()).toBe(3)
  })

  it('is not sent where it was taken back, or found there, after the batch was made', async () => {
    for (const name of ['Satu', 'Dua', 'Tiga']) await record(name)
    const id = await started()
    await asJob(database.outer, async tx => {
      await sql`UPDATE learning_record SET withdrawn_at = now(), withdrawn_why = 'Salah orang' WHERE name = 'Satu'`.execute(tx)
      await sql`UPDATE learning_record SET external_id = 'di-sana' WHERE name = 'Dua'`.execute(tx)
    })
    await send(id)
    expect(await states()).toMatchObject([
      { name: 'Satu', state: 'failed', problem: 'Catatan ini sudah ditarik, jadi tidak dikirim.' },
      { name: 'Dua', state: 'sent', external_id: 'di-sana' },
      { name: 'Tiga', state: 'sent', external_id: 'rw-1' },
    ])
    expect(server.saves()).toBe(1)
    expect(await stateOf(id)).toMatchObject({ state: 'done' })
  })

  it('stands in one batch where several people make one at once', async () => {
    await record('Satu')
    const atOnce = [1, 2, 3, 4, 5, 6]
    await Promise.all(atOnce.map(() => rows('SELECT pg_sleep(0.05)'))) // each has its connection
    const ids = await Promise.all(atOnce.map(() => batch()))
    expect(ids.filter(id => id !== null)).toHaveLength(1)
    expect(await rows('SELECT record_id FROM siasn_item')).toHaveLength(1)
  })

  it('is left to an attempt that only waits as long as the service may ask', () => {
    const clock = { ...made.services.clock, now: () => new Date('2026-11-22T03:10:00Z') }
    const since = deadBefore({ clock, database: { ...database, engine: 'postgres' } }, new Date('2026-11-22T03:00:00Z'))
    expect(since.getTime()).toBeLessThan(Date.parse('2026-11-22T03:03:00Z'))
  })

  it('is given up after three tries', async () => {
    await record('Satu')
    server.next.push({ status: 502 }, { status: 500 }, { status: 503 })
    const id = await started()
    await send(id)
    expect(await states()).toMatchObject([{ state: 'failed', problem: 'Jawaban 503 tanpa penjelasan.' }])
  })

  it('goes on after a kill: what was claimed is looked up before anything is sent', async () => {
    await record('Satu')
    await record('Dua')
    const id = await started()
    // Killed after the service had saved it, before its answer was written down.
    const claimed = (await asJob(database.outer, tx => claimNext(tx, id, new Date())))!
    server.keep('kursus', claimed.payload as unknown as Record<string, unknown>)
    await send(id) // the attempt still counts as alive
    expect(server.requests).toEqual([])
    await send(id, later)
    expect(await states()).toMatchObject([
      { state: 'sent', external_id: 'rw-1' },
      { state: 'sent', external_id: 'rw-2' },
    ])
    expect(server.rows).toHaveLength(2)
    expect(server.saves()).toBe(1)
  })

  it('stops where no token is had, keeps every row, says why without a secret, and goes on when asked', async () => {
    await record('Satu')
    const id = await started()
    server.tokens.refuse = true
    const logged = vi.spyOn(made.services.log, 'error')
    await send(id)
    const { state, trouble } = await stateOf(id)
    expect([state, trouble]).toEqual(['sending', 'Token WSO2 tidak didapat (jawaban 401). Periksa pengaturan SIASN.'])
    expect(
      JSON.stringify([logged.mock.calls, await rows('SELECT * FROM siasn_item'), await rows('SELECT * FROM siasn_batch')]),
    ).not.toMatch(/rahasia/)
    server.tokens.refuse = false
    expect(await actions.sendAway(made.services, who, id)).toBe(true)
    await send(id, later)
    expect(await states()).toMatchObject([{ state: 'sent' }])
  })

  it('fetches tokens anew where they ended, and waits where it was too much', async () => {
    await record('Satu')
    await record('Dua')
    const id = await started()
    const client = siasnClient(server.settings)
    await client.history('rw-kursus', person.nip)
    server.tokens.gateway = 7 // what we hold is no longer taken
    server.next.push({ status: 429, headers: { 'Retry-After': '1' } })
    const before = Date.now()
    await sendBatch(made.services, client, id, never)
    expect(await states()).toMatchObject([{ state: 'sent' }, { state: 'sent' }])
    expect(Date.now() - before).toBeGreaterThan(900)
    expect(server.tokens.gateway).toBe(8)
  })

  it('asks no more often than is allowed', async () => {
    const client = siasnClient({ ...server.settings, perSecond: 10 })
    for (let n = 0; n < 4; n++) await client.history('rw-kursus', person.nip)
    const asked = server.requests.filter(one => one.path.includes('/pns/')).map(one => one.at)
    expect(asked.at(-1)! - asked[0]!).toBeGreaterThanOrEqual(280)
  })

  it('is confirmed by what the service has, or differs from it', async () => {
    for (const name of ['Satu', 'Dua', 'Tiga']) await record(name)
    const id = await started()
    await send(id)
    server.rows[1]!.row.jumlahJam = '5'
    server.rows.splice(2, 1)
    await checkBatch(made.services, siasnClient(server.settings), id)
    expect(await states()).toMatchObject([
      { state: 'confirmed', problem: null },
      { state: 'differs', problem: 'jumlahJam: dikirim “8”, di SIASN “5”' },
      { state: 'differs', problem: 'Tidak ada lagi di SIASN.' },
    ])
  })
})

describe('a certificate', () => {
  it('is uploaded first, and the row names it as the service answered', async () => {
    await certified('Satu', pdf)
    await certified('PKA', pdf, 'pka.pdf', 'struktural')
    const id = await started()
    await send(id)
    expect(server.documents).toEqual([
      { number: '881', name: 'sertifikat.pdf', type: 'application/pdf', bytes: 19, uri: 'peremajaan/usulan/881_1.pdf' },
      { number: '874', name: 'pka.pdf', type: 'application/pdf', bytes: 19, uri: 'peremajaan/usulan/874_2.pdf' },
    ])
    const uri = 'peremajaan/usulan/881_1.pdf'
    const path = [{ dok_id: '881', dok_nama: 'Dok Sertifikat', dok_uri: uri, object: uri, slug: '881' }]
    expect(server.rows[0]!.row.path).toEqual(path)
    expect(await rows(`SELECT payload->'path' AS path, state FROM siasn_item ORDER BY record_id LIMIT 1`)).toEqual([
      { path, state: 'sent' },
    ])
  })

  it('that is a photo stays here: the row goes without it', async () => {
    await certified('Satu', new Uint8Array([0xff, 0xd8, 0xff]), 'foto.jpg')
    await send(await started())
    expect([server.documents, server.rows[0]!.row.path]).toEqual([[], []])
  })

  it('that is refused keeps its row from being sent, says why, and can be sent once it is mended', async () => {
    await certified('Satu', pdf)
    await record('Dua')
    server.nextUploads.push({ status: 400, body: { message: 'Ukuran berkas melebihi 1 MB' } })
    const id = await started()
    await send(id)
    expect(await states()).toMatchObject([
      {
        state: 'failed',
        problem:
          'Sertifikat sertifikat.pdf ditolak SIASN: Ukuran berkas melebihi 1 MB. Catatannya belum dikirim; siapkan ulang untuk mencoba lagi.',
      },
      { state: 'sent' },
    ])
    expect(server.rows.map(one => one.row.namaKursus)).toEqual(['Dua'])
    await actions.refreshBatch(made.services, who, id)
    await actions.sendAway(made.services, who, id)
    await send(id)
    expect(await states()).toMatchObject([{ state: 'sent', problem: null }, { state: 'sent' }])
  })

  it('is tried again where no answer came, three times', async () => {
    await certified('Satu', pdf)
    server.nextUploads.push({ hangUp: 'before' }, { status: 502 })
    const id = await started()
    await send(id)
    expect(await states()).toMatchObject([{ state: 'sent' }])
    await certified('Dua', pdf)
    server.nextUploads.push({ status: 502 }, { status: 200, body: { message: 'sedang pemeliharaan' } }, { hangUp: 'before' })
    const second = await started()
    await send(second)
    expect(await rows(`SELECT problem FROM siasn_item WHERE batch_id = ${second}`)).toEqual([
      {
        problem:
          'Sertifikat sertifikat.pdf belum terunggah: Tidak ada jawaban dari layanan. Catatannya belum dikirim; siapkan ulang untuk mencoba lagi.',
      },
    ])
    expect(server.rows).toHaveLength(1)
  })

  it('that is gone, or no PDF whatever its name, is not sent', async () => {
    await certified('Hilang', null)
    await certified('Halaman', new TextEncoder().encode('<html>'))
    await send(await started())
    expect((await states()).map(row => (row as { problem: string }).problem)).toEqual([
      'Sertifikat sertifikat.pdf tidak ditemukan di penyimpanan. Catatannya belum dikirim; siapkan ulang untuk mencoba lagi.',
      'Sertifikat sertifikat.pdf bukan PDF yang utuh. Catatannya belum dikirim; siapkan ulang untuk mencoba lagi.',
    ])
    expect([server.documents, server.rows]).toEqual([[], []])
  })

  it('of a row that was killed on its way leads to one row, not two', async () => {
    await certified('Satu', pdf)
    await certified('Dua', pdf)
    const id = await started()
    // The first was killed after its upload, the second after it was saved.
    await asJob(database.outer, tx => claimNext(tx, id, new Date()))
    const second = (await asJob(database.outer, tx => claimNext(tx, id, new Date())))!
    server.keep('kursus', second.payload as unknown as Record<string, unknown>)
    await send(id, later)
    expect(await states()).toMatchObject([{ state: 'sent' }, { state: 'sent', external_id: 'rw-1' }])
    expect(server.rows).toHaveLength(2)
    expect(server.saves()).toBe(1)
  })
})

describe('the settings of the connection', () => {
  const whole = {
    SIASN_BASE_URL: 'https://apimws.example/apisiasn/1.0/',
    SIASN_TOKEN_URL: 'https://apimws.example/oauth2/token',
    SIASN_KEY: 'k',
    SIASN_SECRET: 'sangat-rahasia',
    SIASN_SSO_URL: 'https://sso.example/token',
    SIASN_SSO_CLIENT: 'c',
    SIASN_SSO_USERNAME: 'u',
    SIASN_SSO_PASSWORD: 'p',
    SIASN_INSTANSI: '19',
  }
  it('are all there, or none: by half it is told what lacks, and no value', () => {
    expect(readSiasnSettings({ PORT: '1', SIASN_KEY: '' })).toBeNull()
    expect(readSiasnSettings(whole)).toMatchObject({
      baseUrl: 'https://apimws.example/apisiasn/1.0',
      perSecond: 2,
      regionCode: '19',
    })
    const { SIASN_TOKEN_URL: _, ...half } = whole
    expect(() => readSiasnSettings(half)).toThrow('SIASN_TOKEN_URL')
    try {
      readSiasnSettings({ ...whole, SIASN_SSO_URL: 'sangat-rahasia' })
    } catch (error) {
      expect(String(error)).toContain('SIASN_SSO_URL')
      expect(String(error)).not.toContain('sangat-rahasia')
    }
  })
})
