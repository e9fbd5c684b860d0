export { akdInstansi } from './instansi.ts'
export { akdPerson } from './person.ts'
export { akdUnit } from './unit.ts'
