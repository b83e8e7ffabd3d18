/** The words of retention and of exports for the archive. */
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { RefusalWords } from '#src/platform/ui/index.ts'
import type { RetentionKind, RetentionRefusal } from './retention.ts'

export const retentionWords = {
  title: { en: 'How long things are kept', zh: '保存期限' },
  note: {
    en: 'Signed agreements, their files, logs and evidence are never destroyed here. Everything else that names people is forgotten by two: one proposes, another confirms.',
    zh: '已签署的协议及其文件、日志和证据在此永不销毁。其他含个人信息的记录须两人办理：一人提出，另一人确认。',
  },
  kind: { en: 'Kept', zh: '记录' },
  years: { en: 'Years', zh: '年限' },
  from: { en: 'Counted from', zh: '起算' },
  due: { en: 'Due', zh: '到期' },
  why: { en: 'Why', zh: '理由与依据' },
  yearsOf: { en: (n: number) => (n === 1 ? 'one year' : `${n} years`), zh: (n: number) => `${n} 年` },
  waiting: { en: 'Waits for a second person', zh: '待第二人确认' },
  past: { en: 'Decided before', zh: '以往决定' },
  records: { en: (n: number) => (n === 1 ? 'one record' : `${n} records`), zh: (n: number) => `${n} 条记录` },
  proposedBy: {
    en: (who: string, on: string) => `proposed by ${who}, ${on}`,
    zh: (who: string, on: string) => `${who}于${on}提出`,
  },
  confirmedBy: {
    en: (who: string, n: number, on: string) => `confirmed by ${who}, ${on}; ${n} forgotten`,
    zh: (who: string, n: number, on: string) => `${who}于${on}确认，已删除 ${n} 条`,
  },
  withdrawnBy: {
    en: (who: string, on: string) => `taken back by ${who}, ${on}`,
    zh: (who: string, on: string) => `${who}于${on}撤回`,
  },
  confirm: { en: 'Confirm: forget them', zh: '确认删除' },
  confirmExplain: {
    en: 'What was proposed and is still due is forgotten. It cannot be brought back.',
    zh: '所提出且仍到期的记录将被删除，无法恢复。',
  },
  ownProposal: { en: 'You proposed this: somebody else confirms it.', zh: '此项由您提出，须由他人确认。' },
  withdraw: { en: 'Take back', zh: '撤回' },
  nothingDue: { en: 'Nothing is due', zh: '没有到期记录' },
  nothingDueText: { en: 'What ends comes here by itself, when its years are over.', zh: '记录期满后会自动列于此处。' },
  record: { en: 'Record', zh: '记录' },
  ended: { en: 'Ended', zh: '结束' },
  choose: { en: 'Which', zh: '选择' },
  propose: { en: 'Propose to forget them', zh: '提出删除' },
  reason: { en: 'Reason', zh: '理由' },
  reasonValue: { en: 'Their years are over.', zh: '保存期限已满。' },
  exportNote: {
    en: 'Ended agreements stay here. Hand each to the archive as one file that proves itself.',
    zh: '已终止的协议保留在此。可将每份协议打包移交档案馆，包内文件可自行校验。',
  },
  rule: { en: 'The rule', zh: '规则' },
  change: { en: 'Change the rule', zh: '修改规则' },
  basis: { en: 'Legal basis', zh: '法律依据' },
  by: { en: (who: string) => `as ${who} set it`, zh: (who: string) => `由${who}设定` },
  first: { en: 'as the product begins', zh: '系统初始设定' },
}

export const dueTitleWords = {
  photo: {
    en: (headline: string, n: number) => `${headline}: photograph ${n}`,
    zh: (headline: string, n: number) => `${headline}：图${n}`,
  },
  offered: {
    en: (headline: string) => `${headline}: photographs that came with the partner’s story`,
    zh: (headline: string) => `${headline}：随合作方新闻收到的图片`,
  },
  untitled: { en: 'Story without a headline', zh: '尚无标题的新闻' },
  letters: {
    en: (month: string, n: number) => `${month}: ${n === 1 ? 'one letter' : `${n} letters`}`,
    zh: (month: string, n: number) => `${month}：${n} 封邮件`,
  },
}

export const kindWords: Record<RetentionKind, Phrase> = {
  agreements: { en: 'Ended agreements', zh: '已终止的协议' },
  proposals: { en: 'Proposals that became nothing', zh: '未成立的建议' },
  contacts: { en: 'Contact data of people who left', zh: '离任人员的联系方式' },
  comments: { en: 'Our own comments on ended agreements', zh: '已终止协议的内部意见' },
  guests: { en: 'Guests’ addresses and our remarks', zh: '来宾邮箱与备注' },
  photographs: { en: 'Photographs no story shows', zh: '未在新闻中刊用的图片' },
  letters: { en: 'Letters sent', zh: '已发邮件' },
}

/** From what the years are counted. */
export const endWords: Record<RetentionKind, Phrase> = {
  agreements: {
    en: 'the end of the agreement and of all under and after it',
    zh: '协议及其全部下位、续签协议终止之日',
  },
  proposals: { en: 'its being declined or withdrawn', zh: '被否决或撤回之日' },
  contacts: { en: 'the end of the last post', zh: '最后职务结束之日' },
  comments: { en: 'the end of the agreement and of all under and after it', zh: '协议及其全部下位、续签协议终止之日' },
  guests: { en: 'the day of the ceremony', zh: '典礼当日' },
  photographs: {
    en: 'its being taken out, the withdrawal of its story, or the last work at a draft',
    zh: '移出新闻、新闻撤回，或草稿最后一次处理之日',
  },
  letters: {
    en: 'the last letter of the month; a mail server’s copy of the text goes after ninety days by itself',
    zh: '当月最后一封邮件发出之日；经邮件服务器发出的，正文在九十天后自动删除',
  },
}

export const retentionRefusalWords: Pick<RefusalWords, RetentionRefusal> = {
  retention_years_wrong: { en: 'Please give a number of years from 1 to 100.', zh: '年限请填写 1 至 100 的整数。' },
  retention_why_missing: {
    en: 'Please give the reason and the legal basis in both languages.',
    zh: '请用两种语言填写理由与法律依据。',
  },
  retention_nothing_chosen: { en: 'Please choose records that are due.', zh: '请选择到期的记录。' },
  retention_reason_missing: { en: 'Please give a reason.', zh: '请填写理由。' },
  retention_waits_already: {
    en: 'Something of this kind waits for a second person already. Decide about that first.',
    zh: '此类记录已有一项待第二人确认，请先处理。',
  },
  retention_own_proposal: {
    en: 'You proposed this yourself. A colleague has to confirm it.',
    zh: '此项由您提出，须由另一位同事确认。',
  },
  retention_decided: { en: 'This was decided already.', zh: '此项已有决定。' },
  retention_keepers_only: {
    en: 'Officers and administrators do this; rules are set by administrators.',
    zh: '此操作限专员和管理员，规则由管理员设定。',
  },
}

interface TakenAway {
  audience: 'office' | 'shared'
  name: string
}

export const retentionJournalWords = {
  'retention.proposed': { en: 'proposed to forget records', zh: '提出删除记录' },
  'retention.confirmed': { en: 'confirmed that records are forgotten', zh: '确认删除记录' },
  'retention.withdrawn': { en: 'took back a proposal to forget', zh: '撤回删除提议' },
  'retention.rule_changed': { en: 'changed how long something is kept', zh: '修改保存期限' },
  'archive.taken_away': {
    en: ({ audience, name }: TakenAway) =>
      `took away the archive of “${name}”${audience === 'office' ? ', with what is ours alone' : ', with nothing internal'}`,
    zh: ({ audience, name }: TakenAway) =>
      `导出“${name}”的存档（${audience === 'office' ? '含内部信息' : '不含内部信息'}）`,
  },
}
