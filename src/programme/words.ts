/** The words of programmes. */
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { Area, ProgrammeAct, ProgrammeState } from './programme.ts'

export const programmeWords = {
  title: { en: 'Programmes', zh: '合作计划' },
  add: { en: 'Write down a programme', zh: '登记合作计划' },
  none: { en: 'No programme yet', zh: '尚无合作计划' },
  noneText: {
    en: 'A programme says under which rules, for how long and with what money key partners are chosen.',
    zh: '合作计划规定重点合作伙伴的遴选规则、期限与经费。',
  },
  name: { en: 'Name', zh: '名称' },
  owner: { en: 'Owner', zh: '负责部门' },
  term: { en: 'Term', zh: '期限' },
  starts: { en: 'First day', zh: '开始日期' },
  ends: { en: 'Last day', zh: '结束日期' },
  aims: { en: 'Aims', zh: '目标' },
  areas: { en: 'Areas of cooperation', zh: '合作领域' },
  budget: { en: 'Envelope', zh: '经费总额' },
  budgetHint: { en: 'A number without signs; empty where none was set.', zh: '仅填数字，未设定则留空。' },
  currency: { en: 'Currency', zh: '币种' },
  criteria: { en: 'Who can become a key partner', zh: '准入条件' },
  benefits: { en: 'What it opens', zh: '权益' },
  meetings: { en: 'Meetings that must be held', zh: '例行会议' },
  review: { en: 'Months between reviews', zh: '评估间隔（月）' },
  everyMonths: { en: (n: number) => `every ${n} months`, zh: (n: number) => `每 ${n} 个月` },
  about: { en: 'About', zh: '概况' },
  state: { en: 'State', zh: '状态' },
  edit: { en: 'Change', zh: '修改' },
  save: { en: 'Save', zh: '保存' },
  back: { en: 'Leave it as it was', zh: '不作修改' },
  done: { en: 'Recorded.', zh: '已记录。' },
  partners: { en: 'Key partners', zh: '重点合作伙伴' },
  partner: { en: 'University', zh: '大学' },
  agreementEnds: { en: 'Key agreement ends', zh: '重点协议到期' },
  openEnded: { en: 'open-ended', zh: '长期' },
  noAgreement: { en: 'none in force', zh: '无有效协议' },
  nextReview: { en: 'Next review', zh: '下次评估' },
  endsBefore: { en: 'before the programme', zh: '早于计划期满' },
  lastActivity: { en: 'Last recorded', zh: '最近记录' },
  dormant: { en: 'dormant by its record', zh: '据记录已休眠' },
  dormantOf: {
    en: (n: number) => `${n} dormant by ${n === 1 ? 'its' : 'their'} record`,
    zh: (n: number) => `${n} 个据记录已休眠`,
  },
  overdue: { en: 'overdue', zh: '已逾期' },
  notSet: { en: 'not set', zh: '未定' },
  living: { en: 'Agreements in force', zh: '有效协议数' },
  leads: { en: 'Leads', zh: '负责人' },
  contactNeeded: { en: 'contact needed', zh: '需要联系人' },
  together: { en: (n: number) => (n === 1 ? 'One partner' : `${n} partners`), zh: (n: number) => `合计 ${n} 所` },
  noPartners: { en: 'No partner takes part yet.', zh: '尚无合作伙伴参与。' },
  join: { en: 'Let a key partner take part', zh: '添加参与的重点合作伙伴' },
  nobodyToJoin: {
    en: 'Every key partner takes part. A university becomes one when both have signed a key agreement.',
    zh: '所有重点合作伙伴均已参与。双方签署重点合作伙伴协议后，即成为重点合作伙伴。',
  },
  leave: { en: 'No longer takes part', zh: '不再参与' },
  targets: { en: 'What shall be reached', zh: '指标目标' },
  noTargets: { en: 'No target is set.', zh: '尚未设定目标。' },
  addTarget: { en: 'Set a target', zh: '设定目标' },
  value: { en: 'Number', zh: '数值' },
  byYear: { en: 'By the end of', zh: '达成年份' },
  drop: { en: 'Take it out', zh: '删除' },
  acts: { en: 'Acts', zh: '操作' },
  history: { en: 'How it came to this', zh: '发展历程' },
  reason: { en: 'Reason', zh: '原因' },
  successor: { en: 'The programme that follows', zh: '后续计划' },
  theirs: { en: (value: string) => `Saved meanwhile: ${value}`, zh: (value: string) => `期间已保存：${value}` },
}

export const areaWords: Record<Area, Phrase> = {
  talent_training: { en: 'Talent training', zh: '人才培养' },
  joint_research: { en: 'Joint research', zh: '联合科研' },
  people_to_people: { en: 'People-to-people exchanges', zh: '人文交流' },
  other: { en: 'Other areas', zh: '其他领域' },
}

export const programmeStateWords: Record<ProgrammeState, Phrase> = {
  planned: { en: 'planned', zh: '筹划中' },
  running: { en: 'running', zh: '进行中' },
  in_final_review: { en: 'in final review', zh: '终期评估' },
  closed: { en: 'closed', zh: '已结束' },
  renewed: { en: 'renewed', zh: '已续期' },
}

export const programmeActWords: Record<ProgrammeAct, Record<'open' | 'explain' | 'past', Phrase>> = {
  start: {
    open: { en: 'Start', zh: '启动' },
    explain: {
      en: 'From now on it counts, and its benefits are open to those who take part.',
      zh: '计划即日生效，参与方可享相应权益。',
    },
    past: { en: 'started', zh: '启动' },
  },
  begin_final_review: {
    open: { en: 'Begin the final review', zh: '开始终期评估' },
    explain: {
      en: 'What was reached is weighed. Then it is closed, or renewed by a successor.',
      zh: '评估成效后，结束或由后续计划接续。',
    },
    past: { en: 'final review begun', zh: '开始终期评估' },
  },
  close: {
    open: { en: 'Close', zh: '结束' },
    explain: {
      en: 'Nobody joins any more. Agreements and partnerships stay as they are.',
      zh: '不再接受参与。协议与合作关系不受影响。',
    },
    past: { en: 'closed', zh: '结束' },
  },
  renew: {
    open: { en: 'Renew by a successor', zh: '由后续计划接续' },
    explain: { en: 'Write down the next programme first, then name it here.', zh: '请先登记后续计划，再在此选定。' },
    past: { en: 'renewed by a successor', zh: '由后续计划接续' },
  },
}

export const programmeJournalWords: Record<string, Phrase> = {
  'programme.added': { en: 'programme written down', zh: '登记合作计划' },
  'programme.changed': { en: 'programme changed', zh: '修改合作计划' },
  'programme.joined': { en: 'a partner takes part', zh: '合作伙伴参与' },
  'programme.left': { en: 'a partner takes part no longer', zh: '合作伙伴不再参与' },
  'programme.target_set': { en: 'target set', zh: '设定目标' },
  'programme.target_dropped': { en: 'target taken out', zh: '删除目标' },
  ...Object.fromEntries(Object.entries(programmeActWords).map(([act, { past }]) => [`programme.${act}`, past])),
}

export const matchWords = {
  title: { en: 'Where disciplines meet', zh: '学科匹配' },
  note: {
    en: 'Similar: both are strong in it. Complementary: one is strong in what the other seeks.',
    zh: '相近：双方均有优势。互补：一方优势恰为另一方所需。',
  },
  discipline: { en: 'Discipline', zh: '学科' },
  kind: { en: 'How they meet', zh: '匹配类型' },
  similar: { en: 'similar', zh: '相近' },
  complementary: { en: 'complementary', zh: '互补' },
  ours: { en: 'Our units', zh: '我方单位' },
  theirs: { en: 'Their units', zh: '对方单位' },
  behind: { en: 'What there is', zh: '现有合作' },
  active: { en: 'active', zh: '已有合作' },
  idle: { en: 'idle', zh: '尚无合作' },
  pairing: { en: (state: string) => `a pairing, ${state}`, zh: (state: string) => `单位结对（${state}）` },
  none: { en: 'No discipline meets yet', zh: '尚无匹配学科' },
  noneText: {
    en: 'Say on the page of each unit what it is strong in and where it seeks a partner.',
    zh: '请在各单位页面填写优势学科与寻求合作的学科。',
  },
}
