/** The words of roles that are for a part of the house. */
import type { Phrase } from '#src/platform/i18n/words.ts'

export const limitWords = {
  limited: {
    en: (role: string, part: string) => `${role} (${part})`,
    zh: (role: string, part: string) => `${role}（${part}）`,
  },
  units: {
    en: (names: string[]) => `for ${names.join(', ')} and all below`,
    zh: (names: string[]) => `限${names.join('、')}及其下属单位`,
  },
  kinds: {
    en: (names: string[]) => `for agreements of type ${names.join(' or ')}`,
    zh: (names: string[]) => `限协议类型：${names.join('、')}`,
  },
  part: { en: 'for a part of the house', zh: '限部分范围' } satisfies Phrase,
  pickUnits: { en: 'Only for these units, with all below them', zh: '仅限以下单位（含下属单位）' },
  pickKinds: { en: 'Only for these types of agreements', zh: '仅限以下协议类型' },
  pickHint: {
    en: 'For officers and readers. Nothing chosen: the whole house. Who manages a part sees nothing else, and changes an agreement of it until the office sends it.',
    zh: '适用于国际事务专员与查阅者。不选则为全校。限定范围的人员看不到其他内容，且仅可在国际事务部门发送之前修改范围内的协议。',
  },
}
