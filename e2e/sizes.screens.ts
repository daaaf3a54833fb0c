import { test } from 'vitest'
import { accountFitsAHand, tillFitsATablet } from './sizes.ts'
import { crowd } from './world.ts'

crowd(200)

// In the other languages: `npm test`.
test('the till fits a tablet, in English', () => tillFitsATablet('en'))
test('one’s own account fits a hand, in Arabic', () => accountFitsAHand('ar'))
