/** What the partners area refuses, in words. */
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { RefusalDetails } from '#src/platform/refusal.ts'
import type { PartnershipRefusal } from './partnership.ts'

export const partnerRefusalWords: Record<PartnershipRefusal, Said> = {
  partnership_does_not_allow: {
    en: (d) =>
      d.act === 'conclude_key_agreement'
        ? 'Nobody sets “key partner” by hand: only a key agreement signed by both universities gives it.'
        : 'The partnership has moved on, and this cannot be done in its present state. Look at the page again.',
    zh: (d) =>
      d.act === 'conclude_key_agreement'
        ? '“重点合作伙伴”不能手动设定，须由双方签署重点合作伙伴协议后方可成为。'
        : '合作伙伴关系的状态已变化，目前无法执行此操作。请重新查看页面。',
  },
  reason_missing: {
    en: 'Please give a reason. It is kept with the step.',
    zh: '请说明原因，原因将与该步骤一并保存。',
  },
  evidence_missing: {
    en: 'Please say where this was decided: minutes, a reference number or an address.',
    zh: '请注明决定的出处：会议纪要、文号或网址。',
  },
  another_person_decides: {
    en: 'Whoever began the review cannot approve its outcome. Another approver of this university must.',
    zh: '发起评估的人不能批准其结果，须由本校另一位审批人决定。',
  },
  approvers_only: {
    en: 'Only an approver of this university may approve a renewal. An administrator can give the role.',
    zh: '仅本校审批人可批准续约，该角色由管理员授予。',
  },
  no_such_partner: {
    en: 'There is no partnership with this university yet. It begins with an agreement.',
    zh: '与该校尚未建立合作伙伴关系，可从签订协议开始。',
  },
  already_partner: {
    en: 'This institution is in our register already. Open it there.',
    zh: '该机构已在本校名册中，请直接打开。',
  },
  not_active_institution: {
    en: 'The registry no longer lists this organisation as active. Take its successor into the register instead.',
    zh: '该机构在注册表中已失效，请改为加入其后继机构。',
  },
  name_missing: {
    en: 'Please give the English name of the institution. It stands in every list and document.',
    zh: '请填写机构的英文名称，各类名单和文件均会使用。',
  },
  zone_unknown: {
    en: 'Please choose a time zone from the list. Meetings with this partner are shown in it.',
    zh: '请从列表中选择时区，与该伙伴的会议将按此时区显示。',
  },
  officers_only: {
    en: 'Only an international officer of this university may do this. An administrator can give the role.',
    zh: '仅本校国际事务专员可执行此操作，该角色由管理员授予。',
  },
}

type Said = Phrase<string | ((details: RefusalDetails) => string)>
