import type { ComponentChildren } from 'preact'
import { Alert } from './alert.tsx'
import { Badge } from './badge.tsx'
import { Button, ButtonLink, PostButton } from './buttons.tsx'
import { Chart } from './chart.tsx'
import { ChoiceRows } from './choice-rows.tsx'
import { Disclosure } from './disclosure.tsx'
import { EmptyState } from './empty-state.tsx'
import { Facts } from './facts.tsx'
import { CheckField, FileField, SelectField, TextField } from './fields.tsx'
import { Figures, KeyFigure } from './figures.tsx'
import { Form, FormActions } from './form.tsx'
import { type Frame, themeName } from './frame.ts'
import { Icon, iconNames } from './icon.tsx'
import { LevelDots } from './level-dots.tsx'
import { PageHeader } from './page-header.tsx'
import { Progress, ShareBar } from './progress.tsx'
import { ScaleField } from './scale-field.tsx'
import { Section } from './section.tsx'
import { Heat, Table, Tools } from './showcase-tables.tsx'
import { Steps } from './steps.tsx'

type Props = {
  frame: Frame
  theme: 'light' | 'dark'
  /** Pictures from platform/charts, which this floor does not know. */
  charts?: { title: string; svg: string }[]
}

const count = new Intl.NumberFormat('id-ID')

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
