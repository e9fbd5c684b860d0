import { Hono } from 'hono'
import type { AppEnv, Services } from '../platform/http/context.ts'
import { classRoutes } from './class-routes.ts'
import { competencyRoutes } from './competency-routes.ts'
import { copyRoutes } from './copy-routes.ts'
import { crosswalkRoutes } from './crosswalk-routes.ts'
import { dictionariesRoutes } from './dictionaries-routes.ts'
import { dictionaryRoutes } from './dictionary-routes.ts'
import { draftsRoutes } from './drafts-routes.ts'
import { editRoutes } from './edit-routes.ts'
import { historyRoutes } from './history-routes.ts'
import { listRoutes } from './list-routes.ts'
import { officialFormRoutes } from './official-form-routes.ts'
import { oneDictionaryRoutes } from './one-dictionary-routes.ts'
import { standardRoutes } from './standard-routes.ts'
import type { CountPeople } from './store/effect.ts'
import { classSubject, jabatanSubject } from './subject.ts'
import { versionRoutes } from './version-routes.ts'

const ofJabatan = ['/standar/:id{[0-9]{1,9}}', jabatanSubject] as const
const ofClass = ['/standar/kelas/:jenjang{[a-z_]{1,20}}', classSubject] as const

/** @param count how many people a change touches: counted by assessment, which lies above */
export function standardsRoutes(services: Services, count: CountPeople) {
  const app = new Hono<AppEnv>()
    .route('/', dictionariesRoutes(services))
    .route('/', oneDictionaryRoutes(services))
    .route('/', competencyRoutes(services))
    .route('/', crosswalkRoutes(services))
    .route('/', dictionaryRoutes(services))
    .route('/', listRoutes(services))
    .route('/', draftsRoutes(services))
    .route('/', classRoutes(services))
    .route('/', versionRoutes(services, count))
    .route('/', copyRoutes(services))
  for (const [base, subjectOf] of [ofJabatan, ofClass])
    for (const routes of [standardRoutes, editRoutes, historyRoutes, officialFormRoutes])
      app.route('/', routes(services, base, subjectOf))
  return app
}
