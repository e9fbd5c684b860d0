import type { Catalogue } from '../platform/i18n/index.ts'
import type { Jenjang } from '../regulation/index.ts'

export type Jenis = 'jpt' | 'administrator' | 'pengawas' | 'fungsional' | 'pelaksana'
export type Employment = 'pns' | 'cpns' | 'pppk' | 'pppk_paruh_waktu'
export type Status = 'aktif' | 'tugas_belajar' | 'cltn' | 'mpp' | 'pemberhentian_sementara' | 'berhenti'
export type Education = 'sd' | 'smp' | 'sma' | 'd1' | 'd2' | 'd3' | 'd4' | 's1' | 'profesi' | 's2' | 's3'
export type Appointment = 'definitif' | 'plt' | 'plh'
export type TrainingKind = 'manajerial' | 'teknis' | 'fungsional' | 'sosial_kultural' | 'lainnya'

/** Highest first within structural posts, then the functional ladder upward, as SIASN's codes run. */
export const jenjangLabels: Catalogue<Record<Jenjang, string>> = {
  id: {
    jpt_utama: 'JPT Utama',
    jpt_madya: 'JPT Madya',
    jpt_pratama: 'JPT Pratama',
    administrator: 'Administrator',
    pengawas: 'Pengawas',
    pelaksana: 'Pelaksana',
    pemula: 'Pemula',
    terampil: 'Terampil',
    mahir: 'Mahir',
    penyelia: 'Penyelia',
    ahli_pertama: 'Ahli Pertama',
    ahli_muda: 'Ahli Muda',
    ahli_madya: 'Ahli Madya',
    ahli_utama: 'Ahli Utama',
  },
  en: {
    jpt_utama: 'Chief executive (JPT Utama)',
    jpt_madya: 'Senior executive (JPT Madya)',
    jpt_pratama: 'Executive (JPT Pratama)',
    administrator: 'Administrator',
    pengawas: 'Supervisor (Pengawas)',
    pelaksana: 'Staff (Pelaksana)',
    pemula: 'Beginner (Pemula)',
    terampil: 'Skilled (Terampil)',
    mahir: 'Proficient (Mahir)',
    penyelia: 'Supervising (Penyelia)',
    ahli_pertama: 'First expert (Ahli Pertama)',
    ahli_muda: 'Junior expert (Ahli Muda)',
    ahli_madya: 'Middle expert (Ahli Madya)',
    ahli_utama: 'Principal expert (Ahli Utama)',
  },
}

type PersonLabels = {
  jenis: Record<Jenis, string>
  employment: Record<Employment, string>
  status: Record<Status, string>
  education: Record<Education, string>
  appointment: Record<Appointment, string>
  trainingKind: Record<TrainingKind, string>
}

/** The closed lists about a person and a post, in words. */
export const personLabels: Catalogue<PersonLabels> = {
  id: {
    jenis: {
      jpt: 'Jabatan pimpinan tinggi',
      administrator: 'Jabatan administrator',
      pengawas: 'Jabatan pengawas',
      fungsional: 'Jabatan fungsional',
      pelaksana: 'Jabatan pelaksana',
    },
    employment: { pns: 'PNS', cpns: 'CPNS', pppk: 'PPPK', pppk_paruh_waktu: 'PPPK paruh waktu' },
    status: {
      aktif: 'Aktif',
      tugas_belajar: 'Tugas belajar',
      cltn: 'Cuti di luar tanggungan negara',
      mpp: 'Masa persiapan pensiun',
      pemberhentian_sementara: 'Diberhentikan sementara',
      berhenti: 'Berhenti',
    },
    education: {
      sd: 'SD',
      smp: 'SMP',
      sma: 'SMA',
      d1: 'D-I',
      d2: 'D-II',
      d3: 'D-III',
      d4: 'D-IV',
      s1: 'S-1',
      profesi: 'Profesi',
      s2: 'S-2',
      s3: 'S-3',
    },
    appointment: { definitif: 'Definitif', plt: 'Plt', plh: 'Plh' },
    trainingKind: {
      manajerial: 'Manajerial',
      teknis: 'Teknis',
      fungsional: 'Fungsional',
      sosial_kultural: 'Sosial kultural',
      lainnya: 'Lainnya',
    },
  },
  en: {
    jenis: {
      jpt: 'Executive post',
      administrator: 'Administrator post',
      pengawas: 'Supervisor post',
      fungsional: 'Functional post',
      pelaksana: 'Staff post',
    },
    employment: { pns: 'PNS', cpns: 'CPNS (candidate)', pppk: 'PPPK (contract)', pppk_paruh_waktu: 'PPPK, part time' },
    status: {
      aktif: 'Active',
      tugas_belajar: 'On study assignment',
      cltn: 'Unpaid leave',
      mpp: 'Preparing for retirement',
      pemberhentian_sementara: 'Suspended',
      berhenti: 'Left',
    },
    education: {
      sd: 'Primary school',
      smp: 'Lower secondary school',
      sma: 'Upper secondary school',
      d1: 'Diploma I',
      d2: 'Diploma II',
      d3: 'Diploma III',
      d4: 'Diploma IV',
      s1: 'Bachelor',
      profesi: 'Professional degree',
      s2: 'Master',
      s3: 'Doctorate',
    },
    appointment: { definitif: 'Definitive', plt: 'Acting (Plt)', plh: 'Day-to-day (Plh)' },
    trainingKind: {
      manajerial: 'Managerial',
      teknis: 'Technical',
      fungsional: 'Functional',
      sosial_kultural: 'Socio-cultural',
      lainnya: 'Other',
    },
  },
}
