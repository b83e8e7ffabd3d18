/** Fields of a list, what may be wrong with them, and what becomes of a row, in words. */
import { entryWords } from '#src/agreements/index.ts'
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { ColumnField } from './column.ts'
import type { Outcome, ProblemKind } from './row-plan.ts'

const e = entryWords

export const fieldWords: Record<ColumnField, Phrase> = {
  title: { en: 'Title, in either language', zh: '标题（中文或英文）' },
  titleEn: { en: 'Title in English', zh: '英文标题' },
  titleZh: { en: 'Title in Chinese', zh: '中文标题' },
  reference: e.reference,
  partner: e.partner,
  kind: e.kind,
  signedOn: e.signedOn,
  effectiveOn: e.effectiveOn,
  endsOn: e.endsOn,
  term: { en: 'Years it runs', zh: '有效年限' },
  reviewOn: e.reviewOn,
  noticeMonths: e.noticeMonths,
  terminatedOn: e.terminatedOn,
  parent: { en: 'Under: our number of the umbrella agreement', zh: '上位协议（我方编号）' },
  renews: { en: 'Renews: our number of the agreement before', zh: '续签自（我方编号）' },
  theirTitle: e.theirTitle,
  theirType: e.theirType,
  theirReference: e.theirReference,
  fields: e.fields,
  units: e.units,
  obligations: e.obligations,
  note: e.note,
  id: { en: 'Id of this register', zh: '本台账编号' },
}

/** What is wrong with a cell; the cell's own words are shown beside it. */
export const problemWords: Record<ProblemKind, Phrase> = {
  not_a_date: { en: 'is no date', zh: '不是日期' },
  no_such_day: { en: 'is no day of the calendar', zh: '不是有效日期' },
  day_missing: { en: 'has no day', zh: '缺少具体日期' },
  short_year: { en: 'has a year of two figures', zh: '年份只有两位' },
  against_order: { en: 'does not fit the order of day and month you chose', zh: '与所选日月顺序不符' },
  ambiguous: { en: 'may mean two days', zh: '日月顺序不明' },
  not_years: { en: 'is no number of years', zh: '不是年数' },
  not_months: { en: 'is no number of months up to 36', zh: '不是 36 以内的月数' },
  too_long: { en: 'is too long', zh: '过长' },
  title_missing: { en: 'no title', zh: '缺少标题' },
  partner_missing: { en: 'no partner', zh: '缺少合作方' },
  partner_unknown: { en: 'goes by no name we know', zh: '名录中没有此名称' },
  partner_several: { en: 'is the name of several institutions', zh: '有多个机构使用此名称' },
  partner_left_out: { en: 'is left out, as you said', zh: '已按您的选择略过' },
  kind_unknown: { en: 'is no type we know', zh: '类型无法识别' },
  ends_before_it_begins: { en: 'lies before its beginning', zh: '早于生效日期' },
  no_end: { en: 'no last day, nor that it is open-ended', zh: '未写明截止日期或无固定期限' },
  no_review: { en: 'open-ended, and no day on which it is reviewed', zh: '无固定期限，但缺少评估日期' },
  term_without_begin: {
    en: 'counted from no day: neither signing nor beginning is given',
    zh: '缺少签署或生效日期，无法推算',
  },
  relative_unknown: { en: 'is no number of ours, in the register or in this list', zh: '台账和清单中均无此编号' },
  relative_several: {
    en: 'is the number of several agreements with this partner',
    zh: '与该合作方的多份协议使用此编号',
  },
  relative_other_partner: { en: 'is an agreement with another partner', zh: '属于另一合作方的协议' },
  relative_circle: { en: 'leads back to this row itself', zh: '最终又指向本行' },
  relative_waits: { en: 'waits for your answer itself', zh: '所指的行待您选择' },
  relative_left_out: { en: 'is itself a row that is left out', zh: '所指的行已略过' },
}

export const outcomeWords: Record<Outcome, Phrase> = {
  new: { en: 'new', zh: '新增' },
  asked: { en: 'waits for your answer', zh: '待您选择' },
  unreadable: { en: 'cannot be read', zh: '无法读取' },
  there: { en: 'already there', zh: '台账已有' },
  repeated: { en: 'repeats a row', zh: '重复行' },
}
