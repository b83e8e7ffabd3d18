/** What is refused about programmes, in words. */
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { ProgrammeRefusal } from './programme.ts'

export const programmeRefusalWords: Record<ProgrammeRefusal, Phrase> = {
  programme_does_not_allow: {
    en: 'The programme has moved on, and this cannot be done in its present state. Look at the page again.',
    zh: '计划状态已变化，目前无法执行此操作。请重新查看页面。',
  },
  programme_reason_missing: {
    en: 'Please give a reason. It is kept with the step.',
    zh: '请说明原因，原因将与该步骤一并保存。',
  },
  programme_name_missing: { en: 'Please give the name in at least one language.', zh: '请至少用一种语言填写名称。' },
  programme_dates_wrong: {
    en: 'Please give both days as year-month-day, the last after the first.',
    zh: '请按“年-月-日”填写起止日期，结束日期须晚于开始日期。',
  },
  programme_budget_wrong: {
    en: 'The envelope is a number with at most two decimals, and a currency of three letters, e.g. CNY or GBP.',
    zh: '经费须为数字（最多两位小数），币种为三位字母，如 CNY 或 GBP。',
  },
  programme_changed_meanwhile: {
    en: 'A colleague changed this programme since you opened the page. Nothing of yours is lost: compare and save again.',
    zh: '您打开页面后，同事已修改该计划。您填写的内容仍保留，请核对后再次保存。',
  },
  programme_successor_missing: {
    en: 'Please choose the programme that follows. It must be written down first.',
    zh: '请选择后续计划，须先行登记。',
  },
  programme_needs_key_partner: {
    en: 'Only a key partner takes part. A university becomes one when both have signed a key agreement.',
    zh: '仅重点合作伙伴可参与。双方签署重点合作伙伴协议后，即成为重点合作伙伴。',
  },
  programme_over: {
    en: 'The programme is over: nobody joins it and no target is set any more.',
    zh: '计划已结束，不再接受参与或设定目标。',
  },
  programme_target_wrong: {
    en: 'A target needs a name, a number with at most two decimals, and a year.',
    zh: '目标须填写名称、数值（最多两位小数）和年份。',
  },
}
