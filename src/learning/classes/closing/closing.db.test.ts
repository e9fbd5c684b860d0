import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/database.ts'
import { enrol } from '../../../../test/factories/classes.ts'
import { readPdf } from '../../../../test/factories/pdf.ts'
import { type RunningClass, runningClass } from '../../../../test/factories/running.ts'
import { readSheetBytes } from '../../../../test/factories/workbook.ts'
import { asJob, type Database, sql } from '../../../platform/db/index.ts'
import { writeWorkbook } from '../../../platform/sheet/index.ts'
import { letterFile, type MadeFile } from '../../letters/issue.ts'
import { byHand } from '../../letters/sign.ts'

let database: Database
let world: RunningClass
let sessions: number[]
beforeAll(async () => {
  database = await testDatabase()
  world = await runningClass(database, 3, 'PBJ')
  sessions = await world.schedule([{}, { tanggal: '2026-11-23', mata: '2', jp: '2', selesai: '11:00' }])
})
afterAll(async () => {
  world.cleanUp()
  await database.close()
})
const afterwards = '2026-11-23T09:00:00Z'
const score = (person: number, component: number) => `n_${world.inside[person]}_${component}`
const upload = (bytes: Uint8Array, name: string) => {
  const body = new FormData()
  body.set('berkas', new File([bytes as Uint8Array<ArrayBuffer>], name))
  return world.ask(`${world.home}/nilai/unggah`, { method: 'POST', body, headers: { cookie: world.cookies.holder } })
}
const enrolments = () =>
  world.asked(
    sql<{ name: string; state: string; score: number | null }>`
      SELECT name, state, final_score::float8 AS score FROM enrolment WHERE class_id = ${world.classId} ORDER BY name`,
  )
const records = () =>
  world.asked(
    sql<{ name: string; jp: number; withdrawn: string | null }>`
      SELECT p.name, r.jp, r.withdrawn_why AS withdrawn FROM learning_record r JOIN pegawai p ON p.pegawai_id = r.pegawai_id
      WHERE r.source = 'kelas' AND r.source_id = ${world.classId} ORDER BY p.name, r.id`,
  )
const facts = (fact: string) => world.asked(sql<{ n: number }>`SELECT count(*)::int AS n FROM outbox WHERE fact = ${fact}`)

describe('scores', () => {
  it('are refused whole where one is no number, with everything that was typed', async () => {
    const answer = await world.send(`${world.home}/nilai`, { [score(0, 0)]: '88,5', [score(0, 1)]: '101', [score(1, 0)]: 'baik' })
    const text = await answer.text()
    expect(answer.status).toBe(422)
    expect(text).toContain('Orang 001, Praktik: “101” bukan angka 0 sampai 100')
    for (const typed of ['88,5', '101', 'baik']) expect(text).toContain(`value="${typed}"`)
    expect(await world.asked(sql`SELECT FROM component_score`)).toEqual([])
  })

  it('are not given to oneself', async () => {
    const be = (pegawaiId: number | null) =>
      world.asked(
        sql`UPDATE identity.user_account SET pegawai_id = ${pegawaiId}::int WHERE username = ${`penyelenggara${world.classId}`} RETURNING id`,
      )
    expect(await be(world.inside[2]!)).toHaveLength(1)
    const answer = await world.send(`${world.home}/nilai`, { [score(2, 0)]: '100', [score(1, 0)]: '75' })
    await be(null)
    expect([answer.status, (await answer.text()).includes('dicatat oleh orang lain')]).toEqual([403, true])
    expect(await world.asked(sql`SELECT FROM component_score`)).toEqual([])
  })

  it('are weighed by the rule; what is missing is not zero', async () => {
    await world.send(`${world.home}/nilai`, { [score(0, 0)]: '90', [score(0, 1)]: '80,5', [score(1, 0)]: '75' })
    const { text } = await world.see(`${world.home}/nilai`)
    expect(text).toContain('nilai akhir 86,2, diminta 70')
    expect(text).toContain('belum ada nilai Praktik')
    expect(text).toContain('Belum pasti')
  })

  it('go out as a sheet and come in again: good rows are kept, bad ones told', async () => {
    const out = await world.get(`${world.home}/nilai.xlsx`, world.cookies.holder)
    const rows = await readSheetBytes(new Uint8Array(await out.arrayBuffer()))
    const header = rows.find(row => row.includes('NIP'))!
    expect(header.slice(0, 5)).toEqual(['NIP', 'Nama', 'Instansi', 'Pengetahuan', 'Praktik'])
    const columns = [{ header: 'NIP', kind: 'text' as const }, { header: 'Praktik' }, { header: 'Pengetahuan' }]
    const nip = (person: number) => world.nips.get(world.inside[person]!)!
    const sheet = await writeWorkbook([
      {
        name: 'Nilai',
        columns,
        rows: [
          [nip(1), 70, null],
          [nip(2), 60, 50],
          ['199001012020121098', 90, 90],
          [nip(2), 'x', 1],
        ],
      },
    ])
    const answer = await upload(sheet, 'nilai.xlsx')
    const text = await answer.text()
    expect(answer.status).toBe(422)
    expect(text).toContain('3 nilai yang terbaca disimpan')
    expect(text).toContain('Baris 4: NIP 199001012020121098 bukan peserta')
    expect(text).toContain('Baris 5: NIP')
    expect((await upload(Buffer.from('%PDF-1.7 bukan lembar'), 'nilai.xlsx')).status).toBe(422)
    const kept = await world.asked(sql<{ n: number }>`SELECT count(*)::int AS n FROM component_score`)
    expect(kept).toEqual([{ n: 6 }])
  })
})

describe('closing', () => {
  it('says what is open and changes nothing', async () => {
    const refused = await world.send(`${world.home}/penutupan`, {})
    const text = await refused.text()
    expect(refused.status).toBe(409)
    for (const words of ['2 sesi atau hari kelas belum lewat', 'Tidak ada akreditasi PBJ yang berlaku pada 23 November 2026'])
      expect(text).toContain(words)
    expect((await enrolments()).map(one => one.state)).toEqual(['enrolled', 'enrolled', 'enrolled'])
  })

  it('offers a body that is accredited on the last day', async () => {
    const other = await asJob(database.outer, async tx => {
      const { rows } = await sql<{ id: number }>`
        INSERT INTO provider (kind, name, short_name, made_by, made_at) VALUES ('balai', 'Balai Terakreditasi', 'Balai', 'uji', now()) RETURNING id`.execute(
        tx,
      )
      await sql`
        INSERT INTO accreditation (provider_id, programme, accreditor, peringkat, decree, from_date, until_date, made_by, made_at)
        VALUES (${rows[0]!.id}, 'PBJ', 'LKPP', 'A', 'SK 1', '2024-01-01', '2026-11-23', 'uji', now())`.execute(tx)
      return rows[0]!.id
    })
    expect((await world.see(`${world.home}/penutupan`)).text).toContain('Balai Terakreditasi (peringkat A')
    await world.send(`${world.home}/penutupan/titip`, { lembaga: '999999' })
    expect((await world.see(`${world.home}/penutupan`)).text).toContain('Tidak ada akreditasi PBJ')
    await world.send(`${world.home}/penutupan/titip`, { lembaga: String(other) })
    expect((await world.see(`${world.home}/penutupan`)).text).toContain('Balai Terakreditasi, berlaku sampai 23 November 2026')
  })

  it('closes with results, JP and facts at once, and is frozen then', async () => {
    world.setTime(afterwards)
    for (const id of sessions) {
      const all = Object.fromEntries(world.inside.map(person => [`h_${person}`, 'hadir']))
      await world.send(`${world.home}/hadir/${id}`, all)
    }
    expect((await world.see(`${world.home}/penutupan`)).text).toContain('2 lulus, 1 belum lulus, 0 belum pasti')
    const twice = await Promise.all([world.send(`${world.home}/penutupan`, {}), world.send(`${world.home}/penutupan`, {})])
    expect(twice.map(one => one.status).sort()).toEqual([303, 409])
    expect(await enrolments()).toEqual([
      { name: 'Orang 001', state: 'completed', score: 86.2 },
      { name: 'Orang 002', state: 'completed', score: 73 },
      { name: 'Orang 003', state: 'failed', score: 54 },
    ])
    expect(await records()).toEqual([
      { name: 'Orang 001', jp: 6, withdrawn: null },
      { name: 'Orang 002', jp: 6, withdrawn: null },
    ])
    expect(await facts('learning.completed')).toEqual([{ n: 1 }])
    const frozen = [
      await world.send(`${world.home}/jadwal`, { ...world.session, mulai: '13:00', selesai: '16:00' }),
      await world.send(`${world.home}/hadir/${sessions[0]}`, { [`h_${world.inside[0]}`]: 'alpa', alasan: 'Salah tandai' }),
      await world.send(`${world.home}/nilai`, { [score(0, 0)]: '1' }),
      await world.send(`${world.home}/bahan`, { tautan: 'https://a.example' }),
    ]
    expect(frozen.map(one => one.status)).toEqual([409, 409, 409, 409])
    const kept = await world.asked(sql<{ detail: object }>`SELECT detail FROM class_result ORDER BY pegawai_id LIMIT 1`)
    expect(kept[0]!.detail).toMatchObject({
      scores: { pengetahuan: 90, praktik: 80.5 },
      attended: { attended: 6, held: 6 },
      version: 2,
    })
  })
})

describe('the correction of one result', () => {
  const page = (person: number) => `${world.home}/penutupan/${world.inside[person]}`
  const fields = (values: Record<string, string>) => ({ n_0: '75', n_1: '70', ...values })
  it('needs a reason and a change, and keeps what was typed', async () => {
    const without = await world.send(page(1), fields({ n_0: '40' }))
    const text = await without.text()
    expect([without.status, text.includes('Isi alasan koreksi'), text.includes('value="40"')]).toEqual([422, true, true])
    expect((await world.send(page(1), fields({ alasan: 'Tidak ada apa-apa' }))).status).toBe(422)
    expect((await world.send(page(1), fields({ n_0: '', alasan: 'Nilai dihapus' }))).status).toBe(422)
    expect((await enrolments())[1]).toEqual({ name: 'Orang 002', state: 'completed', score: 73 })
  })

  it('withdraws the record of who did not pass after all, and gives it back', async () => {
    expect((await world.send(page(1), fields({ n_0: '40', alasan: 'Salah ketik nilai' }))).status).toBe(303)
    expect((await enrolments())[1]).toMatchObject({ state: 'failed', score: 52 })
    expect((await records()).find(one => one.name === 'Orang 002')).toMatchObject({ withdrawn: 'Salah ketik nilai' })
    expect(
      await world.asked(
        sql`SELECT payload->'pegawaiIds' AS people FROM outbox WHERE fact = 'learning.revoked' AND payload->'classId' = ${world.home.split('/').at(-1)}::text::jsonb`,
      ),
    ).toEqual([{ people: [world.inside[1]] }])
    expect((await world.send(page(1), fields({ n_0: '80', alasan: 'Keberatan diterima' }))).status).toBe(303)
    expect((await records()).filter(one => one.name === 'Orang 002').map(one => one.withdrawn)).toEqual([
      'Salah ketik nilai',
      null,
    ])
    const results = await world.asked(
      sql<{ passed: boolean; why: string | null; stands: boolean }>`
        SELECT passed, why, superseded_at IS NULL AS stands FROM class_result WHERE pegawai_id = ${world.inside[1]} ORDER BY id`,
    )
    expect(results).toEqual([
      { passed: true, why: null, stands: false },
      { passed: false, why: 'Salah ketik nilai', stands: false },
      { passed: true, why: 'Keberatan diterima', stands: true },
    ])
    const list = await world.see(`${world.home}/penutupan?saring=koreksi`)
    expect(list.text).toContain('Keberatan diterima')
    expect(list.text).not.toContain('Orang 003')
  })

  it('decides anew by attendance, too', async () => {
    const hours = { [`h_${sessions[0]}`]: 'alpa', [`h_${sessions[1]}`]: 'hadir' }
    const answer = await world.send(page(0), { n_0: '90', n_1: '80,5', ...hours, alasan: 'Tanda tangan palsu' })
    expect(answer.status).toBe(303)
    expect((await enrolments())[0]).toMatchObject({ state: 'failed', score: 86.2 })
    expect((await world.see(`/kelas/${world.otherId}/penutupan/${world.inside[0]}`)).status).toBe(404)
  })
})

describe('letters', () => {
  const letter = {
    jenis: 'berita_acara',
    tanggal: '2026-11-23',
    instansi: '',
    tempat: 'Pangkalpinang',
    jabatan: 'Kepala BPSDM',
    nama: 'Budi',
    nip: '',
  }
  const numbers = () => world.asked(sql<{ number: string }>`SELECT number FROM class_letter ORDER BY serial`)
  it('are refused with what was typed, and then no number is used', async () => {
    const refused = await world.send(`${world.home}/surat`, { ...letter, nama: '', tanggal: '2026-02-30' })
    const text = await refused.text()
    expect([refused.status, text.includes('Isi nama penanda tangan'), text.includes('value="Kepala BPSDM"')]).toEqual([
      422,
      true,
      true,
    ])
    expect((await world.send(`${world.home}/surat`, { ...letter, jenis: 'surat_tugas' })).status).toBe(422)
    expect(await numbers()).toEqual([])
  })

  it('are numbered without a gap by the rule of the institution, also when many are issued at once', async () => {
    expect((await world.send(`${world.home}/surat/aturan`, { susunan: '{nomor}/{tahun', kode: 'X' })).status).toBe(422)
    await world.send(`${world.home}/surat/aturan`, { susunan: '{kode}-{nomor}/{bulan romawi}/{tahun}', kode: '800.1' })
    const answers = await Promise.all(Array.from({ length: 4 }, () => world.send(`${world.home}/surat`, letter)))
    expect(answers.map(one => one.status)).toEqual([303, 303, 303, 303])
    await world.send(`/kelas/${world.otherId}/surat`, { ...letter, jenis: 'jadwal' })
    await world.send(`${world.home}/surat`, { ...letter, jenis: 'jadwal', tanggal: '2027-01-04' })
    expect((await numbers()).map(one => one.number).sort()).toEqual([
      '800.1-001/I/2027',
      '800.1-001/XI/2026',
      '800.1-002/XI/2026',
      '800.1-003/XI/2026',
      '800.1-004/XI/2026',
      '800.1-005/XI/2026',
    ])
  })

  it('begin with who signs by the rule of the institution, which is whole or not at all', async () => {
    const rule = {
      susunan: '{kode}-{nomor}/{bulan romawi}/{tahun}',
      kode: '800.1',
      ttd_jabatan: 'Kepala BPSDM Uji',
      ttd_nama: 'Ratna',
    }
    const refused = await world.send(`${world.home}/surat/aturan`, rule)
    const text = await refused.text()
    expect([refused.status, text.includes('Isi tempatnya'), text.includes('value="Kepala BPSDM Uji"')]).toEqual([422, true, true])
    expect((await world.send(`${world.home}/surat/aturan`, { ...rule, ttd_tempat: 'Muntok' })).status).toBe(303)
    const page = (await world.see(`/kelas/${world.otherId}/surat`)).text
    expect(page).toMatch(/name="jabatan"[^>]*value="Kepala BPSDM Uji"|value="Kepala BPSDM Uji"[^>]*name="jabatan"/)
  })

  it('are kept as they were issued, with letterhead and a line to sign', async () => {
    const [first] = await world.asked(
      sql<{ id: number }>`SELECT id FROM class_letter WHERE kind = 'berita_acara' ORDER BY serial`,
    )
    const file = async () =>
      new Uint8Array(await (await world.get(`${world.home}/surat/${first!.id}.pdf`, world.cookies.holder)).arrayBuffer())
    const bytes = await file()
    const { text } = readPdf(bytes)
    for (const words of ['BPSDM Uji', '800.1-001/XI/2026', 'Kepala BPSDM', 'Budi', 'Orang 003', 'Kelas telah ditutup'])
      expect(text).toContain(words)
    expect(Buffer.from(await file()).equals(Buffer.from(bytes))).toBe(true)
    expect((await world.get(`/kelas/${world.otherId}/surat/${first!.id}.pdf`, world.cookies.holder)).status).toBe(404)
    expect((await world.get(`${world.home}/surat/${first!.id}.pdf`, world.cookies.part)).status).toBe(403)
  }, 30_000)

  it('are signed electronically where somebody does, once, and kept as they were signed', async () => {
    const [letter] = await world.asked(
      sql<{ contentKey: string }>`SELECT content_key AS "contentKey" FROM class_letter ORDER BY id DESC LIMIT 1`,
    )
    const kept: MadeFile[] = []
    let signed = 0
    const signing = {
      sign: (bytes: Uint8Array) => Promise.resolve(Buffer.concat([bytes, Buffer.from(`%TTE ${++signed}`)])),
    }
    const file = (fileKey: string | null) =>
      letterFile(world.services, signing, { contentKey: letter!.contentKey, fileKey }, (_, made) =>
        Promise.resolve(void kept.push(made)),
      )
    const bytes = await file(null)
    expect(Buffer.from(bytes).toString('latin1')).toMatch(/^%PDF.*%TTE 1$/s)
    expect(kept).toMatchObject([
      { sha256: createHash('sha256').update(bytes).digest('hex'), signedAt: world.services.clock.now() },
    ])
    expect(Buffer.from(await file(kept[0]!.key)).equals(Buffer.from(bytes))).toBe(true)
    expect(signed).toBe(1)
    await letterFile(world.services, byHand, { contentKey: letter!.contentKey, fileKey: null }, (_, made) =>
      Promise.resolve(void kept.push(made)),
    )
    expect(kept[1]!.signedAt).toBeNull()
  }, 30_000)

  it('invite by WhatsApp with a text ready, and keep no number', async () => {
    const [instansi] = await world.asked(sql<{ instansi: string }>`SELECT instansi FROM enrolment LIMIT 1`)
    await world.send(`${world.home}/surat`, { ...letter, jenis: 'undangan', instansi: instansi!.instansi })
    const [invitation] = await world.asked(sql<{ id: number }>`SELECT id FROM class_letter WHERE kind = 'undangan'`)
    const page = `${world.home}/surat/${invitation!.id}/undang`
    expect((await world.see(page)).text).toContain('https://wa.me/?text=Yth.%20Orang%20001')
    const typed = await world.send(page, { peserta: String(world.inside[0]), nomor: '0812-3456-7890' })
    expect(await typed.text()).toContain('https://wa.me/6281234567890?text=')
    expect((await world.send(page, { peserta: String(world.inside[0]), nomor: '123' })).status).toBe(422)
    const everywhere = await world.asked(
      sql<{ n: number }>`SELECT count(*)::int AS n FROM audit_entry WHERE detail::text LIKE '%81234567890%'`,
    )
    expect(everywhere).toEqual([{ n: 0 }])
  })
})

describe('materials', () => {
  const add = (name: string, bytes: Uint8Array, fields: Record<string, string> = {}) => {
    const body = new FormData()
    for (const [key, value] of Object.entries(fields)) body.set(key, value)
    body.set('berkas', new File([bytes as Uint8Array<ArrayBuffer>], name))
    return world.ask(`/kelas/${world.otherId}/bahan`, { method: 'POST', body, headers: { cookie: world.cookies.holder } })
  }
  it('are what they say they are, and shown to who takes part', async () => {
    const pdf = Buffer.from('%PDF-1.7\n…')
    expect((await add('paparan.pdf', Buffer.from('<html>'))).status).toBe(422)
    expect((await add('paparan.exe', pdf)).status).toBe(422)
    expect((await add('paparan.pdf', pdf, { tautan: 'https://a.example' })).status).toBe(422)
    expect((await add('../../paparan.pdf', pdf, { tampil: '1', judul: 'Paparan hari pertama' })).status).toBe(303)
    expect(
      (await world.send(`/kelas/${world.otherId}/bahan`, { tautan: 'https://modul.example/1', judul: 'Modul' })).status,
    ).toBe(303)
    await asJob(database.outer, tx =>
      sql`INSERT INTO enrolment SELECT (e).* FROM (SELECT jsonb_populate_record(e, jsonb_build_object('class_id', ${world.otherId}::int, 'queue', 9001, 'state', 'enrolled')) AS e
          FROM enrolment e WHERE pegawai_id = ${world.inside[0]}) x`.execute(tx),
    )
    const list = await world.see(`/kelas/${world.otherId}/bahan`, world.cookies.part)
    expect(list.text).toContain('Paparan hari pertama')
    expect(list.text).not.toContain('Modul')
    const href = /href="(\/kelas\/\d+\/bahan\/\d+)"/.exec(list.text)![1]!
    const file = await world.get(href, world.cookies.part)
    expect(file.headers.get('Content-Disposition')).toMatch(/^attachment; filename="paparan.pdf"/)
    expect(Buffer.from(await file.arrayBuffer()).equals(pdf)).toBe(true)
    expect((await world.get(href, world.cookies.outside)).status).toBe(404)
    await world.send(href, { keadaan: 'sembunyi' })
    expect((await world.get(href, world.cookies.part)).status).toBe(404)
    await world.send(href, { keadaan: 'hapus' })
    expect((await world.get(href, world.cookies.holder)).status).toBe(404)
  })
})

describe('who got no seat', () => {
  it('is answered when the class closes, and waits for it no longer', async () => {
    const own = await runningClass(database, 2)
    try {
      const [session] = await own.schedule([{}])
      const [inside, second] = own.inside as [number, number]
      await asJob(database.outer, async tx => {
        await sql`
          UPDATE enrolment SET state = 'waiting', queue = 1 WHERE class_id = ${own.classId} AND pegawai_id = ${second}`.execute(
          tx,
        )
        await enrol(tx, own.classId, [own.outside], 'requested')
      })
      own.setTime(afterwards)
      await own.send(`${own.home}/hadir/${session}`, { [`h_${inside}`]: 'hadir' })
      await own.send(`${own.home}/nilai`, { [`n_${inside}_0`]: '90', [`n_${inside}_1`]: '90' })
      expect((await own.send(`${own.home}/penutupan`, {})).status).toBe(303)
      const standing = sql`
        SELECT e.pegawai_id AS id, e.state, 
          (SELECT count(*)::int FROM notices.notice n JOIN identity.user_account a ON a.id = n.account_id
           WHERE a.pegawai_id = e.pegawai_id AND n.key LIKE '%:rejected:%') AS told
       
        FROM enrolment e WHERE class_id = ${own.classId} ORDER BY 1`
      expect(await own.asked(standing)).toEqual(
        [
          { id: own.outside, state: 'rejected', told: 1 },
          { id: inside, state: 'completed', told: 0 },
          { id: second, state: 'rejected', told: 1 },
        ].sort((a, b) => a.id - b.id),
      )
      expect(
        await own.asked(
          sql`SELECT seats_taken AS t, seats_waiting AS w, seats_asked AS a FROM course_class WHERE id = ${own.classId}`,
        ),
      ).toEqual([{ t: 1, w: 0, a: 0 }])
    } finally {
      own.cleanUp()
    }
  })
})
