/** The words of the signing area: the mails here, the rest by subject beside it. */
import type { Phrase } from '#src/platform/i18n/words.ts'

export { type JournalDetail, signingJournalWords } from './journal-words.ts'
export { signingRefusalWords } from './refusal-words.ts'

interface Title {
  en: string
  zh: string
}

const en = (title: Title) => `“${title.en || title.zh}”`
const zh = (title: Title) => `《${title.zh || title.en}》`

export const mailWords = {
  signSubject: (title: Title): Phrase => ({ en: `Please sign: ${en(title)}`, zh: `请签署：${zh(title)}` }),
  signText: (title: Title): Phrase => ({
    en: `The signing session for ${en(title)} is open, and your signature is awaited.\n\nThe page shows the document as it will be kept. Read it, then consent with your passkey; your signature follows once both universities hold both consents. You can also decline, with a reason.`,
    zh: `${zh(title)}的签署已开启，正等待您签署。\n\n页面显示将予保存的正式文件。请阅读后使用通行密钥表示签署意愿；双方节点均收到双方的签署意愿后，系统随即完成您的签名。您也可以说明原因后拒签。`,
  }),
  againSubject: (title: Title): Phrase => ({ en: `Please sign again: ${en(title)}`, zh: `请重新签署：${zh(title)}` }),
  againText: (title: Title): Phrase => ({
    en: `The partner’s node did not accept your consent to ${en(title)}, so nothing is signed. The page says why. Please read the document and consent again, or speak with your international officer.`,
    zh: `合作方节点未接受您对${zh(title)}的签署意愿，因此未作任何签名。页面说明了原因。请阅读文件后重新表示签署意愿，或联系本校国际事务专员。`,
  }),
  /** What a mailed code is for. */
  codeFor: (title: Title): Phrase => ({ en: `your consent to ${en(title)}`, zh: `确认签署${zh(title)}的意愿` }),
}
