import { Hono } from 'hono'
import { barChart, radarChart, trendChart } from '../platform/charts/index.ts'
import type { AppEnv } from '../platform/http/context.ts'
import { page } from '../platform/http/page.tsx'
import { Showcase } from '../ui/index.ts'

const charts = () => [
  {
    title: 'Radar',
    svg: radarChart({
      title: 'Radar',
      description: 'Diminta dan dimiliki',
      max: 5,
      axes: ['Satu', 'Dua', 'Tiga', 'Empat', 'Lima'].map((label, i) => ({
        label,
        standard: 3,
        held: i === 2 ? null : (i % 4) + 1,
      })),
      legend: { standard: 'Diminta', held: 'Dimiliki', unassessed: 'Belum dinilai' },
    }),
  },
  {
    title: 'Batang',
    svg: barChart({
      title: 'Batang',
      description: 'Tiga batang',
      bars: [12, 40, null].map((value, i) => ({ label: `Baris ${i + 1}`, value })),
      unknown: 'tidak diketahui',
    }),
  },
  {
    title: 'Garis',
    svg: trendChart({
      title: 'Garis',
      description: 'Empat tahun',
      labels: ['2023', '2024', '2025', '2026'],
      series: [{ label: 'Cakupan', values: [40, 55, 71, 85] }],
      unknown: 'tidak diketahui',
    }),
  },
]

/** `/_ui`: every component of src/ui in both themes. Only outside production. */
export function showcaseRoutes() {
  const app = new Hono<AppEnv>()
  app.get('/_ui', c =>
    page(
      c,
      { title: 'Komponen', wide: true },
      <>
        <Showcase frame={c.get('frame')} theme="light" charts={charts()} />
        <Showcase frame={c.get('frame')} theme="dark" charts={charts()} />
      </>,
    ),
  )
  return app
}
