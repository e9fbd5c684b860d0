import type { ActivityState } from '../../src/learning/activities/rules/activity.ts'
import type { HostVerdict } from '../../src/learning/activities/store/activity.ts'
import type { activityPlans } from './activity-plans.ts'

export type PlayedActivity = {
  plan: keyof typeof activityPlans
  /** Of an account (`pegawai`), of the nth in the team of one (`atasan+2`), or the nth of an instansi (`3+4`). */
  who: string
  partner?: string
  state: ActivityState
  /** Days from today to the first day, and how many days it lasts. */
  starts: number
  days: number
  letter?: string
  /** How many sessions of the log still wait for the partner. */
  unconfirmed?: number
  reason?: string
  verdict?: { name: string; verdict: HostVerdict; note: string }
  /** The host was asked for a verdict. */
  asked?: true
}

/** What those do whom one can sign in as, and their teams. */
export const playedActivities: readonly PlayedActivity[] = [
  { plan: 'coachDesa', who: 'pegawai', partner: 'atasan', state: 'agreed', starts: -38, days: 75, unconfirmed: 1 },
  { plan: 'mentorNaskah', who: 'pegawai', partner: 'fasilitator', state: 'approved', starts: -418, days: 50 },
  { plan: 'magangDinas', who: 'pegawai', state: 'agreed', starts: -24, days: 28, letter: '094/118/DISPAR', asked: true },
  { plan: 'bandingGeopark', who: 'pegawai', state: 'proposed', starts: 17, days: 2 },
  { plan: 'tugasIzin', who: 'pegawai', state: 'reported', starts: -66, days: 54 },
  { plan: 'tukarHotel', who: 'pegawai', state: 'draft', starts: 40, days: 14 },
  {
    plan: 'bimbingAnggaran',
    who: 'pegawai',
    partner: 'atasan',
    state: 'returned',
    starts: 9,
    days: 20,
    reason: 'Pilih kegiatan yang sudah ada pagunya, supaya bimbingannya langsung dipakai.',
  },
  {
    plan: 'detasering',
    who: 'pegawai',
    state: 'rejected',
    starts: -20,
    days: 60,
    reason: 'Bidang kekurangan dua orang sampai akhir tahun. Ajukan lagi untuk triwulan pertama.',
  },
  { plan: 'mentorBaru', who: 'atasan+1', partner: 'atasan', state: 'proposed', starts: 4, days: 90 },
  { plan: 'tugasArsip', who: 'atasan+2', state: 'reported', starts: -45, days: 40 },
  { plan: 'magangStatistik', who: 'atasan+3', state: 'proposed', starts: 12, days: 21 },
  { plan: 'coachRapat', who: 'atasan+4', partner: 'fasilitator', state: 'agreed', starts: -30, days: 60, unconfirmed: 2 },
  {
    plan: 'bandingLayanan',
    who: 'atasan+5',
    state: 'reported',
    starts: -19,
    days: 3,
    letter: '094/131/DISPAR',
    verdict: { name: 'Koordinator layanan', verdict: 'baik', note: 'Aktif bertanya dan mencatat dengan rapi.' },
  },
  { plan: 'coachRapat', who: 'atasan', partner: 'pembina', state: 'agreed', starts: -25, days: 60 },
  { plan: 'tugasArsip', who: 'penyelenggara+1', state: 'proposed', starts: 6, days: 45 },
  {
    plan: 'bandingLayanan',
    who: 'penyelenggara+2',
    state: 'reported',
    starts: -14,
    days: 3,
    letter: '094/77/BPSDM',
    verdict: { name: 'Kepala seksi layanan', verdict: 'cukup', note: 'Cukup baik; sebaiknya tinggal lebih lama di loket.' },
  },
  { plan: 'mentorBaru', who: 'penyelenggara+3', partner: 'penyelenggara', state: 'proposed', starts: 3, days: 60 },
  {
    plan: 'coachRapat',
    who: 'penyelenggara+4',
    partner: 'penyelenggara',
    state: 'agreed',
    starts: -28,
    days: 60,
    unconfirmed: 1,
  },
  { plan: 'mentorNaskah', who: 'penyelenggara', partner: 'fasilitator', state: 'proposed', starts: 8, days: 60 },
  { plan: 'tugasIzin', who: 'fasilitator', state: 'agreed', starts: -33, days: 60 },
  { plan: 'coachRapat', who: 'pengelola', partner: 'pembina', state: 'agreed', starts: -20, days: 60 },
]

const turns: readonly Pick<PlayedActivity, 'plan' | 'state' | 'reason' | 'verdict' | 'unconfirmed'>[] = [
  { plan: 'coachRapat', state: 'agreed', unconfirmed: 1 },
  { plan: 'tugasArsip', state: 'proposed' },
  {
    plan: 'magangStatistik',
    state: 'approved',
    verdict: { name: 'Pembimbing lapangan', verdict: 'baik', note: 'Tekun dan teliti.' },
  },
  { plan: 'mentorBaru', state: 'approved' },
  { plan: 'bandingLayanan', state: 'reported' },
  { plan: 'bimbingAnggaran', state: 'approved' },
  { plan: 'tugasIzin', state: 'approved' },
  { plan: 'detasering', state: 'agreed' },
  { plan: 'tukarHotel', state: 'cancelled', reason: 'Hotel menunda penerimaan peserta sampai tahun depan.' },
  { plan: 'bandingGeopark', state: 'rejected', reason: 'Anggaran perjalanan dinas triwulan ini sudah habis.' },
]

/** Those of others, by turns: of an instansi so many. */
export const othersActivities: readonly PlayedActivity[] = [
  { instansi: 2, count: 24 },
  { instansi: 3, count: 8 },
  { instansi: 9, count: 5 },
].flatMap(({ instansi, count }) =>
  Array.from({ length: count }, (_, index): PlayedActivity => {
    const turn = turns[(index + instansi) % turns.length]!
    const over = turn.state === 'approved' || turn.state === 'reported'
    const days = turn.plan === 'detasering' ? 60 : turn.plan === 'bandingLayanan' ? 3 : 45
    return {
      ...turn,
      who: `${instansi}+${index + 1}`,
      partner: `${instansi}+${index + 31}`,
      letter: `094/${201 + index}/${instansi}`,
      days,
      starts: over ? -days - 9 - ((index * 17) % 90) : turn.state === 'agreed' ? -18 - (index % 9) : 5 + (index % 20),
    }
  }),
)
