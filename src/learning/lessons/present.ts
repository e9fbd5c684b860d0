import { formatNumber, type Language } from '../../platform/i18n/index.ts'

/** 1234567 bytes → `1,2 MB`; below a million in kB. */
export const sizeText = (bytes: number, language: Language): string =>
  bytes < 1_000_000
    ? `${formatNumber(Math.max(1, Math.ceil(bytes / 1000)), language)} kB`
    : `${formatNumber(bytes / 1_000_000, language, 1)} MB`

/** 125 seconds → `2.05`: minutes and seconds. */
export const lengthText = (seconds: number): string => `${Math.floor(seconds / 60)}.${String(seconds % 60).padStart(2, '0')}`
