import { consents } from './consents.ts'
import { choice, topics, words, yesNo } from './items.ts'
import type { Starter } from './starter.ts'

export const salon: Starter = {
  items: [
    choice('room', ['Room', 'المكان'], {
      any: ['Any', 'أي مكان'],
      private: ['A private room', 'غرفة خاصة'],
    }),
    choice('drink', ['Drink while waiting', 'مشروب الانتظار'], {
      none: ['None', 'بدون'],
      coffee: ['Coffee', 'قهوة'],
      tea: ['Tea', 'شاي'],
      water: ['Water', 'ماء'],
    }),
    yesNo('quiet', ['Prefers quiet', 'يفضّل الهدوء']),
    words('usualColour', ['Usual colour', 'اللون المعتاد']),
  ],
  topics: topics(['Appointments', 'المواعيد']),
  documents: consents({
    terms: {
      en: 'Appointments can be moved until 24 hours before. After 15 minutes of delay the time may be given to another customer. Tell us of allergies before a treatment.',
      ar: 'يمكن تغيير الموعد حتى قبله بـ 24 ساعة. بعد تأخير 15 دقيقة قد يُعطى الوقت لعميل آخر. أخبرنا عن أي حساسية قبل بدء الخدمة.',
    },
    kept: { en: 'appointments', ar: 'مواعيدك' },
  }),
}
