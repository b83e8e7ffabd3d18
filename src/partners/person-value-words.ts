/** Why something is kept, how posts end, and other values of the people register, in words. */
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { Basis, PostEnd } from './person.ts'
import type { PersonDetails } from './person-store.ts'
import { personWords } from './person-words.ts'

export const basisWords: Record<Basis, Phrase> = {
  none: { en: 'nothing is kept', zh: '未保存' },
  published: { en: 'published by their university', zh: '所属机构公开发布' },
  contract: { en: 'named as contact in an agreement', zh: '协议指定联系人' },
  consent: { en: 'the person agreed', zh: '本人同意' },
}

export const endWords: Record<PostEnd, Phrase> = {
  moved: { en: 'moved to another post', zh: '调任' },
  left: { en: 'left', zh: '离任' },
  retired: { en: 'retired', zh: '退休' },
}

/** The fields, as an error or a colleague's change names them. */
export const fieldWords: Record<keyof PersonDetails, Phrase> = {
  latin: personWords.latin,
  native: personWords.native,
  familyNameFirst: personWords.familyFirst,
  language: personWords.language,
  email: personWords.email,
  phone: personWords.phone,
  assistant: personWords.assistant,
  basis: personWords.basis,
  basisNote: personWords.basisNote,
  note: personWords.note,
}

export const personJournalWords = {
  'person.added': { en: 'person added', zh: '添加人员' },
  'person.changed': { en: 'person changed', zh: '修改人员信息' },
  'person.post_begun': { en: 'post begun', zh: '开始任职' },
  'person.moved': { en: 'moved to another post', zh: '调任' },
  'person.left': { en: 'left the post', zh: '离任' },
  'person.retired': { en: 'retired', zh: '退休' },
  'partnership.lead_named': { en: 'lead named', zh: '指定负责人' },
  'partnership.lead_ended': { en: 'lead ended', zh: '负责人卸任' },
}
