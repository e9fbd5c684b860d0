import { Badge } from './badge.tsx'
import { DataTable } from './data-table.tsx'
import { SelectField, TextField } from './fields.tsx'
import { FilterBar } from './filter-bar.tsx'
import type { Frame } from './frame.ts'
import { Heatmap, type HeatTone } from './heatmap.tsx'
import { Pager } from './pager.tsx'
import { Tabs } from './tabs.tsx'

// What the showcase lists: a table with what stands around it, and a heatmap.

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

export const Tools = ({ frame, id }: { frame: Frame; id: (name: string) => string }) => (
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

export const Table = ({ id }: { id: (name: string) => string }) => (
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

export const Heat = ({ scale, id }: { scale: 'warm' | 'sea'; id: (name: string) => string }) => (
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
