import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { makePdf } from '../src/platform/pdf/index.ts'

// Makes the film, its captions and the handout of the demo anew (needs Chromium and ffmpeg). What it makes is committed: the demo only reads it.
const folder = 'seeds/demo/files'

type Slide = { mark: string; head: string; text: string; says: string[] }
const slides: readonly Slide[] = [
  {
    mark: '',
    head: 'Empat pertanyaan sebelum memutuskan',
    text: 'Integritas dan Antikorupsi ASN',
    says: ['Film pendek ini tanpa suara.', 'Empat pertanyaan, satu menit.'],
  },
  {
    mark: '',
    head: 'Bu Rina memproses izin usaha',
    text: 'Seorang pemohon adalah tetangganya. Berkasnya baru masuk kemarin.',
    says: [
      'Bu Rina memproses izin usaha. Salah satu pemohon adalah tetangganya.',
      'Antrean sudah tiga minggu. Tetangganya baru datang kemarin.',
    ],
  },
  {
    mark: '1',
    head: 'Sesuai aturan dan kewenangan saya?',
    text: 'Bila ragu, buka aturannya atau tanyakan.',
    says: ['Pertama: apakah ini sesuai aturan dan kewenangan saya?', 'Bila ragu, buka aturannya, atau tanyakan kepada atasan.'],
  },
  {
    mark: '2',
    head: 'Nyamankah saya bila ini dimuat di surat kabar?',
    text: 'Keputusan yang baik tahan dibaca orang.',
    says: ['Kedua: nyamankah saya bila keputusan ini dimuat di surat kabar besok?', 'Keputusan yang baik tahan dibaca orang.'],
  },
  {
    mark: '3',
    head: 'Samakah keputusan saya untuk orang lain?',
    text: 'Di sinilah Bu Rina berhenti.',
    says: [
      'Ketiga: samakah keputusan saya bila orangnya bukan kenalan saya?',
      'Di sinilah Bu Rina berhenti, lalu kembali ke urutan antrean.',
    ],
  },
  {
    mark: '4',
    head: 'Siapa yang dirugikan, dan apakah ia tahu?',
    text: 'Yang menunggu tiga minggu juga warga.',
    says: ['Keempat: siapa yang dirugikan, dan apakah ia tahu?', 'Orang yang menunggu tiga minggu juga warga kita.'],
  },
  {
    mark: '!',
    head: 'Satu jawaban “tidak” cukup untuk berhenti',
    text: 'Tanyakan dahulu kepada atasan atau Inspektorat.',
    says: ['Satu jawaban “tidak” cukup untuk berhenti.', 'Bertanya lebih dahulu lebih mudah daripada menjelaskan kemudian.'],
  },
]
const seconds = 9

const page = ({ mark, head, text }: Slide, at: number) => `<!doctype html><meta charset="utf-8"><style>
  body { margin: 0; width: 854px; height: 480px; box-sizing: border-box; padding: 0 72px; display: flex; gap: 40px; align-items: center; background: #0b4f4a; color: #fff; font: 26px/1.4 Roboto, "DejaVu Sans", sans-serif; }
  b { flex: none; width: 120px; height: 120px; border-radius: 60px; background: #f2c14e; color: #0b4f4a; font-size: 72px; line-height: 120px; text-align: center; }
  h1 { margin: 0 0 16px; font-size: 44px; line-height: 1.2; } p { margin: 0; color: #cfe7e4; }
  i { position: absolute; left: 72px; bottom: 36px; font: 18px Roboto, sans-serif; color: #cfe7e4; }
</style>${mark && `<b>${mark}</b>`}<div><h1>${head}</h1><p>${text}</p></div><i>${at + 1} / ${slides.length}</i>`

async function makeFilm(): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), 'piawai-film-'))
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] })
  const shown = await browser.newPage({ viewport: { width: 854, height: 480 } })
  for (const [at, slide] of slides.entries()) {
    await shown.setContent(page(slide, at))
    await shown.screenshot({ path: join(work, `${at}.png`) })
  }
  await browser.close()
  // A whole picture every four seconds: a learner who seeks is there at once. The index stands first, so that it plays while it loads.
  execFileSync('ffmpeg', [
    '-y',
    '-loglevel',
    'error',
    '-framerate',
    `1/${seconds}`,
    '-i',
    join(work, '%d.png'),
    '-r',
    '5',
    '-c:v',
    'libx264',
    '-profile:v',
    'main',
    '-preset',
    'veryslow',
    '-tune',
    'stillimage',
    '-crf',
    '32',
    '-g',
    '22',
    '-pix_fmt',
    'yuv420p',
    '-map_metadata',
    '-1',
    '-movflags',
    '+faststart',
    join(folder, 'empat-pertanyaan.mp4'),
  ])
  rmSync(work, { recursive: true })
}

const time = (at: number) => `00:${String(Math.floor(at / 60)).padStart(2, '0')}:${(at % 60).toFixed(3).padStart(6, '0')}`
const captions = () =>
  `WEBVTT\n\n${slides
    .flatMap(({ says }, slide) =>
      says.map((words, n) => {
        const from = slide * seconds + (n * seconds) / says.length
        return `${time(from)} --> ${time(from + seconds / says.length - 0.2)}\n${words}\n`
      }),
    )
    .join('\n')}`

const handout = () =>
  makePdf({
    language: 'id',
    title: 'Lembar saku: menolak, mencatat, melapor',
    subtitle: 'Integritas dan Antikorupsi ASN',
    issuer: { instansi: 'Pemerintah Provinsi Kepulauan Bangka Belitung', office: 'Badan Pengembangan Sumber Daya Manusia' },
    facts: [
      { label: 'Untuk', value: 'Semua pegawai' },
      { label: 'Sifat', value: 'Bahan belajar contoh, bukan naskah resmi' },
    ],
    cover: false,
    blocks: [
      { kind: 'heading', level: 1, text: 'Uji empat pertanyaan' },
      {
        kind: 'list',
        items: [
          'Apakah ini sesuai aturan dan kewenangan saya?',
          'Apakah saya nyaman bila keputusan ini dimuat di surat kabar besok?',
          'Apakah saya akan memutuskan sama bila orangnya bukan kenalan saya?',
          'Siapa yang dirugikan, dan apakah ia tahu?',
        ],
      },
      { kind: 'paragraph', text: 'Satu jawaban “tidak” cukup untuk berhenti dan bertanya kepada atasan atau Inspektorat.' },
      { kind: 'heading', level: 1, text: 'Bila ditawari sesuatu' },
      {
        kind: 'table',
        columns: [{ header: 'Keadaan', width: 150 }, { header: 'Yang dilakukan' }, { header: 'Kalimat yang dapat dipakai' }],
        rows: [
          ['Ditawari di loket', 'Tolak dengan sopan pada kesempatan pertama.', '“Terima kasih. Layanan ini memang tugas kami.”'],
          ['Dikirim ke rumah', 'Catat pengirim, tanggal, isinya; laporkan kepada UPG.', '“Mohon izin saya kembalikan.”'],
          [
            'Makanan cepat rusak',
            'Salurkan kepada yang membutuhkan, foto, tetap laporkan.',
            '“Saya catat dan saya laporkan, ya.”',
          ],
          [
            'Rekanan menawarkan jasa pribadi',
            'Tolak, beri tahu atasan, tulis tanggal dan saksinya.',
            '“Aturan kami tidak membolehkan.”',
          ],
        ],
        empty: '',
      },
      { kind: 'heading', level: 1, text: 'Yang ditulis dalam laporan' },
      {
        kind: 'list',
        items: [
          'Apa yang terjadi, siapa yang terlibat, kapan, di mana, dan bagaimana caranya.',
          'Bukti yang memang boleh Anda akses; jangan menyelidiki sendiri.',
          'Yang Anda lihat dan dengar sendiri, terpisah dari yang Anda simpulkan.',
          'Kepada siapa dan kapan Anda melapor, beserta nomor laporannya.',
        ],
      },
    ],
    footer: 'Data contoh Piawai',
    madeAt: '2026-11-22T00:00:00.000Z',
  })

await makeFilm()
writeFileSync(join(folder, 'empat-pertanyaan.vtt'), captions())
writeFileSync(join(folder, 'lembar-saku.pdf'), await handout())
