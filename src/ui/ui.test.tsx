import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { frame, menu } from '../../test/factories/frame.ts'
import {
  Alert,
  Badge,
  Button,
  ButtonLink,
  Chart,
  CheckField,
  DataTable,
  FileField,
  Form,
  type Frame,
  Heatmap,
  KeyFigure,
  Layout,
  LevelDots,
  Pager,
  PostButton,
  Progress,
  SelectField,
  ShareBar,
  Showcase,
  Tabs,
  TextField,
} from './index.ts'

const page = (over: Partial<Frame> = {}, children: ComponentChildren = <h1>Isi</h1>) =>
  renderToString(
    <Layout frame={{ ...frame, ...over }} title="Judul" breadcrumb={[{ label: 'Beranda', href: '/' }, { label: 'Judul' }]}>
      {children}
    </Layout>,
  )

const showcase = (theme: 'light' | 'dark') =>
  page(
    {},
    <Showcase frame={frame} theme={theme} charts={[{ title: 'Bagan', svg: '<svg role="img"><title>Bagan</title></svg>' }]} />,
  )

const count = (html: string, pattern: RegExp) => html.match(pattern)?.length ?? 0

describe.each([
  ['light', showcase('light')],
  ['dark', showcase('dark')],
  ['signed out', page({ user: null, menu: [], search: null })],
])('every component, %s', (_, html) => {
  test('leaves no inline style, script or handler', () => {
    expect(html).not.toMatch(/\sstyle=/)
    expect(html).not.toMatch(/<style/)
    expect(html).not.toMatch(/\son[a-z]+=/)
    expect(html).not.toMatch(/<script(?![^>]* src=)/)
    expect(html).not.toMatch(/undefined|\[object|NaN/)
  })

  test('has each id once, and what refers to an id finds it', () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(match => match[1]!)
    expect(new Set(ids).size).toBe(ids.length)
    const wanted = [...html.matchAll(/ (?:for|aria-describedby)="([^"]+)"/g)].flatMap(match => match[1]!.split(' '))
    for (const id of wanted) expect(ids).toContain(id)
  })

  test('labels every field', () => {
    for (const [field] of html.matchAll(/<(?:input|select|textarea)[^>]*>/g)) {
      if (field.includes('type="hidden"') || field.includes('aria-label=')) continue
      const id = field.match(/ id="([^"]+)"/)?.[1]
      expect(html).toContain(`for="${id}"`)
    }
  })
})

describe('Layout', () => {
  test('says where one is, in which language', () => {
    const html = page()
    expect(html).toMatch(/^<html lang="id"><head>/)
    expect(html).toContain('<title>Judul · Contoh</title>')
    expect(html).toContain('<a class="skip" href="#isi">')
    expect(html).toContain('<main id="isi"')
    for (const words of ['Kebun Raya', 'Musim 2026', 'Ini peragaan', 'Tersimpan']) expect(html).toContain(words)
  })

  test('writes the theme only when one was chosen', () => {
    expect(page()).not.toContain('data-theme')
    expect(page({ theme: 'light' })).toContain('<html lang="id" data-theme="piawai">')
    expect(page({ theme: 'dark' })).toContain('<html lang="id" data-theme="piawai-gelap">')
  })

  test('keeps at the thumb of a phone what is said to belong there, the rest behind one place, each group under its heading', () => {
    expect(page({ menu: menu(5) })).not.toContain('Lainnya')
    const seven = page({ menu: menu(7) })
    expect(count(seven, /<li class="beside-only"/g)).toBe(3)
    expect(count(seven, /<li class="menu-heading beside-only">Kelompok</g)).toBe(1)
    expect(count(seven, /<li class="menu-heading">Kelompok</g)).toBe(1)
    expect(seven).toMatch(/<details data-menu[^>]*><summary class="current">/)
  })

  test('sends language and theme back to where one was', () => {
    const html = page()
    expect(count(html, /<input type="hidden" name="kembali" value="\/sini\?x=1"\/>/g)).toBe(2)
    expect(html).toContain('<form method="post" action="/keluar">')
  })

  test('has no navigation and no search before signing in', () => {
    const html = page({ user: null })
    expect(html).not.toContain('<nav')
    expect(html).not.toContain('type="search"')
  })
})

describe('DataTable', () => {
  const columns = [
    {
      key: 'a',
      header: 'Nama',
      cell: (row: { id: number }) => `Baris ${row.id}`,
      primary: true,
      sortHref: '?urut=a',
      sorted: 'desc' as const,
    },
    { key: 'b', header: 'Jumlah', cell: (row: { id: number }) => row.id, align: 'right' as const },
  ]
  const table = (rows: { id: number }[]) =>
    renderToString(
      <DataTable
        caption="Daftar"
        columns={columns}
        rows={rows}
        rowKey={row => row.id}
        rowHref={row => `/baris/${row.id}`}
        empty="Belum ada"
        select={{ name: 'pilih', value: row => String(row.id), label: row => `Pilih ${row.id}` }}
      />,
    )

  test('is a table with a name, its order told, its rows linked', () => {
    const html = table([{ id: 7 }])
    expect(html).toContain('<caption class="sr-only">Daftar</caption>')
    expect(html).toContain('aria-sort="descending"')
    expect(html).toContain('<a class="row-link" href="/baris/7">Baris 7</a>')
    expect(html).toContain('data-label="Jumlah"')
    expect(html).toContain('aria-label="Pilih 7"')
    expect(count(html, /row-link/g)).toBe(1)
  })

  test('holds each cell together, so that a card on a phone can set it against its label', () => {
    const two = [{ key: 'a', header: 'Skor', long: true, cell: () => [<b key="b">0,85</b>, ' lengkap'] }]
    const html = renderToString(<DataTable caption="Daftar" columns={two} rows={[1]} rowKey={row => row} empty="" />)
    expect(html).toContain('<td class="long-cell" data-label="Skor"><div><b>0,85</b> lengkap</div></td>')
  })

  test('says what it is empty of', () => {
    expect(table([])).toBe('<div class="table-empty">Belum ada</div>')
  })
})

describe('fields', () => {
  test('an error stands beside its field and in the summary, linked', () => {
    const html = renderToString(
      <Form action="/x" errors={[{ field: 'umur', message: 'Umur harus angka' }]} errorTitle="Belum tersimpan">
        <TextField label="Umur" name="umur" value="dua" error="Umur harus angka" help="Dalam tahun" required />
      </Form>,
    )
    expect(html).toContain('<form class="form" action="/x" method="post">')
    expect(html).toContain('<a href="#f-umur">Umur harus angka</a>')
    expect(html).toContain('id="f-umur"')
    expect(html).toContain('value="dua"')
    expect(html).toContain('aria-describedby="f-umur-help f-umur-error"')
    expect(html).toContain('aria-invalid="true"')
    expect(html).toContain('role="alert"')
  })

  test('what was typed is kept', () => {
    expect(renderToString(<TextField label="Alasan" name="a" rows={3} value="<b>" />)).toContain('&lt;b></textarea>')
    const select = renderToString(
      <SelectField
        label="Pilih"
        name="p"
        value={2}
        options={[
          { value: 1, label: 'Satu' },
          { value: 2, label: 'Dua' },
        ]}
      />,
    )
    expect(select).toContain('<option value="2" selected>Dua</option>')
    expect(renderToString(<CheckField label="Ya" name="y" checked />)).toMatch(/<input[^>]* checked/)
    expect(renderToString(<FileField label="Berkas" name="b" accept=".xlsx" />)).toContain('accept=".xlsx"')
  })
})

describe('figures and marks', () => {
  test('not assessed is not zero', () => {
    const dots = renderToString(<LevelDots value={null} of={3} max={5} label="Belum diukur, diminta 3" />)
    expect(count(dots, /dot-unknown/g)).toBe(3)
    expect(count(dots, /dot-held|dot-missing/g)).toBe(0)
    expect(count(renderToString(<LevelDots value={0} of={3} max={5} label="0 dari 3" />), /dot-missing/g)).toBe(3)
    expect(count(renderToString(<LevelDots value={4} of={3} max={5} label="4 dari 3" />), /dot-held/g)).toBe(4)
    const heat = renderToString(
      <Heatmap
        caption="Peta"
        rowHeader="Kebun"
        columns={[
          { key: 'a', label: 'Air' },
          { key: 'b', label: 'Cahaya' },
          { key: 'c', label: 'Pupuk', title: 'Pupuk kandang' },
        ]}
        columnsLabel="Arti kode"
        rows={[
          {
            label: 'Timur',
            cells: [
              { value: null, text: '', title: 'Belum diukur', tone: null },
              { value: 0, text: '0', title: 'Nol', tone: 0, href: '/timur' },
              null,
            ],
          },
        ]}
        legend={[{ tone: null, label: 'Belum diukur' }]}
        emptyText="Kosong"
      />,
    )
    expect(heat).toContain('<td class="heat-none" title="Belum diukur">–</td>')
    expect(heat).toContain('<td class="heat-0"><a href="/timur" title="Nol">0</a></td>')
    expect(heat).toContain('</td><td></td></tr>')
    expect(heat).toMatch(/<summary>.*Arti kode<\/summary>.*<dt>Pupuk<\/dt><dd>Pupuk kandang<\/dd>/)
    expect(heat).toMatch(/tabIndex="0"|tabindex="0"/)
  })

  test('a share is clamped and never styled', () => {
    const width = (share: number) =>
      renderToString(<ShareBar share={share} label="x" />).match(/class="share-is" width="([\d.]+)"/)?.[1]
    expect([width(0.723), width(-1), width(7), width(Number.NaN)]).toEqual(['72.3', '0', '100', '0'])
    expect(renderToString(<Progress value={3} max={4} label="3 dari 4" />)).toContain(
      '<progress class="progress" value="3" max="4"',
    )
  })
})

describe('buttons', () => {
  test('one press is one POST, a grave one asks first, without JavaScript', () => {
    const plain = renderToString(<PostButton action="/kirim" label="Kirim" fields={{ id: '1' }} />)
    expect(plain).toMatch(
      /^<form method="post" action="\/kirim"><input type="hidden" name="id" value="1"\/><button type="submit"/,
    )
    const asked = renderToString(<PostButton action="/hapus" label="Hapus" tone="danger" confirm="Benar?" />)
    expect(asked).toMatch(/^<details class="confirm"[^>]*><summary/)
    expect(asked.indexOf('Benar?')).toBeLessThan(asked.indexOf('<form'))
  })

  test('are told apart', () => {
    expect(
      renderToString(
        <Button name="aksi" value="draf">
          Simpan
        </Button>,
      ),
    ).toContain('name="aksi" value="draf"')
    expect(
      renderToString(
        <ButtonLink href="/x" download icon="download">
          Unduh
        </ButtonLink>,
      ),
    ).toMatch(/<a class="btn" href="\/x" download/)
  })
})

test('a tone is told by words or an icon too', () => {
  expect(renderToString(<Alert tone="bad" title="Gagal" />)).toMatch(/<svg class="icon"[\s\S]*Gagal/)
  expect(renderToString(<Badge tone="ok">Selesai</Badge>)).toContain('Selesai')
})

test('a pager has no dead links', () => {
  const html = renderToString(
    <Pager
      from={1}
      to={25}
      total={60}
      previousHref={null}
      nextHref="?hal=2"
      texts={{ previous: 'Lalu', next: 'Lanjut', summary: '1–25 dari 60' }}
    />,
  )
  expect(count(html, /<a /g)).toBe(1)
  expect(html).toContain('rel="next"')
  const whole = renderToString(
    <Pager
      from={1}
      to={9}
      total={9}
      previousHref={null}
      nextHref={null}
      texts={{ previous: 'Lalu', next: 'Lanjut', summary: '9' }}
    />,
  )
  expect(whole).not.toContain('Lanjut')
  const none = { from: 0, to: 0, total: 0, previousHref: null, nextHref: null }
  expect(renderToString(<Pager {...none} texts={{ previous: 'Lalu', next: 'Lanjut', summary: '0–0 dari 0' }} />)).toBe('')
})

test('tabs tell which is open', () => {
  const html = renderToString(
    <Tabs
      label="Bagian"
      items={[
        { href: '/a', label: 'A', current: true, count: 3 },
        { href: '/b', label: 'B', current: false },
      ]}
    />,
  )
  expect(count(html, /aria-current="page"/g)).toBe(1)
})

test('a chart has its figures behind it', () => {
  const html = renderToString(<Chart svg="<svg></svg>" table={<table />} tableLabel="Lihat angkanya" />)
  expect(html).toContain('<div class="chart-picture"><svg></svg></div>')
  expect(html).toMatch(/<details[^>]*><summary>.*Lihat angkanya<\/summary><table/)
})

test('a key figure that is long, such as a sum of money, is set smaller', () => {
  const classOf = (value: string) => /key-figure-value[^"]*/.exec(renderToString(<KeyFigure value={value} label="Biaya" />))?.[0]
  expect([classOf('2 dari 7'), classOf('Rp19.500.000')]).toEqual(['key-figure-value', 'key-figure-value is-long'])
})
