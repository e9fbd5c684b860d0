import type { Catalogue } from '../../platform/i18n/index.ts'

const id = {
  title: (name: string) => `Hasil Anda di ${name} sudah ada`,
  passed: 'Anda lulus. Lihat JP yang diakui dan kompetensi yang naik.',
  failed: 'Anda belum lulus. Buka untuk melihat alasannya.',
}
const en: typeof id = {
  title: name => `Your result in ${name} is there`,
  passed: 'You passed. See the JP recognised and the competencies that rose.',
  failed: 'You have not passed. Open it to see why.',
}

/** The title leaves the house by e-mail and says no result (ADR 0025). */
export const endedWords: Catalogue<typeof id> = { id, en }
