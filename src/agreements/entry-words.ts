/** The words of the register of agreements. */
import type { Phrase } from '#src/platform/i18n/words.ts'
import { dateWords } from '#src/platform/time.ts'
import type { EntryFlag, EntryKind, EntryRefusal, Signing, Standing } from './entry.ts'
import type { EntryDetails } from './entry-store.ts'
import type { FileKind } from './entry-tables.ts'

export const entryWords = {
  title: { en: 'Register of agreements', zh: '协议台账' },
  add: { en: 'Enter an agreement', zh: '登记协议' },
  edit: { en: 'Change', zh: '修改' },
  save: { en: 'Save', zh: '保存' },
  back: { en: 'Leave it as it was', zh: '不作修改' },
  find: { en: 'Find', zh: '查找' },
  words: { en: 'Words', zh: '关键词' },
  wordsHint: {
    en: 'In titles, numbers, obligations and inside files; English and Chinese.',
    zh: '可查标题、编号、义务及文件内容，中英文均可。',
  },
  partner: { en: 'Partner', zh: '合作伙伴' },
  partnerHint: { en: 'Its name as in our register, or its ROR id.', zh: '本校名册中的名称或 ROR 编号。' },
  kind: { en: 'Type', zh: '类型' },
  standing: { en: 'Standing', zh: '状态' },
  year: { en: 'In force in', zh: '有效年份' },
  unit: { en: 'Unit', zh: '单位' },
  sort: { en: 'In order of', zh: '排序' },
  filters: { en: 'Filters', zh: '筛选' },
  any: { en: 'any', zh: '不限' },
  agreement: { en: 'Agreement', zh: '协议' },
  signed: { en: 'Signed', zh: '签署' },
  ends: { en: 'Ends', zh: '到期' },
  openEnd: { en: 'open-ended', zh: '无固定期限' },
  count: {
    en: (n: string, one: boolean) => (one ? 'One agreement' : `${n} agreements`),
    zh: (n: string) => `${n} 份协议`,
  },
  none: { en: 'No agreement fits', zh: '没有符合条件的协议' },
  noneText: { en: 'Take a filter away, or look for fewer words.', zh: '请减少筛选条件或关键词。' },
  empty: { en: 'The register is empty', zh: '台账尚为空' },
  emptyText: {
    en: 'What is signed here enters by itself. Agreements signed in ink or before are entered by an officer.',
    zh: '在此签署的协议自动登记。纸质签署或以前签署的协议由专员登记。',
  },
  exportCsv: { en: 'As CSV', zh: '导出 CSV' },
  exportXlsx: { en: 'As XLSX', zh: '导出 XLSX' },
  saveView: { en: 'Keep this filter', zh: '保存此筛选' },
  viewName: { en: 'Name', zh: '名称' },
  views: { en: 'Kept filters', zh: '已保存的筛选' },
  dropView: { en: 'Drop', zh: '删除' },
  older: { en: 'Next', zh: '下一页' },
  newer: { en: 'Previous', zh: '上一页' },
  dates: { en: 'Dates', zh: '日期' },
  names: { en: 'Names on both sides', zh: '双方名称' },
  ourTitle: { en: 'Title', zh: '标题' },
  reference: { en: 'Our number', zh: '我方编号' },
  theirTitle: { en: 'Their title', zh: '对方标题' },
  theirType: { en: 'Their type', zh: '对方类型' },
  theirReference: { en: 'Their number', zh: '对方编号' },
  signedHow: { en: 'How it was signed', zh: '签署方式' },
  signedOn: { en: 'Signed on', zh: '签署日期' },
  effectiveOn: { en: 'In force from', zh: '生效日期' },
  endsOn: { en: 'Last day', zh: '截止日期' },
  endsHint: { en: 'Leave empty for an open-ended one, with a review date.', zh: '无固定期限者留空，并填写评估日期。' },
  reviewOn: { en: 'To be reviewed on', zh: '评估日期' },
  noticeMonths: { en: 'Notice, months before the end', zh: '提前通知（月）' },
  terminatedOn: { en: 'Terminated on', zh: '终止日期' },
  prevails: { en: 'Prevailing language', zh: '优先文本' },
  fields: { en: 'Subject fields', zh: '学科领域' },
  units: { en: 'Units', zh: '相关单位' },
  obligations: { en: 'Obligations', zh: '主要义务' },
  note: { en: 'Our own note', zh: '内部备注' },
  noteHint: { en: 'Never leaves this node, and is not searched.', zh: '仅保存在本节点，不参与检索。' },
  parent: { en: 'Under', zh: '上位协议' },
  renews: { en: 'Renews', zh: '续签自' },
  noneAbove: { en: 'nothing', zh: '无' },
  family: { en: 'Related agreements', zh: '相关协议' },
  child: { en: 'under this one', zh: '下位协议' },
  umbrella: { en: 'umbrella', zh: '上位协议' },
  successor: { en: 'renews this one', zh: '续签协议' },
  predecessor: { en: 'renewed by this one', zh: '被续签协议' },
  files: { en: 'Files', zh: '文件' },
  noFiles: { en: 'No file yet.', zh: '尚无文件。' },
  addFile: { en: 'Add a file', zh: '添加文件' },
  file: { en: 'PDF', zh: 'PDF 文件' },
  fileKind: { en: 'It is', zh: '文件类别' },
  text: { en: 'The agreement, its text and signatures', zh: '协议文本与签名' },
  history: { en: 'What was done', zh: '操作记录' },
  done: { en: 'Saved.', zh: '已保存。' },
  theirs: { en: (value: string) => `Saved meanwhile: ${value}`, zh: (value: string) => `期间已保存：${value}` },
}

export const kindWords: Record<EntryKind, Phrase> = {
  memorandum: { en: 'memorandum of understanding', zh: '谅解备忘录' },
  key: { en: 'key partnership agreement', zh: '重点合作伙伴协议' },
  exchange: { en: 'student exchange', zh: '学生交换' },
  joint_training: { en: 'joint training', zh: '联合培养' },
  joint_degree: { en: 'joint or dual degree', zh: '联合学位或双学位' },
  research: { en: 'research', zh: '科研合作' },
  seed_fund: { en: 'seed fund', zh: '种子基金' },
  data_sharing: { en: 'data sharing', zh: '数据共享' },
  amendment: { en: 'amendment', zh: '补充协议' },
  extension: { en: 'extension', zh: '延期协议' },
  other: { en: 'other', zh: '其他' },
}

export const standingWords: Record<Standing | 'living', Phrase> = {
  living: { en: 'in force, in any way', zh: '有效（全部）' },
  to_come: { en: 'not yet in force', zh: '尚未生效' },
  in_force: { en: 'in force', zh: '有效' },
  ending: { en: 'ends within a year', zh: '一年内到期' },
  open_ended: { en: 'open-ended', zh: '无固定期限' },
  expired: { en: 'expired', zh: '已到期' },
  terminated: { en: 'terminated', zh: '已终止' },
}

export const signingWords: Record<Signing, Phrase> = {
  here: { en: 'on both nodes', zh: '双方节点电子签署' },
  ink: { en: 'in ink, two originals', zh: '纸质签署，一式两份' },
  elsewhere: { en: 'in another system', zh: '其他系统签署' },
}

export const prevailsWords: Record<EntryDetails['prevails'], Phrase> = {
  both: { en: 'both equally authentic', zh: '同等效力' },
  en: { en: 'English', zh: '英文' },
  zh: { en: 'Chinese', zh: '中文' },
  other: { en: 'another', zh: '其他' },
}

export const fileKindWords: Record<FileKind, Phrase> = {
  signed: { en: 'signed copy', zh: '签署件' },
  draft: { en: 'draft', zh: '草稿' },
  translation: { en: 'translation', zh: '译文' },
  annex: { en: 'annex', zh: '附件' },
  other: { en: 'other', zh: '其他' },
}

export const sortWords = {
  end: { en: 'its end', zh: '到期日' },
  signed: { en: 'signing, newest first', zh: '签署日（最新在前）' },
  title: { en: 'title', zh: '标题' },
  partner: { en: 'partner', zh: '合作伙伴' },
}

export const flagWords: Record<EntryFlag, Phrase> = {
  outlives_umbrella: {
    en: 'It runs longer than the agreement it stands under.',
    zh: '其期限长于上位协议。',
  },
  not_in_force_as_umbrella: {
    en: 'The agreement it stands under is no longer in force.',
    zh: '其上位协议已失效。',
  },
  notice_has_passed: {
    en: 'The day by which notice had to be given is past.',
    zh: '提前通知的期限已过。',
  },
}

export const entryRefusalWords: Record<EntryRefusal, Phrase> = {
  entry_title_missing: { en: 'Please give the title in at least one language.', zh: '请至少用一种语言填写标题。' },
  entry_partner_unknown: {
    en: 'Please choose a partner of our register.',
    zh: '请选择本校名册中的合作伙伴。',
  },
  entry_dates_crossed: { en: 'The last day lies before the first.', zh: '截止日期早于生效日期。' },
  entry_needs_end_or_review: {
    en: 'Please give the last day, or for an open-ended agreement the day it is to be reviewed.',
    zh: '请填写截止日期；无固定期限者请填写评估日期。',
  },
  entry_date_wrong: {
    en: 'A date is not one. Please write it as year-month-day.',
    zh: '日期无效，请按“年-月-日”填写。',
  },
  entry_changed_meanwhile: {
    en: 'A colleague changed this since you opened the page. Nothing of yours is lost: compare and save again.',
    zh: '您打开页面后，同事已修改此记录。您填写的内容仍保留，请核对后再次保存。',
  },
  entry_umbrella_wrong: {
    en: 'The other agreement must be one with the same partner, and not stand under this one.',
    zh: '所选协议须与同一合作伙伴签订，且不得位于本协议之下。',
  },
  entry_file_not_readable: { en: 'This file is not a PDF that can be read.', zh: '该文件不是可读取的 PDF。' },
  entry_file_missing: { en: 'Please choose a file.', zh: '请选择文件。' },
  view_name_missing: { en: 'Please give the filter a name.', zh: '请为筛选命名。' },
}

export const entryJournalWords = {
  'entry.added': { en: 'entered', zh: '登记' },
  'entry.changed': { en: 'changed', zh: '修改' },
  'entry.file_added': { en: 'file added', zh: '添加文件' },
  'entry.reminded': { en: 'officers reminded', zh: '已提醒专员' },
}

/** Subject and text of a reminder, in both languages. */
export function reminderWords(
  rule: string,
  about: { title: Phrase; partner: Phrase; date: Temporal.PlainDate },
): { subject: Phrase; text: Phrase } {
  const [of = 'end', days = ''] = rule.split('_')
  const day = (language: 'en' | 'zh') => dateWords(about.date.toZonedDateTime('UTC').toInstant(), 'UTC', language)
  const what = ofWords[of as keyof typeof ofWords]
  return {
    subject: {
      en: `${about.title.en}: ${what.en} ${day('en')}`,
      zh: `${about.title.zh}：${what.zh}${day('zh')}`,
    },
    text: {
      en: `The agreement “${about.title.en}” with ${about.partner.en} ${what.en} ${day('en')}, in no more than ${days} days.\n\nWhat is decided about it (renew, review, let it end) is written into the register; reminders then stop.`,
      zh: `与${about.partner.zh}的协议“${about.title.zh}”${what.zh}${day('zh')}，距今不超过 ${days} 天。\n\n请将决定（续签、评估或到期终止）记入台账，提醒随即停止。`,
    },
  }
}

const ofWords = {
  end: { en: 'ends on', zh: '到期日为' },
  review: { en: 'is to be reviewed by', zh: '应评估日为' },
  notice: { en: 'needs notice by', zh: '通知期限为' },
}
