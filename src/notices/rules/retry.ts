const minutes = [1, 5, 15, 60, 180, 360, 720, 1440] as const

/** After how many minutes a letter is tried again that failed for the n-th time (from 1); null: it is given up, after two days. */
export const retryAfter = (failures: number): number | null => minutes[failures - 1] ?? null
