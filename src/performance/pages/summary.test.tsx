import { renderToString } from 'preact-render-to-string'
import { expect, it } from 'vitest'
import { PerformanceSummary } from './summary.tsx'

const shown = (rating: Parameters<typeof PerformanceSummary>[0]['rating'], own = false) =>
  renderToString(PerformanceSummary({ language: 'id', rating, own, href: '/kinerja/5' }))

it('the page of a person says which predicate counts, of which period, and leads to the rest', () => {
  const html = shown({ year: 2026, kind: 'triwulan', number: 3, predicate: 'butuh_perbaikan' })
  expect(html).toContain('Butuh perbaikan')
  expect(html).toContain('SKP Triwulan III 2026.')
  expect(html).toContain('href="/kinerja/5"')
})

it('where nobody was rated it says so, and never a predicate', () => {
  const none = { year: null, kind: null, number: null, predicate: null }
  expect(shown(none)).toContain('Belum ada penilaian SKP yang tercatat untuk orang ini.')
  expect(shown(none, true)).toContain('Tanyakan kepada atasan atau pengelola kepegawaian')
  expect(shown({ year: 2025, kind: 'tahunan', number: 1, predicate: null })).toContain('Predikat tidak diketahui')
})
