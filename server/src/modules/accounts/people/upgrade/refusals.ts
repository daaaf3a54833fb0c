import { refusal } from '../../../../kit/refusal.ts'

export const OtherContact = refusal('upgrade.other_contact', 409, {
  en: 'The verified phone or e-mail is not this customer’s; change the customer’s first.',
  ar: 'وسيلة التواصل الموثّقة ليست وسيلة هذا العميل؛ غيّرها أولًا.',
})
