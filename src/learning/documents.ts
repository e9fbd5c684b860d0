export { jpRecap } from './jp/document.ts'
