import type { Services } from '../platform/http/context.ts'

/** What learning does by itself: hears facts, keeps derived tables, sends what is due. */
export function learningJobs(_services: Services): void {}
