import type { Catalogue } from '../../platform/i18n/index.ts'
import type { JpmPurpose } from '../../regulation/index.ts'
import type { Tone } from '../../ui/index.ts'
import type { Relation } from './rules/outcome.ts'
import type { Departure } from './rules/population.ts'
import type { CampaignState } from './rules/state.ts'
import type { ChangeKind } from './store/campaign.ts'
import type { AskedRater, Stage } from './store/participants.ts'
import type { TaskShelf } from './store/rating.ts'

type Labels = {
  state: Record<CampaignState, string>
  purpose: Record<JpmPurpose, string>
  stage: Record<Stage, string>
  relation: Record<Relation, string>
  left: Record<Departure | 'removed', string>
  cancelled: Record<NonNullable<AskedRater['cancelledWhy']>, string>
  change: Record<ChangeKind, string>
  shelf: Record<TaskShelf, string>
}

/** The closed lists of campaigns and ratings, in words. */
export const campaignLabels: Catalogue<Labels> = {
  id: {
    state: { draft: 'Rancangan', open: 'Berjalan', closed: 'Ditutup', archived: 'Arsip' },
    purpose: { pemetaan: 'Pemetaan kompetensi', pengisian: 'Pengisian jabatan' },
    stage: { waiting: 'Calon baru', invited: 'Belum mulai', started: 'Sedang berjalan', finished: 'Selesai', left: 'Keluar' },
    relation: {
      asesor: 'Asesor',
      atasan: 'Atasan',
      rekan: 'Rekan',
      bawahan: 'Bawahan',
      diri: 'Diri sendiri',
      integrasi: 'Kesepakatan asesor',
    },
    left: {
      moved: 'pindah ke instansi lain',
      inactive: 'tidak lagi aktif',
      no_jabatan: 'tidak lagi memegang jabatan',
      unit: 'pindah ke unit di luar sasaran',
      jenis: 'jenis jabatannya di luar sasaran',
      jenjang: 'jenjangnya di luar sasaran',
      employment: 'jenis kepegawaiannya di luar sasaran',
      removed: 'dikeluarkan pengelola',
    },
    cancelled: {
      left: 'yang dinilai keluar dari kampanye',
      rater_left: 'penilai tidak lagi di sini',
      atasan_changed: 'atasannya berganti',
      replaced: 'ditarik pengelola',
      settled: 'sudah disepakati asesor lain',
    },
    change: { opened: 'Dibuka', extended: 'Diperpanjang', closed: 'Ditutup', archived: 'Diarsipkan' },
    shelf: { open: 'Perlu diisi', later: 'Belum dibuka', done: 'Terkirim', over: 'Lewat' },
  },
  en: {
    state: { draft: 'Draft', open: 'Open', closed: 'Closed', archived: 'Archived' },
    purpose: { pemetaan: 'Mapping of competence', pengisian: 'Filling a post' },
    stage: { waiting: 'Newcomer', invited: 'Not begun', started: 'In progress', finished: 'Finished', left: 'Left' },
    relation: {
      asesor: 'Assessor',
      atasan: 'Line manager',
      rekan: 'Peer',
      bawahan: 'Subordinate',
      diri: 'Oneself',
      integrasi: 'Settled by the assessors',
    },
    left: {
      moved: 'moved to another agency',
      inactive: 'no longer active',
      no_jabatan: 'no longer holds a post',
      unit: 'moved to a unit outside the target',
      jenis: 'the kind of post is outside the target',
      jenjang: 'the class is outside the target',
      employment: 'the employment is outside the target',
      removed: 'taken out by the HR officer',
    },
    cancelled: {
      left: 'who is rated left the campaign',
      rater_left: 'the rater is no longer here',
      atasan_changed: 'the line manager changed',
      replaced: 'withdrawn by the HR officer',
      settled: 'settled by the other assessor',
    },
    change: { opened: 'Opened', extended: 'Extended', closed: 'Closed', archived: 'Archived' },
    shelf: { open: 'To be done', later: 'Not open yet', done: 'Handed in', over: 'Past' },
  },
}

export const stateTone: Record<CampaignState, Tone> = { draft: 'neutral', open: 'info', closed: 'ok', archived: 'neutral' }
export const stageTone: Record<Stage, Tone> = {
  waiting: 'info',
  invited: 'neutral',
  started: 'warn',
  finished: 'ok',
  left: 'neutral',
}
export const shelfTone: Record<TaskShelf, Tone> = { open: 'warn', later: 'neutral', done: 'ok', over: 'neutral' }
