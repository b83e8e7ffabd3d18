/** How long an agreement lasts and when it takes effect, in words. */
import type { Language, Phrase } from '#src/platform/i18n/words.ts'
import { dateWords } from '#src/platform/time.ts'
import type { Effect, Term } from './text.ts'

export const termWords = {
  title: { en: 'Effect and term', zh: '生效与期限' },
  effect: { en: 'Takes effect', zh: '生效条件' },
  ends: { en: 'How long it lasts', zh: '有效期' },
  years: { en: 'A number of years from its effect', zh: '自生效之日起若干年' },
  on: { en: 'Until a day', zh: '至指定日期' },
  open: { en: 'Without a fixed end', zh: '无固定期限' },
  unsaid: { en: 'As the clauses say; no field of its own', zh: '以条款为准，不另设字段' },
  yearCount: { en: 'Years', zh: '年数' },
  lastDay: { en: 'Last day in force', zh: '有效期最后一日' },
  reviewDay: { en: 'Reviewed by', zh: '评估日期' },
  notice: { en: 'Who may end it before', zh: '提前终止' },
  oneSide: { en: 'Either side, by notice', zh: '任何一方提前通知' },
  together: { en: 'Only both together', zh: '须双方共同同意' },
  noticeMonths: { en: 'Months of notice', zh: '提前通知月数' },
}

export const effectWords: Record<Effect, Phrase> = {
  both_signatures_and_logs: {
    en: 'once all have signed and both universities’ logs hold it, each cosigned by the other',
    zh: '各方签名齐备，且双方日志均已记载并经对方联署',
  },
  both_signatures: { en: 'once all have signed', zh: '各方签名齐备' },
}

const dayIn = (day: string, language: Language): string =>
  dateWords(Temporal.PlainDate.from(day).toZonedDateTime('UTC').toInstant(), 'UTC', language)

/** The end, in words: "5 years from its effect", "until 22 September 2031". */
export function endsWords({ ends }: Term, language: Language): string {
  const zh = language === 'zh'
  if (ends.kind === 'years') {
    const years = ends.years === 1 ? '1 year' : `${ends.years} years`
    return zh ? `自生效之日起${ends.years}年` : `${years} from its effect`
  }
  if (ends.kind === 'on') return zh ? `至${dayIn(ends.day, language)}` : `until ${dayIn(ends.day, language)}`
  const review = dayIn(ends.reviewOn, language)
  return zh ? `无固定期限，${review}前评估` : `without a fixed end, reviewed by ${review}`
}

/** Who may end it before, in words. */
export function noticeWords({ noticeMonths: n }: Term, language: Language): string {
  if (n === null) return language === 'zh' ? '须双方共同同意' : 'only both sides together'
  if (language === 'zh') return `任何一方提前${n}个月通知`
  return `either side, by ${n === 1 ? '1 month’s' : `${n} months’`} notice`
}
