/** What is refused about units and pairings, in words. */
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { RefusalDetails } from '#src/platform/refusal.ts'
import type { UnitRefusal } from './unit.ts'

export const unitRefusalWords: Record<UnitRefusal, Phrase<string | ((d: RefusalDetails) => string)>> = {
  unit_name_missing: {
    en: 'Please give the name of the unit in at least one language.',
    zh: '请至少用一种语言填写单位名称。',
  },
  unit_under_itself: {
    en: 'A unit cannot stand under itself, or under one of its own parts. Choose another place.',
    zh: '单位不能隶属于自身或其下属单位，请另选上级单位。',
  },
  unit_not_in_tree: {
    en: 'Our tree of units has no such unit. Choose one from the list; an officer adds what is missing under Units.',
    zh: '本校单位列表中没有该单位。请从列表中选择；缺少的单位由专员在“单位”页面添加。',
  },
  unit_unknown: {
    en: 'Please choose a unit of this university from the list.',
    zh: '请从列表中选择本机构的单位。',
  },
  unit_date_wrong: {
    en: 'The date is not one, or lies before the unit began. Please write it as year-month-day.',
    zh: '日期无效或早于成立日期，请按“年-月-日”填写。',
  },
  unit_changed_meanwhile: {
    en: 'A colleague changed this unit since you opened the page. Nothing of yours is lost: compare and save again.',
    zh: '您打开页面后，同事已修改该单位。您填写的内容仍保留，请核对后再次保存。',
  },
  units_line_unreadable: {
    en: (d) =>
      `Line ${d.line} cannot be placed: it is set further in than a unit above it could hold. Two spaces lead one step down. Nothing was entered.`,
    zh: (d) => `第${d.line}行无法确定层级：缩进过深。每级缩进两个空格。未保存任何内容。`,
  },
  pairing_does_not_allow: {
    en: 'The pairing has moved on, and this cannot be done in its present state. Look at the page again.',
    zh: '结对状态已变化，目前无法执行此操作。请重新查看页面。',
  },
  pairing_needs_two_leads: {
    en: 'A pairing is active only with a lead on each side. Name both first.',
    zh: '双方均指定负责人后，结对方可启动。请先指定。',
  },
  pairing_needs_both_units: {
    en: 'A pairing joins a unit of ours with one of the partner’s. Choose both.',
    zh: '结对须由本校单位与对方单位组成，请分别选择。',
  },
  pairing_lead_unknown: {
    en: 'Nobody of that id is among the people here. Choose a lead from the list, or nobody yet.',
    zh: '联系人中没有此人。请从列表中选择负责人，或选“尚未指定”。',
  },
  pairing_already: { en: 'These two units are paired already.', zh: '这两个单位已结对。' },
  pairing_reason_missing: {
    en: 'Please give a reason. It is kept with the step.',
    zh: '请说明原因，原因将与该步骤一并保存。',
  },
}
