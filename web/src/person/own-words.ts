import { inOwnDigits } from '../language/digits.ts'
import type { OwnField } from './own-fields.tsx'

interface Words {
  readonly language: 'en' | 'ar'
  readonly yes: string
  readonly no: string
}

/** `{ size: "xl" }` as “Size: extra large”: by the names that the business gave, and keys of fields that it removed. */
export function ownWords(fields: readonly OwnField[], values: object, { language, yes, no }: Words): string {
  const word = (field: OwnField | undefined, value: unknown) => {
    if (typeof value === 'boolean') return value ? yes : no
    const choice = field?.type === 'choice' ? field.choices.find((one) => one.value === value) : undefined
    return choice?.label[language] ?? (typeof value === 'number' ? inOwnDigits(String(value)) : String(value))
  }
  return Object.entries(values)
    .filter(([, value]) => value !== null && value !== '')
    .map(([key, value]) => {
      const field = fields.find((one) => one.key === key)
      return `${field?.label[language] ?? key}: ${word(field, value)}`
    })
    .join(language === 'ar' ? '، ' : ', ')
}
