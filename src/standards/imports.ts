export {
  CompetencyFinder,
  competencyFields,
  eachLevel,
  levelKey,
  loadCompetencies,
  longFields,
  missingLevels,
  siasnCompetencyHeaders,
} from './imports/competencies.ts'
export { dictionaryImport } from './imports/dictionary.ts'
export { requirementImport } from './imports/requirements.ts'
export { standardImport } from './imports/standards.ts'
