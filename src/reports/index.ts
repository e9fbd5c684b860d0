export { frame } from './frame.ts'
export { refusalPage } from './refusal-page.tsx'
export { reportRoutes } from './routes.ts'
export { showcaseRoutes } from './showcase.tsx'
