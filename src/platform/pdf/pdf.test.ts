import { describe, expect, it } from 'vitest'
import { readPdf } from '../../../test/factories/pdf.ts'
import { barChart, radarChart, trendChart } from '../charts/index.ts'
import { inked } from './chart-ink.ts'
import { type Block, contentDigest, makePdf, type PdfDocument } from './index.ts'

const paper = (blocks: Block[], more: Partial<PdfDocument> = {}): PdfDocument => ({
  language: 'id',
  title: 'Analisis kebutuhan',
  subtitle: 'Kabupaten Uji',
  issuer: { instansi: 'Pemerintah Kabupaten Uji', office: 'BKPSDM' },
  facts: [{ label: 'Keadaan per', value: '22 November 2026' }],
  cover: true,
  blocks,
  footer: 'Dokumen 12 · dicetak 22 November 2026 10.00 WIB',
  madeAt: '2026-11-22T03:00:00.000Z',
  ...more,
})
const heading = (text: string, more: { level?: 1 | 2; page?: 'portrait' | 'landscape' } = {}): Block => ({
  kind: 'heading',
  level: 1,
  text,
  ...more,
})
const list = (rows: number): Block => ({
  kind: 'table',
  columns: [
    { header: 'No', width: 36, align: 'right' },
    { header: 'Nama' },
    { header: 'Unit' },
    { header: 'Tingkat', width: 44, align: 'right' },
  ],
  rows: Array.from({ length: rows }, (_, index) => [index + 1, `Pegawai ${index + 1}`, 'Dinas Kesehatan', '3']),
  empty: 'Belum ada.',
})

describe('a PDF', () => {
  it('says what it was given, in words that can be selected, with the letters of names and sums', async () => {
    const words = 'Dr. René Ñañez–Ünal: ≥ 85 % dari Rp1.250.000, “sangat” ½ × 3 → 4'
    const bytes = await makePdf(paper([heading('Ringkasan', { page: 'portrait' }), { kind: 'paragraph', text: words }]))
    expect(Buffer.from(bytes.slice(0, 5)).toString()).toBe('%PDF-')
    const pdf = readPdf(bytes)
    expect(pdf.pages[1]).toContain('Dr. René Ñañez–Ünal: ≥ 85 % dari Rp1.250.000, “sangat” ½ × 3 › 4')
    expect(pdf).toMatchObject({ title: 'Analisis kebutuhan', language: 'id-ID' })
    expect(pdf.fonts.every(font => font.embedded && font.name.startsWith('Roboto-'))).toBe(true)
    expect(pdf.fonts.length).toBe(2)
  })

  it('opens with the official heading and a table of contents that knows the pages', async () => {
    const blocks = [
      heading('Ringkasan', { page: 'portrait' }),
      list(60),
      heading('Rincian', { page: 'landscape' }),
      heading('Menurut unit', { level: 2 }),
    ]
    const { pages, outlines } = readPdf(await makePdf(paper(blocks)))
    expect(pages[0]).toContain('PEMERINTAH KABUPATEN UJI')
    expect(pages[0]).toContain('Keadaan per22 November 2026')
    expect(pages[0]).toMatch(/Daftar isiRingkasan2Rincian(\d)Menurut unit\1/)
    const place = Number(/Rincian(\d)/.exec(pages[0]!)![1])
    expect(pages[place - 1]).toContain('Rincian')
    expect(outlines).toBe(3)
  })

  it('says on every page which document it is, its content and how many pages there are', async () => {
    const document = paper([heading('Daftar', { page: 'portrait' }), list(120)])
    const { pages } = readPdf(await makePdf(document))
    expect(pages.length).toBeGreaterThan(2)
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(`Halaman ${index + 1} dari ${pages.length}`)
      expect(page).toContain(`Dokumen 12 · dicetak 22 November 2026 10.00 WIB · isi ${contentDigest(document).slice(0, 32)}`)
    }
    expect(pages[2]).toContain('NoNamaUnitTingkat')
  })

  it('is the same, byte by byte, from the same document, and another from another', async () => {
    const document = paper([list(30), { kind: 'chart', caption: 'Radar', svg: radar }])
    const first = Buffer.from(await makePdf(document))
    expect(first.equals(Buffer.from(await makePdf(structuredClone(document))))).toBe(true)
    expect(first.equals(Buffer.from(await makePdf({ ...document, madeAt: '2026-11-22T03:00:01.000Z' })))).toBe(false)
    expect(contentDigest(document)).not.toBe(contentDigest({ ...document, footer: 'Dokumen 13' }))
  })

  it('keeps a heading with its table, also where one line stands between them', async () => {
    for (const rows of [30, 31, 32, 33, 34, 35, 36]) {
      const blocks = [
        list(rows),
        heading('Orang dan kesenjangannya'),
        { kind: 'paragraph' as const, text: 'Kalimat pembuka.' },
        list(20),
      ]
      const { pages } = readPdf(await makePdf(paper(blocks, { cover: false })))
      const page = pages.find(one => one.includes('Orang dan kesenjangannya'))!
      expect(page, `after ${rows} rows`).toMatch(/Kalimat pembuka\.NoNamaUnitTingkat1Pegawai 1Dinas/)
    }
  })

  it('leaves no page blank where one ends just before the next must begin', async () => {
    for (const rows of [33, 34, 35, 36]) {
      const blocks = [list(rows), heading('Bab baru', { page: 'landscape' })]
      const { pages } = readPdf(await makePdf(paper(blocks, { cover: false, subtitle: undefined, facts: [] })))
      for (const page of pages) expect(page, `after ${rows} rows`).toMatch(/Pegawai|Bab baru/)
    }
  })

  it('does not part a heading from its picture or its short table', async () => {
    for (const rows of [20, 22, 24, 26, 28]) {
      const blocks: Block[] = [
        list(rows),
        heading('Radar'),
        { kind: 'chart', svg: radar, caption: 'Gambar' },
        heading('Pendek'),
        list(6),
      ]
      const { pages } = readPdf(await makePdf(paper(blocks, { cover: false })))
      const page = pages.find(one => one.includes('Radar'))!
      expect(page, `after ${rows} rows`).toMatch(/RadarIntegritas/)
      expect(pages.find(one => one.includes('Pendek'))).toMatch(/PendekNoNama.*6Pegawai 6/)
    }
  })

  it('does not leave a heading behind when the one below it goes to the next page with its table', async () => {
    for (const rows of [20, 22, 24, 26, 28]) {
      const blocks: Block[] = [list(rows), heading('Induk'), heading('Anak', { level: 2 }), list(6)]
      const { pages } = readPdf(await makePdf(paper(blocks, { cover: false })))
      expect(
        pages.find(one => one.includes('Induk')),
        `after ${rows} rows`,
      ).toMatch(/IndukAnakNoNama.*6Pegawai 6/)
    }
  })

  it('in English has English words of its own', async () => {
    const { pages, language } = readPdf(await makePdf(paper([heading('Summary')], { language: 'en' })))
    expect(pages[0]).toContain('Contents')
    expect(pages[0]).toContain('Page 1 of')
    expect(language).toBe('en-GB')
  })

  it('draws figures, facts, lists, a heatmap in parts, and a place to sign', async () => {
    const codes = Array.from({ length: 25 }, (_, index) => `T.${index + 1}`)
    const blocks: Block[] = [
      { kind: 'figures', items: ['85 %', '12', '34', '210', '3', '7'].map(value => ({ label: 'Angka', value })) },
      { kind: 'facts', items: [{ label: 'Dasar', value: 'PP 11/2017' }] },
      { kind: 'list', items: ['Pertama', 'Kedua'] },
      {
        kind: 'heat',
        rowHeader: 'Unit',
        columns: codes,
        rows: [
          {
            label: 'Dinas Kesehatan',
            cells: codes.map((_, index) => (index === 3 ? null : { text: String(index + 40), tone: (index % 5) as 0 })),
          },
        ],
        legend: ['0–9 %', '10–24 %'],
        none: 'Belum dinilai',
      },
      { kind: 'table', columns: [{ header: 'Kosong' }], rows: [], empty: 'Belum ada apa-apa.' },
      {
        kind: 'signature',
        signatory: { place: 'Uji', title: 'Kepala BKPSDM', name: 'Siti Aminah', nip: '198001012005012001' },
        date: '22 November 2026',
      },
    ]
    const { text } = readPdf(await makePdf(paper(blocks, { cover: false })))
    for (const part of [
      'Dinas Kesehatan',
      'T.1',
      'T.25',
      '64',
      'Belum dinilai',
      'Belum ada apa-apa.',
      'Kepala BKPSDM,',
      'NIP 198001012005012001',
    ])
      expect(text).toContain(part)
    expect(text.match(/Dinas Kesehatan/g)).toHaveLength(3)
    expect(text).not.toContain('Daftar isi')
  })

  it('of 6,000 rows is made within bounds, while this thread goes on', async () => {
    let longest = 0
    let last = performance.now()
    const watch = setInterval(() => {
      longest = Math.max(longest, performance.now() - last)
      last = performance.now()
    }, 5)
    const before = performance.now()
    const bytes = await makePdf(paper([heading('Daftar', { page: 'portrait' }), list(6_000)]))
    clearInterval(watch)
    expect(performance.now() - before).toBeLessThan(25_000)
    expect(longest).toBeLessThan(300)
    expect(bytes.length).toBeLessThan(3_000_000)
    const { pages } = readPdf(bytes)
    expect(pages.at(-1)).toContain('Pegawai 6000')
    expect(pages.length).toBeGreaterThan(100)
  }, 60_000)

  it('that cannot be drawn says why instead of an empty file', async () => {
    await expect(makePdf(paper([{ kind: 'chart', caption: '', svg: '<svg><path d="M0 0"/></svg>' }]))).rejects.toThrow('viewBox')
  })
})

const radar = radarChart({
  title: 'Radar',
  description: 'Standar & tingkat',
  max: 5,
  axes: [
    { label: 'Integritas', standard: 3, held: 2 },
    { label: 'Kerja sama', standard: 3, held: null },
    { label: 'Komunikasi', standard: 4, held: 5 },
  ],
  legend: { standard: 'Standar', held: 'Dimiliki', unassessed: 'belum dinilai' },
})
const bars = barChart({
  title: 'Cakupan',
  description: '',
  unit: '%',
  max: 100,
  bars: [
    { label: 'Dinas <A> & B', value: 85 },
    { label: 'C', value: null },
  ],
})
const trend = trendChart({
  title: 'Tren',
  description: '',
  labels: ['2025', '2026'],
  series: [{ label: 'Urgen', values: [3, 4] }],
})

describe('a chart on paper', () => {
  it.each([
    ['radar', radar, ['Integritas', 'Kerja sama (–)', 'Standar']],
    ['bars', bars, ['Dinas <A> & B', '85 %', 'C']],
    ['trend', trend, ['2025', '2026']],
  ])('%s: no class is left, and its words are words', async (_, svg, words) => {
    const drawn = inked(svg)
    expect(drawn).not.toMatch(/class=|<title|<desc/)
    expect(drawn).toMatch(/#0b5d5e/)
    const { text } = readPdf(await makePdf(paper([{ kind: 'chart', caption: 'Gambar 1', svg }], { cover: false })))
    for (const word of [...words, 'Gambar 1']) expect(text).toContain(word)
  })
})
