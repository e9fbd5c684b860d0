export { learningApi } from './api.ts'
export { learningJobs } from './jobs.ts'
export { learningRoutes } from './routes.ts'
