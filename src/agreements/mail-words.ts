/** What the node writes to people about an agreement. Plain text; paragraphs separated by a blank line. */
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { Bilingual } from './text.ts'

const en = (title: Bilingual) => `“${title.en || title.zh}”`
const zh = (title: Bilingual) => `《${title.zh || title.en}》`

export const mailWords = {
  turnSubject: (title: Bilingual): Phrase => ({ en: `Your turn: ${en(title)}`, zh: `请处理：${zh(title)}` }),
  turnText: (title: Bilingual, number: number): Phrase => ({
    en: `The partner has sent version ${number} of ${en(title)}. It is now your turn.\n\nThe page shows, clause by clause and in both languages, what has changed. You can comment, change the text and send it back, or propose to freeze it.`,
    zh: `合作方已发来${zh(title)}第${number}版，现在轮到贵方处理。\n\n页面以中英文逐条标明改动之处。您可以提出意见、修改后发回，或提议定稿。`,
  }),
  freezeSubject: (title: Bilingual): Phrase => ({
    en: `The partner proposes to freeze ${en(title)}`,
    zh: `合作方提议定稿：${zh(title)}`,
  }),
  freezeText: (title: Bilingual): Phrase => ({
    en: `The partner proposes to freeze the text of ${en(title)} as it stands. Both nodes compute its hash; the page shows whether the copies are the same.\n\nIf you agree, freeze it as well. If not, send a changed version.`,
    zh: `合作方提议将${zh(title)}的现有文本定稿。双方节点各自计算文本哈希，页面会显示两份文本是否一致。\n\n如同意，请一并定稿；如不同意，请发送修改后的版本。`,
  }),
  approveSubject: (title: Bilingual): Phrase => ({ en: `To approve: ${en(title)}`, zh: `待审批：${zh(title)}` }),
  approveText: (title: Bilingual): Phrase => ({
    en: `The text of ${en(title)} is frozen: both universities hold the same text, with the same hash. It now needs approval on our side by people who did not draft it.\n\nPlease read it and approve, or tell the international office what stands against it.`,
    zh: `${zh(title)}已定稿：双方持有完全相同的文本，文本哈希一致。现需由未参与起草的人员完成我方审批。\n\n请审阅后批准；如有异议，请告知国际事务部门。`,
  }),
  readySubject: (title: Bilingual): Phrase => ({ en: `Ready to sign: ${en(title)}`, zh: `可以签署：${zh(title)}` }),
  readyText: (title: Bilingual): Phrase => ({
    en: `Both universities have approved ${en(title)}. You can now open the signing session together with the partner.`,
    zh: `双方均已批准${zh(title)}。现在可以与合作方一同开启签署。`,
  }),
  rejectedSubject: (title: Bilingual): Phrase => ({ en: `Not approved: ${en(title)}`, zh: `未获批准：${zh(title)}` }),
  rejectedText: (title: Bilingual, who: string, reason: string): Phrase => ({
    en: `${who} did not approve ${en(title)}. The text is open again; once changed, it is frozen and approved anew.\n\nThe reason, for our house alone: ${reason}`,
    zh: `${who}未批准${zh(title)}。文本已重新开放，修改后须重新定稿和审批。\n\n理由（仅限本校内部）：${reason}`,
  }),
  reopenedSubject: (title: Bilingual): Phrase => ({
    en: `The partner reopened ${en(title)}`,
    zh: `合作方重新开放了${zh(title)}`,
  }),
  reopenedText: (title: Bilingual, reason: string): Phrase => ({
    en: `The partner has reopened the text of ${en(title)}. Any approvals given on either side are cleared; the text can be changed again and must then be frozen and approved anew.\n\nTheir reason: ${reason}`,
    zh: `合作方已重新开放${zh(title)}的文本。双方已作出的审批均已失效；文本可再行修改，之后须重新定稿和审批。\n\n对方说明的原因：${reason}`,
  }),
  concludedSubject: (title: Bilingual): Phrase => ({ en: `Concluded: ${en(title)}`, zh: `签署完成：${zh(title)}` }),
  concludedText: (title: Bilingual): Phrase => ({
    en: `${en(title)} is concluded: both universities have signed.\n\nThe signed document and its verification are on the agreement's page.`,
    zh: `${zh(title)}已签署完成：双方签名齐备。\n\n已签署的文件及其验证结果可在协议页面查看。`,
  }),
}
