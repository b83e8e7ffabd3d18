/** The words of the house's procedures; those of single pages stand beside them. */
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { Risk } from './route.ts'
import type { Stage } from './tables.ts'

export const riskWords: Record<Risk, Phrase> = {
  low: { en: 'low', zh: '低' },
  medium: { en: 'medium', zh: '中' },
  high: { en: 'high', zh: '高' },
}

export const stageWords: Record<Stage, Phrase> = {
  drafting: { en: 'Drafting', zh: '起草' },
  negotiating: { en: 'Negotiating', zh: '磋商' },
  freezing: { en: 'Agreeing to freeze', zh: '同意定稿' },
  approving: { en: 'Approval', zh: '审批' },
  signing: { en: 'Signing', zh: '签署' },
}

export const procedureWords = {
  title: { en: 'Procedures', zh: '规程' },
  note: {
    en: 'How agreements are made in this house. Nothing of it crosses to a partner.',
    zh: '本校协议办理规程。内容不会发送给合作方。',
  },
  parts: { en: 'Parts', zh: '各部分' },
  routes: { en: 'Ways of approval', zh: '审批路径' },
  types: { en: 'Types of agreements', zh: '协议类型' },
  templates: { en: 'Templates', zh: '模板' },
  clauses: { en: 'Clause library', zh: '条款库' },
  standIns: { en: 'Stand-ins', zh: '代理人' },
  authority: { en: 'Authority to sign', zh: '签署授权' },
  targets: { en: 'Days per stage', zh: '各阶段时限' },
  save: { en: 'Save', zh: '保存' },
  done: { en: 'Saved.', zh: '已保存。' },
  every: { en: 'every one', zh: '全部' },
  everyType: { en: 'every type', zh: '所有类型' },
  everyRisk: { en: 'every risk', zh: '所有风险等级' },
  nobody: { en: 'nobody', zh: '无' },
  choose: { en: 'choose …', zh: '请选择…' },
}

export const routeWords = {
  explain: {
    en: 'They are tried from the top. The first that fits an agreement is its way, fixed when the text is frozen. Where none fits, the steps this node is configured with are taken, side by side.',
    zh: '自上而下逐一匹配，首个符合的即为该协议的审批路径，定稿时确定。均不符合时，采用本节点配置的环节，同时审批。',
  },
  caption: { en: 'Ways of approval, in the order they are tried', zh: '审批路径（按匹配顺序）' },
  name: { en: 'Name', zh: '名称' },
  fits: { en: 'For', zh: '适用' },
  steps: { en: 'Steps', zh: '环节' },
  order: { en: 'Order', zh: '顺序' },
  up: { en: 'up', zh: '上移' },
  down: { en: 'down', zh: '下移' },
  none: { en: 'No way of approval is set. The configured steps are taken.', zh: '尚未设置审批路径，采用配置的环节。' },
  otherwise: { en: 'otherwise', zh: '其他情况' },
  configured: { en: 'As configured', zh: '按配置' },
  add: { en: 'Add a way of approval', zh: '新增审批路径' },
  retired: { en: 'No longer used', zh: '已停用' },
  retire: { en: 'Use no longer', zh: '停用' },
  retireTitle: { en: 'Use this way no longer?', zh: '停用此审批路径？' },
  retireText: {
    en: 'Agreements already frozen keep it; later ones take another. It can be used again.',
    zh: '已定稿的协议仍按原路径审批，之后的协议采用其他路径。日后可恢复使用。',
  },
  restore: { en: 'Use again', zh: '恢复使用' },
  extent: { en: 'For agreements of', zh: '适用单位' },
  any: { en: 'any unit or the whole university', zh: '任何单位或全校' },
  university: { en: 'the whole university', zh: '全校' },
  unit: { en: 'a unit', zh: '单位' },
  unitName: { en: 'Which unit', zh: '具体单位' },
  unitHint: { en: 'Empty for any unit.', zh: '留空表示任何单位。' },
  ofUnit: { en: (unit: string) => unit, zh: (unit: string) => unit },
  anyUnit: { en: 'units', zh: '各单位' },
  kinds: { en: 'For these types', zh: '适用类型' },
  kindsHint: { en: 'None ticked: for every type.', zh: '不勾选表示所有类型。' },
  risks: { en: 'For these risks', zh: '适用风险等级' },
  risksHint: {
    en: 'None ticked: for every risk, also where nobody judged it yet.',
    zh: '不勾选表示所有风险等级，包括尚未评估的。',
  },
  step: { en: (n: number) => `Step ${n}`, zh: (n: number) => `环节 ${n}` },
  who: { en: 'Decided by', zh: '审批人' },
  whoHint: { en: 'Nobody: the step is left out.', zh: '选择“无”则删除该环节。' },
  duty: { en: (name: string) => `duty: ${name}`, zh: (name: string) => `职责：${name}` },
  label: { en: 'Called', zh: '环节名称' },
  begins: { en: 'Begins', zh: '开始时间' },
  beside: { en: 'together with the step before', zh: '与前一环节同时' },
  after: { en: 'after the step before', zh: '前一环节完成后' },
  days: { en: 'Days it may take', zh: '办理天数' },
  together: { en: 'and', zh: '与' },
  then: { en: 'then', zh: '再' },
  moreSteps: { en: 'Save to get more empty steps.', zh: '保存后可继续添加环节。' },
  saved: { en: (what: string) => `A colleague saved: ${what}`, zh: (what: string) => `同事保存的内容：${what}` },
}

export const dutyWords = {
  title: { en: 'What approvers are for', zh: '审批职责' },
  note: {
    en: 'Each is the scope of an approver’s role, given under “People”.',
    zh: '即审批人角色的职责范围，在“人员”页面授予。',
  },
  caption: { en: 'Duties of approvers and who holds them', zh: '审批职责及负责人' },
  duty: { en: 'Duty', zh: '职责' },
  holders: { en: 'Held by', zh: '负责人' },
  add: { en: 'Add a duty', zh: '新增职责' },
  name: { en: 'Name of the duty', zh: '职责名称' },
}

export const standInWords = {
  note: {
    en: 'Who decides approvals in whose place, from one day to another, both included. Nobody stands in where the person may not approve themselves.',
    zh: '在起止日期内（含首尾两日）代他人审批的人员。本人不得审批的，代理人亦不得审批。',
  },
  caption: { en: 'Stand-ins', zh: '代理人' },
  person: { en: 'In the place of', zh: '被代理人' },
  by: { en: 'Stand-in', zh: '代理人' },
  duty: { en: 'For', zh: '职责' },
  allDuties: { en: 'everything', zh: '全部职责' },
  from: { en: 'First day', zh: '开始日期' },
  to: { en: 'Last day', zh: '结束日期' },
  days: { en: 'Days', zh: '起止日期' },
  until: { en: (from: string, to: string) => `${from} to ${to}`, zh: (from: string, to: string) => `${from}至${to}` },
  reason: { en: 'Reason', zh: '原因' },
  state: { en: 'Now', zh: '状态' },
  running: { en: 'acts today', zh: '代理中' },
  toCome: { en: 'to come', zh: '尚未开始' },
  over: { en: 'over', zh: '已结束' },
  end: { en: 'End', zh: '结束' },
  none: { en: 'Nobody stands in for anybody.', zh: '目前没有代理安排。' },
  add: { en: 'Name a stand-in', zh: '指定代理人' },
  noApprovers: {
    en: 'Nobody you could name a stand-in for: approvers name their own.',
    zh: '您没有可指定代理人的对象：审批人为自己指定代理人。',
  },
}

export const authorityWords = {
  note: {
    en: 'Who may sign what for the university, and on which document that rests. As soon as one is entered, only people covered here can be assigned as signatories. A risk nobody judged counts as high.',
    zh: '登记何人可代表学校签署何种协议及其依据文件。一经登记，仅获授权者可被指定为签署人。未评估的风险按高风险处理。',
  },
  caption: { en: 'Authority to sign', zh: '签署授权' },
  person: { en: 'Signatory', zh: '签署人' },
  kinds: { en: 'Types', zh: '协议类型' },
  risk: { en: 'Up to risk', zh: '风险上限' },
  value: { en: 'Up to value', zh: '金额上限' },
  anyValue: { en: 'any value', zh: '不限金额' },
  currency: { en: 'Currency', zh: '币种' },
  days: { en: 'Valid', zh: '有效期' },
  from: { en: 'From', zh: '起始日期' },
  to: { en: 'Last day', zh: '截止日期' },
  toHint: { en: 'Empty: until it is taken back.', zh: '留空表示至收回为止。' },
  open: { en: (from: string) => `from ${from}`, zh: (from: string) => `自${from}起` },
  basis: { en: 'Rests on', zh: '依据文件' },
  end: { en: 'Take back', zh: '收回' },
  none: {
    en: 'Nothing entered: whoever has the role of signatory may be assigned.',
    zh: '尚未登记：具有签署人角色者均可被指定。',
  },
  add: { en: 'Enter an authority', zh: '登记授权' },
  noSignatories: {
    en: 'Nobody has the role of signatory. It is given under “People”.',
    zh: '尚无人具有签署人角色，请在“人员”页面授予。',
  },
}

export const typeWords = {
  note: {
    en: 'The house’s own names for its agreements. Each is counted under a kind of the register; the usual term and notice are proposed where an agreement is entered.',
    zh: '本校对各类协议的名称。每一类型归入台账的一个种类；登记协议时按此提示期限和通知期。',
  },
  caption: { en: 'Types of agreements', zh: '协议类型' },
  name: { en: 'Name', zh: '名称' },
  countsAs: { en: 'Counted as', zh: '台账种类' },
  term: { en: 'Usual term, months', zh: '通常期限（月）' },
  notice: { en: 'Notice, months', zh: '通知期（月）' },
  open: { en: 'open', zh: '不限' },
  route: { en: 'Way of approval', zh: '审批路径' },
  retired: { en: 'no longer used', zh: '已停用' },
  inUse: { en: 'Used for new agreements', zh: '用于新协议' },
  add: { en: 'Add a type', zh: '新增类型' },
  change: { en: 'Change', zh: '修改' },
}

export const targetWords = {
  note: {
    en: 'After how many days a stage counts as waiting too long, on either side. A step of approval may have days of its own.',
    zh: '任何一方在某阶段超过该天数即视为等待过久。审批环节可另设天数。',
  },
  days: { en: 'days', zh: '天' },
}

/** Where the register's kinds are named for the form. */
export const countedWords: Record<string, Phrase> = {
  memorandum: { en: 'memorandum', zh: '备忘录' },
  key: { en: 'key agreement (makes a key partner)', zh: '重点合作协议（确立重点合作伙伴）' },
  exchange: { en: 'student exchange', zh: '学生交换' },
  joint_training: { en: 'joint training', zh: '联合培养' },
  joint_degree: { en: 'joint degree', zh: '联合学位' },
  research: { en: 'research', zh: '科研' },
  seed_fund: { en: 'seed fund', zh: '种子基金' },
  data_sharing: { en: 'data sharing', zh: '数据共享' },
  amendment: { en: 'amendment', zh: '修订' },
  extension: { en: 'extension', zh: '延期' },
  other: { en: 'other', zh: '其他' },
}
