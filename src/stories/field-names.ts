/** Fields of a story in words, for sentences about them. */
import type { Language, Phrase } from '#src/platform/i18n/words.ts'

const names: Record<string, Phrase> = {
  headline: { en: 'the headline', zh: '标题' },
  summary: { en: 'the summary', zh: '摘要' },
  body: { en: 'the text', zh: '正文' },
  section: { en: 'the section', zh: '栏目' },
  slug: { en: 'the address', zh: '网址' },
  editor: { en: 'a name in the editors’ line', zh: '署名' },
  caption: { en: 'the caption', zh: '图注' },
  alt: { en: 'the description', zh: '图片说明' },
}
const languages: Record<string, Phrase> = {
  en: { en: ' (English)', zh: '（英文）' },
  zh: { en: ' (Chinese)', zh: '（中文）' },
}

/** `headline_en` becomes “the headline (English)”; several with commas. */
export function fieldNames(fields: unknown, language: Language): string {
  const all = Array.isArray(fields) ? fields.map(String) : []
  const said = all.map((field) => {
    const [stem = '', half = ''] = field.split('_')
    return `${names[stem]?.[language] ?? field}${languages[half]?.[language] ?? ''}`
  })
  return said.join(language === 'en' ? ', ' : '、')
}
