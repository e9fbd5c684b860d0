import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { bareApp } from '../../../test/factories/app.ts'
import { enrol, newClass, newCourse, newProvider, newSession } from '../../../test/factories/classes.ts'
import { newInstansi, newPegawai, newUnit } from '../../../test/factories/people.ts'
import { readSheetBytes } from '../../../test/factories/workbook.ts'
import { asJob, type Database, sql } from '../../platform/db/index.ts'
import { writeWorkbook } from '../../platform/sheet/index.ts'
import { remind } from './jobs.ts'

const secret = 'kereta malam ke barat'
let database: Database
let app: Awaited<ReturnType<typeof bareApp>>
let instansi: number
let classId: number
let courseId: number
let people: number[]
let pengelola: string
let pegawai: string

beforeAll(async () => {
  database = await testDatabase()
  app = await bareApp(database)
  const made = await asJob(database.outer, async tx => {
    const home = await newInstansi(tx, { time_zone: 'Asia/Jayapura' })
    const unit_id = await newUnit(tx, { instansi_id: home })
    const ids: number[] = []
    for (let i = 0; i < 6; i++) ids.push(await newPegawai(tx, { instansi_id: home, unit_id, name: `Orang ${i}` }))
    const provider = await newProvider(tx, { instansi_id: home })
    const course = await newCourse(tx, {
      provider_id: provider,
      title: 'Arsip',
      entry_rules: { employment: ['pns'], noDiscipline: true },
    })
    const id = await newClass(tx, { provider_id: provider, version_id: course.versionId, name: 'Angkatan I', seats_max: 2 })
    return { home, ids, id, course }
  })
  instansi = made.home
  people = made.ids
  classId = made.id
  courseId = made.course.courseId
  await app.account('satu', secret, { pegawaiId: people[0]! })
  const keeper = await app.account('pengelola', secret)
  await asJob(database.outer, tx =>
    sql`INSERT INTO identity.role_grant (account_id, role, place, instansi_id) VALUES (${keeper}, 'pengelola', 'instansi', ${instansi})`.execute(
      tx,
    ),
  )
  pegawai = await app.signIn('satu', secret)
  pengelola = await app.signIn('pengelola', secret)
})
afterAll(async () => {
  app.cleanUp()
  await database.close()
})

const nipOf = (id: number) =>
  asJob(
    database.outer,
    async tx => (await sql<{ nip: string }>`SELECT nip FROM pegawai WHERE pegawai_id = ${id}`.execute(tx)).rows[0]!.nip,
  )
const stateOf = (id: number, inClass = classId) =>
  asJob(database.outer, async tx => {
    const { rows } = await sql<{
      state: string
    }>`SELECT state FROM enrolment WHERE pegawai_id = ${id} AND class_id = ${inClass}`.execute(tx)
    return rows[0]?.state ?? null
  })
const text = async (answer: Response | Promise<Response>) => (await answer).text()

describe('joining alone', () => {
  it('explains each rule, then enrols, and withdraws with a reason', async () => {
    const page = await text(app.get(`/katalog/${courseId}/ikut`, pegawai))
    expect(page).toContain('Angkatan I')
    expect(page).toContain('Terpenuhi')
    expect(page).toContain('Belum diketahui')
    const answer = await app.post(`/katalog/${courseId}/ikut`, { kelas: String(classId) }, pegawai)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/belajar/pendaftaran/${classId}`])
    expect(await stateOf(people[0]!)).toBe('enrolled')
    const again = await app.post(`/katalog/${courseId}/ikut`, { kelas: String(classId) }, pegawai)
    expect([again.status, await text(again)]).toEqual([422, expect.stringContaining('Sudah terdaftar')])

    const own = async () => (await app.get(`/belajar/pendaftaran/${classId}`, pegawai)).text()
    const as = (state: string) =>
      asJob(database.outer, tx =>
        sql`UPDATE enrolment SET state = ${state} WHERE class_id = ${classId} AND pegawai_id = ${people[0]!}`.execute(tx),
      )
    expect(await own()).toMatch(/<li>Anda mendaftar, \d/) // not by whom: it was oneself
    for (const [state, given] of [
      ['waiting', 'Tempat Anda dalam daftar tunggu dilepas'],
      ['requested', 'Permohonan Anda ditarik'],
      ['enrolled', 'Kursi Anda diberikan kepada'],
    ] as const) {
      await as(state)
      expect(await own()).toContain(given)
    }
    const short = await app.post(`/belajar/pendaftaran/${classId}/mundur`, { alasan: 'tak' }, pegawai)
    expect([short.status, await text(short)]).toEqual([422, expect.stringContaining('>tak</textarea>')])
    expect((await app.post(`/belajar/pendaftaran/${classId}/mundur`, { alasan: 'Ada tugas lain' }, pegawai)).status).toBe(303)
    expect(await stateOf(people[0]!)).toBe('withdrawn')
  })

  it('of which no step was kept shows no empty history', async () => {
    const other = await asJob(database.outer, async tx => {
      const provider_id = await newProvider(tx, { instansi_id: instansi })
      const { versionId } = await newCourse(tx, { provider_id })
      const id = await newClass(tx, { provider_id, version_id: versionId })
      await enrol(tx, id, [people[0]!])
      return id
    })
    const [bare, walked] = [other, classId].map(id => text(app.get(`/belajar/pendaftaran/${id}`, pegawai)))
    expect(await bare).not.toContain('Yang sudah terjadi')
    expect(await walked).toContain('Yang sudah terjadi')
  })

  it('is for people only: an account of nobody is told so', async () => {
    expect((await app.get(`/katalog/${courseId}/ikut`, pengelola)).status).toBe(403)
    expect((await app.get('/katalog/999999/ikut', pegawai)).status).toBe(404)
  })
})

describe('nominating', () => {
  it('takes the good ones of a pasted list and of a sheet, and says what is wrong with the others', async () => {
    const sheet = await writeWorkbook([
      {
        name: 'Data',
        columns: [
          { header: 'Nama', width: 20 },
          { header: 'NIP', width: 20, kind: 'text' },
        ],
        rows: [['Orang 2', await nipOf(people[2]!)]],
      },
    ])
    const body = new FormData()
    body.set('nip', `${await nipOf(people[1]!)}\n199912312025011998\nbukan nip`)
    body.set('berkas', new File([sheet as Uint8Array<ArrayBuffer>], 'daftar.xlsx'))
    const answer = await app.ask(`/kelas/${classId}/usulkan`, { method: 'POST', body, headers: { cookie: pengelola } })
    const page = await text(answer)
    expect(answer.status).toBe(200)
    expect(page).toContain('2 orang diusulkan')
    expect(page).toContain('199912312025011998')
    expect(page).toContain('Bukan NIP 18 angka')
    expect([await stateOf(people[1]!), await stateOf(people[2]!)]).toEqual(['enrolled', 'enrolled'])
  })

  it('refuses a file that is no sheet, and keeps what was typed', async () => {
    const body = new FormData()
    body.set('nip', '199912312025011998')
    body.set('berkas', new File(['%PDF-1.7 bukan lembar'], 'daftar.xlsx'))
    const answer = await app.ask(`/kelas/${classId}/usulkan`, { method: 'POST', body, headers: { cookie: pengelola } })
    expect(answer.status).toBe(422)
    expect(await text(answer)).toContain('199912312025011998')
  })
})

describe('a nomination through the front door', () => {
  it('is agreed to by the instansi at /pendaftaran, let in by the organiser, seated and told; cancelled with the class it frees the seat and counts no hours', async () => {
    const id = await asJob(database.outer, async tx => {
      const { rows } = await sql<{
        provider_id: number
        version_id: number
      }>`SELECT provider_id, version_id FROM course_class WHERE id = ${classId}`.execute(tx)
      const days = { starts_on: '2098-07-01', ends_on: '2098-07-03', seats_max: 1 }
      return newClass(tx, { ...rows[0]!, ...days, name: 'Angkatan Depan', admission: 'approval', instansi_first: true })
    })
    const [asking, nominated] = [people[4]!, people[5]!]
    const names: string[] = []
    for (const one of [asking, nominated]) {
      const name = `orang-${one}`
      await app.account(name, secret, { pegawaiId: one })
      names.push(await app.signIn(name, secret))
    }
    const [mine, theirs] = names as [string, string]
    const told = async () => {
      const { rows } = await database.asOwner(db =>
        sql<{ title: string; account: string }>`
          SELECT title_id AS title FROM notices.notice WHERE href = ${`/kelas/${id}`} ORDER BY id`.execute(db),
      )
      return rows.map(row => row.title.replace('Arsip (Angkatan Depan)', '…'))
    }
    expect((await app.post(`/katalog/${courseId}/ikut`, { kelas: String(id) }, mine)).status).toBe(303)
    const body = new FormData()
    body.set('nip', await nipOf(nominated))
    expect(await text(app.ask(`/kelas/${id}/usulkan`, { method: 'POST', body, headers: { cookie: pengelola } }))).toContain(
      '1 orang diusulkan',
    )
    expect([await stateOf(asking, id), await stateOf(nominated, id)]).toEqual(['requested', 'requested'])

    const door = await text(app.get('/pendaftaran?hanya=saya', pengelola))
    expect(door).toContain('Orang 4')
    expect(door).not.toContain('Orang 5') // the nomination is the word of the instansi
    expect(door).toContain('href="/pendaftaran.xlsx?hanya=saya"')
    const sheet = async (query: string) => {
      const answer = await app.get(`/pendaftaran.xlsx${query}`, pengelola)
      const rows = await readSheetBytes(new Uint8Array(await answer.arrayBuffer()))
      return rows.slice(1).map(row => String(row[0]))
    }
    expect(await sheet('?hanya=saya')).toEqual([expect.stringContaining('Orang 4')])
    expect((await sheet('')).join()).toContain('Orang 5')
    expect(await sheet('?q=tidakada')).toEqual([])
    const agreed = await app.post('/pendaftaran', { tindakan: 'setujui', permohonan: `${asking}-${id}` }, pengelola)
    expect(agreed.status).toBe(303)
    expect(await text(app.get('/pendaftaran?hanya=saya', pengelola))).not.toContain('Orang 4')
    const ids = new URLSearchParams({ tindakan: 'setujui' })
    for (const one of [asking, nominated]) ids.append('orang', String(one))
    expect((await app.ask(`/kelas/${id}/peserta`, { method: 'POST', body: ids, headers: { cookie: pengelola } })).status).toBe(
      303,
    )
    expect([await stateOf(asking, id), await stateOf(nominated, id)]).toEqual(['enrolled', 'waiting'])
    expect(await told()).toEqual(['Anda diusulkan mengikuti …', 'Anda terdaftar sebagai peserta …'])
    expect(await text(app.get(`/belajar/pendaftaran/${id}`, theirs))).toContain('urutan 1')

    expect((await app.post(`/kelas/${id}/batal`, { alasan: 'Narasumber berhalangan' }, pengelola)).status).toBe(303)
    expect([await stateOf(asking, id), await stateOf(nominated, id)]).toEqual(['cancelled', 'cancelled'])
    expect((await told()).slice(2)).toEqual(['… dibatalkan', '… dibatalkan'])
    const page = await text(app.get(`/belajar/pendaftaran/${id}`, mine))
    expect(page).toContain('Kelas dibatalkan')
    expect(page).toContain('Narasumber berhalangan')
    expect(await text(app.get(`/kelas/${id}`, mine))).toContain('Narasumber berhalangan')
    const left = await asJob(database.outer, async tx => {
      const { rows } = await sql<object>`
        SELECT c.state, c.seats_taken AS taken, c.seats_waiting AS waiting,
          (SELECT count(*)::int FROM learning_record r WHERE r.source = 'kelas' AND r.source_id = c.id) AS records
        FROM course_class c WHERE c.id = ${id}`.execute(tx)
      return rows[0]
    })
    expect(left).toEqual({ state: 'cancelled', taken: 0, waiting: 0, records: 0 })
  })
})

describe('deciding', () => {
  it('keeps who was ticked where the reason is missing, and tells the reason where it is not', async () => {
    const [, one] = people as [number, number]
    const refused = await app.post(
      `/kelas/${classId}/peserta`,
      { tindakan: 'keluarkan', orang: String(one), alasan: '' },
      pengelola,
    )
    expect(refused.status).toBe(422)
    expect(await text(refused)).toMatch(new RegExp(`value="${one}"[^>]*checked`))
    expect(await stateOf(one)).toBe('enrolled')
    const done = await app.post(
      `/kelas/${classId}/peserta`,
      { tindakan: 'keluarkan', orang: String(one), alasan: 'Tidak hadir' },
      pengelola,
    )
    expect(done.status).toBe(303)
    expect(await stateOf(one)).toBe('withdrawn')
  })

  it('shows the people of a class and writes them into a workbook, for who holds it', async () => {
    expect(await text(app.get(`/kelas/${classId}/peserta`, pengelola))).toContain('Orang 2')
    const file = await app.get(`/kelas/${classId}/peserta.xlsx`, pengelola)
    expect([file.status, file.headers.get('content-type')]).toEqual([200, expect.stringContaining('spreadsheet')])
    expect((await app.get(`/kelas/${classId}/peserta`, pegawai)).status).toBe(403)
  })
})

describe('a calendar', () => {
  it('is fetched without signing in by who has its address, until it is revoked', async () => {
    await asJob(database.outer, tx => enrol(tx, classId, [people[3]!]))
    await app.account('empat', secret, { pegawaiId: people[3]! })
    const cookie = await app.signIn('empat', secret)
    const page = await text(app.post('/belajar/kalender', {}, cookie))
    const [path] = /\/kalender\/[\w-]{43}\.ics/.exec(page)!
    const fetched = await app.ask(path)
    expect([fetched.status, fetched.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8'])
    expect(await text(fetched)).toContain('DTSTART;VALUE=DATE:20990301')
    expect(await text(app.get('/belajar/kalender', cookie))).not.toContain(path)
    await app.post('/belajar/kalender/cabut', {}, cookie)
    expect((await app.ask(path)).status).toBe(404)
  })

  it('of a trainer has the sessions they teach, also of one from outside; who teaches nothing has none', async () => {
    const outside = await app.account('narasumber', secret)
    const id = await asJob(database.outer, async tx => {
      const { rows } = await sql<{
        provider_id: number
        version_id: number
      }>`SELECT provider_id, version_id FROM course_class WHERE id = ${classId}`.execute(tx)
      const made = await newClass(tx, { ...rows[0]!, name: 'Angkatan III' })
      const taught = await newSession(tx, made, '2099-03-02T01:00:00Z', '2099-03-02T03:00:00Z')
      await newSession(tx, made, '2099-03-03T01:00:00Z', '2099-03-03T03:00:00Z')
      await sql`
        WITH t AS (INSERT INTO trainer (provider_id, name, kind, account_id) VALUES (${rows[0]!.provider_id}, 'Ibu Rina', 'praktisi', ${outside}) RETURNING id)
        INSERT INTO session_trainer (session_id, trainer_id) SELECT ${taught}, id FROM t`.execute(tx)
      return made
    })
    const cookie = await app.signIn('narasumber', secret)
    expect(await text(app.get('/kelas', cookie))).toContain('href="/kelas/kalender"')
    const [path] = /\/kalender\/[\w-]{43}\.ics/.exec(await text(app.post('/kelas/kalender', {}, cookie)))!
    const fetched = await text(app.ask(path))
    expect(fetched).toContain('DTSTART:20990302T010000Z')
    expect(fetched).not.toContain('20990303')
    expect(fetched).toContain(`/kelas/${id}`)
    const again = /\/kalender\/[\w-]{43}\.ics/.exec(await text(app.post('/kelas/kalender', {}, cookie)))![0]
    expect([(await app.ask(path)).status, (await app.ask(again)).status]).toEqual([404, 200])
    await app.post('/kelas/kalender/cabut', {}, cookie)
    expect((await app.ask(again)).status).toBe(404)
    expect((await app.get('/kelas/kalender', pegawai)).status).toBe(403)
  })

  it('of one class is for whoever sees the class', async () => {
    expect(await text(app.get(`/kelas/${classId}/kalender.ics`, pegawai))).toContain('SUMMARY:Arsip (Angkatan I)')
  })
})

describe('reminders', () => {
  it('go out once, on the day where the class is held', async () => {
    const id = await asJob(database.outer, async tx => {
      const { rows } = await sql<{
        provider_id: number
        version_id: number
      }>`SELECT provider_id, version_id FROM course_class WHERE id = ${classId}`.execute(tx)
      const made = await newClass(tx, { ...rows[0]!, starts_on: '2098-06-02', ends_on: '2098-06-04' })
      await enrol(tx, made, [people[0]!])
      return made
    })
    const told = async () => {
      const { rows } = await database.asOwner(db =>
        sql<{ title: string }>`SELECT title_id AS title FROM notices.notice WHERE href = ${`/kelas/${id}`} ORDER BY id`.execute(
          db,
        ),
      )
      return rows.map(row => row.title)
    }
    const at = (iso: string) => ({ ...app.services, clock: { now: () => new Date(iso), today: () => iso.slice(0, 10) } })
    await remind(at('2098-05-31T14:59:00Z')) // still 31 May in Jayapura: two days ahead
    await remind(at('2098-05-31T15:01:00Z')) // 1 June there: tomorrow
    await remind(at('2098-05-31T16:00:00Z'))
    expect(await told()).toEqual([expect.stringContaining('dimulai tujuh hari lagi'), expect.stringContaining('dimulai besok')])
  })
})

describe('the form of a class', () => {
  const fields = {
    nama: 'Angkatan Uji',
    pola: 'klasikal',
    bentuk: 'teknis',
    mulai: '2027-03-01',
    selesai: '2027-03-05',
    penerimaan: 'approval',
  }
  const send = (path: string, more: [string, string][]) =>
    app.ask(path, {
      method: 'POST',
      body: new URLSearchParams([...Object.entries(fields), ...more]),
      headers: { cookie: pengelola },
    })
  const cardOf = (id: number) =>
    asJob(database.outer, async tx => {
      const { rows } = await sql<{ untuk: number[] | null; pengajar: number[] }>`
        SELECT for_instansi AS untuk, ARRAY(SELECT trainer_id FROM class_trainer WHERE class_id = ${id} ORDER BY 1) AS pengajar
        FROM course_class WHERE id = ${id}`.execute(tx)
      return rows[0]
    })

  it('takes whom it offers, and refuses at its field who is foreign, closed or nobody: nothing is written', async () => {
    const o = await asJob(database.outer, async tx => {
      const { rows } = await sql<{ id: number }>`SELECT provider_id AS id FROM course_class WHERE id = ${classId}`.execute(tx)
      const guided = await newInstansi(tx, { guided_by: instansi })
      const foreign = await newInstansi(tx)
      const elsewhere = await newProvider(tx, { instansi_id: foreign })
      const trainer = async (provider: number, name: string, closed = false) =>
        (
          await sql<{ id: number }>`INSERT INTO trainer (provider_id, name, kind, closed_at)
            VALUES (${provider}, ${name}, 'praktisi', CASE WHEN ${closed}::boolean THEN now() END) RETURNING id`.execute(tx)
        ).rows[0]!.id
      const own = rows[0]!.id
      const version = await newCourse(tx, { provider_id: own })
      return {
        guided,
        foreign,
        course: version.courseId,
        id: await newClass(tx, { provider_id: own, version_id: version.versionId }),
        ours: await trainer(own, 'Ani Pengajar'),
        gone: await trainer(own, 'Budi Berhenti', true),
        theirs: await trainer(elsewhere, 'Cici Asing'),
      }
    })
    const edit = `/kelas/${o.id}/ubah`
    const ok: [string, string][] = [
      ['untuk', String(o.guided)],
      ['pengajar', String(o.ours)],
    ]
    expect((await send(edit, ok)).status).toBe(303)
    const before = { untuk: [o.guided], pengajar: [o.ours] }
    expect(await cardOf(o.id)).toEqual(before)
    for (const [field, value, words] of [
      ['untuk', String(o.foreign), 'tidak dapat dilayani kelas ini'],
      ['untuk', '99999999999', 'tidak dapat dilayani kelas ini'],
      ['untuk', 'semua', 'tidak dapat dilayani kelas ini'],
      ['pengajar', String(o.theirs), 'bukan milik penyelenggara ini'],
      ['pengajar', String(o.gone), 'bukan milik penyelenggara ini'],
      ['pengajar', '999999', 'bukan milik penyelenggara ini'],
    ] as const) {
      for (const [path, more] of [
        [edit, []],
        ['/kelas', [['kursus', String(o.course)]]],
      ] as [string, [string, string][]][]) {
        const answer = await send(path, [...more, ...ok, [field, value]])
        const page = await answer.text()
        expect([path, field, value, answer.status, page.includes(words)]).toEqual([path, field, value, 422, true])
        // Said at the field, and a closed trainer is not offered because somebody sent them.
        expect(page).toContain(`href="#f-${field}"`)
        expect(page).not.toContain('Budi Berhenti')
      }
    }
    expect(await cardOf(o.id)).toEqual(before)
    expect(
      (await asJob(database.outer, tx => sql`SELECT FROM course_class WHERE name = 'Angkatan Uji'`.execute(tx))).rows,
    ).toHaveLength(1)

    // Whom it names already stays, though nobody new would be offered them.
    await asJob(database.outer, async tx => {
      await sql`UPDATE instansi SET guided_by = NULL WHERE id = ${o.guided}`.execute(tx)
      await sql`UPDATE trainer SET closed_at = now() WHERE id = ${o.ours}`.execute(tx)
    })
    expect((await send(edit, ok)).status).toBe(303)
    expect(await cardOf(o.id)).toEqual(before)
  })

  it('leaves no session outside of its days, and does not become one without days while it has a timetable', async () => {
    const id = await asJob(database.outer, async tx => {
      const { rows } = await sql<{ provider: number; version: number }>`
        SELECT provider_id AS provider, version_id AS version FROM course_class WHERE id = ${classId}`.execute(tx)
      const days = { starts_on: '2027-03-01', ends_on: '2027-03-05' }
      const made = await newClass(tx, { provider_id: rows[0]!.provider, version_id: rows[0]!.version, ...days })
      // Half past twelve at night of the 5th in Jayapura.
      await newSession(tx, made, '2027-03-04T15:30:00Z', '2027-03-04T17:00:00Z')
      return made
    })
    const change = async (more: Partial<typeof fields>) => {
      const body = new URLSearchParams({ ...fields, ...more })
      const answer = await app.ask(`/kelas/${id}/ubah`, { method: 'POST', body, headers: { cookie: pengelola } })
      return [answer.status, (await answer.text()).includes('1 sesi di luar tanggal itu')]
    }
    expect(await change({ selesai: '2027-03-04' })).toEqual([422, true])
    expect(await change({ mulai: '2027-03-06', selesai: '2027-03-08' })).toEqual([422, true])
    expect(await change({ pola: 'mandiri', mulai: '', selesai: '' })).toEqual([422, true])
    expect(await change({ mulai: '2027-03-05' })).toEqual([303, false])
  })
})
