export { standardsApi } from './api.ts'
export { competencyName, pillarLabels } from './labels.ts'
export { standardsRoutes } from './routes.ts'
export { type Competency, competencyByCode, listCompetencies, type Requirement, requirementsOf } from './store/standard.ts'
