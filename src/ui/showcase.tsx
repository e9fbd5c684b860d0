import type { ComponentChildren } from 'preact'
import { Alert } from './alert.tsx'
import { Badge } from './badge.tsx'
import { Button, ButtonLink, PostButton } from './buttons.tsx'
import { Chart } from './chart.tsx'
import { ChoiceRows } from './choice-rows.tsx'
import { DataTable } from './data-table.tsx'
import { Disclosure } from './disclosure.tsx'
import { EmptyState } from './empty-state.tsx'
import { Facts } from './facts.tsx'
import { CheckField, FileField, SelectField, TextField } from './fields.tsx'
import { Figures, KeyFigure } from './figures.tsx'
import { FilterBar } from './filter-bar.tsx'
import { Form, FormActions } from './form.tsx'
import { type Frame, themeName } from './frame.ts'
import { Heatmap, type HeatTone } from './heatmap.tsx'
import { Icon, iconNames } from './icon.tsx'
import { LevelDots } from './level-dots.tsx'
import { PageHeader } from './page-header.tsx'
import { Pager } from './pager.tsx'
import { Progress, ShareBar } from './progress.tsx'
import { ScaleField } from './scale-field.tsx'
import { Section } from './section.tsx'
import { Steps } from './steps.tsx'
import { Tabs } from './tabs.tsx'

type Props = {
  frame: Frame
  theme: 'light' | 'dark'
  /** Pictures from platform/charts, which this floor does not know. */
  charts?: { title: string; svg: string }[]
}

type Row = { id: number; name: string; place: string; count: number; share: number; state: 'selesai' | 'berjalan' | 'terlambat' }

const rows: Row[] = [
  { id: 1, name: 'Anggrek bulan', place: 'Bangsal timur', count: 1284, share: 0.92, state: 'selesai' },
  { id: 2, name: 'Cempaka kuning', place: 'Bangsal barat', count: 640, share: 0.41, state: 'berjalan' },
  { id: 3, name: 'Kenanga hutan pegunungan selatan', place: 'Kebun induk', count: 75, share: 0.08, state: 'terlambat' },
]

const stateTone = { selesai: 'ok', berjalan: 'info', terlambat: 'bad' } as const
const stateIcon = { selesai: 'check', berjalan: 'clock', terlambat: 'alert' } as const
const count = new Intl.NumberFormat('id-ID')
const percent = new Intl.NumberFormat('id-ID', { style: 'percent' })

const Tools = ({ frame, id }: { frame: Frame; id: (name: string) => string }) => (
  <>
    <Tabs
      label={id('bagian')}
      items={[
        { href: '#semua', label: 'Semua', current: true, count: count.format(1999) },
        { href: '#menunggu', label: 'Menunggu', current: false, count: 12 },
        { href: '#arsip', label: 'Arsip', current: false },
      ]}
    />
    <FilterBar action={frame.path} submit="Saring" resetHref={frame.path} resetLabel="Hapus saringan">
      <TextField id={id('cari')} label="Nama" name="nama" type="search" value="" />
      <SelectField
        id={id('tempat')}
        label="Tempat"
        name="tempat"
        value=""
        options={[
          { value: '', label: 'Semua tempat' },
          { value: 'timur', label: 'Bangsal timur' },
        ]}
      />
    </FilterBar>
  </>
)

const Table = ({ id }: { id: (name: string) => string }) => (
  <>
    <DataTable
      caption="Daftar tanaman"
      rows={rows}
      rowKey={row => row.id}
      rowHref={row => `#${row.id}`}
      empty="Belum ada baris"
      select={{ name: 'pilih', value: row => String(row.id), label: row => `Pilih ${row.name}`, all: 'Pilih semua' }}
      columns={[
        { key: 'name', header: 'Nama', cell: row => row.name, primary: true, sortHref: '#urut-nama', sorted: 'asc' },
        { key: 'place', header: 'Tempat', cell: row => row.place, secondary: true, sortHref: '#urut-tempat' },
        {
          key: 'state',
          header: 'Keadaan',
          cell: row => (
            <Badge tone={stateTone[row.state]} icon={stateIcon[row.state]}>
              {row.state}
            </Badge>
          ),
        },
        { key: 'count', header: 'Jumlah', cell: row => count.format(row.count), align: 'right' },
        { key: 'share', header: 'Tumbuh', cell: row => percent.format(row.share), align: 'right' },
      ]}
    />
    <Pager
      from={26}
      to={50}
      total={1999}
      previousHref="#sebelumnya"
      nextHref={null}
      texts={{ previous: 'Sebelumnya', next: 'Berikutnya', summary: `26–50 dari 1.999 (${id('daftar')})` }}
    />
  </>
)

const Fields = ({ frame, id }: { frame: Frame; id: (name: string) => string }) => (
  <Form
    action={frame.path}
    multipart
    errorTitle="Isian belum dapat disimpan"
    errors={[{ field: 'tanggal', message: 'Tanggal harus diisi' }]}
  >
    <TextField id={id('judul')} label="Judul" name="judul" value="Kebun raya" help="Paling banyak 120 huruf." required />
    <TextField id={id('tanggal')} label="Tanggal" name="tanggal" type="date" error="Tanggal harus diisi" />
    <TextField id={id('catatan')} label="Catatan" name="catatan" rows={3} placeholder="Tuliskan dengan singkat" />
    <SelectField
      id={id('musim')}
      label="Musim"
      name="musim"
      value="hujan"
      options={[
        { value: 'kemarau', label: 'Kemarau' },
        { value: 'hujan', label: 'Hujan' },
      ]}
    />
    <FileField id={id('berkas')} label="Berkas" name="berkas" accept=".xlsx" help="Lembar kerja .xlsx, paling besar 10 MB." />
    <CheckField id={id('setuju')} label="Beri tahu saya bila selesai" name="setuju" checked help="Lewat pemberitahuan di sini." />
    <ChoiceRows
      label="Rasa buahnya"
      name={id('rasa')}
      value="2"
      note="Cicipi dari tiga pohon."
      options={[
        { value: '1', mark: '1', label: 'Asam' },
        { value: '2', mark: '2', label: 'Manis pada sebagian buah' },
        { value: 'x', label: 'Belum berbuah', help: 'Tidak ikut dihitung.' },
      ]}
    />
    <ScaleField
      label="Aromanya"
      name={id('aroma')}
      value="3"
      options={[
        { value: '1', mark: '1', label: 'Hambar' },
        { value: '2', mark: '2', label: 'Samar' },
        { value: '3', mark: '3', label: 'Harum' },
        { value: '-', mark: '–', label: 'Belum tercium' },
      ]}
    />
    <FormActions>
      <Button>Simpan</Button>
      <Button tone="neutral" name="aksi" value="draf">
        Simpan sebagai draf
      </Button>
    </FormActions>
  </Form>
)

const heatRow = (label: string, values: (number | null)[]) => ({
  label,
  href: '#baris',
  cells: values.map(value => ({
    value,
    text: value === null ? '–' : String(value),
    title: value === null ? `${label}: belum diukur` : `${label}: ${value}`,
    tone: value === null ? null : (Math.min(4, value) as HeatTone),
    href: value === null ? undefined : '#sel',
  })),
})

const Heat = ({ scale, id }: { scale: 'warm' | 'sea'; id: (name: string) => string }) => (
  <Heatmap
    caption={id(`peta-${scale}`)}
    rowHeader="Kebun"
    scale={scale}
    columns={['Air', 'Cahaya', 'Tanah', 'Naungan', 'Pupuk'].map(label => ({ key: label, label }))}
    rows={[
      heatRow('Kebun timur', [0, 1, 2, 3, 4]),
      heatRow('Kebun barat', [2, null, 0, 1, 3]),
      heatRow('Kebun induk selatan', [null, 4, 1, 0, 0]),
    ]}
    legend={[
      { tone: 0, label: 'Tidak kurang' },
      { tone: 2, label: 'Kurang' },
      { tone: 4, label: 'Sangat kurang' },
      { tone: null, label: 'Belum diukur' },
    ]}
    emptyText="Belum ada yang diukur"
  />
)

const Measures = () => (
  <div class="grid max-w-xl gap-6">
    <Progress value={640} max={1284} label="640 dari 1.284 lembar diperiksa" />
    <ShareBar share={0.72} label="72 % terpetakan" tone="ok" />
    <ShareBar share={0.31} label="31 % anggaran terpakai" tone="warn" />
    <p class="flex flex-wrap items-center gap-x-6 gap-y-2">
      <LevelDots value={2} of={3} max={5} label="Tingkat 2, diminta 3" />
      <LevelDots value={4} of={3} max={5} label="Tingkat 4, diminta 3" />
      <LevelDots value={null} of={3} max={5} label="Belum diukur, diminta 3" />
    </p>
  </div>
)

const Buttons = ({ frame }: { frame: Frame }) => (
  <div class="actions">
    <Button>Ajukan</Button>
    <Button tone="neutral" icon="filter">
      Saring
    </Button>
    <Button tone="danger" icon="close">
      Hapus
    </Button>
    <Button tone="ghost">Nanti saja</Button>
    <ButtonLink href="#unduh" icon="download" download>
      Unduh
    </ButtonLink>
    <PostButton action={frame.path} label="Kirim" fields={{ id: '1' }} icon="arrow-right" />
    <PostButton action={frame.path} label="Hapus baris" tone="danger" confirm="Baris ini dihapus dan tidak dapat dikembalikan." />
  </div>
)

const Alerts = () => (
  <div class="grid max-w-3xl gap-4">
    <Alert tone="info" title="Data sampai kemarin">
      Angka hari ini muncul setelah pukul 18.00.
    </Alert>
    <Alert tone="ok" title="Tersimpan" />
    <Alert tone="warn" title="Tiga baris perlu dilihat">
      <a href="#baris">Lihat barisnya</a>
    </Alert>
    <Alert tone="bad" title="Berkas tidak dapat dibaca">
      Isian Anda tetap tersimpan. Unggah ulang dalam bentuk .xlsx.
    </Alert>
    <p class="flex flex-wrap gap-2">
      <Badge tone="ok" icon="check">
        Selesai
      </Badge>
      <Badge tone="warn" icon="clock">
        Menunggu
      </Badge>
      <Badge tone="bad" icon="alert">
        Ditolak
      </Badge>
      <Badge tone="info">Baru</Badge>
      <Badge tone="neutral">Draf</Badge>
    </p>
  </div>
)

const Opening = () => (
  <>
    <KeyFigure
      value="14"
      unit="dari 20 pot"
      label="Sudah berbunga tahun ini"
      tone="warn"
      sentence="Enam pot lagi sebelum 31 Desember. Dua di antaranya sudah berkuncup."
      action={<ButtonLink href="#pilih">Pilih pot berikutnya</ButtonLink>}
    />
    <Figures
      items={[
        { label: 'Kebun terpetakan', value: '85 %', detail: '6.129 dari 7.210', tone: 'ok', href: '#kebun' },
        { label: 'Belum diukur', value: count.format(1081), detail: 'terbanyak di Kebun induk', tone: 'warn', href: '#belum' },
        { label: 'Terlambat', value: '27', detail: 'naik 4 dari bulan lalu', tone: 'bad' },
        { label: 'Anggaran', value: 'Rp1,25 M', detail: 'tahun 2026' },
      ]}
    />
    <Steps
      label="Langkah"
      steps={[
        { label: 'Menyemai', state: 'done', href: '#semai' },
        { label: 'Merawat', state: 'now' },
        { label: 'Memanen', state: 'later' },
        { label: 'Melaporkan', state: 'later' },
      ]}
    />
  </>
)

const Part = ({ title, children }: { title: string; children: ComponentChildren }) => <Section title={title}>{children}</Section>

/** Every component in one theme; `/_ui` shows two of these. */
export function Showcase({ frame, theme, charts = [] }: Props) {
  const id = (name: string) => `f-${name}-${theme}`
  return (
    <div class="showcase" data-theme={themeName(theme)}>
      <PageHeader
        eyebrow={themeName(theme)}
        title="Semua komponen"
        lead="Tempat untuk mulai: setiap bagian layar, dengan kata yang netral."
        actions={<ButtonLink href="#cetak" icon="printer" children="Cetak" />}
      />
      <Opening />
      <Part title="Tabel">
        <Tools frame={frame} id={id} />
        <Table id={id} />
      </Part>
      <Part title="Formulir">
        <Fields frame={frame} id={id} />
      </Part>
      <Part title="Tombol">
        <Buttons frame={frame} />
      </Part>
      <Part title="Pemberitahuan dan lencana">
        <Alerts />
      </Part>
      <Part title="Ukuran">
        <Measures />
      </Part>
      <Part title="Fakta">
        <Facts
          items={[
            { label: 'Nama', value: 'Kebun raya selatan' },
            { label: 'Luas', value: '12 hektare' },
            { label: 'Dibuka', value: '22 November 2026' },
          ]}
        />
        <Disclosure summary="Riwayat tanah">Sawah sampai 1987, lalu kebun pembibitan.</Disclosure>
      </Part>
      <Part title="Peta panas">
        <div class="grid gap-8">
          <Heat scale="warm" id={id} />
          <Heat scale="sea" id={id} />
        </div>
      </Part>
      {charts.length > 0 && (
        <Part title="Bagan">
          <div class="grid gap-10 lg:grid-cols-2">
            {charts.map(chart => (
              <div key={chart.title}>
                <h3>{chart.title}</h3>
                <Chart svg={chart.svg} tableLabel="Lihat angkanya" table={<p>Tabel angka</p>} />
              </div>
            ))}
          </div>
        </Part>
      )}
      <Part title="Keadaan kosong">
        <EmptyState
          title="Belum ada kebun"
          action={<ButtonLink href="#tambah" tone="primary" icon="plus" children="Tambah kebun" />}
        >
          Tambahkan kebun pertama, atau impor dari lembar kerja yang sudah ada.
        </EmptyState>
      </Part>
      <Part title="Ikon">
        <ul class="flex flex-wrap gap-4">
          {iconNames.map(name => (
            <li key={name} class="grid w-20 justify-items-center gap-1 text-center text-xs text-muted">
              <Icon name={name} />
              {name}
            </li>
          ))}
        </ul>
      </Part>
    </div>
  )
}
