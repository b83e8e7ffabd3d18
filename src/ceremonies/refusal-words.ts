/** What is said where an act on a ceremony is refused: what is wrong, and who can change it. */
import type { Language, Phrase } from '#src/platform/i18n/words.ts'
import type { RefusalDetails } from '#src/platform/refusal.ts'
import type { CeremonyRefusal } from './ceremony.ts'
import type { CeremonyState } from './plan.ts'
import { stateWords } from './value-words.ts'

type Said = Phrase<string | ((details: RefusalDetails) => string)>

const stateOf = ({ state }: RefusalDetails, language: Language): string =>
  typeof state === 'string' && state in stateWords ? stateWords[state as CeremonyState][language] : ''

export const ceremonyRefusalWords: Record<CeremonyRefusal, Said> = {
  ceremony_does_not_allow: {
    en: (d) =>
      `The ceremony is ${stateOf(d, 'en') || 'in another state'} by now, and this cannot be done any more. Look at the plan again.`,
    zh: (d) => `典礼目前的状态为“${stateOf(d, 'zh')}”，无法执行此操作。请重新查看方案。`,
  },
  ceremony_officers_only: {
    en: 'Only an international officer of this university may do this. An administrator can give the role.',
    zh: '仅本校国际事务专员可执行此操作，该角色由管理员授予。',
  },
  convenor_only: {
    en: 'Title, date and running order belong to the university that convenes. Ask its office for a change on the plan’s page.',
    zh: '名称、时间与议程由发起方大学负责。可在方案页面请求对方更改。',
  },
  plan_changed_meanwhile: {
    en: 'A colleague changed this while you were at it. Look at what is new, then do it again.',
    zh: '在您操作期间内容已有更改。请查看最新内容后再次操作。',
  },
  plan_malformed: {
    en: 'Something in it is too long, not a number, or does not belong there. What you wrote is still below; the fields are marked.',
    zh: '部分内容过长、不是数字或不符合要求。您填写的内容仍保留在下方，相关字段已标出。',
  },
  title_missing: { en: 'Give a title in at least one language.', zh: '请至少填写一种语言的名称。' },
  time_missing: { en: 'Give a date and a time.', zh: '请填写日期和时间。' },
  time_in_gap: {
    en: (d) =>
      `There is no such time: the clocks in that city are put forward over it. The first there is, is ${d.next}.`,
    zh: (d) => `该时刻不存在：当地时钟在此时拨快。之后的第一个时刻为${d.next}。`,
  },
  time_twice: {
    en: 'That hour comes twice: the clocks in that city are put back. Choose which one is meant.',
    zh: '该时刻会出现两次：当地时钟在此时拨慢。请选择其中一次。',
  },
  time_past: { en: 'That time is past. Give one to come.', zh: '该时间已过，请填写将来的时间。' },
  items_missing: { en: 'The running order is empty. Put in at least one item.', zh: '议程为空，请至少添加一项。' },
  reason_missing: { en: 'Please give a reason: the partner will read it.', zh: '请说明原因，合作方将会看到。' },
  already_shared: { en: 'The plan is shared already. Nothing was sent twice.', zh: '方案已共享，未重复发送。' },
  not_shared_yet: {
    en: 'The partner does not know of this plan yet. An officer shares it first.',
    zh: '合作方尚不知晓此方案，请先由国际事务专员共享。',
  },
  already_confirmed: {
    en: 'We have confirmed this already. Nothing was recorded twice.',
    zh: '我方已确认，未重复记录。',
  },
  sheet_not_shared: {
    en: 'Our own part has not been shared yet. Look it over and save it; then confirm.',
    zh: '我方部分尚未共享。请核对并保存后再确认。',
  },
  not_the_partner: { en: 'This ceremony is between other universities.', zh: '该典礼属于其他大学。' },
  agreement_too_early: {
    en: 'The agreement’s text has never been sent, so the partner has nothing to sign. Send a first version; then plan the ceremony.',
    zh: '协议文本尚未发出，合作方没有可签署的内容。请先发出第一版，再筹备典礼。',
  },
  address_invalid: { en: 'This is not an e-mail address.', zh: '电子邮箱地址无效。' },
  name_missing: {
    en: 'Nobody here has this address yet. Give the person’s name, and an account is made.',
    zh: '该邮箱尚无账户。请填写姓名，系统将为其开立账户。',
  },
  rehearsal_has_no_part: {
    en: 'This is a rehearsal: it is a copy. Change the plan itself.',
    zh: '这是彩排副本，请修改方案本身。',
  },
  nobody_of_that_address: { en: 'Nobody here has this address.', zh: '该邮箱没有对应的账户。' },
}
