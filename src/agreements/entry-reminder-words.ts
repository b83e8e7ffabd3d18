/** What needs somebody’s attention, reminders, and the journal of the register, in words. */
import type { Phrase } from '#src/platform/i18n/words.ts'
import { dateWords } from '#src/platform/time.ts'
import type { EntryFlag } from './entry-flag.ts'

export const entryJournalWords = {
  'entry.added': { en: 'entered', zh: '登记' },
  'entry.taken_back': { en: 'taken back with the list it came from', zh: '随清单撤回' },
  'entry.changed': { en: 'changed', zh: '修改' },
  'entry.file_added': { en: 'file added', zh: '添加文件' },
  'entry.reminded': { en: 'officers reminded', zh: '已提醒专员' },
  'entry.paper_saved': { en: 'wrote down a signing in ink', zh: '登记纸质签署' },
  'entry.paper_checked': { en: 'compared both originals', zh: '核对两份原件' },
  'entry.settled': { en: 'decided what becomes of it', zh: '记录决定' },
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
      en: `The agreement “${about.title.en}” with ${about.partner.en} ${what.en} ${day('en')}, in no more than ${days} days.\n\nWhat is decided about it (renew, review, let it end) is written on its page; reminders then stop.`,
      zh: `与${about.partner.zh}的协议“${about.title.zh}”${what.zh}${day('zh')}，距今不超过 ${days} 天。\n\n请在其页面记录决定（续签、评估或到期终止），提醒随即停止。`,
    },
  }
}

const ofWords = {
  end: { en: 'ends on', zh: '到期日为' },
  review: { en: 'is to be reviewed by', zh: '应评估日为' },
  notice: { en: 'needs notice by', zh: '通知期限为' },
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
