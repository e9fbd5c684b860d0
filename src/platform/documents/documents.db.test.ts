import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { actor, grant } from '../../../test/factories/browser.ts'
import { importServices } from '../../../test/factories/imports.ts'
import { readPdf } from '../../../test/factories/pdf.ts'
import { newInstansi, newPegawai, newUnit } from '../../../test/factories/people.ts'
import { readSheetBytes } from '../../../test/factories/workbook.ts'
import type { Actor } from '../actor.ts'
import { fixedClock } from '../clock.ts'
import { asJob, type Database, inScope, sql } from '../db/index.ts'
import type { Services } from '../http/context.ts'
import { Refusal } from '../http/refusal.ts'
import { createLog } from '../log.ts'
import { sightOf, sightsOf, widestSight } from './access.ts'
import { makeAgain, openDocument, type Request, requestDocument, seenDocument } from './actions.ts'
import { resumeDocuments } from './jobs.ts'
import type { Built, DocumentKind, Making } from './kind.ts'
import { makeDocument } from './make.ts'
import * as store from './store.ts'

let database: Database
let made: ReturnType<typeof importServices>
let services: Services
const place = { mine: 0, other: 0, unit: 0, ani: 0, budi: 0, far: 0 }

beforeAll(async () => {
  database = await testDatabase()
  made = importServices(database, createLog('silent'))
  services = made.services
  await asJob(database.outer, async tx => {
    place.mine = await newInstansi(tx, { name: 'Kabupaten Uji' })
    place.other = await newInstansi(tx)
    place.unit = await newUnit(tx, { instansi_id: place.mine, name: 'Dinas Uji' })
    const unit_id = await newUnit(tx, { instansi_id: place.other })
    place.ani = await newPegawai(tx, { instansi_id: place.mine, unit_id: place.unit, name: 'Ani' })
    place.budi = await newPegawai(tx, { instansi_id: place.mine, unit_id: place.unit, name: 'Budi' })
    place.far = await newPegawai(tx, { instansi_id: place.other, unit_id })
  })
})
afterAll(async () => {
  await database.close()
  made.cleanUp()
})

/** What the kinds below do when they are asked to build; a test may put another in its place. */
let build: (making: Making) => Promise<Built>
const content = async (making: Making): Promise<Built> => ({
  title: `Daftar ${making.subject.unitId ?? making.subject.pegawaiId}`,
  issuer: { instansi: 'Pemerintah Kabupaten Uji', office: null },
  timeZone: 'Asia/Jakarta',
  asOf: making.today('Asia/Jakarta'),
  facts: [],
  inputs: [{ key: 'rule', label: 'Aturan', value: 'uji-1' }],
  pdf: { cover: false, names: making.subject.pegawaiId !== 0, blocks: [{ kind: 'paragraph', text: 'Isi daftar.' }] },
  xlsx: { names: true, sheets: [{ name: 'Data', columns: [{ header: 'Nama' }], rows: [['Ani']] }] },
})
const words = { id: 'Uji', en: 'Test' }
const kind = (name: string, about: DocumentKind['about'], more: Partial<DocumentKind> = {}): DocumentKind => ({
  kind: name,
  name: words,
  lead: words,
  about,
  readers: ['admin', 'pengelola', 'perencana', 'pimpinan'],
  issuers: ['admin', 'pengelola'],
  build: making => build(making),
  ...more,
})
const kinds = [
  kind('uji_instansi', 'instansi', { readersWithoutNames: ['bappeda'] }),
  kind('uji_unit', 'unit'),
  kind('uji_pegawai', 'pegawai', { readers: ['pengelola', 'atasan', 'pegawai'], issuers: ['pengelola', 'pegawai'] }),
]

const who = {
  pengelola: () => actor({ accountId: 'pengelola', name: 'Siti', grants: [grant('pengelola', [place.mine])] }),
  bappeda: () => actor({ accountId: 'bappeda', grants: [grant('bappeda', [place.mine])] }),
  pimpinan: () => actor({ accountId: 'pimpinan', grants: [grant('pimpinan', [place.mine])] }),
  outsider: () => actor({ accountId: 'luar', grants: [grant('pengelola', [place.other])] }),
  ani: () => actor({ accountId: 'ani', name: 'Ani', pegawaiId: place.ani }),
  budi: () => actor({ accountId: 'budi', pegawaiId: place.budi }),
  atasan: () => actor({ accountId: 'atasan', pegawaiId: place.budi, teamIds: [place.ani] }),
  admin: () => actor({ accountId: 'admin', grants: [grant('admin', [], { place: 'nation' })] }),
  nobody: () => actor({ accountId: 'siapa' }),
}

beforeEach(async () => {
  build = content
  made.sent.length = 0
  await asJob(database.outer, tx => sql`DELETE FROM issued_file`.execute(tx))
  await asJob(database.outer, tx => sql`DELETE FROM issued_document`.execute(tx))
  rmSync(join(services.config.dataFolder, 'documents'), { recursive: true, force: true })
})

const nothing = { number: null, signatory: null, given: {} }
const about = {
  instansi: () => ({ instansiId: place.mine, unitId: null, pegawaiId: 0 }),
  unit: () => ({ instansiId: place.mine, unitId: place.unit, pegawaiId: 0 }),
  ani: () => ({ instansiId: place.mine, unitId: null, pegawaiId: place.ani }),
}
const ask = (by: Actor, name: string, subject: Request['subject'], more: Partial<Request> = {}) =>
  requestDocument(services, kinds, by, {
    kind: name,
    subject,
    subjectName: 'Uji',
    language: 'id',
    today: '2026-11-22',
    params: nothing,
    ...more,
  })
const work = async () => {
  for (let job = made.sent.shift(); job; job = made.sent.shift())
    await makeDocument(services, kinds, job.data as { pegawaiId: number; id: number })
}
const row = async (id: number) => (await asJob(database.outer, tx => store.documentById(tx, id)))!
const filesInStore = () => {
  const folder = join(services.config.dataFolder, 'documents')
  return existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.includes('.')) : []
}
const trail = async (id: number) =>
  asJob(database.outer, async tx => {
    const { rows } = await sql<{ verb: string; account_id: string; detail: Record<string, unknown> }>`
      SELECT verb, account_id, detail FROM audit_entry WHERE subject = ${`document:${id}`} ORDER BY id`.execute(tx)
    return rows
  })
const refusal = (work: Promise<unknown>): Promise<Refusal> =>
  work.then(
    () => Promise.reject(new Error('was not refused')),
    error => (error instanceof Refusal ? error : Promise.reject(error)),
  )
const status = async (work: Promise<unknown>) => (await refusal(work)).status

describe('a document', () => {
  it('is queued, made by a job, and kept with what proves it', async () => {
    const id = await ask(who.pengelola(), 'uji_instansi', about.instansi())
    expect(await row(id)).toMatchObject({ state: 'queued', title: null, files: [] })
    expect(made.sent).toEqual([{ name: 'document.make', data: { pegawaiId: 0, id } }])
    await work()
    const ready = await row(id)
    expect(ready).toMatchObject({
      state: 'ready',
      title: 'Daftar 0',
      asOf: '2026-11-22',
      progress: 100,
      requestedByName: 'Siti',
      inputs: [{ key: 'rule', label: 'Aturan', value: 'uji-1' }],
      issuedAt: new Date('2026-11-22T03:00:00Z'),
    })
    const pdf = await openDocument(services, kinds, who.pengelola(), id, 'pdf')
    expect(pdf.name).toBe(`uji-instansi-2026-11-22-${id}.pdf`)
    const { text } = readPdf(pdf.bytes)
    expect(text).toContain('Isi daftar.')
    expect(text).toContain(
      `Dokumen ${id} · dicetak 22 November 2026 10.00 WIB · isi ${ready.files[0]!.contentDigest!.slice(0, 32)}`,
    )
    const sheet = await readSheetBytes((await openDocument(services, kinds, who.pengelola(), id, 'xlsx')).bytes)
    expect(sheet).toContainEqual(['Nomor dokumen di Piawai', String(id)])
    expect(sheet).toContainEqual(['Aturan', 'uji-1'])
    const entries = await trail(id)
    expect(entries.map(entry => [entry.verb, entry.account_id])).toEqual([
      ['request_document', 'pengelola'],
      ['issue_document', 'pengelola'],
      ['view_document', 'pengelola'],
    ])
    expect(entries[1]!.detail.files).toMatchObject(ready.files.map(({ format, sha256 }) => ({ format, sha256 })))
  })

  it('asked for twice while it waits is made once; done, it is left alone', async () => {
    const id = await ask(who.pengelola(), 'uji_instansi', about.instansi())
    expect(await ask(who.pengelola(), 'uji_instansi', about.instansi())).toBe(id)
    expect(await ask(who.pengelola(), 'uji_instansi', about.instansi(), { language: 'en' })).not.toBe(id)
    await work()
    const before = await row(id)
    build = () => Promise.reject(new Error('built again'))
    await makeDocument(services, kinds, { pegawaiId: 0, id })
    expect(await row(id)).toEqual(before)
  })

  it('names the one it supersedes, which stays as it was issued', async () => {
    const first = await ask(who.pengelola(), 'uji_unit', about.unit())
    await work()
    const bytes = (await openDocument(services, kinds, who.pengelola(), first, 'pdf')).bytes
    build = async making => ({ ...(await content(making)), title: 'Daftar baru' })
    const second = await ask(who.pengelola(), 'uji_unit', about.unit())
    const ofInstansi = await ask(who.pengelola(), 'uji_instansi', about.instansi())
    await work()
    expect(await row(second)).toMatchObject({ supersedes: first, supersededBy: null, title: 'Daftar baru' })
    expect(await row(first)).toMatchObject({ supersededBy: second, state: 'ready' })
    expect(await row(ofInstansi)).toMatchObject({ supersedes: null })
    expect((await openDocument(services, kinds, who.pengelola(), first, 'pdf')).bytes).toEqual(bytes)
  })

  it('with a number and a signatory carries both; a certified signature goes over the PDF that is kept', async () => {
    const params = {
      number: '800/7/2026',
      signatory: { place: 'Uji', title: 'Kepala BKPSDM', name: 'Dr. Hasan', nip: '197001011995011001' },
      given: {},
    }
    const id = await ask(who.pengelola(), 'uji_unit', about.unit(), { params })
    const signed: unknown[] = []
    await makeDocument(services, kinds, { pegawaiId: 0, id }, async (pdf, of) => {
      signed.push(of)
      return Buffer.concat([pdf, Buffer.from('\n% tanda tangan')])
    })
    const { bytes } = await openDocument(services, kinds, who.pengelola(), id, 'pdf')
    expect(Buffer.from(bytes).toString('latin1').endsWith('% tanda tangan')).toBe(true)
    const { text } = readPdf(bytes)
    for (const part of ['800/7/2026', 'Kepala BKPSDM,', 'Dr. Hasan', 'Uji, 22 November 2026']) expect(text).toContain(part)
    expect(signed).toEqual([{ documentId: id, title: `Daftar ${place.unit}`, instansiId: place.mine }])
  })
})

describe('a document that is not made', () => {
  it('says why in the words of its kind, keeps no file, and can be made again', async () => {
    build = () => Promise.reject(new Refusal(404, { id: 'Unit ini sudah tidak ada.', en: 'This unit is gone.' }))
    const id = await ask(who.pengelola(), 'uji_unit', about.unit())
    await work()
    expect(await row(id)).toMatchObject({
      state: 'failed',
      problem: { id: 'Unit ini sudah tidak ada.' },
      files: [],
      issuedAt: null,
    })
    expect(await status(openDocument(services, kinds, who.pengelola(), id, 'pdf'))).toBe(404)
    expect(await status(makeAgain(services, kinds, who.pimpinan(), id))).toBe(404)
    build = content
    expect(await makeAgain(services, kinds, who.pengelola(), id)).toBe(true)
    expect(await makeAgain(services, kinds, who.pengelola(), id)).toBe(false)
    await work()
    expect(await row(id)).toMatchObject({ state: 'ready', problem: null })
  })

  it('because of a fault of ours says what to do, and leaves nothing half made', async () => {
    build = async making => ({
      ...(await content(making)),
      pdf: { cover: false, names: false, blocks: [{ kind: 'chart', svg: '<svg></svg>', caption: '' }] },
    })
    const id = await ask(who.pengelola(), 'uji_instansi', about.instansi())
    await work()
    expect((await row(id)).problem!.id).toContain('gangguan pada sistem')
    expect(filesInStore()).toEqual([])
    expect((await trail(id)).map(entry => entry.verb)).toEqual(['request_document'])
  })

  it('because its process was killed is taken up again, and what the dead attempt left is cleared away', async () => {
    const id = await ask(who.pengelola(), 'uji_instansi', about.instansi())
    made.sent.length = 0
    await asJob(database.outer, tx => store.claimMaking(tx, 0, id, 'mati'))
    await services.files.put(`documents/${id}/mati.pdf`, Buffer.from('separuh jadi'))
    await resumeDocuments(
      { ...services, clock: fixedClock(new Date(Date.now() + 60_000).toISOString()) },
      new Date(Date.now() - 60_000),
    )
    expect(made.sent).toEqual([])
    await resumeDocuments({ ...services, clock: fixedClock(new Date(Date.now() + 600_000).toISOString()) }, new Date(0))
    expect(made.sent).toEqual([{ name: 'document.make', data: { pegawaiId: 0, id } }])
    await work()
    expect(await row(id)).toMatchObject({ state: 'ready' })
    expect(filesInStore().length).toBe(2)
    expect(filesInStore().some(name => name.includes('mati'))).toBe(false)
  })

  it('by an attempt that was overtaken leaves the other’s files alone and none of its own', async () => {
    const id = await ask(who.pengelola(), 'uji_instansi', about.instansi())
    made.sent.length = 0
    build = async making => {
      build = content
      await makeDocument(services, kinds, { pegawaiId: 0, id })
      return { ...(await content(making)), title: 'Terlambat' }
    }
    await makeDocument(services, kinds, { pegawaiId: 0, id })
    expect(await row(id)).toMatchObject({ state: 'ready', title: 'Daftar 0' })
    expect(filesInStore().length).toBe(2)
    expect((await openDocument(services, kinds, who.pengelola(), id, 'pdf')).bytes.length).toBeGreaterThan(1000)
  })
})

describe('a file that is not what was issued', () => {
  it('is not handed out: damaged or lost, each with a sentence', async () => {
    const id = await ask(who.pengelola(), 'uji_instansi', about.instansi())
    await work()
    const refused = () => refusal(openDocument(services, kinds, who.pengelola(), id, 'pdf'))
    const path = services.files.path((await row(id)).files[0]!.key)
    const whole = readFileSync(path)
    writeFileSync(path, Buffer.concat([whole, Buffer.from(' ')]))
    expect(await refused()).toMatchObject({ status: 409, detail: { id: expect.stringContaining('sidik SHA-256 berbeda') } })
    rmSync(path)
    expect(await refused()).toMatchObject({
      status: 409,
      detail: { id: expect.stringContaining('tidak ada di tempat penyimpanan') },
    })
    writeFileSync(path, whole)
    expect((await openDocument(services, kinds, who.pengelola(), id, 'pdf')).bytes.length).toBe(whole.length)
  })
})

describe('who reads what', () => {
  const see = (by: Actor, id: number) =>
    seenDocument(services, kinds, by, id).then(
      ({ document }) => document.files.map(file => file.format),
      (error: Refusal) => error.status,
    )

  it('another instansi neither issues nor sees', async () => {
    expect(await status(ask(who.outsider(), 'uji_instansi', about.instansi()))).toBe(404)
    expect(await status(ask(who.pimpinan(), 'uji_instansi', about.instansi()))).toBe(404)
    expect(await status(ask(who.bappeda(), 'uji_instansi', about.instansi()))).toBe(404)
    expect(await status(ask(who.pengelola(), 'tidak_ada', about.instansi()))).toBe(404)
    expect(await status(ask(who.pengelola(), 'uji_unit', about.instansi()))).toBe(404)
    expect(await status(ask(who.pengelola(), 'uji_instansi', about.ani()))).toBe(404)
    const id = await ask(who.pengelola(), 'uji_instansi', about.instansi())
    await work()
    expect(await status(seenDocument(services, kinds, who.outsider(), id))).toBe(404)
    expect(await status(openDocument(services, kinds, who.outsider(), id, 'pdf'))).toBe(404)
  })

  it('Bappeda gets the file that names nobody, and no document that names people', async () => {
    const figures = await ask(who.pengelola(), 'uji_instansi', about.instansi())
    const names = await ask(who.pengelola(), 'uji_unit', about.unit())
    expect(await see(who.bappeda(), figures)).toBe(404)
    await work()
    expect(await see(who.pengelola(), figures)).toEqual(['pdf', 'xlsx'])
    expect(await see(who.bappeda(), figures)).toEqual(['pdf'])
    expect(await status(openDocument(services, kinds, who.bappeda(), figures, 'xlsx'))).toBe(404)
    await openDocument(services, kinds, who.bappeda(), figures, 'pdf')
    expect((await trail(figures)).map(entry => entry.verb)).not.toContain('view_document')
    expect(await see(who.bappeda(), names)).toBe(404)
  })

  it('a person’s is read by the person, the atasan and who keeps the instansi; opening it is written down, but not one’s own', async () => {
    const id = await ask(who.ani(), 'uji_pegawai', about.ani())
    await work()
    expect(await row(id)).toMatchObject({ pegawaiId: place.ani, instansiThen: place.mine })
    for (const by of [who.ani(), who.atasan(), who.pengelola()]) expect(await see(by, id)).toEqual(['pdf', 'xlsx'])
    for (const by of [who.budi(), who.bappeda(), who.pimpinan(), who.outsider(), who.nobody()])
      expect(await see(by, id)).toBe(404)
    expect(await status(ask(who.budi(), 'uji_pegawai', about.ani()))).toBe(404)
    await openDocument(services, kinds, who.ani(), id, 'pdf')
    expect((await trail(id)).map(entry => entry.verb)).toEqual(['request_document', 'issue_document'])
    await openDocument(services, kinds, who.atasan(), id, 'pdf')
    expect((await trail(id)).at(-1)).toMatchObject({ verb: 'view_document', account_id: 'atasan' })
  })

  it('a person’s follows the person to another government, and says who issued it', async () => {
    const id = await ask(who.ani(), 'uji_pegawai', about.ani())
    await work()
    await asJob(database.outer, tx => sql`SELECT move_custody(${place.ani}, ${place.other})`.execute(tx))
    expect(await see(who.outsider(), id)).toEqual(['pdf', 'xlsx'])
    expect(await see(who.pengelola(), id)).toBe(404)
    expect(await row(id)).toMatchObject({ instansiId: place.other, instansiThen: place.mine })
    expect((await openDocument(services, kinds, who.outsider(), id, 'pdf')).bytes.length).toBeGreaterThan(1000)
    await asJob(database.outer, tx => sql`SELECT move_custody(${place.ani}, ${place.mine})`.execute(tx))
  })

  it('of a kind that is no longer made is read by who keeps the records', async () => {
    const id = await ask(who.pengelola(), 'uji_unit', about.unit())
    await work()
    const fewer = kinds.filter(one => one.kind !== 'uji_unit')
    expect((await seenDocument(services, fewer, who.pengelola(), id)).document.title).toBe(`Daftar ${place.unit}`)
    expect(await status(seenDocument(services, fewer, who.pimpinan(), id))).toBe(404)
  })

  it('the list holds for everybody exactly what they may open', async () => {
    const ids = [
      await ask(who.pengelola(), 'uji_instansi', about.instansi()),
      await ask(who.pengelola(), 'uji_unit', about.unit()),
      await ask(who.ani(), 'uji_pegawai', about.ani()),
      await ask(who.outsider(), 'uji_instansi', { instansiId: place.other, unitId: null, pegawaiId: 0 }),
      await ask(who.outsider(), 'uji_pegawai', { instansiId: place.other, unitId: null, pegawaiId: place.far }),
    ]
    await work()
    for (const list of [kinds, kinds.slice(0, 1)]) {
      for (const by of Object.values(who).map(make => make())) {
        const sights = sightsOf(list, by)
        const documents = await Promise.all(ids.map(row))
        const may = documents.filter(
          one => sightOf(sights, one) !== null && (sightOf(sights, one) === 'whole' || one.files.some(file => !file.names)),
        )
        const rows = await inScope(database.outer, widestSight(list, by), tx =>
          store.documentsOf(tx, { instansiIds: null, sights }, { order: 'terbaru', descending: true, offset: 0, limit: 50 }),
        )
        expect(rows.map(one => one.id).sort(), by.accountId).toEqual(may.map(one => one.id).sort())
      }
    }
  })

  it('the list is narrowed by word, kind, year, person and digest', async () => {
    const unit = await ask(who.pengelola(), 'uji_unit', about.unit(), {
      subjectName: 'Dinas Kesehatan',
      params: { ...nothing, number: '800/9' },
    })
    const person = await ask(who.ani(), 'uji_pegawai', about.ani())
    await work()
    const find = async (filter: Partial<store.DocumentFilter>) => {
      const by = who.pengelola()
      const all = { instansiIds: [place.mine], sights: sightsOf(kinds, by), ...filter }
      return inScope(database.outer, widestSight(kinds, by), async tx =>
        (await store.documentsOf(tx, all, { order: 'terbaru', descending: true, offset: 0, limit: 50 })).map(one => one.id),
      )
    }
    expect(await find({})).toEqual([person, unit])
    expect(await find({ q: 'kesehatan' })).toEqual([unit])
    expect(await find({ q: '800/9' })).toEqual([unit])
    expect(await find({ q: (await row(unit)).files[1]!.sha256.slice(0, 10).toUpperCase() })).toEqual([unit])
    expect(await find({ q: '100%_' })).toEqual([])
    expect(await find({ about: 'others' })).toEqual([unit])
    expect(await find({ about: 'persons' })).toEqual([person])
    expect(await find({ pegawaiId: place.ani })).toEqual([person])
    expect(await find({ kind: 'uji_unit', year: 2026 })).toEqual([unit])
    expect(await find({ year: 2025 })).toEqual([])
    expect(await find({ instansiIds: [place.other] })).toEqual([])
    expect(await find({ before: person })).toEqual([unit])
  })
})
