export { type Distribution, distribute, planDistribution } from './distribute.ts'
export { type Isolation, isolate, planIsolation } from './isolate.ts'
