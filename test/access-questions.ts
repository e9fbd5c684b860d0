import { activityQuestions } from './access-activities.ts'
import type { FreshCampaign } from './access-campaigns.ts'
import { claimQuestions } from './access-claims.ts'
import { runningQuestions } from './access-classes.ts'
import { communityQuestions } from './access-communities.ts'
import { courseQuestions } from './access-courses.ts'
import { comparisonOf, dayAfter, dayBefore, recountOf, viewCode } from './access-days.ts'
import { enrolmentQuestions } from './access-enrolment.ts'
import { evaluationQuestions } from './access-evaluation.ts'
import { evidenceQuestions } from './access-evidence.ts'
import { jpQuestions } from './access-jp.ts'
import { lessonQuestions } from './access-lessons.ts'
import { type FreshNotice, noticesQuestions } from './access-notices.ts'
import { providersQuestions } from './access-providers.ts'
import { siasnQuestions } from './access-siasn.ts'
import { documentOf, type Fresh, type Target } from './access-targets.ts'

export type Asked = Target & Fresh & FreshCampaign & FreshNotice
type Question = { path: string; body?: FormData | URLSearchParams | Uint8Array<ArrayBuffer> | Blob }
const get = (path: string): Question => ({ path })
const post = (path: string, fields: Record<string, string> = {}): Question => ({ path, body: new URLSearchParams(fields) })
const json = (path: string, body: object): Question => ({
  path,
  body: new Blob([JSON.stringify(body)], { type: 'application/json' }),
})
const file = new TextEncoder().encode('NIP;Nama\n198001012005011001;Ani\n') as Uint8Array<ArrayBuffer>
export function form(fields: Record<string, string>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  data.set('berkas', new File([file], 'uji.csv'))
  return data
}

/** How each route is asked for a target. A POST carries what is refused as input, or acts on a thing made for it alone. */
export const questions: Record<string, (t: Asked) => Question> = {
  ...providersQuestions,
  'GET /masuk': () => get('/masuk'),
  'POST /masuk': () => post('/masuk'),
  'POST /bahasa': () => post('/bahasa', { bahasa: 'id' }),
  'POST /tema': () => post('/tema', { tema: 'auto' }),
  'GET /pasang': () => get('/pasang?kunci=salah'),
  'POST /pasang': () => post('/pasang', { kunci: 'salah' }),
  'POST /sandi': () => post('/sandi', { lama: 'salah', baru: 'kereta malam ke barat', ulang: 'kereta malam ke barat' }),
  'POST /akun-saya/token': () => post('/akun-saya/token', { nama: 'uji', hari: '1' }),
  'POST /akun-saya/token/:id/cabut': t => post(`/akun-saya/token/${t.token}/cabut`),
  'GET /pegawai': t => get(`/pegawai?${t.people}`),
  'GET /pegawai.xlsx': t => get(`/pegawai.xlsx?${t.people}${t.people && `&unit=${t.unit}`}`),
  'GET /pegawai/:id': t => get(`/pegawai/${t.person}`),
  'GET /cari': t => get(`/cari?q=${t.nip}`),
  'GET /pemetaan/belum': t => get(`/pemetaan/belum?instansi=${t.instansi}`),
  'GET /pemetaan/belum.xlsx': t => get(`/pemetaan/belum.xlsx?instansi=${t.instansi}`),
  'GET /kesenjangan/orang': t => get(`/kesenjangan/orang?instansi=${t.instansi}&unit=${t.unit}&kompetensi=${t.competency}`),
  'GET /kesenjangan/orang.xlsx': t =>
    get(`/kesenjangan/orang.xlsx?instansi=${t.instansi}&unit=${t.unit}&kompetensi=${t.competency}`),
  'GET /kesenjangan.xlsx': t => get(`/kesenjangan.xlsx?instansi=${t.instansi}`),
  ...Object.fromEntries(
    ['', '/keadaan', '.xlsx', '/orang', '/orang.xlsx'].map(part => [
      `GET /kesenjangan/banding${part}`,
      (t: Asked) => get(`/kesenjangan/banding${part}?instansi=${t.instansi}&dari=${dayBefore}&sampai=${dayAfter}`),
    ]),
  ),
  'POST /kesenjangan/banding': t =>
    post('/kesenjangan/banding', { instansi: t.instansi, dari: '2026-01-01', sampai: '2099-01-01' }),
  ...Object.fromEntries(
    ['', '/keadaan', '.xlsx'].map(part => [
      `GET /kebutuhan/pada${part}`,
      (t: Asked) => get(`/kebutuhan/pada${part}?instansi=${t.instansi}&hari=${dayAfter}`),
    ]),
  ),
  'POST /kebutuhan/pada': t => post('/kebutuhan/pada', { instansi: t.instansi, hari: '2099-01-01' }),
  'GET /api/v1/recounts': t => get(`/api/v1/recounts?instansi=${t.instansi}`),
  'POST /api/v1/recounts': t => json('/api/v1/recounts', { instansi: t.instansi, day: '2099-01-01' }),
  'GET /api/v1/recounts/:id': t => get(`/api/v1/recounts/${recountOf(t)}`),
  'POST /api/v1/comparisons': t => json('/api/v1/comparisons', { instansi: t.instansi, from: '2026-01-01', until: '2099-01-01' }),
  'GET /api/v1/comparisons/:id': t => get(`/api/v1/comparisons/${comparisonOf(t)}`),
  'GET /api/v1/comparisons/:id/people': t => get(`/api/v1/comparisons/${comparisonOf(t)}/people`),
  'GET /api/v1/heatmap': t => get(`/api/v1/heatmap?instansi=${t.instansi}`),
  'GET /api/v1/gap-cost': t => get(`/api/v1/gap-cost?instansi=${t.instansi}`),
  'POST /tampilan': () => post('/tampilan', { nama: 'Uji', alamat: '//jahat.example' }),
  'POST /tampilan/:id/hapus': () => post('/tampilan/999999999/hapus'),
  'GET /t/:code': () => get(`/t/${viewCode}`),
  'GET /kebutuhan/:file': t => get(`/kebutuhan/${t.need}.xlsx`),
  'GET /api/v1/pegawai': t => get(`/api/v1/pegawai?instansi=${t.instansi}`),
  'GET /api/v1/pegawai/:id': t => get(`/api/v1/pegawai/${t.person}`),
  'GET /api/v1/pegawai/:id/results': t => get(`/api/v1/pegawai/${t.person}/results`),
  'GET /pegawai/:id/hasil/baru': t => get(`/pegawai/${t.person}/hasil/baru`),
  'POST /pegawai/:id/hasil': t => post(`/pegawai/${t.person}/hasil`, { metode: 'cact', tanggal: '2099-01-01' }),
  'POST /api/v1/pegawai/:id/results': t =>
    json(`/api/v1/pegawai/${t.person}/results`, {
      method: 'cact',
      assessedOn: '2099-01-01',
      levels: [{ competency: 'M.1', level: 1 }],
    }),
  'GET /api/v1/pegawai/:id/gaps': t => get(`/api/v1/pegawai/${t.person}/gaps`),
  'GET /dokumen': t => get(`/dokumen?instansi=${t.instansi}&jenis=perorangan`),
  'GET /dokumen.xlsx': t => get(`/dokumen.xlsx?instansi=${t.instansi}&jenis=perorangan`),
  'GET /dokumen/baru': t => get(`/dokumen/baru?instansi=${t.instansi}`),
  'POST /dokumen': t => post('/dokumen', { instansi: t.instansi, jenis: 'akd_unit', unit: '' }),
  'GET /dokumen/:id': t => get(`/dokumen/${documentOf(t)}`),
  'GET /dokumen/:id/keadaan': t => get(`/dokumen/${documentOf(t)}/keadaan`),
  'GET /dokumen/:id/:file': t => get(`/dokumen/${documentOf(t)}/berkas.pdf`),
  'POST /dokumen/:id/ulang': t => post(`/dokumen/${documentOf(t)}/ulang`),
  'GET /pegawai/:id/akd': t => get(`/pegawai/${t.person}/akd`),
  'POST /pegawai/:id/akd': t => post(`/pegawai/${t.person}/akd`),
  'GET /api/v1/documents': t => get(`/api/v1/documents?instansi=${t.instansi}`),
  'GET /api/v1/documents/:id': t => get(`/api/v1/documents/${documentOf(t)}`),
  'GET /api/v1/documents/:id/files/:format': t => get(`/api/v1/documents/${documentOf(t)}/files/pdf`),
  'GET /api/v1/needs/:id/people': t => get(`/api/v1/needs/${t.need}/people`),
  'GET /kinerja': t => get(`/kinerja?${t.people}`),
  'GET /kinerja.xlsx': t => get(`/kinerja.xlsx?${t.people}${t.people && `&unit=${t.unit}`}`),
  'GET /kinerja/:id': t => get(`/kinerja/${t.person}`),
  'POST /kinerja/:id': t => post(`/kinerja/${t.person}`),
  'POST /kinerja/:id/:rating/tarik': t => post(`/kinerja/${t.person}/999999/tarik`),
  'GET /api/v1/pegawai/:id/performance': t => get(`/api/v1/pegawai/${t.person}/performance`),
  'GET /api/v1/performance': t => get(`/api/v1/performance?instansi=${t.instansi}`),
  'GET /pemetaan/kampanye': t => get(`/pemetaan/kampanye?instansi=${t.instansi}`),
  'GET /pemetaan/kampanye.xlsx': t => get(`/pemetaan/kampanye.xlsx?instansi=${t.instansi}`),
  'GET /pemetaan/kampanye/baru': t => get(`/pemetaan/kampanye/baru?instansi=${t.instansi}`),
  'POST /pemetaan/kampanye': t => post('/pemetaan/kampanye', { instansi: t.instansi, langkah: 'simpan' }),
  'GET /pemetaan/kampanye/:id': t => get(`/pemetaan/kampanye/${t.campaign}`),
  'GET /pemetaan/kampanye/:id/gelombang': t => get(`/pemetaan/kampanye/${t.campaign}/gelombang`),
  'GET /pemetaan/kampanye/:id/asesor': t => get(`/pemetaan/kampanye/${t.campaign}/asesor`),
  'GET /pemetaan/kampanye/:id/peserta': t => get(`/pemetaan/kampanye/${t.campaign}/peserta`),
  'GET /pemetaan/kampanye/:id/peserta.xlsx': t => get(`/pemetaan/kampanye/${t.campaign}/peserta.xlsx`),
  'GET /pemetaan/kampanye/:id/peserta/:pegawai': t => get(`/pemetaan/kampanye/${t.campaign}/peserta/${t.person}`),
  'GET /pemetaan/kampanye/:id/ubah': t => get(`/pemetaan/kampanye/${t.campaign}/ubah`),
  'POST /pemetaan/kampanye/:id': t => post(`/pemetaan/kampanye/${t.campaign}`, { langkah: 'simpan' }),
  'POST /pemetaan/kampanye/:id/gelombang': t => post(`/pemetaan/kampanye/${t.campaign}/gelombang`),
  'POST /pemetaan/kampanye/:id/buka': t => post(`/pemetaan/kampanye/${t.campaign}/buka`),
  'POST /pemetaan/kampanye/:id/buang': t => post(`/pemetaan/kampanye/${t.campaign}/buang`),
  'POST /pemetaan/kampanye/:id/perpanjang': t => post(`/pemetaan/kampanye/${t.campaign}/perpanjang`),
  'POST /pemetaan/kampanye/:id/tutup': t => post(`/pemetaan/kampanye/${t.campaign}/tutup`, { alasan: 'x' }),
  'POST /pemetaan/kampanye/:id/arsip': t => post(`/pemetaan/kampanye/${t.campaign}/arsip`),
  'POST /pemetaan/kampanye/:id/pengingat': t => post(`/pemetaan/kampanye/${t.campaign}/pengingat`),
  'POST /pemetaan/kampanye/:id/pengingat/:day/hapus': t => post(`/pemetaan/kampanye/${t.campaign}/pengingat/2099-01-01/hapus`),
  'POST /pemetaan/kampanye/:id/calon': t => post(`/pemetaan/kampanye/${t.campaign}/calon`, { langkah: 'tambah' }),
  'POST /pemetaan/kampanye/:id/asesor': t => post(`/pemetaan/kampanye/${t.campaign}/asesor`),
  'POST /pemetaan/kampanye/:id/peserta/:pegawai/penilai': t =>
    post(`/pemetaan/kampanye/${t.campaign}/peserta/${t.person}/penilai`, { penilai: 'rekan:1' }),
  'POST /pemetaan/kampanye/:id/peserta/:pegawai/penilai/:task/tarik': t =>
    post(`/pemetaan/kampanye/${t.campaign}/peserta/${t.person}/penilai/${t.task}/tarik`),
  'POST /pemetaan/kampanye/:id/peserta/:pegawai/keluarkan': t =>
    post(`/pemetaan/kampanye/${t.campaign}/peserta/${t.person}/keluarkan`),
  'GET /penilaian/:task': t => get(`/penilaian/${t.task}`),
  'POST /penilaian/:task': t => post(`/penilaian/${t.task}`, { versi: '0', langkah: 'kirim' }),
  'GET /api/v1/campaigns': t => get(`/api/v1/campaigns?instansi=${t.instansi}`),
  'GET /api/v1/campaigns/:id': t => get(`/api/v1/campaigns/${t.campaign}`),
  'GET /api/v1/campaigns/:id/participants': t => get(`/api/v1/campaigns/${t.campaign}/participants`),
  'GET /api/v1/rating-tasks/:id': t => get(`/api/v1/rating-tasks/${t.task}`),
  'POST /api/v1/rating-tasks/:id': t => json(`/api/v1/rating-tasks/${t.task}`, { version: 0, submit: true, answers: [] }),
  'GET /pemetaan': t => get(`/pemetaan?instansi=${t.instansi}`),
  'GET /aturan': t => get(`/aturan?instansi=${t.instansi}`),
  'GET /aturan.xlsx': t => get(`/aturan.xlsx?instansi=${t.instansi}`),
  'GET /aturan/:path': t => get(`/aturan/prioritas?instansi=${t.instansi}`),
  'POST /aturan/:path': t => post('/aturan/ikk', { instansi: t.instansi, 'isi-potensi': '50', 'isi-kompetensi': '60' }),
  'GET /aturan/:path/rancangan': t => get(`/aturan/prioritas/rancangan?instansi=${t.instansi}`),
  'GET /aturan/:path/rancangan.xlsx': t => get(`/aturan/prioritas/rancangan.xlsx?instansi=${t.instansi}`),
  'POST /aturan/:path/tetapkan': t => post('/aturan/ikk/tetapkan', { instansi: t.instansi, rancangan: '0', dasar: 'SK 1/2026' }),
  'POST /aturan/:path/buang': t => post('/aturan/ikk/buang', { instansi: t.instansi, rancangan: '0' }),
  'GET /api/v1/policies': t => get(`/api/v1/policies?instansi=${t.instansi}`),
  'GET /api/v1/policies/:kind': t => get(`/api/v1/policies/priority?instansi=${t.instansi}`),
  'GET /kebutuhan': t => get(`/kebutuhan?instansi=${t.instansi}`),
  'GET /kebutuhan.xlsx': t => get(`/kebutuhan.xlsx?instansi=${t.instansi}`),
  'GET /kebutuhan/:id': t => get(`/kebutuhan/${t.need}`),
  'GET /kesenjangan': t => get(`/kesenjangan?instansi=${t.instansi}`),
  'GET /api/v1/coverage': t => get(`/api/v1/coverage?instansi=${t.instansi}`),
  'GET /api/v1/needs': t => get(`/api/v1/needs?instansi=${t.instansi}`),
  'GET /api/v1/needs/:id': t => get(`/api/v1/needs/${t.need}`),
  'GET /organisasi': t => get(`/organisasi?instansi=${t.instansi}`),
  'GET /organisasi/unit/:id': t => get(`/organisasi/unit/${t.unit}`),
  'GET /standar': t => get(`/standar?instansi=${t.instansi}`),
  'GET /standar.xlsx': t => get(`/standar.xlsx?instansi=${t.instansi}&jenjang=jpt_madya`),
  'GET /standar/:id': t => get(`/standar/${t.jabatan}`),
  'GET /kamus/:code': t => get(`/kamus/${t.competency}`),
  'GET /organisasi/peta': t => get(`/organisasi/peta?instansi=${t.instansi}`),
  'GET /organisasi/peta.xlsx': t => get(`/organisasi/peta.xlsx?instansi=${t.instansi}&unit=${t.unit}`),
  'GET /api/v1/post-map': t => get(`/api/v1/post-map?instansi=${t.instansi}`),
  'GET /standar/:id/riwayat': t => get(`/standar/${t.jabatan}/riwayat`),
  'GET /standar/:id/formulir': t => get(`/standar/${t.jabatan}/formulir`),
  'GET /standar/:id/formulir.pdf': t => get(`/standar/${t.jabatan}/formulir.pdf`),
  'POST /standar/:id/kembali': t => post(`/standar/${t.jabatan}/kembali`, { kompetensi: '1' }),
  'GET /standar/:id/salin': t => get(`/standar/${t.jabatan}/salin`),
  'POST /standar/:id/salin': t => post(`/standar/${t.jabatan}/salin`, { semua: 'ya', dasar: 'SK 1/2026' }),
  'GET /standar/kelas': t => get(`/standar/kelas?instansi=${t.instansi}`),
  'GET /standar/kelas.xlsx': t => get(`/standar/kelas.xlsx?instansi=${t.instansi}`),
  'GET /standar/kelas/:jenjang': t => get(`/standar/kelas/pengawas?instansi=${t.instansi}`),
  'GET /standar/kelas/:jenjang/riwayat': t => get(`/standar/kelas/pengawas/riwayat?instansi=${t.instansi}`),
  'GET /standar/kelas/:jenjang/formulir': t => get(`/standar/kelas/pengawas/formulir?instansi=${t.instansi}`),
  'GET /standar/kelas/:jenjang/formulir.pdf': t => get(`/standar/kelas/pengawas/formulir.pdf?instansi=${t.instansi}`),
  'GET /standar/kelas/:jenjang/ubah': t => get(`/standar/kelas/pengawas/ubah?instansi=${t.instansi}`),
  'POST /standar/kelas/:jenjang': t =>
    post(`/standar/kelas/pengawas?instansi=${t.instansi}`, { 'kompetensi-0': '1', 'tingkat-baru-0': '9' }),
  'POST /standar/kelas/:jenjang/kembali': t =>
    post(`/standar/kelas/jpt_utama/kembali?instansi=${t.instansi}&urusan=uji`, { kompetensi: '1' }),
  'GET /standar/rancangan': t => get(`/standar/rancangan?instansi=${t.instansi}`),
  'GET /standar/rancangan.xlsx': t => get(`/standar/rancangan.xlsx?instansi=${t.instansi}`),
  'POST /standar/rancangan/tetapkan': t => post('/standar/rancangan/tetapkan', { instansi: t.instansi }),
  'POST /standar/rancangan/buang': t => post('/standar/rancangan/buang', { instansi: t.instansi }),
  'GET /standar/versi/:version': t => get(`/standar/versi/${t.draft}`),
  'GET /standar/versi/:version/banding': t => get(`/standar/versi/${t.draft}/banding?dengan=${t.draft}`),
  'POST /standar/versi/:version/tetapkan': t => post(`/standar/versi/${t.draft}/tetapkan`, { versi: `${t.draft}.1` }),
  'POST /standar/versi/:version/buang': t => post(`/standar/versi/${t.draft}/buang`, { versi: 'lain' }),
  'POST /standar/versi/:version/arsipkan': t => post(`/standar/versi/${t.draft}/arsipkan`),
  'POST /kamus/daftar': t => post('/kamus/daftar', { pemilik: t.instansi }),
  'GET /kamus/daftar/:id': t => get(`/kamus/daftar/${t.dictionary}`),
  'GET /kamus/daftar/:id/case.json': t => get(`/kamus/daftar/${t.dictionary}/case.json`),
  'POST /kamus/daftar/:id/tetapkan': t => post(`/kamus/daftar/${t.dictionary}/tetapkan`, { versi: '1' }),
  'POST /kamus/daftar/:id/buang': t => post(`/kamus/daftar/${t.dictionary}/buang`, { versi: 'lain' }),
  'POST /kamus/daftar/:id/arsipkan': t => post(`/kamus/daftar/${t.dictionary}/arsipkan`),
  'GET /kamus/daftar/:id/kompetensi': t => get(`/kamus/daftar/${t.dictionary}/kompetensi`),
  'POST /kamus/daftar/:id/kompetensi': t => post(`/kamus/daftar/${t.dictionary}/kompetensi`, { kode: '?' }),
  'POST /kamus/daftar/:id/kompetensi/:competency/hapus': t => post(`/kamus/daftar/${t.dictionary}/kompetensi/1/hapus`),
  'GET /kamus/daftar/:id/padanan': t => get(`/kamus/daftar/${t.dictionary}/padanan?dari=1`),
  'POST /kamus/daftar/:id/padanan': t => post(`/kamus/daftar/${t.dictionary}/padanan`, { dari: '1' }),
  'POST /kamus/daftar/:id/padanan/hapus': t => post(`/kamus/daftar/${t.dictionary}/padanan/hapus`, { dari: '1' }),
  'POST /kamus/daftar/:id/padanan/terapkan': t => post(`/kamus/daftar/${t.dictionary}/padanan/terapkan`, { dari: '1' }),
  'GET /api/v1/dictionaries/:id/crosswalk': t => get(`/api/v1/dictionaries/${t.dictionary}/crosswalk?from=1`),
  'GET /api/v1/jabatan/:id/standard/versions': t => get(`/api/v1/jabatan/${t.jabatan}/standard/versions`),
  'GET /api/v1/standards/:id': t => get(`/api/v1/standards/${t.draft}`),
  'GET /api/v1/standards/:id/difference': t => get(`/api/v1/standards/${t.draft}/difference?from=${t.draft}`),
  'GET /api/v1/instansi': t => get(`/api/v1/instansi?instansi=${t.instansi}`),
  'GET /api/v1/units': t => get(`/api/v1/units?instansi=${t.instansi}`),
  'GET /api/v1/jabatan': t => get(`/api/v1/jabatan?instansi=${t.instansi}`),
  'GET /api/v1/jabatan/:id/standard': t => get(`/api/v1/jabatan/${t.jabatan}/standard`),
  'GET /keberatan': t => get(`/keberatan?instansi=${t.instansi}`),
  'GET /keberatan.xlsx': t => get(`/keberatan.xlsx?instansi=${t.instansi}`),
  'GET /keberatan/:id': t => get(`/keberatan/${t.person}`),
  'POST /keberatan/:id/pembaca': t => post(`/keberatan/${t.person}/pembaca`),
  'POST /keberatan/:id/pendapat': t => post(`/keberatan/${t.person}/pendapat`),
  'POST /keberatan/:id/putusan': t => post(`/keberatan/${t.person}/putusan`),
  'POST /keberatan/:id/cabut': t => post(`/keberatan/${t.person}/cabut`),
  'GET /saya/hasil/:id/keberatan': t => get(`/saya/hasil/${t.result}/keberatan`),
  'POST /saya/hasil/:id/keberatan': t => post(`/saya/hasil/${t.result}/keberatan`),
  'GET /pegawai/:id/potensi/baru': t => get(`/pegawai/${t.person}/potensi/baru`),
  'POST /pegawai/:id/potensi': t => post(`/pegawai/${t.person}/potensi`, { metode: 'cact', tanggal: '2099-01-01' }),
  'GET /api/v1/pegawai/:id/potential': t => get(`/api/v1/pegawai/${t.person}/potential`),
  'POST /api/v1/pegawai/:id/potential': t =>
    json(`/api/v1/pegawai/${t.person}/potential`, { method: 'cact', assessedOn: '2099-01-01', scores: { intelektual: 2 } }),
  'GET /pemetaan/ikk': t => get(`/pemetaan/ikk?instansi=${t.instansi}`),
  'GET /pemetaan/ikk.xlsx': t => get(`/pemetaan/ikk.xlsx?instansi=${t.instansi}&unit=${t.unit}`),
  'GET /pemetaan/rekap': t => get(`/pemetaan/rekap?instansi=${t.instansi}`),
  'GET /pemetaan/rekap.xlsx': t => get(`/pemetaan/rekap.xlsx?instansi=${t.instansi}&unit=${t.unit}`),
  'GET /api/v1/ikk': t => get(`/api/v1/ikk?instansi=${t.instansi}`),
  'GET /pegawai/:id/laporan': t => get(`/pegawai/${t.person}/laporan`),
  'POST /pegawai/:id/laporan': t => post(`/pegawai/${t.person}/laporan`),
  'GET /pegawai/:id/mengapa': t => get(`/pegawai/${t.person}/mengapa`),
  'GET /pegawai/:id/pindah': t => get(`/pegawai/${t.person}/pindah`),
  'POST /pegawai/:id/pindah': t => post(`/pegawai/${t.person}/pindah`),
  'GET /organisasi/ubah': t => get(`/organisasi/ubah?instansi=${t.instansi}`),
  'POST /organisasi/ubah': t => post('/organisasi/ubah', { instansi: t.instansi, nama: '', zona: 'Asia/Jakarta' }),
  'GET /standar/:id/ubah': t => get(`/standar/${t.jabatan}/ubah`),
  'POST /standar/:id': t => post(`/standar/${t.jabatan}`, { 'kompetensi-0': '1', 'tingkat-baru-0': '9' }),
  'GET /rencana-daerah': t => get(`/rencana-daerah?instansi=${t.instansi}`),
  'GET /rencana-daerah.xlsx': t => get(`/rencana-daerah.xlsx?instansi=${t.instansi}`),
  'GET /rencana-daerah/baru': t => get(`/rencana-daerah/baru?instansi=${t.instansi}`),
  'POST /rencana-daerah': t => post('/rencana-daerah', { instansi: t.instansi, nama: '' }),
  'GET /rencana-daerah/:id': t => get(`/rencana-daerah/${t.plan}`),
  'GET /rencana-daerah/:id/isi.xlsx': t => get(`/rencana-daerah/${t.plan}/isi.xlsx`),
  'GET /rencana-daerah/:id/ubah': t => get(`/rencana-daerah/${t.plan}/ubah`),
  'POST /rencana-daerah/:id': t => post(`/rencana-daerah/${t.plan}`, { nama: '' }),
  'POST /rencana-daerah/:id/berlakukan': t => post(`/rencana-daerah/${t.plan}/berlakukan`),
  'POST /rencana-daerah/:id/arsipkan': t => post(`/rencana-daerah/${t.plan}/arsipkan`),
  'POST /rencana-daerah/:id/hapus': t => post(`/rencana-daerah/${t.plan}/hapus`),
  'GET /rencana-daerah/:id/sasaran-baru': t => get(`/rencana-daerah/${t.plan}/sasaran-baru`),
  'POST /rencana-daerah/:id/sasaran': t => post(`/rencana-daerah/${t.plan}/sasaran`, { jenis: 'tujuan' }),
  'GET /sasaran/:id': t => get(`/sasaran/${t.goal}`),
  'GET /sasaran/:id/ubah': t => get(`/sasaran/${t.goal}/ubah`),
  'POST /sasaran/:id': t => post(`/sasaran/${t.goal}`, { uraian: '' }),
  'POST /sasaran/:id/hapus': t => post(`/sasaran/${t.goal}/hapus`),
  'GET /api/v1/plans': t => get(`/api/v1/plans?instansi=${t.instansi}`),
  'GET /api/v1/plans/:id/goals': t => get(`/api/v1/plans/${t.plan}/goals`),
  'GET /impor/templat/:kind': () => get('/impor/templat/pegawai.xlsx'),
  'POST /impor': t => ({ path: '/impor', body: form({ jenis: 'pegawai', instansi: String(t.instansiId) }) }),
  'GET /impor/:id': t => get(`/impor/${t.import}`),
  'GET /impor/:id/keadaan': t => get(`/impor/${t.import}/keadaan`),
  'GET /impor/:id/kolom': t => get(`/impor/${t.import}/kolom`),
  'POST /impor/:id/kolom': t => post(`/impor/${t.import}/kolom`),
  'POST /impor/:id/jalankan': t => post(`/impor/${t.import}/jalankan`),
  'POST /impor/:id/ulang': t => post(`/impor/${t.import}/ulang`),
  'POST /impor/:id/batal': t => post(`/impor/${t.import}/batal`),
  'GET /impor/:id/ditolak.xlsx': t => get(`/impor/${t.import}/ditolak.xlsx`),
  'GET /api/v1/imports': t => get(`/api/v1/imports?instansi=${t.instansi}`),
  'POST /api/v1/imports': t => ({ path: `/api/v1/imports?instansi=${t.instansi}&kind=pegawai`, body: file }),
  'GET /api/v1/imports/:id': t => get(`/api/v1/imports/${t.import}`),
  'POST /api/v1/imports/:id/apply': t => post(`/api/v1/imports/${t.import}/apply`),
  'GET /jejak': t => get(`/jejak?instansi=${t.instansi}`),
  'GET /jejak.xlsx': t => get(`/jejak.xlsx?instansi=${t.instansi}&dari=2000-01-01&sampai=2000-01-01`),
  'GET /jejak/:id': t => get(`/jejak/${t.entry}`),
  'GET /jejak/hapus': t => get(`/jejak/hapus?catatan=${t.entry}`),
  'POST /jejak/hapus': t => post('/jejak/hapus', { catatan: String(t.entry), alasan: 'Permintaan uji' }),
  'GET /akun': t => get(`/akun?instansi=${t.instansi}`),
  'GET /akun.xlsx': t => get(`/akun.xlsx?instansi=${t.instansi}`),
  'GET /akun/massal': t => get(`/akun/massal?instansi=${t.instansi}`),
  'POST /akun/massal': t => post('/akun/massal', { instansi: t.instansi, unit: '', pekerjaan: 'open' }),
  'GET /akun/massal/:id': t => get(`/akun/massal/${t.opening}`),
  'GET /akun/massal/:id/keadaan': t => get(`/akun/massal/${t.opening}/keadaan`),
  'POST /akun/massal/:id/sandi': t => post(`/akun/massal/${t.opening}/sandi`),
  'POST /akun/massal/:id/batal': t => post(`/akun/massal/${t.opening}/batal`),
  'POST /akun': () => post('/akun', { akun: '?' }),
  'GET /akun/:id': t => get(`/akun/${t.account}`),
  'POST /akun/:id/sandi': t => post(`/akun/${t.account}/sandi`),
  'POST /akun/:id/tutup': t => post(`/akun/${t.account}/tutup`),
  'POST /akun/:id/buka': t => post(`/akun/${t.account}/buka`),
  'POST /akun/:id/peran': t =>
    post(`/akun/${t.account}/peran`, { peran: 'pimpinan', jangkauan: 'instansi', instansi: String(t.instansiId) }),
  'POST /akun/:id/peran/:grant/akhiri': t => post(`/akun/${t.account}/peran/${t.grant}/akhiri`),
}
const factorless = { competency: null, difficulty: null, importance: null, frequency: null, goalLink: null, goalId: null }
Object.assign(questions, {
  'GET /kebutuhan/tanpa-pelatihan': t => get(`/kebutuhan/tanpa-pelatihan?instansi=${t.instansi}`),
  'GET /kebutuhan/tanpa-pelatihan.xlsx': t => get(`/kebutuhan/tanpa-pelatihan.xlsx?instansi=${t.instansi}`),
  'GET /kebutuhan/organisasi': t => get(`/kebutuhan/organisasi?instansi=${t.instansi}`),
  'GET /kebutuhan/organisasi.xlsx': t => get(`/kebutuhan/organisasi.xlsx?instansi=${t.instansi}`),
  'GET /kebutuhan/organisasi/:id': t => get(`/kebutuhan/organisasi/${t.stated}`),
  'GET /kebutuhan/organisasi/baru': t => get(`/kebutuhan/organisasi/baru?instansi=${t.instansi}`),
  'POST /kebutuhan/organisasi': t => post('/kebutuhan/organisasi', { instansi: t.instansi }),
  'GET /kebutuhan/organisasi/:id/ubah': t => get(`/kebutuhan/organisasi/${t.stated}/ubah`),
  'POST /kebutuhan/organisasi/:id': t => post(`/kebutuhan/organisasi/${t.stated}`),
  'POST /kebutuhan/organisasi/:id/berlakukan': t => post(`/kebutuhan/organisasi/${t.stated}/berlakukan`),
  'POST /kebutuhan/organisasi/:id/arsipkan': t => post(`/kebutuhan/organisasi/${t.stated}/arsipkan`),
  'GET /kebutuhan/dif': t => get(`/kebutuhan/dif?instansi=${t.instansi}`),
  'GET /kebutuhan/dif.xlsx': t => get(`/kebutuhan/dif.xlsx?instansi=${t.instansi}`),
  'POST /kebutuhan/dif': t => post('/kebutuhan/dif', { instansi: t.instansi }),
  'GET /kebutuhan/dif/jabatan': t => get(`/kebutuhan/dif/jabatan?instansi=${t.instansi}`),
  'GET /kebutuhan/dif/jabatan.xlsx': t => get(`/kebutuhan/dif/jabatan.xlsx?instansi=${t.instansi}`),
  'GET /kebutuhan/dif/jabatan/:id': t => get(`/kebutuhan/dif/jabatan/${t.jabatan}`),
  'POST /kebutuhan/dif/jabatan/:id': t => post(`/kebutuhan/dif/jabatan/${t.jabatan}`),
  'GET /usulan': t => get(`/usulan?instansi=${t.instansi}`),
  'GET /usulan.xlsx': t => get(`/usulan.xlsx?instansi=${t.instansi}`),
  'GET /usulan/unit': t => get(`/usulan/unit?instansi=${t.instansi}`),
  'GET /usulan/masa': t => get(`/usulan/masa?instansi=${t.instansi}`),
  'POST /usulan/masa': t => post('/usulan/masa', { instansi: t.instansi }),
  'GET /usulan/baru': t => get(`/usulan/baru?instansi=${t.instansi}`),
  'POST /usulan': t => post('/usulan', { instansi: t.instansi }),
  'GET /usulan/:id': t => get(`/usulan/${t.proposal}`),
  'GET /usulan/:id/ubah': t => get(`/usulan/${t.proposal}/ubah`),
  'POST /usulan/:id': t => post(`/usulan/${t.proposal}`),
  'POST /usulan/:id/kirim': t => post(`/usulan/${t.proposal}/kirim`),
  'POST /usulan/:id/hapus': t => post(`/usulan/${t.proposal}/hapus`),
  'POST /usulan/:id/tarik': t => post(`/usulan/${t.proposal}/tarik`),
  'POST /usulan/:id/terima': t => post(`/usulan/${t.proposal}/terima`),
  'POST /usulan/:id/gabung': t => post(`/usulan/${t.proposal}/gabung`),
  'POST /usulan/:id/tolak': t => post(`/usulan/${t.proposal}/tolak`),
  'GET /pegawai/:id/dituju': t => get(`/pegawai/${t.person}/dituju`),
  'POST /pegawai/:id/dituju': t => post(`/pegawai/${t.person}/dituju`),
  'GET /api/v1/training-gaps': t => get(`/api/v1/training-gaps?instansi=${t.instansi}`),
  'GET /api/v1/need-factors': t => get(`/api/v1/need-factors?instansi=${t.instansi}`),
  // A mandate without its act.
  'PUT /api/v1/need-factors': t =>
    json('/api/v1/need-factors', {
      ...factorless,
      instansi: t.instansi,
      jenjang: 'ahli_muda',
      kind: 'performance',
      subject: 'hasil',
      mandate: true,
      mandateBasis: null,
    }),
  'GET /api/v1/jabatan/:id/dif': t => get(`/api/v1/jabatan/${t.jabatan}/dif`),
  // What no standard asks for.
  'PUT /api/v1/jabatan/:id/dif': t =>
    json(`/api/v1/jabatan/${t.jabatan}/dif`, {
      data: [{ kind: 'training', competency: null, subject: 'tidak ada', difficulty: 'r', importance: 'r', frequency: 'r' }],
    }),
  'GET /api/v1/proposals': t => get(`/api/v1/proposals?instansi=${t.instansi}`),
  'POST /api/v1/proposals': t =>
    json('/api/v1/proposals', { instansi: t.instansi, unitId: 999_999, reason: 'x', urgency: 'rendah', people: 1 }),
} satisfies typeof questions)
Object.assign(questions, enrolmentQuestions)
Object.assign(questions, activityQuestions)
Object.assign(questions, communityQuestions)
Object.assign(questions, evidenceQuestions)
Object.assign(questions, evaluationQuestions)
Object.assign(questions, noticesQuestions)
Object.assign(questions, jpQuestions)
Object.assign(questions, courseQuestions)
Object.assign(questions, evaluationQuestions, runningQuestions)
Object.assign(questions, lessonQuestions)
Object.assign(questions, claimQuestions)
Object.assign(questions, siasnQuestions)
export const questionOf = (route: string, t: Asked): Question => {
  const ask = questions[route]
  if (ask) return ask(t)
  const [method, path] = route.split(' ') as [string, string]
  return method === 'GET' ? get(path) : post(path)
}
