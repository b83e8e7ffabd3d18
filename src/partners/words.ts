/** The words of the partners area. */
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { RefusalDetails } from '#src/platform/refusal.ts'
import type { OfficerAct, PartnershipAct, PartnershipRefusal, PartnershipState } from './partnership.ts'

export const partnershipStateWords: Record<PartnershipState, Phrase> = {
  prospect: { en: 'prospect', zh: '潜在合作' },
  scoping: { en: 'scoping', zh: '接洽中' },
  approved_in_principle: { en: 'approved in principle', zh: '原则上同意' },
  cooperating: { en: 'cooperating', zh: '合作中' },
  nominated_key: { en: 'nominated as key partner', zh: '重点合作伙伴提名' },
  key_partner: { en: 'key partner', zh: '重点合作伙伴' },
  under_review: { en: 'under review', zh: '评估中' },
  stepped_down: { en: 'stepped down', zh: '已退出重点合作' },
  ended: { en: 'ended', zh: '已结束' },
}

/** What an act did, in the past, as the steps list it. */
export const stepWords: Record<PartnershipAct, Phrase> = {
  nominate: { en: 'nominated as key partner', zh: '提名为重点合作伙伴' },
  withdraw_nomination: { en: 'nomination withdrawn', zh: '撤回提名' },
  conclude_key_agreement: { en: 'key agreement signed by both', zh: '双方签署重点合作伙伴协议' },
}

export const partnerJournalWords = {
  'partnership.nominate': stepWords.nominate,
  'partnership.withdraw_nomination': stepWords.withdraw_nomination,
  'partnership.prospect_added': { en: 'taken into the register as a prospect', zh: '作为潜在合作伙伴加入名册' },
  'partnership.became_key': { en: 'became a key partner', zh: '成为重点合作伙伴' },
}

type Said = Phrase<string | ((details: RefusalDetails) => string)>

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

export const partnerWords = {
  title: { en: 'Partners', zh: '合作伙伴' },
  directory: { en: 'Find an institution', zh: '查找机构' },
  find: { en: 'Part of a name, or a city', zh: '名称的一部分或城市' },
  search: { en: 'Find', zh: '查找' },
  any: { en: 'any', zh: '不限' },
  noneFound: { en: 'No partner fits', zh: '没有符合条件的合作伙伴' },
  noneFoundText: {
    en: 'Try fewer words, or find the institution in the directory.',
    zh: '请减少关键词，或在机构名录中查找。',
  },
  previous: { en: 'Previous', zh: '上一页' },
  next: { en: 'Next', zh: '下一页' },
  caption: { en: 'Our partners', zh: '本校合作伙伴' },
  university: { en: 'University', zh: '大学' },
  place: { en: 'Place', zh: '所在地' },
  state: { en: 'Partnership', zh: '合作关系' },
  since: { en: 'Since', zh: '始于' },
  none: { en: 'no partnership yet', zh: '尚未建立合作关系' },
  emptyTitle: { en: 'No partner yet', zh: '尚无合作伙伴' },
  emptyText: {
    en: 'A partner appears here once an administrator has paired our node with theirs under “Nodes”.',
    zh: '管理员在“节点”页面与对方节点配对后，合作伙伴将显示在此。',
  },
  ourselves: { en: 'This university', zh: '本校' },
  ror: { en: 'ROR id', zh: 'ROR 编号' },
  website: { en: 'Website', zh: '网站' },
  zone: { en: 'Time now', zh: '当地时间' },
  facts: { en: 'Facts', zh: '基本情况' },
  noFacts: { en: 'No fact has been recorded yet.', zh: '尚无记录。' },
  source: { en: 'Source', zh: '来源' },
  asOf: {
    en: (date: string) => `as of ${date}`,
    zh: (date: string) => `截至${date}`,
  },
  people: { en: 'People', zh: '人员' },
  person: { en: 'Person', zh: '姓名' },
  post: { en: 'Title', zh: '职务' },
  unit: { en: 'Unit', zh: '部门' },
  held: { en: 'Held', zh: '任期' },
  now: { en: 'now', zh: '至今' },
  unknown: { en: 'not recorded', zh: '未记录' },
  noPeople: { en: 'Nobody is recorded here yet.', zh: '尚未记录人员。' },
  partnership: { en: 'Partnership', zh: '合作伙伴关系' },
  steps: { en: 'How it came to this', zh: '发展历程' },
  noSteps: { en: 'No step has been recorded on this node.', zh: '本节点尚无记录。' },
  evidence: { en: 'the agreement', zh: '相关协议' },
  bySigning: { en: 'by the signing', zh: '因签署' },
  newAgreement: { en: 'Start an agreement', zh: '发起协议' },
  keyOnly: {
    en: 'Only a key agreement signed by both universities makes a key partner.',
    zh: '只有双方签署重点合作伙伴协议，才能成为重点合作伙伴。',
  },
  reason: { en: 'Reason', zh: '原因' },
  done: { en: 'Recorded.', zh: '已记录。' },
}

/** The officers' acts: the button, and what it asks. */
export const actWords: Record<OfficerAct, Record<'open' | 'explain', Phrase>> = {
  nominate: {
    open: { en: 'Nominate as key partner', zh: '提名为重点合作伙伴' },
    explain: {
      en: 'The nomination says that we want a key agreement. The tier changes only when both have signed it.',
      zh: '提名表示有意签订重点合作伙伴协议。层级须待双方签署后才会变更。',
    },
  },
  withdraw_nomination: {
    open: { en: 'Withdraw the nomination', zh: '撤回提名' },
    explain: { en: 'The partnership goes on as before, without the nomination.', zh: '合作关系照常继续，仅撤销提名。' },
  },
}
