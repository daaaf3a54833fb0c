export const LANGUAGES = ['en', 'ar'] as const
export type Language = (typeof LANGUAGES)[number]

/** Our language that an Accept-Language header prefers. */
export function readLanguage(header: string): Language {
  const wanted = header.split(',').map((one) => {
    const [tag = '', quality = 'q=1'] = one.trim().split(';')
    return { language: tag.slice(0, 2).toLowerCase(), quality: Number(quality.trim().slice(2)) || 0 }
  })
  const best = wanted.filter(({ language }) => language === 'en' || language === 'ar')
  return best.sort((a, b) => b.quality - a.quality)[0]?.language === 'ar' ? 'ar' : 'en'
}
