export { standardsApi } from './api.ts'
export { pillarLabels } from './labels.ts'
export { standardsRoutes } from './routes.ts'
export { listCompetencies, requirementsOf } from './store/standard.ts'
