/** The words for a database that is an older copy. */
import type { Words } from '#src/platform/i18n/words.ts'

export const setBackWords = {
  missing: {
    en: (n: number, who: string) =>
      `Our database is an older copy: ${n} messages exchanged with ${who} are missing here`,
    zh: (n: number, who: string) => `本节点数据库为较早的副本：与${who}往来的 ${n} 条消息在此缺失`,
  },
  missingText: {
    en: (who: string) =>
      `Nothing is signed with ${who} as long as something about an agreement is missing, so nothing is signed twice.`,
    zh: (who: string) => `凡与协议有关的内容尚有缺失，本方即不与${who}签名，以免重复签署。`,
  },
  stepRestore: {
    en: 'If there is a newer copy of the database, stop the node and put that one back.',
    zh: '如有更新的数据库副本，请停止节点并恢复该副本。',
  },
  stepWait: {
    en: (who: string) =>
      `Otherwise let the node run: every minute it asks ${who}’s node for what is missing, and takes it back.`,
    zh: (who: string) => `否则请保持节点运行：系统每分钟向${who}节点取回缺失内容。`,
  },
  stepHand: {
    en: (who: string) =>
      `What is marked as to be done by hand is entered here again as ${who}’s page shows it; talk to their office. Then say below what was done.`,
    zh: (who: string) => `标明须人工处理的内容，请与${who}国际处联系，按对方页面所示重新录入，然后在下方说明处理情况。`,
  },
  back: {
    en: (n: number, who: string) =>
      `An older copy of our database was put back: all ${n} messages that were missing came back from ${who}`,
    zh: (n: number, who: string) => `本节点曾恢复较早的数据库副本：缺失的 ${n} 条消息已全部从${who}取回`,
  },
  backText: {
    en: 'What never left this node is not among them: drafts, internal comments, mail. Look whether any is missing.',
    zh: '未曾发出的内容（草稿、内部意见、邮件）无法取回，请核对是否有缺失。',
  },
  theirs: {
    en: (who: string) => `${who}’s node was set back to an older copy, and asked ours for what it had lost`,
    zh: (who: string) => `${who}节点曾恢复较早的副本，并向本节点取回其缺失的内容`,
  },
  theirsText: {
    en: (who: string) =>
      `Nothing is lost here. If an agreement stands otherwise on ${who}’s pages than on ours, talk to their office.`,
    zh: (who: string) => `本节点没有缺失。如${who}页面所示协议状态与本方不同，请与对方国际处联系。`,
  },
  list: { en: 'Missing messages', zh: '缺失的消息' },
  what: { en: 'What', zh: '内容' },
  by: { en: 'Sent by', zh: '发送方' },
  when: { en: 'Exchanged', zh: '往来时间' },
  why: { en: 'State', zh: '状态' },
  where: { en: 'Where', zh: '位置' },
  look: { en: 'Open', zh: '打开' },
  us: { en: 'us', zh: '本方' },
  unknown: { en: 'not yet known', zh: '尚不清楚' },
  waits: { en: 'waits for something else that is missing here', zh: '须待其他缺失内容取回' },
  awaited: { en: 'being asked for', zh: '正在取回' },
  reason: { en: 'What was done about it', zh: '处理情况' },
  reasonHint: {
    en: 'Ends the wait for all of these. It is kept in the journal with your name.',
    zh: '提交后不再等待上述消息。处理情况连同您的姓名记入日志。',
  },
  settle: { en: 'This is cleared up', zh: '已处理完毕' },
} satisfies Words

/** Why a message does not come back by itself. */
export const whyWords: Words = {
  by_hand: { en: 'to be done again by hand', zh: '须人工重新录入' },
  not_our_signature: { en: 'does not bear our signature: do not believe it', zh: '不含本方签名，不可采信' },
  not_given_back: { en: 'the partner’s node does not give it back', zh: '合作方节点未予返还' },
  answered_otherwise: { en: 'does not fit what has been done here since', zh: '与本方此后的操作不符' },
}

export const kindWords: Words = {
  'agreement.version': { en: 'a version of the text', zh: '文本版本' },
  'agreement.comment': { en: 'a comment', zh: '意见' },
  'agreement.label': { en: 'what the agreement is called', zh: '协议名称' },
  'agreement.freeze': { en: 'a proposal to freeze', zh: '定稿提议' },
  'agreement.document': { en: 'a document to compare', zh: '待比对的文件' },
  'agreement.approval': { en: 'an approval', zh: '审批' },
  'agreement.reopening': { en: 'a reopening', zh: '重新开放文本' },
  'agreement.pins': { en: 'changed passkeys', zh: '通行密钥变更' },
  'agreement.termination': { en: 'a word about ending the agreement', zh: '关于终止协议的意思表示' },
  'signing.open': { en: 'the opening of a signing session', zh: '开启签署' },
  'signing.reading': { en: 'that a signatory reads', zh: '签署人阅读记录' },
  'signing.consent': { en: 'a consent', zh: '签署意愿' },
  'signing.signature': { en: 'a signature', zh: '签名' },
  'signing.ending': { en: 'the end of a signing session', zh: '签署结束' },
  'signing.question': { en: 'a request to end a session', zh: '结束签署的请求' },
  'signing.preservation': { en: 'what keeps a signed document provable', zh: '已签署文件的长期保存信息' },
  'witness.keys': { en: 'the keys of a log', zh: '日志密钥' },
  'witness.proof': { en: 'the proof that a log holds an agreement', zh: '日志载有协议的证明' },
  'witness.events': { en: 'what a log’s entries say', zh: '日志条目的内容' },
  'keys.crl': { en: 'a list of revoked certificates', zh: '吊销证书列表' },
  'keys.revoked': { en: 'that a certificate was revoked', zh: '证书吊销通知' },
  'keys.root': { en: 'a new root', zh: '新根证书' },
  'keys.root_answer': { en: 'an answer about a new root', zh: '对新根证书的答复' },
  'ceremony.frame': { en: 'a ceremony’s frame', zh: '典礼安排' },
  'ceremony.sheet': { en: 'a running order', zh: '议程' },
  'ceremony.minutes': { en: 'minutes', zh: '纪要' },
  'ceremony.minutes_answer': { en: 'an answer to minutes', zh: '对纪要的答复' },
  'ceremony.rehearsal': { en: 'a rehearsal', zh: '彩排' },
  'ceremony.rehearsal_ended': { en: 'the end of a rehearsal', zh: '彩排结束' },
  'ceremony.commitment': { en: 'a commitment', zh: '承诺' },
  'ceremony.commitment_standing': { en: 'how a commitment stands', zh: '承诺进展' },
  'story.offer': { en: 'an offered story', zh: '新闻稿' },
  'story.offer_photo': { en: 'an offered photograph', zh: '照片' },
  'story.approval': { en: 'the approval of a story', zh: '新闻稿审批' },
  'story.published': { en: 'a published story', zh: '已发布的新闻' },
  'story.withdrawn_offer': { en: 'a withdrawn story', zh: '撤回的新闻稿' },
  'stage.state': { en: 'what was on stage', zh: '舞台进程' },
  'stage.caption': { en: 'a caption', zh: '字幕' },
  'stage.note': { en: 'a word to the speakers', zh: '给发言人的提示' },
  'stage.mark': { en: 'a press at a rehearsal', zh: '彩排中的按键' },
  'stage.slides': { en: 'slides', zh: '幻灯片' },
  'node.moved': { en: 'a new address', zh: '新地址' },
}
