export { type Notice, notify } from './notify.ts'
export type { Topic } from './topics.ts'
