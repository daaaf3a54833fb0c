import 'i18next'
import type first from './en.json'
import type more from './en.more.json'

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof first & typeof more }
  }
}
