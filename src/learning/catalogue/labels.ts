import type { Catalogue } from '../../platform/i18n/index.ts'
import type { CatalogueKind, CatalogueOrder, Length, Pattern } from './rules/filter.ts'

type Labels = {
  kind: Record<CatalogueKind, string>
  pattern: Record<Pattern, string>
  length: Record<Length, string>
  order: Record<CatalogueOrder, string>
}

export const catalogueLabels: Catalogue<Labels> = {
  id: {
    kind: { kursus: 'Kursus', program: 'Program', penawaran: 'Penawaran luar' },
    pattern: {
      klasikal: 'Klasikal',
      in_house: 'In-house',
      fasilitasi: 'Fasilitasi di daerah',
      blended: 'Blended',
      jarak_jauh: 'Jarak jauh',
      mandiri: 'Mandiri',
    },
    length: { '5': 'Sampai 5 JP', '20': '6–20 JP', '60': '21–60 JP', lebih: 'Lebih dari 60 JP' },
    order: {
      saran: 'Yang paling cocok',
      judul: 'Judul',
      jp: 'JP paling sedikit',
      mulai: 'Paling dekat mulainya',
      biaya: 'Biaya paling rendah',
    },
  },
  en: {
    kind: { kursus: 'Course', program: 'Programme', penawaran: 'Outside offer' },
    pattern: {
      klasikal: 'Classical',
      in_house: 'In-house',
      fasilitasi: 'Facilitated in the region',
      blended: 'Blended',
      jarak_jauh: 'Distance',
      mandiri: 'Self-paced',
    },
    length: { '5': 'Up to 5 JP', '20': '6–20 JP', '60': '21–60 JP', lebih: 'More than 60 JP' },
    order: {
      saran: 'Fits best',
      judul: 'Title',
      jp: 'Fewest JP',
      mulai: 'Begins soonest',
      biaya: 'Lowest cost',
    },
  },
}
