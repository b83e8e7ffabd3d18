/** The words of an agreement's own page. */
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { AgreementText } from './text.ts'

const clauses = (n: number) => (n === 1 ? '1 clause' : `${n} clauses`)
const messages = (n: number) => (n === 1 ? '1 message waits' : `${n} messages wait`)

export const textWords = {
  versionOf: {
    en: (n: number, of: number) => `version ${n} of ${of}`,
    zh: (n: number, of: number) => `第${n}版，共${of}版`,
  },
  version: { en: (n: number) => `Version ${n}`, zh: (n: number) => `第${n}版` },
  draft: { en: 'our draft, not sent', zh: '我方草稿，尚未发送' },
  draftName: { en: 'Our draft', zh: '我方草稿' },
  calls: {
    en: (who: string, title: string, no: string) => `${who} calls it ${title}${no && `, no. ${no}`}`,
    zh: (who: string, title: string, no: string) => `${who}称《${title}》${no && `，编号 ${no}`}`,
  },
  changed: {
    en: (n: number) => `${clauses(n)} changed`,
    zh: (n: number) => `${n} 条有改动`,
  },
  since: { en: (n: number) => `since version ${n}`, zh: (n: number) => `与第${n}版相比` },
  first: { en: 'the first version', zh: '首个版本' },
  alsoChanged: { en: 'Also changed', zh: '另有改动' },
  show: { en: 'Show', zh: '显示方式' },
  changes: { en: 'changes', zh: '标出改动' },
  clean: { en: 'clean', zh: '清洁文本' },
  beside: {
    en: (a: string, b: string) => `${a.toLowerCase()} beside ${b.toLowerCase()}`,
    zh: (a: string, b: string) => `${a}与${b}对照`,
  },
  clauses: { en: 'Clauses', zh: '条款' },
  removedClause: { en: 'taken out', zh: '已删除' },
  moved: { en: 'moved, not changed', zh: '仅调整位置' },
  noClausesTitle: { en: 'No clause yet', zh: '尚无条款' },
  noClausesText: {
    en: 'Write the clauses in both languages, side by side; then send them to the partner.',
    zh: '请以中英文对照撰写条款，然后发送给合作方。',
  },
  write: { en: 'Write the text', zh: '撰写文本' },
  notSentTitle: { en: 'Not sent yet', zh: '尚未发送' },
  notSentText: { en: 'The text is still being drafted.', zh: '文本仍在起草中。' },
  noHeading: { en: 'Without a heading', zh: '无标题' },
  noText: { en: '(no text yet)', zh: '（尚无文本）' },
}

export const headWords = {
  edit: { en: 'Edit', zh: '编辑' },
  send: { en: 'Send to partner', zh: '发送给合作方' },
  sendTitle: { en: (n: number) => `Send version ${n}`, zh: (n: number) => `发送第${n}版` },
  sendText: {
    en: (who: string) => `The text goes to ${who} as it is shown, and it is then their turn.`,
    zh: (who: string) => `现有文本将发送给${who}，之后由对方处理。`,
  },
  sendWithdraws: {
    en: 'A proposal to freeze the version before is withdrawn by it.',
    zh: '对上一版本的定稿提议将随之撤回。',
  },
  note: { en: 'Note to the partner', zh: '给合作方的说明' },
  print: { en: 'PDF', zh: 'PDF' },
  draftPdf: { en: 'Draft PDF', zh: '草稿 PDF' },
  ceremony: { en: 'Plan the ceremony', zh: '筹备签约仪式' },
  signing: { en: 'To the signing', zh: '前往签署' },
  signed: { en: 'The signed document', zh: '已签署文件' },
  verification: { en: 'Verification', zh: '验证' },
}

export type Done =
  | 'sent'
  | 'saved'
  | 'commented'
  | 'labelled'
  | 'assigned'
  | 'proposed'
  | 'accepted'
  | 'reopened'
  | 'approved'
  | 'rejected'
  | 'classed'
  | 'published'

export const turnWords = {
  ours: { en: 'Your turn', zh: '轮到我方' },
  oursReader: { en: 'Our turn', zh: '轮到我方' },
  theirs: { en: (who: string) => `${who}’s turn`, zh: (who: string) => `轮到${who}` },
  forDays: { en: (days: string) => `for ${days}`, zh: (days: string) => `已 ${days}` },
  since: { en: 'since today', zh: '自今日起' },
  theySent: {
    en: (who: string, n: number) => `${who} sent version ${n}`,
    zh: (who: string, n: number) => `${who}发来第${n}版`,
  },
  weSent: { en: (n: number) => `We sent version ${n}`, zh: (n: number) => `我方发出第${n}版` },
  nothingSent: { en: 'Nothing has been sent yet. Started', zh: '尚未发送任何版本。发起于' },
  noted: { en: 'Note', zh: '说明' },
  waiting: {
    en: (who: string) => `Waiting for ${who}’s node`,
    zh: (who: string) => `正在等待${who}节点`,
  },
  waitingText: {
    en: (n: number) => `${messages(n)} here since`,
    zh: (n: number) => `${n} 条消息尚未送达，最早排队时间`,
  },
  waitingNext: {
    en: 'They are sent again by themselves until they arrive. Nothing is lost.',
    zh: '系统会自动重发直至送达，内容不会丢失。',
  },
}

/** Which text counts where the two differ. */
export const prevailsWords: Record<AgreementText['prevails'], Phrase> = {
  both: { en: 'Both texts are equally authentic', zh: '两种文本同等作准' },
  en: { en: 'The English text prevails', zh: '以英文文本为准' },
  zh: { en: 'The Chinese text prevails', zh: '以中文文本为准' },
}

/** What was just done, said above the page. */
export const doneWords: Record<Done, Phrase> = {
  sent: { en: 'Sent to the partner.', zh: '已发送给合作方。' },
  saved: { en: 'The draft is saved. The partner sees it once you send it.', zh: '草稿已保存，发送后合作方方可看到。' },
  commented: { en: 'The comment is saved.', zh: '意见已保存。' },
  labelled: { en: 'Saved.', zh: '已保存。' },
  assigned: { en: 'The signatory is set.', zh: '签署人已指定。' },
  proposed: { en: 'Proposed. Both nodes now compare their copies.', zh: '已提议定稿，双方节点正在核对文本。' },
  accepted: { en: 'The partner’s document is accepted.', zh: '已接受合作方的文件。' },
  reopened: { en: 'The text is open again.', zh: '文本已重新开放。' },
  approved: { en: 'Your approval is recorded.', zh: '您的审批已记录。' },
  rejected: {
    en: 'Recorded. The text is open again, and the office has your reason.',
    zh: '已记录。文本已重新开放，国际事务部门已收到您的理由。',
  },
  classed: { en: 'Saved. The way of approval below follows from it.', zh: '已保存，审批路径已相应更新。' },
  published: { en: 'Decided. The public site shows it so from now on.', zh: '已确定，公众网站将按此显示。' },
}

export const wayWords = {
  title: { en: 'Way to signature', zh: '签署进程' },
  started: { en: 'Started', zh: '发起' },
  negotiating: { en: 'Negotiating', zh: '磋商' },
  frozen: { en: 'Text frozen', zh: '文本定稿' },
  approved: {
    en: (who: string, step: string) => `Approved, ${who} ${step}`,
    zh: (who: string, step: string) => `${who}${step}审批`,
  },
  approvedByPartner: { en: (who: string) => `Approved, ${who}`, zh: (who: string) => `${who}审批` },
  signed: { en: 'Signed together', zh: '共同签署' },
  inBothLogs: { en: 'In both logs, in effect', zh: '双方日志均已联署，协议生效' },
}

export const historyWords = {
  versions: { en: 'Versions', zh: '各版本' },
  version: { en: 'Version', zh: '版本' },
  from: { en: 'From', zh: '发送方' },
  sent: { en: 'Sent', zh: '发送日期' },
  note: { en: 'Note', zh: '说明' },
  by: {
    en: (side: string, name: string) => (name ? `${side}, ${name}` : side),
    zh: (side: string, name: string) => (name ? `${side}，${name}` : side),
  },
  read: { en: 'Read', zh: '查看' },
  readWhich: { en: (n: number) => `version ${n}`, zh: (n: number) => `第${n}版` },
  history: { en: 'History', zh: '记录' },
  node: { en: 'by itself', zh: '自动' },
}
