import { jenjangLabels, personLabels } from '../people/index.ts'
import type { Catalogue, Language } from '../platform/i18n/index.ts'
import type { EntryChoices } from './pages/entry-fields.tsx'
import { golonganOfPns } from './rules/golongan.ts'
import { employmentList, jenisList, jenjangList } from './schema.ts'
import type { Pattern } from './store/offer.ts'
import type { RoomKind, TrainerKind } from './store/place.ts'
import type { ProviderKind } from './store/provider.ts'

/** What `EntryFields` offers to tick and to choose. */
export const entryChoices = (language: Language): EntryChoices => ({
  employment: employmentList.map(value => ({ value, label: personLabels[language].employment[value] })),
  jenis: jenisList.map(value => ({ value, label: personLabels[language].jenis[value] })),
  jenjang: jenjangList.map(value => ({ value, label: jenjangLabels[language][value] })),
  golongan: golonganOfPns.map(value => ({ value, label: value })),
})

type Labels = {
  kind: Record<ProviderKind, string>
  pattern: Record<Pattern, string>
  room: Record<RoomKind, string>
  trainer: Record<TrainerKind, string>
}

/** The closed lists of this capability, in words. */
export const labels: Catalogue<Labels> = {
  id: {
    kind: {
      bpsdm: 'BPSDM',
      kementerian_lembaga: 'Kementerian atau lembaga',
      balai: 'Balai pelatihan',
      politeknik: 'Politeknik',
      perguruan_tinggi: 'Perguruan tinggi',
      corpu: 'Corporate university',
      swasta: 'Lembaga swasta',
      lainnya: 'Lainnya',
    },
    pattern: {
      klasikal: 'Klasikal',
      in_house: 'In-house (di tempat pemesan)',
      fasilitasi: 'Fasilitasi di daerah',
      blended: 'Blended',
      jarak_jauh: 'Jarak jauh',
      mandiri: 'Mandiri',
    },
    room: { kelas: 'Ruang kelas', aula: 'Aula', laboratorium: 'Laboratorium', asrama: 'Asrama' },
    trainer: {
      widyaiswara: 'Widyaiswara',
      pejabat: 'Pejabat',
      praktisi: 'Praktisi',
      akademisi: 'Akademisi',
      coach: 'Coach',
    },
  },
  en: {
    kind: {
      bpsdm: 'Agency for human resources (BPSDM)',
      kementerian_lembaga: 'Ministry or agency',
      balai: 'Training centre',
      politeknik: 'Polytechnic',
      perguruan_tinggi: 'University',
      corpu: 'Corporate university',
      swasta: 'Private body',
      lainnya: 'Other',
    },
    pattern: {
      klasikal: 'Classroom',
      in_house: 'In-house',
      fasilitasi: 'Facilitated in the region',
      blended: 'Blended',
      jarak_jauh: 'Distance',
      mandiri: 'On one’s own',
    },
    room: { kelas: 'Classroom', aula: 'Hall', laboratorium: 'Laboratory', asrama: 'Dormitory' },
    trainer: {
      widyaiswara: 'Widyaiswara (civil trainer)',
      pejabat: 'Official',
      praktisi: 'Practitioner',
      akademisi: 'Academic',
      coach: 'Coach',
    },
  },
}

const monthNames: Catalogue<readonly string[]> = {
  id: ['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
}
/** 1 is January. */
export const monthName = (month: number, language: Language) => monthNames[language][month - 1] ?? String(month)
export const monthList = (months: readonly number[], language: Language) =>
  months.map(month => monthName(month, language)).join(', ')
