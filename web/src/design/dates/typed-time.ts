import { plainDigits } from '../../language/digits.ts'

const TIME = /^(\d{1,2})(?:[:.٫ ]?(\d{2}))?\s*(am|pm|a|p|ص|م)?\.?$/i
const LATE = /^[pم]/i

/** `9:30 pm`, `2130`, `٩:٣٠ م` → `21:30`; null if it is no time of day. */
export function typedTime(typed: string): string | null {
  // The written form of a language may contain direction marks, and spaces of several widths.
  const plain = plainDigits(typed)
    .replace(/[\u200e\u200f\u061c]/g, '')
    .replace(/\s/g, ' ')
    .trim()
  const [, hours, minutes = '00', half] = TIME.exec(plain) ?? []
  if (hours === undefined || (half && (Number(hours) < 1 || Number(hours) > 12))) return null
  const hour = half ? (Number(hours) % 12) + (LATE.test(half) ? 12 : 0) : Number(hours)
  if (hour > 23 || Number(minutes) > 59) return null
  return `${String(hour).padStart(2, '0')}:${minutes}`
}
