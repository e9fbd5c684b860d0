export { noticesApi } from './api.ts'
export { type Notice, notify } from './notify.ts'
export { noticesRoutes } from './routes.ts'
export { unreadOf } from './store/inbox.ts'
