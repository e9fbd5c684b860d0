import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { bareApp } from '../../../test/factories/app.ts'
import { enrol, newClass, newCourse, newProvider } from '../../../test/factories/learning.ts'
import { newItem } from '../../../test/factories/lessons.ts'
import { newInstansi, newPegawai, newUnit } from '../../../test/factories/people.ts'
import { asJob, type Database, sql } from '../../platform/db/index.ts'
import { copyLessons } from './copy.ts'
import { chosenItems } from './store/bank.ts'
import { lessonsOf } from './store/lesson.ts'

let database: Database
let app: Awaited<ReturnType<typeof bareApp>>
let admin: string
let learner: string
let stranger: string
let place: { courseId: number; draftId: number; activeId: number; classId: number; itemId: number }
const base = () => `/kursus/${place.courseId}/versi/2/pelajaran`

beforeAll(async () => {
  database = await testDatabase()
  app = await bareApp(database)
  const people = await asJob(database.outer, async tx => {
    const instansi = await newInstansi(tx)
    const unit = await newUnit(tx, { instansi_id: instansi })
    const ids = [
      await newPegawai(tx, { instansi_id: instansi, unit_id: unit }),
      await newPegawai(tx, { instansi_id: instansi, unit_id: unit }),
    ]
    const provider = await newProvider(tx, instansi)
    const { courseId, versionId } = await newCourse(tx, provider)
    const { rows } = await sql<{ id: number }>`
      INSERT INTO course_version (course_id, number, state, title, form, jp, made_by, made_at)
      VALUES (${courseId}, 2, 'draft', 'Kursus uji', 'teknis', 4, 'uji', now()) RETURNING id`.execute(tx)
    const classId = await newClass(tx, provider, versionId)
    await enrol(tx, classId, [ids[0]!])
    place = { courseId, draftId: rows[0]!.id, activeId: versionId, classId, itemId: await newItem(tx, courseId) }
    return ids
  })
  await app.account('pengurus', 'kereta malam ke barat', { role: 'admin' })
  await app.account('pelajar', 'kereta malam ke barat', { pegawaiId: people[0] })
  await app.account('lain', 'kereta malam ke barat', { pegawaiId: people[1] })
  admin = await app.signIn('pengurus', 'kereta malam ke barat')
  learner = await app.signIn('pelajar', 'kereta malam ke barat')
  stranger = await app.signIn('lain', 'kereta malam ke barat')
}, 120_000)
afterAll(async () => {
  app.cleanUp()
  await database.close()
})

const send = (path: string, fields: Record<string, string | File>, cookie = admin) => {
  const body = new FormData()
  for (const [name, value] of Object.entries({ judul: 'Pelajaran', menit: '10', wajib: '1', ...fields })) body.append(name, value)
  return app.ask(path, { method: 'POST', body, headers: { cookie } })
}
const lessons = () => asJob(database.outer, tx => lessonsOf(tx, place.draftId))
/** What the learners' version holds is what was written in the draft: as if it had been put into force. */
const learned = async (title: string) => {
  await asJob(database.outer, tx => sql`UPDATE lesson SET version_id = ${place.activeId} WHERE title = ${title}`.execute(tx))
  const all = await asJob(database.outer, tx => lessonsOf(tx, place.activeId))
  return `/belajar/${place.classId}/${all.find(one => one.title === title)!.id}`
}

/** An MP4 of a length, with an index before as many bytes of film. */
function film(seconds: number, bytes: number): Uint8Array<ArrayBuffer> {
  const box = (type: string, inside: Buffer) => {
    const head = Buffer.alloc(8)
    head.writeUInt32BE(inside.length + 8, 0)
    head.write(type, 4, 'latin1')
    return Buffer.concat([head, inside])
  }
  const header = Buffer.alloc(100)
  header.writeUInt32BE(1000, 12)
  header.writeUInt32BE(seconds * 1000, 16)
  const film = Buffer.alloc(bytes, 'abcdefghij')
  const whole = Buffer.concat([box('ftyp', Buffer.from('isom\0\0\0\0')), box('moov', box('mvhd', header)), box('mdat', film)])
  return new Uint8Array(whole)
}

describe('a text', () => {
  it('is kept as JSON, whether it came from the editor or from the plain field, and shown escaped', async () => {
    expect((await send(`${base()}?jenis=text`, { judul: 'Dari kolom', isi: '# Satu\n\n<script>alert(1)</script>' })).status).toBe(
      303,
    )
    const doc = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Dari editor' }] }] }
    expect((await send(`${base()}?jenis=text`, { judul: 'Dari editor', isi: 'x', isi_json: JSON.stringify(doc) })).status).toBe(
      303,
    )
    const [first, second] = await lessons()
    expect(first!.content.doc.content[0]).toEqual({
      type: 'heading',
      attrs: { level: 2 },
      content: [{ type: 'text', text: 'Satu' }],
    })
    expect(second!.content.doc).toEqual(doc)
    const html = await (await app.get(`${base()}/${first!.id}/pratinjau`, admin)).text()
    expect(html).toContain('&lt;script>alert(1)&lt;/script>')
    expect(html).not.toContain('<script>alert')
  })

  it.each([
    [
      'with something in it that runs',
      { isi: 'x', isi_json: '{"type":"doc","content":[{"type":"script"}]}' },
      'Isi memuat bentuk yang tidak dikenal',
    ],
    ['with nothing in it', { isi: '   ' }, 'Tulis isinya.'],
    ['without a title', { judul: '', isi: 'Yang sudah diketik' }, 'Isi judul'],
  ])('%s is refused, and what was typed stays', async (_, fields, sentence) => {
    const answer = await send(`${base()}?jenis=text`, fields)
    const html = await answer.text()
    expect([answer.status, html.includes(sentence)]).toEqual([422, true])
    if ('judul' in fields) expect(html).toContain('Yang sudah diketik')
  })

  it('changes places without a script, and goes with its file', async () => {
    const [first, second] = await lessons()
    await app.post(`${base()}/${second!.id}/pindah`, { arah: 'naik' }, admin)
    expect((await lessons()).map(one => one.id)).toEqual([second!.id, first!.id])
    await app.post(`${base()}/${second!.id}/hapus`, {}, admin)
    expect((await lessons()).map(one => one.id)).toEqual([first!.id])
  })
})

describe('a film', () => {
  it('is kept as it came, its length read from the file, and handed out in stretches to who is enrolled', async () => {
    const bytes = film(93, 200_000)
    expect((await send(`${base()}?jenis=video`, { judul: 'Film', berkas: new File([bytes], 'Pelajaran "1".mp4') })).status).toBe(
      303,
    )
    const kept = (await lessons()).find(one => one.title === 'Film')!
    expect(kept).toMatchObject({ durationSeconds: 93, file: { name: 'Pelajaran 1.mp4', type: 'video/mp4', bytes: bytes.length } })
    const path = `${await learned('Film')}/berkas`
    const ask = (range?: string, cookie = learner, method = 'GET') =>
      app.ask(path, { method, headers: { cookie, 'accept-encoding': 'gzip', ...(range ? { range } : {}) } })
    const whole = await ask()
    expect([whole.status, whole.headers.get('accept-ranges'), whole.headers.get('content-encoding')]).toEqual([
      200,
      'bytes',
      null,
    ])
    expect(whole.headers.get('x-content-type-options')).toBe('nosniff')
    expect(whole.headers.get('content-security-policy')).toContain('sandbox')
    expect(whole.headers.get('content-disposition')).toContain('inline; filename="Pelajaran 1.mp4"')
    expect(new Uint8Array(await whole.arrayBuffer())).toEqual(bytes)
    const part = await ask('bytes=1000-1999')
    expect([part.status, part.headers.get('content-range'), part.headers.get('content-length')]).toEqual([
      206,
      `bytes 1000-1999/${bytes.length}`,
      '1000',
    ])
    expect(new Uint8Array(await part.arrayBuffer())).toEqual(bytes.slice(1000, 2000))
    const beyond = await ask(`bytes=${bytes.length}-`)
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${bytes.length}`])
    const head = await ask(undefined, learner, 'HEAD')
    expect([head.status, head.headers.get('content-length'), (await head.arrayBuffer()).byteLength]).toEqual([
      200,
      String(bytes.length),
      0,
    ])
    const again = await app.ask(path, { headers: { cookie: learner, 'if-none-match': whole.headers.get('etag')! } })
    expect(again.status).toBe(304)
    expect((await ask(undefined, stranger)).status).toBe(404)
    expect((await app.ask(path)).status).toBe(303)
  })

  it.each([
    ['a page', 'film.mp4', '<html><script>alert(1)</script>', 'Isi berkas itu bukan jenis yang diterima'],
    ['nothing', 'film.mp4', '', 'Berkas itu kosong'],
    ['a PDF', 'film.mp4', '%PDF-1.7', 'Isi berkas itu bukan jenis yang diterima'],
  ])('that is %s is refused, and nothing of it is kept', async (_, name, content, sentence) => {
    const before = await lessons()
    const answer = await send(`${base()}?jenis=video`, { judul: 'Jahat', berkas: new File([content], name) })
    expect([answer.status, (await answer.text()).includes(sentence)]).toEqual([422, true])
    expect(await lessons()).toEqual(before)
  })

  it('that breaks off leaves nothing behind', async () => {
    const before = await lessons()
    const body = '--x\r\nContent-Disposition: form-data; name="berkas"; filename="a.mp4"\r\n\r\nsetengah'
    const headers = { cookie: admin, 'content-type': 'multipart/form-data; boundary=x' }
    const answer = await app.ask(`${base()}?jenis=video`, { method: 'POST', body, headers })
    expect([answer.status, (await answer.text()).includes('tidak ada yang disimpan')]).toEqual([400, true])
    expect(await lessons()).toEqual(before)
  })
})

describe('a file', () => {
  it('goes out to be kept, never to be shown, under a safe name', async () => {
    expect(
      (await send(`${base()}?jenis=file`, { judul: 'Lembar', berkas: new File(['%PDF-1.7\n'], '../../x\u202Efdp.pdf') })).status,
    ).toBe(303)
    const answer = await app.get(`${await learned('Lembar')}/berkas`, learner)
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="xfdp\.pdf"/)
  })
})

describe('a version in force', () => {
  it('is frozen: nothing is added, changed, moved or removed', async () => {
    const frozen = `/kursus/${place.courseId}/versi/1/pelajaran`
    const before = await asJob(database.outer, tx => lessonsOf(tx, place.activeId))
    const { id } = before[0]!
    for (const answer of [
      await send(`${frozen}?jenis=text`, { isi: 'Baru' }),
      await send(`${frozen}/${id}`, { isi: 'Lain' }),
      await app.post(`${frozen}/${id}/pindah`, { arah: 'turun' }, admin),
      await app.post(`${frozen}/${id}/hapus`, {}, admin),
    ]) {
      expect(answer.status).toBe(303)
    }
    expect(await asJob(database.outer, tx => lessonsOf(tx, place.activeId))).toEqual(before)
  })

  it('that holds none asks nobody to add some; a draft does', async () => {
    const { courseId } = await asJob(database.outer, async tx => newCourse(tx, await newProvider(tx, await newInstansi(tx))))
    const frozen = await (await app.get(`/kursus/${courseId}/versi/1/pelajaran`, admin)).text()
    expect(frozen).toContain('Versi ini tidak berisi pelajaran.')
    expect(frozen).not.toContain('Tambahkan teks')
    await asJob(database.outer, tx =>
      sql`INSERT INTO course_version (course_id, number, state, title, form, jp, made_by, made_at)
        VALUES (${courseId}, 2, 'draft', 'Kursus uji', 'teknis', 4, 'uji', now())`.execute(tx),
    )
    const draft = await (await app.get(`/kursus/${courseId}/versi/2/pelajaran`, admin)).text()
    expect(draft).toContain('Tambahkan teks')
  })
})

describe('the item bank', () => {
  it('takes an item of each kind through its form, and refuses one without what is right', async () => {
    const add = (kind: string, fields: Record<string, string>) =>
      app.post(`/kursus/${place.courseId}/soal?jenis=${kind}`, { soal: `Soal ${kind}?`, poin: '2', ...fields }, admin)
    const right: [string, Record<string, string>][] = [
      ['single', { 'pilihan-0': 'Ya', 'pilihan-1': 'Tidak', benar: '1' }],
      ['multiple', { 'pilihan-0': 'A', 'pilihan-1': 'B', 'pilihan-2': 'C', 'benar-0': '1', 'benar-2': '1' }],
      ['true_false', { benar: 'true' }],
      ['short', { diterima: 'Satu\nEsa' }],
      ['numeric', { nilai: '1.250,5', toleransi: '0,5' }],
      ['matching', { 'kiri-0': 'a', 'kanan-0': 'X', 'kiri-1': 'b', 'kanan-1': 'X' }],
    ]
    for (const [kind, fields] of right) expect([kind, (await add(kind, fields)).status]).toEqual([kind, 303])
    for (const [kind] of right) expect([kind, (await add(kind, { toleransi: '0' })).status]).toEqual([kind, 422])
    const { rows } = await asJob(database.outer, tx =>
      sql<{ content: object }>`SELECT content FROM bank_item WHERE prompt = 'Soal numeric?'`.execute(tx),
    )
    expect(rows[0]!.content).toEqual({ kind: 'numeric', right: '1250.5', tolerance: '0.5' })
  })

  it('goes on with another of the kind where that was asked for', async () => {
    const item = { soal: 'Lagi?', poin: '1', benar: 'true', tindakan: 'lagi' }
    const answer = await app.post(`/kursus/${place.courseId}/soal?jenis=true_false`, item, admin)
    expect(answer.headers.get('location')).toBe(`/kursus/${place.courseId}/soal/baru?jenis=true_false`)
  })

  it('lends its chosen items to a quiz, and a copied version asks the same', async () => {
    const quiz = { judul: 'Kuis', tujuan: 'quiz', ambil: 'chosen', lulus: '70', umpan: 'score' }
    expect((await send(`${base()}?jenis=quiz`, quiz)).status).toBe(422)
    expect((await send(`${base()}?jenis=quiz`, { ...quiz, soal: String(place.itemId) })).status).toBe(303)
    const made = (await lessons()).find(one => one.title === 'Kuis')!
    const preview = await (await app.ask(`${base()}/${made.id}/pratinjau`, { headers: { cookie: admin } })).text()
    expect(preview).toContain('Apa yang benar?')
    expect(preview).toContain('Pilihan ganda · 1 poin')
    const copied = await asJob(database.outer, async tx => {
      const { rows } = await sql<{ id: number }>`
        INSERT INTO course_version (course_id, number, state, title, form, jp, made_by, made_at, activated_by, activated_at, archived_at)
        VALUES (${place.courseId}, 3, 'archived', 'Salinan', 'teknis', 4, 'uji', now(), 'uji', now(), now()) RETURNING id`.execute(
        tx,
      )
      await copyLessons(tx, [{ from: place.draftId, to: rows[0]!.id }])
      const all = await lessonsOf(tx, rows[0]!.id)
      return { all, items: await chosenItems(tx, all.find(one => one.title === 'Kuis')!.id) }
    })
    expect(copied.all.map(one => one.title)).toEqual((await lessons()).map(one => one.title))
    expect(copied.items).toEqual([place.itemId])
  })
})
