/** What is asked: of the organiser and each trainer right after a class (level 1), of behaviour and its effect some months later (level 3). */
export const organiserItems = ['relevansi', 'bahan', 'jadwal', 'sarana', 'layanan', 'manfaat'] as const
export const trainerItems = ['penguasaan', 'penyampaian', 'contoh', 'tanya_jawab', 'waktu'] as const
/** Five of behaviour and six of its effect, as the practice that was found asks them (DOMAIN.md 4). */
export const behaviourItems = ['menerapkan', 'konsisten', 'percaya_diri', 'berbagi', 'mengembangkan'] as const
export const benefitItems = ['mutu', 'kecepatan', 'kesalahan', 'biaya', 'layanan', 'unit'] as const

export type OrganiserItem = (typeof organiserItems)[number]
export type TrainerItem = (typeof trainerItems)[number]
export type LaterItem = (typeof behaviourItems)[number] | (typeof benefitItems)[number]
export const laterItems: readonly LaterItem[] = [...behaviourItems, ...benefitItems]

export const verdicts = ['ya', 'sebagian', 'belum'] as const
export type Verdict = (typeof verdicts)[number]

export type Relation = 'diri' | 'atasan' | 'rekan'
