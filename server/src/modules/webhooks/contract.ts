export * from './deliveries/contract.ts'
export * from './endpoints/contract.ts'
export * from './feed/contract.ts'
export * from './retention/contract.ts'
