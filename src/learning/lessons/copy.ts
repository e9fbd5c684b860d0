import type { Tx } from '../../platform/db/index.ts'

/** Copies the lessons of a version into a new draft. There are no lessons yet. */
export const copyLessons = async (_tx: Tx, _fromVersionId: number, _toVersionId: number): Promise<void> => {}
