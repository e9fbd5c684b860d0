export { mayKeep, mayTeach } from './access.ts'
export { openProviders, type Provider, providerById } from './store.ts'
