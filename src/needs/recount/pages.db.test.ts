import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type DemoApp, demoApp } from '../../../test/factories/demo.ts'
import { documentKinds } from '../../document-kinds.ts'
import { asJob, sql } from '../../platform/db/index.ts'
import { documentJobs } from '../../platform/documents/index.ts'
import { createJobs, type Jobs } from '../../platform/jobs/index.ts'
import { createLog } from '../../platform/log.ts'
import { recountJobs } from './jobs.ts'

let demo: DemoApp
let jobs: Jobs
let today: string
const cookies = { perencana: '', bappeda: '', kabupaten: '' }

beforeAll(async () => {
  demo = await demoApp()
  today = demo.services.clock.today()
  // The queue itself: what a page asks for is done beside it, as in an installation.
  jobs = createJobs(demo.database, createLog('error'), 0.5)
  const services = { ...demo.services, jobs }
  recountJobs(services)
  documentJobs(services, documentKinds)
  demo.services.jobs.send = jobs.send
  await jobs.start()
  for (const account of Object.keys(cookies) as (keyof typeof cookies)[]) cookies[account] = await demo.signIn(account)
}, 240_000)
afterAll(async () => {
  await jobs.stop()
  await demo.close()
})

type Who = keyof typeof cookies
const get = (path: string, who: Who = 'perencana') => demo.ask(path, { headers: { cookie: cookies[who] } })
const page = async (path: string, who: Who = 'perencana') => {
  const answer = await get(path, who)
  expect([path, answer.status]).toEqual([path, 200])
  return answer.text()
}
const post = (path: string, fields: Record<string, string>, who: Who = 'perencana') =>
  demo.ask(path, { method: 'POST', headers: { cookie: cookies[who] }, body: new URLSearchParams(fields) })
const sheet = async (path: string, who: Who = 'perencana') =>
  Object.values(unzipSync(new Uint8Array(await (await get(path, who)).arrayBuffer())))
    .map(part => strFromU8(part))
    .join('\n')
/** Asks the way a page that refreshes itself does, until it is sent on. */
const settled = (path: string) =>
  vi.waitFor(async () => expect((await get(path)).headers.get('X-Location')).not.toBeNull(), { timeout: 120_000, interval: 300 })

describe('two days of a kabupaten', () => {
  const from = '2026-01-01'
  const at = () => `instansi=19.01&dari=${from}&sampai=${today}`

  it('are worked out by a job, progress shown, and found again', async () => {
    expect(await page(`/kesenjangan/banding?${at()}`)).toContain('Kedua hari itu belum dibandingkan')
    const asked = await post('/kesenjangan/banding', { instansi: '19.01', dari: from, sampai: today })
    expect([asked.status, asked.headers.get('Location')]).toEqual([303, `/kesenjangan/banding?${at()}`])
    const waiting = await page(`/kesenjangan/banding?${at()}`)
    expect(waiting).toContain('Sedang dihitung')
    expect(waiting).toContain(`data-live="/kesenjangan/banding/keadaan?${at().replaceAll('&', '&amp;')}"`)
    await settled(`/kesenjangan/banding/keadaan?${at()}`)
    const made = await page(`/kesenjangan/banding?${at()}`)
    expect(made).not.toContain('Sedang dihitung')
    expect(made).toContain('Mengapa bergerak')
    expect(made).toContain('Hitung ulang')
    // Another who asks for the same finds it made.
    await post('/kesenjangan/banding', { instansi: '19.01', dari: from, sampai: today }, 'kabupaten')
    expect(await page(`/kesenjangan/banding?${at()}`, 'kabupaten')).toContain('Mengapa bergerak')
    expect(await page('/kesenjangan/banding?instansi=19.01&dari=2025-01-01&sampai=2025-02-01')).toContain(
      'Yang sudah dibandingkan',
    )
  })

  it('add up: gaps before, plus what opened, less what closed, are the gaps after', async () => {
    const { rows } = await asJob(demo.database.outer, tx =>
      sql<{ before: number; after: number; causes: { move: string; pairs: number }[]; moves: number; people: number }>`
        SELECT (SELECT count(*)::int FROM recount_gap WHERE recount_id = c.before_id AND gap > 0) AS before,
               (SELECT count(*)::int FROM recount_gap WHERE recount_id = c.after_id AND gap > 0) AS after,
               c.summary->'causes' AS causes, (SELECT count(*)::int FROM comparison_move m WHERE m.comparison_id = c.id) AS moves,
               (c.summary->>'people')::int AS people FROM comparison c ORDER BY c.id LIMIT 1`.execute(tx),
    )
    const { before, after, causes, moves, people } = rows[0]!
    const pairs = (move: string) => causes.filter(row => row.move === move).reduce((sum, row) => sum + row.pairs, 0)
    expect(before).toBeGreaterThan(100)
    expect(before + pairs('opened') - pairs('closed')).toBe(after)
    expect(causes.reduce((sum, row) => sum + row.pairs, 0)).toBe(moves)
    expect(people).toBeGreaterThan(50)
  })

  it('lead down to people for who may name them, with filter and file; to figures for the others', async () => {
    const all = await page(`/kesenjangan/banding/orang?${at()}&gerak=semua`)
    expect(all).toMatch(/href="\/pegawai\/\d+"/)
    const came = await page(`/kesenjangan/banding/orang?${at()}&sebab=dinilai&gerak=terbuka`)
    expect(came).toContain('Baru dinilai, terbuka, sesuai saringan.')
    const nip = /\d{8} \d{6} \d \d{3}/.exec(came)![0]
    expect(await page(`/kesenjangan/banding/orang?${at()}&gerak=semua&q=${nip.replaceAll(' ', '')}`)).toContain(nip)
    expect(await page(`/kesenjangan/banding/orang?${at()}&q=tidakadayangbegini`)).toContain(
      'Tidak ada yang bergerak menurut saringan ini',
    )
    expect(await sheet(`/kesenjangan/banding/orang.xlsx?${at()}&sebab=dinilai`)).toContain(nip.replaceAll(' ', ''))
    expect(await sheet(`/kesenjangan/banding.xlsx?${at()}`)).toContain(nip.replaceAll(' ', ''))

    expect((await get(`/kesenjangan/banding/orang?${at()}`, 'bappeda')).status).toBe(403)
    const figures = await page(`/kesenjangan/banding?${at()}`, 'bappeda')
    expect(figures).toContain('Nama pegawai tidak termasuk wewenang peran Anda')
    expect(figures).not.toContain('/kesenjangan/banding/orang')
    expect(await sheet(`/kesenjangan/banding.xlsx?${at()}`, 'bappeda')).not.toMatch(/\d{18}/)
  })

  it.each([
    ['dari=2026-13-01&sampai=2026-02-01', 'Isi dengan tanggal yang ada'],
    ['dari=2026-02-01&sampai=2026-02-01', 'Hari pertama harus sebelum hari kedua'],
    ['dari=2026-02-01&sampai=2999-01-01', 'Hari itu belum tiba'],
  ])('are refused where they are none: %s', async (query, words) => {
    const answer = await get(`/kesenjangan/banding?instansi=19.01&${query}`)
    expect(answer.status).toBe(422)
    const text = await answer.text()
    expect(text).toContain(words)
    expect(text).toContain(`value="${/dari=([^&]+)/.exec(query)![1]}"`) // what was typed stays
    expect((await post('/kesenjangan/banding', Object.fromEntries(new URLSearchParams(`instansi=19.01&${query}`)))).status).toBe(
      422,
    )
  })
})

describe('the list of a day', () => {
  const at = (day: string) => `instansi=19.01&hari=${day}`
  const made = async (day: string, fields: Record<string, string> = {}) => {
    expect((await post('/kebutuhan/pada', { instansi: '19.01', hari: day, ...fields })).status).toBe(303)
    await settled(`/kebutuhan/pada/keadaan?${at(day)}`)
  }

  it('comes out today as it was issued today, need by need; changed since, each difference has its reason', async () => {
    await post('/dokumen', { instansi: '19.01', jenis: 'akd_instansi', bahasa: 'id' }, 'kabupaten')
    await vi.waitFor(
      async () => {
        const { rows } = await asJob(demo.database.outer, tx =>
          sql<{ state: string }>`SELECT state FROM issued_document WHERE kind = 'akd_instansi'`.execute(tx),
        )
        expect(rows).toEqual([{ state: 'ready' }])
      },
      { timeout: 120_000, interval: 500 },
    )
    await made(today)
    const same = await page(`/kebutuhan/pada?${at(today)}&lihat=beda`)
    expect(same).toMatch(/Semua \d+ kebutuhan kompetensi sama\./)
    expect(same).toMatch(/href="\/dokumen\/\d+"/)

    // Everybody of one need is found to have had the level all along: a correction that came after the document.
    const gone = await asJob(demo.database.outer, async tx => {
      const { rows } = await sql<{ id: number; name: string; jenjang: string; competency: number; level: number }>`
        SELECT n.id, c.name, n.jenjang, n.competency_id AS competency, n.level_to AS level FROM need n JOIN competency c ON c.id = n.competency_id
        WHERE n.instansi_id = 3 AND n.kind = 'gap' AND n.post = 'held' AND n.people BETWEEN 1 AND 5 ORDER BY n.id LIMIT 1`.execute(
        tx,
      )
      const need = rows[0]!
      await sql`
        UPDATE assessment_result r SET level = ${need.level} FROM competency_gap g
        WHERE g.instansi_id = 3 AND g.post = 'held' AND g.gap > 0 AND g.competency_id = ${need.competency} AND g.required = ${need.level}
          AND g.jenjang = ${need.jenjang} AND r.pegawai_id = g.pegawai_id AND r.competency_id = g.competency_id`.execute(tx)
      return need
    })
    await made(today, { ulang: '1' })
    const differing = await page(`/kebutuhan/pada?${at(today)}&lihat=beda`)
    expect(differing).toContain('1 hanya di dokumen')
    expect(differing).toContain('Tidak ada orangnya menurut data yang disimpan sekarang.')
    expect(differing).toContain(gone.name)
    const file = await sheet(`/kebutuhan/pada.xlsx?${at(today)}`)
    expect(file).toContain('Hanya di dokumen')
    expect(file).toContain('Tidak dihitung ulang')
    expect(file).not.toMatch(/\d{18}/)
  })

  it('says with which rules and standards it was made, and narrows', async () => {
    const list = await page(`/kebutuhan/pada?${at(today)}&tingkat=penting`, 'bappeda')
    expect(list).toContain('Kesenjangan 30 %')
    expect(list).toContain('prioritas-2')
    expect(list).toContain('1 sampai 5 (PermenPANRB 38/2017)')
    expect(list).toMatch(/\d+ standar berlaku/)
    expect(list).not.toContain('Dapat ditunda</span>')
  })

  it('of a day before there was a scale of levels names it, and shows no other day', async () => {
    await made('2016-06-01')
    const text = await page(`/kebutuhan/pada?${at('2016-06-01')}`)
    expect(text).toContain('1 Juni 2016 tidak dapat dihitung')
    expect(text).toContain('“Skala tingkat kompetensi” tidak mempunyai nilai yang berlaku pada 1 Juni 2016.')
    expect(text).not.toContain('kebutuhan kompetensi</span>')
    expect((await get(`/kebutuhan/pada.xlsx?${at('2016-06-01')}`)).status).toBe(404)
  })
})

describe('what gaps cost', () => {
  it('is shown where somebody filled it in, as a local estimate with its formula', async () => {
    const ranking = await page('/kebutuhan?instansi=19&jenis=kompetensi')
    expect(ranking).toMatch(/Biaya setahun/)
    expect(ranking).toMatch(/Rp\d{1,3}(\.\d{3})+/)
    const need = /href="\/kebutuhan\/(\d+)"/.exec(ranking)![1]
    const detail = await page(`/kebutuhan/${need}`)
    expect(detail).toContain('Biaya bila dibiarkan terbuka')
    expect(detail).toContain('biaya kerja setahun × tingkat yang kurang ÷ jumlah tingkat yang diminta jabatannya')
    expect(detail).toContain('Angka contoh demo; bukan angka resmi')
    expect(await page('/kesenjangan?instansi=19')).toMatch(/menelan Rp[\d.]+ setahun/)
    const api = (await (await get('/api/v1/gap-cost?instansi=19')).json()) as {
      yearly: number
      levels: number
      uncounted: number
    }
    expect(api.yearly).toBeGreaterThan(1_000_000_000)
    expect(api.uncounted).toBe(0)
  })

  it('is not made up where nobody did', async () => {
    const ranking = await page('/kebutuhan?instansi=19.01')
    expect(ranking).not.toContain('Biaya setahun')
    expect(await page('/kesenjangan?instansi=19.01')).toContain('Biaya belum diisi.')
    const api = (await (await get('/api/v1/gap-cost?instansi=19.01')).json()) as { uncounted: number }
    expect(api).toMatchObject({ yearly: null, closing: null, levels: 0, policy: { version: 0 } })
    expect(api.uncounted).toBeGreaterThan(100)
  })
})

describe('the people behind a cell of the map', () => {
  it('have a figure of their own, a filter, an order and a file', async () => {
    const map = await page('/kesenjangan?instansi=19')
    const href = /href="(\/kesenjangan\/orang\?[^"]+)"/.exec(map)![1]!.replaceAll('&amp;', '&')
    const all = await page(href)
    expect(all).toMatch(/\d+ dari \d+ orang yang sudah dinilai; diminta dari \d+ orang\./)
    const below = await page(`${href}&keadaan=kurang`)
    const [, gaps] = /(\d+) dari \d+ orang yang sudah dinilai/.exec(all)!
    expect(below.match(/<tr data-href="\/pegawai/g) ?? []).toHaveLength(Math.min(50, Number(gaps)))
    expect(await page(`${href}&keadaan=belum&urut=nama`)).not.toMatch(/>−\d</)
    expect(await sheet(href.replace('/orang', '/orang.xlsx'))).toMatch(/\d{18}/)
    expect(await sheet('/kesenjangan.xlsx?instansi=19&pilar=manajerial')).toContain('M.1')
  })
})
