/** What is refused about facts and due diligence, in words. */
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { FactRefusal } from './fact.ts'

export const factRefusalWords: Record<FactRefusal, Phrase> = {
  fact_incomplete: {
    en: 'A fact needs a name and a value, each in at least one language.',
    zh: '请至少用一种语言填写条目名称与内容。',
  },
  fact_source_missing: {
    en: 'Please say where this is written: an address, or a document. The public page shows it.',
    zh: '请注明出处（网址或文件），公开页面将显示出处。',
  },
  fact_date_wrong: {
    en: 'Please give the day as year-month-day, not later than today.',
    zh: '请按“年-月-日”填写日期，且不晚于今日。',
  },
  fact_gone: { en: 'A colleague took this fact out meanwhile.', zh: '该条目已被同事删除。' },
  answer_missing: { en: 'Please write the answer.', zh: '请填写结论。' },
  answer_dates_wrong: {
    en: 'Please give the day of the answer, not later than today, and a later day on which it expires.',
    zh: '请填写评估日期（不晚于今日）和之后的失效日期。',
  },
}
