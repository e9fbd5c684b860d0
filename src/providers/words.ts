export type { Employment, Jenis } from '../people/index.ts'
