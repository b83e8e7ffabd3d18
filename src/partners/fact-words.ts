/** The words of facts and due diligence. */
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { AnswerStanding, Risk, Topic } from './fact.ts'

export const factWords = {
  title: { en: 'Facts and due diligence', zh: '基本情况与尽职调查' },
  facts: { en: 'Facts', zh: '基本情况' },
  factsNote: {
    en: 'The public page shows them, each with its source and day.',
    zh: '公开页面显示这些内容及其出处与日期。',
  },
  none: { en: 'No fact has been recorded yet.', zh: '尚无记录。' },
  add: { en: 'Write down a fact', zh: '添加条目' },
  label: { en: 'What it is about', zh: '条目名称' },
  value: { en: 'What is the case', zh: '内容' },
  source: { en: 'Source', zh: '出处' },
  sourceHint: { en: 'An address, or a document that can be found.', zh: '网址或可查的文件。' },
  asOf: { en: 'As of', zh: '截至日期' },
  checked: { en: (day: string) => `looked at again on ${day}`, zh: (day: string) => `${day}复核` },
  stale: { en: 'not looked at for a year', zh: '一年未复核' },
  stillSo: { en: 'Still so', zh: '复核无误' },
  drop: { en: 'Take it out', zh: '删除' },
  state: { en: 'State', zh: '状态' },
  acts: { en: 'Acts', zh: '操作' },
  diligence: { en: 'Due diligence', zh: '尽职调查' },
  diligenceNote: { en: 'Ours alone: it never leaves this node.', zh: '仅供本校内部使用，不会离开本节点。' },
  topic: { en: 'Topic', zh: '事项' },
  risk: { en: 'Risk', zh: '风险' },
  answer: { en: 'Answer', zh: '结论' },
  answeredOn: { en: 'Answered on', zh: '评估日期' },
  expiresOn: { en: 'Holds until', zh: '有效期至' },
  answerIt: { en: 'Record an answer', zh: '登记结论' },
  by: { en: (name: string, day: string) => `${name}, ${day}`, zh: (name: string, day: string) => `${name}，${day}` },
  done: { en: 'Recorded.', zh: '已记录。' },
}

export const topicWords: Record<Topic, Phrase> = {
  legal_standing: { en: 'Legal standing', zh: '法律地位' },
  sanctions_and_export_control: { en: 'Sanctions and export control', zh: '制裁与出口管制' },
  research_security: { en: 'Research security', zh: '科研安全' },
  finance: { en: 'Finance', zh: '财务状况' },
  data_protection: { en: 'Data protection', zh: '数据保护' },
  academic_quality: { en: 'Academic quality', zh: '学术质量' },
  reputation: { en: 'Reputation', zh: '声誉' },
}

export const riskWords: Record<Risk, Phrase> = {
  low: { en: 'low', zh: '低' },
  medium: { en: 'medium', zh: '中' },
  high: { en: 'high', zh: '高' },
}

export const answerStandingWords: Record<AnswerStanding, Phrase> = {
  none: { en: 'never answered', zh: '尚未评估' },
  expired: { en: 'expired', zh: '已失效' },
  ending: { en: 'ends within ninety days', zh: '九十日内到期' },
  valid: { en: 'holds', zh: '有效' },
}

export const factJournalWords = {
  'partner.fact_added': { en: 'fact written down', zh: '添加条目' },
  'partner.fact_checked': { en: 'fact looked at again', zh: '复核条目' },
  'partner.fact_dropped': { en: 'fact taken out', zh: '删除条目' },
  'partner.diligence_answered': { en: 'due diligence answered', zh: '登记尽职调查结论' },
}
