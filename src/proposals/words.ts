/** The words of proposals. */
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { Answer, ProposalAct, ProposalState, RiskQuestion } from './proposal.ts'

export const stateWords: Record<ProposalState, Phrase> = {
  proposed: { en: 'proposed', zh: '已提出' },
  assessment: { en: 'in assessment', zh: '评估中' },
  accepted: { en: 'accepted', zh: '已采纳' },
  declined: { en: 'declined', zh: '未采纳' },
  drafting: { en: 'being drafted', zh: '起草中' },
  withdrawn: { en: 'withdrawn', zh: '已撤回' },
}

export const actWords: Record<ProposalAct | 'propose', Phrase> = {
  propose: { en: 'proposed', zh: '提出建议' },
  take_up: { en: 'took it up', zh: '开始评估' },
  accept: { en: 'accepted it', zh: '采纳' },
  decline: { en: 'declined it', zh: '不予采纳' },
  begin_draft: { en: 'began the draft', zh: '开始起草' },
  withdraw: { en: 'withdrew it', zh: '撤回' },
}

export const fieldWords = {
  partner: { en: 'Partner', zh: '合作方' },
  kind: { en: 'Type', zh: '协议类型' },
  template: { en: 'Template', zh: '模板' },
  title: { en: 'Title', zh: '标题' },
  unit: { en: 'Unit', zh: '单位' },
  purpose: { en: 'Purpose', zh: '目的' },
  fit: { en: 'Why it fits our strategy', zh: '与学校战略的契合' },
  resources: { en: 'Resources it needs', zh: '所需资源' },
  results: { en: 'Expected results', zh: '预期成果' },
  interest: { en: 'Declaration of interest', zh: '利益关系声明' },
  value: { en: 'Value', zh: '金额' },
  currency: { en: 'Currency', zh: '币种' },
  measures: { en: 'what is done about each risk', zh: '各项风险的应对措施' },
} satisfies Record<string, Phrase>

export const questionWords: Record<RiskQuestion, Phrase> = {
  export_control: {
    en: 'Does it touch technology under export control, or of use to armed forces?',
    zh: '是否涉及受出口管制或可用于军事的技术？',
  },
  military_ties: {
    en: 'Is the partner, or a unit of it, tied to armed forces or under sanctions?',
    zh: '合作方或其单位是否与军队有关或受到制裁？',
  },
  joint_award: {
    en: 'Does it lead to a joint award, a joint institute, or bind the whole university?',
    zh: '是否涉及联合授予学位、共建机构，或对全校产生约束？',
  },
  personal_data: { en: 'Do personal data cross the border?', zh: '是否涉及个人信息出境？' },
  outside_money: {
    en: 'Does money come from a third party or another government?',
    zh: '是否有第三方或外国政府资金？',
  },
  student_welfare: {
    en: 'Do students travel, or depend on the partner for care?',
    zh: '是否涉及学生出行或由合作方照管？',
  },
}

export const answerWords: Record<Answer, Phrase> = {
  no: { en: 'no', zh: '否' },
  unsure: { en: 'not sure', zh: '不确定' },
  yes: { en: 'yes', zh: '是' },
}

export const proposalWords = {
  title: { en: 'Proposals', zh: '建议' },
  note: {
    en: 'Every agreement begins with a proposal of somebody in this house. Nothing of it is shown to the partner.',
    zh: '协议由本校人员提出建议开始。内容不会向合作方显示。',
  },
  caption: { en: 'Proposals for agreements', zh: '协议建议' },
  proposal: { en: 'Proposal', zh: '建议' },
  by: { en: 'Proposed by', zh: '提出人' },
  on: { en: 'On', zh: '日期' },
  state: { en: 'State', zh: '状态' },
  risk: { en: 'Risk', zh: '风险' },
  riskComputed: { en: 'Risk by the answers', zh: '根据回答评定的风险' },
  none: { en: 'No proposal yet.', zh: '尚无建议。' },
  start: { en: 'Propose an agreement', zh: '提出协议建议' },
  startNote: {
    en: 'The international office answers every proposal with a reason. You see here how far it has come.',
    zh: '国际事务部门对每项建议均予答复并说明理由。您可在此查看进展。',
  },
  send: { en: 'Send the proposal', zh: '提交建议' },
  wholeHint: { en: 'Empty for the whole university.', zh: '全校性协议请留空。' },
  whole: { en: 'whole university', zh: '全校' },
  noTemplate: { en: 'none', zh: '无' },
  unitsAndWhy: { en: 'What it is about', zh: '内容' },
  risks: { en: 'Risks', zh: '风险' },
  risksNote: {
    en: 'A high risk does not stop a proposal; more people look at it.',
    zh: '高风险不会使建议终止，但须经更多环节审查。',
  },
  measure: { en: 'What is done about it', zh: '应对措施' },
  interestHint: {
    en: 'Money, office or family ties to the partner; or “none”.',
    zh: '与合作方的经济、任职或亲属关系；如无，请填“无”。',
  },
  noPartners: {
    en: 'There is no partner to choose yet. The international office enters them.',
    zh: '尚无可选的合作方，由国际事务部门登记。',
  },
  progress: { en: 'How far it has come', zh: '进展' },
  done: { en: 'Recorded.', zh: '已记录。' },
  take_up: { en: 'Take it up for assessment', zh: '开始评估' },
  accept: { en: 'Accept', zh: '采纳' },
  decline: { en: 'Decline', zh: '不予采纳' },
  begin_draft: { en: 'Begin the draft', zh: '开始起草' },
  withdraw: { en: 'Withdraw', zh: '撤回' },
  acceptTitle: { en: 'Accept the proposal?', zh: '采纳该建议？' },
  acceptText: {
    en: 'The draft can then begin. The risk chooses the way of approval.',
    zh: '采纳后即可开始起草。审批路径按风险等级确定。',
  },
  declineTitle: { en: 'Decline the proposal?', zh: '不采纳该建议？' },
  declineText: { en: 'It ends here. The proposer reads the reason.', zh: '该建议到此结束，提出人会看到理由。' },
  withdrawTitle: { en: 'Withdraw the proposal?', zh: '撤回该建议？' },
  withdrawText: { en: 'It ends here. You can propose again.', zh: '该建议到此结束。您可重新提出。' },
  reason: { en: 'Reason', zh: '理由' },
  agreement: { en: 'The agreement', zh: '协议' },
  history: { en: 'What happened', zh: '经过' },
}
