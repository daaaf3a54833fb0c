export { NumberHandedOver } from './claims/hand-overs/events.ts'
export { RefreshTokenReused } from './login/events.ts'
