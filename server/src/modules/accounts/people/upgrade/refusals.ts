import { refusal } from '../../../../kit/refusal.ts'

export const OtherContact = refusal('upgrade.other_contact', 409, {
  en: 'Another phone or e-mail was proved than this customer has; change that one first.',
  ar: 'وسيلة التواصل المُثبتة ليست وسيلة هذا العميل؛ غيّرها أولًا.',
})
