/** What is said where an act after a ceremony is refused. */
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { RefusalDetails } from '#src/platform/refusal.ts'
import type { CommitmentRefusal, CommitmentState } from './commitment.ts'
import { commitmentStateWords } from './commitment-words.ts'
import type { MinutesRefusal } from './minutes-lifecycle.ts'

const stateIn = ({ state }: RefusalDetails, language: 'en' | 'zh') =>
  typeof state === 'string' && state in commitmentStateWords
    ? commitmentStateWords[state as CommitmentState][language]
    : ''

export const afterRefusalWords: Record<
  MinutesRefusal | CommitmentRefusal,
  Phrase<string | ((d: RefusalDetails) => string)>
> = {
  minutes_do_not_allow: {
    en: 'The minutes cannot be changed in this way now: they are agreed, or it is the other university’s turn.',
    zh: '纪要目前不能如此操作：已经双方确认，或应由对方处理。',
  },
  minutes_too_early: {
    en: 'The ceremony has not begun, or has not been held yet. This is done afterwards.',
    zh: '典礼尚未开始或尚未举行，请在典礼之后操作。',
  },
  minutes_changed_meanwhile: {
    en: 'A colleague has saved the minutes meanwhile. What you wrote is below; take over what you need from theirs and save again.',
    zh: '同事在此期间保存了纪要。您填写的内容仍在下方，请合并后重新保存。',
  },
  minutes_malformed: {
    en: 'One of the texts is too long: 20,000 characters are allowed.',
    zh: '有一段文字过长，最多20000字。',
  },
  minutes_other_text: {
    en: 'The minutes have changed since you opened them. Read them again, then answer.',
    zh: '您打开之后纪要已有更改，请重新阅读后再答复。',
  },
  minutes_reason_missing: {
    en: 'Please say what should be different: the other office reads it.',
    zh: '请说明需要修改的内容，对方将会看到。',
  },
  nobody_to_thank: {
    en: 'Everyone who came and has an address has been thanked. Nothing was sent twice.',
    zh: '已出席且留有邮箱的嘉宾均已致谢，未重复发送。',
  },
  briefing_changed_meanwhile: {
    en: 'A colleague has saved this meanwhile. What you wrote is below, theirs beside it; put them together and save again.',
    zh: '同事在此期间已保存。您填写的内容仍在下方，同事的内容附后，请合并后重新保存。',
  },
  commitment_does_not_allow: {
    en: (d) => `The commitment is ${stateIn(d, 'en') || 'in another state'} by now. Look at it again.`,
    zh: (d) => `该承诺目前的状态为“${stateIn(d, 'zh')}”，请重新查看。`,
  },
  commitment_not_ours: {
    en: 'Only officers of the university that promised say what became of it.',
    zh: '仅作出承诺一方的国际事务专员可更新落实情况。',
  },
  commitment_reason_missing: {
    en: 'Please say how, or why: the partner reads it.',
    zh: '请填写说明，合作方将会看到。',
  },
  commitment_words_missing: {
    en: 'The commitment needs words, 4,000 characters at most.',
    zh: '请填写承诺内容，最多4000字。',
  },
  commitment_due_malformed: { en: 'This is not a date.', zh: '日期无效。' },
}
