export { NumberHandedOver } from './claims/hand-overs/events.ts'
export { AccountTakeoverReported, RefreshTokenReused } from './login/events.ts'
