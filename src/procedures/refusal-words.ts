/** The words of every refusal of the house's procedures. */
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { ProcedureRefusal } from './refusals.ts'

export const procedureRefusalWords: Record<ProcedureRefusal, Phrase> = {
  keepers_only: {
    en: 'Only an administrator keeps the procedures of this house.',
    zh: '仅管理员可以修改本校规程。',
  },
  not_your_place: {
    en: 'You can name a stand-in for your own approvals only. An administrator can for anybody.',
    zh: '您只能为自己的审批职责指定代理人；管理员可为任何人指定。',
  },
  names_missing: { en: 'Give a name in both languages.', zh: '请填写中英文名称。' },
  steps_missing: {
    en: 'A way of approval needs at least one step: choose who decides it.',
    zh: '审批路径至少需要一个环节，请选择审批人。',
  },
  step_unknown: {
    en: 'A step is decided by a duty or a person of this list. Choose again.',
    zh: '环节须由列表中的职责或人员审批，请重新选择。',
  },
  type_unknown: { en: 'There is no such type of agreement.', zh: '没有此协议类型。' },
  type_exists: { en: 'There is a type of this name already.', zh: '已有同名的协议类型。' },
  months_wrong: {
    en: 'Months are whole numbers: a term from 1 to 600, a notice from 0 to 36, or nothing.',
    zh: '月数须为整数：期限 1 至 600，通知期 0 至 36，或留空。',
  },
  person_unknown: {
    en: 'Choose somebody of the list who still has an account and the role it needs.',
    zh: '请从列表中选择仍有账户且具有所需角色的人员。',
  },
  dates_wrong: {
    en: 'The last day must not be before the first, nor in the past.',
    zh: '结束日期不得早于开始日期，也不得早于今日。',
  },
  stand_in_reason_missing: { en: 'Say why somebody stands in.', zh: '请说明代理原因。' },
  stand_in_is_yourself: { en: 'Nobody stands in for themselves.', zh: '不能由本人代理本人。' },
  basis_missing: {
    en: 'Name the document the authority rests on.',
    zh: '请注明授权所依据的文件。',
  },
  value_wrong: {
    en: 'A value is a number with its currency, three letters such as CNY or GBP; or both are empty.',
    zh: '金额须为数字并注明三位字母的币种，如 CNY 或 GBP；或两者均留空。',
  },
  days_wrong: { en: 'Days are whole numbers from 1 to 1000.', zh: '天数须为 1 至 1000 的整数。' },
  changed_meanwhile: {
    en: 'A colleague changed this while you were writing. What you typed stands below, what they saved beside it; save again to keep yours.',
    zh: '您编辑期间，同事已作修改。您填写的内容仍在下方，同事保存的内容列于其旁；再次保存即以您的为准。',
  },
  writers_only: {
    en: 'Officers and administrators write templates and clauses.',
    zh: '模板和条款由国际事务专员或管理员撰写。',
  },
  text_missing: {
    en: 'Title, headings and texts must stand in both languages, and there must be at least one clause.',
    zh: '标题、条款标题和正文须有中英文，且至少有一条条款。',
  },
  name_taken: { en: 'Another template in use has this name.', zh: '已有同名的在用模板。' },
  file_unreadable: {
    en: 'This file is no template, or of another format. Choose one that was exported here or by another node.',
    zh: '该文件不是模板或格式不符。请选择由本节点或其他节点导出的文件。',
  },
  route_retired: { en: 'This way of approval is no longer used.', zh: '该审批路径已停用。' },
}
