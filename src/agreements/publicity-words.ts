/** The words of what is public of an agreement. */
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { Extent } from './publicity.ts'

export const extentWords: Record<Extent, Phrase> = {
  hidden: { en: 'nothing of it', zh: '不公开' },
  listed: { en: 'that it exists', zh: '仅公开基本信息' },
  document: { en: 'the signed document too', zh: '同时公开签署文件' },
}

export const extentHints: Record<Extent, Phrase> = {
  hidden: { en: 'The public site does not mention it.', zh: '公众网站不作任何说明。' },
  listed: {
    en: 'Title, both parties with their types, date and hashes.',
    zh: '标题、双方及各自的文件类型、签署日期和哈希值。',
  },
  document: {
    en: 'Also who signed it, and the signed file for download.',
    zh: '另公开签署人，并提供签署文件下载。',
  },
}

export const publicityWords = {
  title: { en: 'On the public site', zh: '公众网站' },
  holds: { en: (extent: string) => `The public may know: ${extent}.`, zh: (extent: string) => `公开范围：${extent}。` },
  decided: {
    en: (who: string, date: string) => `Decided by ${who} on ${date}.`,
    zh: (who: string, date: string) => `${who}于${date}决定。`,
  },
  open: { en: 'See it there', zh: '查看公开页面' },
  change: { en: 'Change', zh: '更改' },
  ask: { en: 'What may the public know of this agreement?', zh: '本协议可公开的范围' },
  reason: { en: 'On what the partner’s consent rests, or why', zh: '合作方同意的依据，或理由' },
  reasonHint: {
    en: 'Needed where the document becomes public: it has the partner’s signature too. Stays in our office.',
    zh: '公开签署文件时必填，因文件亦有合作方签名。此说明仅供本校内部查阅。',
  },
  save: { en: 'Save', zh: '保存' },
}
