/** The words of every refusal of proposals. */
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { RefusalDetails } from '#src/platform/refusal.ts'
import type { ProposalRefusal } from './refusals.ts'
import { fieldWords } from './words.ts'

const fields = (d: RefusalDetails, language: 'en' | 'zh') =>
  (Array.isArray(d.fields) ? d.fields : [])
    .map((name) => (name in fieldWords ? fieldWords[name as keyof typeof fieldWords][language] : name))
    .join(language === 'en' ? '; ' : '；')

export const proposalRefusalWords: Record<ProposalRefusal, Phrase<string | ((d: RefusalDetails) => string)>> = {
  proposal_does_not_allow: {
    en: 'The proposal has moved on, so this is no longer open. Look at the page again.',
    zh: '该建议的状态已变更，无法执行此操作。请重新查看页面。',
  },
  not_your_own: {
    en: 'Nobody decides their own proposal. Another officer does.',
    zh: '不得审定本人提出的建议，须由其他专员办理。',
  },
  not_for_you: {
    en: 'The international office decides proposals; whoever proposed one may withdraw it.',
    zh: '建议由国际事务部门审定；提出人可撤回。',
  },
  proposal_incomplete: {
    en: (d) => `Still missing: ${fields(d, 'en')}.`,
    zh: (d) => `以下内容尚未填写：${fields(d, 'zh')}。`,
  },
  proposal_choice: {
    en: 'Choose partner, type and template from the lists.',
    zh: '请从列表中选择合作方、协议类型和模板。',
  },
  proposal_value: {
    en: 'A value is a number with its currency, three letters such as CNY or GBP; or both are empty.',
    zh: '金额须为数字并注明三位字母的币种，如 CNY 或 GBP；或两者均留空。',
  },
  decision_reason_missing: {
    en: 'Give a reason: the proposer reads it.',
    zh: '请说明理由，提出人将会看到。',
  },
}
