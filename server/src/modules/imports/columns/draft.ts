import { textOf } from '../../../kit/field-problem.ts'
import { check, fieldErrors } from '../../../kit/invalid.ts'
import type { Text } from '../../../kit/refusal.ts'
import { CustomerNumber, NewCustomer, type OwnField } from '../../customers/contract.ts'
import { normalisePhone } from '../../customers/index.ts'
import { COUNTRY_NAME, DATE_FORM, LANGUAGE_NAME, LINE_BROKEN, OWN_FIELD_FORM, YES_OR_NO } from '../problems.ts'
import type { Row } from '../read/row.ts'
import type { Plan } from './plan.ts'
import { FIELD_TARGETS, ownKeyOf, purposeOf, type Target } from './targets.ts'
import { countryIn, dayIn, languageIn, momentIn, namesIn, ownValueIn, plainCell, yesOrNo } from './values.ts'

/** Why a row is not taken over: the column where there is one, and a sentence without any value. */
export interface Reason {
  readonly column: number | null
  readonly code: string
  readonly text: Text
}

export const reason = (code: string, column: number | null = null): Reason => ({
  column,
  code,
  text: textOf(code) ?? { en: code, ar: code },
})

interface Consents {
  readonly given: readonly { readonly purpose: string; readonly granted: boolean; readonly column: number }[]
  readonly at?: Date | undefined
  readonly origin?: string | undefined
  readonly proof?: string | undefined
}

/** A row as it was meant. */
export interface Draft {
  readonly row: Row
  readonly fields: NewCustomer
  readonly extra: Readonly<Record<string, string>>
  readonly number: number | null
  readonly externalId: string | null
  readonly consents: Consents
  readonly reasons: readonly Reason[]
}

const isField = (target: string) => target === 'plan' || FIELD_TARGETS.some((one) => one === target)

const LONGEST_EXTERNAL_ID = 200
const LONGEST_WORDS = 300
/** Reasons are told in the order of the columns. */
const LAST = Number.MAX_SAFE_INTEGER

/** What the file is read for: the country of its phones, and the fields that the business added. */
interface ReadFor {
  readonly country: string
  readonly ownFields: readonly OwnField[]
}

export function draftOf(row: Row, plan: Plan, readFor: ReadFor): Draft {
  const reading = new Reading(plan, readFor)
  if (row.broken) reading.reasons.push(reason(LINE_BROKEN))
  for (const [column, { target, name }] of plan.columns.entries()) {
    const cell = plainCell(row.cells[column] ?? '')
    // An empty cell says nothing: it clears nothing either.
    if (target !== null && cell !== '') reading.take(target, cell, column, name)
  }
  return reading.finished(row)
}

class Reading {
  readonly reasons: Reason[] = []
  readonly #plan: Plan
  readonly #country: string
  readonly #ownFields: readonly OwnField[]
  readonly #ownValues: Record<string, string | number | boolean> = {}
  readonly #fields: Record<string, unknown> = {}
  readonly #extra: Record<string, string> = {}
  readonly #columns = new Map<string, number>()
  readonly #given: { purpose: string; granted: boolean; column: number }[] = []
  #fullName = ''
  #number: number | null = null
  #externalId: string | null = null
  #consent: Pick<Consents, 'at' | 'origin' | 'proof'> = {}

  constructor(plan: Plan, { country, ownFields }: ReadFor) {
    this.#plan = plan
    this.#country = country
    this.#ownFields = ownFields
  }

  take(target: Target, cell: string, column: number, name: string): void {
    const [purpose, ownKey] = [purposeOf(target), ownKeyOf(target)]
    const { dates } = this.#plan
    if (purpose !== null) this.#takeConsent(purpose, cell, column)
    else if (ownKey !== null) this.#takeOwn(ownKey, cell, column)
    else if (target === 'birthDate') this.#set(target, dayIn(cell, dates), column, DATE_FORM)
    else if (target === 'createdAt') this.#set(target, momentIn(cell, dates), column, DATE_FORM)
    else if (target === 'phoneVerified' || target === 'emailVerified')
      this.#set(target, yesOrNo(cell), column, YES_OR_NO)
    else if (target === 'locale') this.#set(target, languageIn(cell), column, LANGUAGE_NAME)
    else if (target === 'country') this.#set(target, countryIn(cell), column, COUNTRY_NAME)
    else if (target === 'extra') this.#extra[extraKey(name, column)] = cell
    else if (isField(target)) this.#set(target, this.#joined(target, cell), column)
    else this.#takeOther(target, cell, column)
  }

  /** Several columns of remarks are one text. */
  #joined(target: string, cell: string): string {
    return target === 'notes' ? [this.#fields['notes'], cell].filter(Boolean).join('\n') : cell
  }

  #takeOther(target: Target, cell: string, column: number): void {
    if (target === 'fullName') {
      this.#columns.set('firstName', this.#columns.get('firstName') ?? column)
      this.#fullName = cell
    } else if (target === 'externalId') this.#externalId = cell.slice(0, LONGEST_EXTERNAL_ID)
    else if (target === 'consentOrigin') this.#consent = { ...this.#consent, origin: cell.slice(0, LONGEST_WORDS) }
    else if (target === 'consentProof') this.#consent = { ...this.#consent, proof: cell.slice(0, LONGEST_WORDS) }
    else if (target === 'number') this.#takeNumber(cell, column)
    else if (target === 'consentAt') {
      const at = momentIn(cell, this.#plan.dates)
      if (at === null) this.reasons.push(reason(DATE_FORM, column))
      else this.#consent = { ...this.#consent, at: new Date(at) }
    }
  }

  #takeNumber(cell: string, column: number): void {
    const read = check(CustomerNumber, cell)
    if (read.success) this.#number = read.data
    else this.#refuse(fieldErrorsIn(read.error), column)
  }

  finished(row: Row): Draft {
    this.#completeNames()
    const read = check(NewCustomer, this.#fields)
    if (!read.success) this.#refuse(fieldErrorsIn(read.error), null)
    const fields: NewCustomer = read.success ? read.data : this.#contacts()
    return {
      row,
      fields: fields.phone ? { ...fields, phone: this.#dialled(fields.phone, fields.country) } : fields,
      extra: this.#extra,
      number: this.#number,
      externalId: this.#externalId,
      consents: { given: this.#given, ...this.#consent },
      reasons: this.reasons.sort((one, other) => (one.column ?? LAST) - (other.column ?? LAST)),
    }
  }

  #set(field: string, value: unknown, column: number, problem = ''): void {
    if (value === null) {
      this.reasons.push(reason(problem, column))
      return
    }
    this.#fields[field] = value
    this.#columns.set(field, column)
  }

  /** A field that the business has no more is left out. */
  #takeOwn(key: string, cell: string, column: number): void {
    const field = this.#ownFields.find((one) => one.key === key)
    if (!field) return
    const value = ownValueIn(field, cell, this.#plan.dates)
    if (value === null) this.reasons.push(reason(OWN_FIELD_FORM, column))
    else {
      this.#ownValues[key] = value
      this.#set('ownFields', this.#ownValues, column)
      this.#columns.set(`ownFields.${key}`, column)
    }
  }

  #takeConsent(purpose: string, cell: string, column: number): void {
    const granted = yesOrNo(cell)
    if (granted === null) this.reasons.push(reason(YES_OR_NO, column))
    else this.#given.push({ purpose, granted, column })
  }

  /** Of a row with errors, by what it names a person all the same: an erasure must find it. */
  #contacts(): Pick<NewCustomer, 'phone' | 'email'> {
    const of = (field: 'phone' | 'email') => NewCustomer.shape[field].safeParse(this.#fields[field]).data
    return { phone: of('phone'), email: of('email') }
  }

  /** A full name where there is no first one; else a company, or what stands before the @, is what the customer is called. */
  #completeNames(): void {
    const { firstName, email, companyName } = this.#fields
    if (firstName !== undefined) return
    if (this.#fullName !== '') Object.assign(this.#fields, { ...namesIn(this.#fullName), ...lastNameOf(this.#fields) })
    else if (typeof companyName === 'string') this.#fields['firstName'] = companyName.slice(0, 100)
    else if (typeof email === 'string' && email.includes('@'))
      this.#fields['firstName'] = email.split('@')[0]!.slice(0, 100)
  }

  /** As E.164. Spreadsheets take the plus away: what is no number here may be one with it. */
  #dialled(typed: string, country = this.#country): string {
    const column = this.#columns.get('phone') ?? null
    const phone = normalisePhone(typed, country) ?? normalisePhone(`+${typed.replace(/^00/, '')}`, country)
    if (phone !== null) return phone
    this.reasons.push(reason('phone_invalid', column))
    return typed
  }

  #refuse(errors: readonly Wrong[], column: number | null): void {
    for (const { path, code, text } of errors) {
      const of = this.#columns.get(path) ?? this.#columns.get(path.split('.')[0]!)
      this.reasons.push({ column: column ?? of ?? null, code, text })
    }
  }
}

/** `__proto__` can be no key of JSON. */
const extraKey = (name: string, column: number) =>
  name === '' || name === '__proto__' ? `column ${column + 1}` : name.slice(0, 80)

const lastNameOf = ({ lastName }: Record<string, unknown>) => (lastName === undefined ? {} : { lastName })

interface Wrong {
  readonly path: string
  readonly code: string
  readonly text: Text
}

/** The same sentences as of a call, in both languages. */
function fieldErrorsIn(error: Parameters<typeof fieldErrors>[0]): Wrong[] {
  const arabic = fieldErrors(error, 'ar')
  return fieldErrors(error, 'en').map(({ path, code, message }, index) => ({
    path,
    code,
    text: { en: message, ar: arabic[index]!.message },
  }))
}
