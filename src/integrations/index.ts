export { siasnJobs } from './siasn/jobs.ts'
export { siasnRoutes } from './siasn/routes.ts'
export { readSiasnSettings } from './siasn/settings.ts'
