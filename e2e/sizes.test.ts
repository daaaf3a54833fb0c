import { test } from 'vitest'
import { accountFitsAHand, tillFitsATablet } from './sizes.ts'
import { crowd } from './world.ts'

crowd(200)

// In the other languages: `npm run test:screens`.
test('the till fits a tablet held either way, and the staff’s screens a hand, in Arabic', () => tillFitsATablet('ar'))
test('one’s own account fits a hand, in English', () => accountFitsAHand('en'))
