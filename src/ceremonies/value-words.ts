/** What kinds, states, blocks, ranks and answers are called. */
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { Block, Kind, Tongue } from './frame.ts'
import type { Attending, Level } from './guest.ts'
import type { CeremonyState } from './plan.ts'
import type { Duty } from './tables.ts'

export const kindWords: Record<Kind, Phrase> = {
  signing: { en: 'signing ceremony', zh: '签约仪式' },
  launch: { en: 'launch', zh: '启动仪式' },
  partner_day: { en: 'Partner University Day', zh: '伙伴大学日' },
  dialogue: { en: 'strategic dialogue', zh: '战略对话' },
  forum: { en: 'forum', zh: '论坛' },
  visit: { en: 'visit', zh: '来访' },
}

export const stateWords: Record<CeremonyState, Phrase> = {
  planning: { en: 'being planned', zh: '筹备中' },
  confirmed: { en: 'confirmed by both', zh: '双方已确认' },
  live: { en: 'live now', zh: '进行中' },
  held: { en: 'held', zh: '已举行' },
  closed: { en: 'closed', zh: '已归档' },
  postponed: { en: 'postponed', zh: '已延期' },
  cancelled: { en: 'cancelled', zh: '已取消' },
}

export const blockWords: Record<Block, Phrase> = {
  welcome: { en: 'Opening', zh: '开幕' },
  speech: { en: 'Address', zh: '致辞' },
  review: { en: 'Review', zh: '合作回顾' },
  dialogue: { en: 'Dialogue', zh: '对话' },
  proposals: { en: 'Proposals', zh: '合作建议' },
  signing: { en: 'Signing', zh: '签署' },
  photograph: { en: 'Photograph', zh: '合影' },
  closing: { en: 'Closing', zh: '闭幕' },
  other: { en: 'Other', zh: '其他' },
}

export const tongueWords: Record<Tongue, Phrase> = {
  en: { en: 'in English', zh: '英文' },
  zh: { en: 'in Chinese', zh: '中文' },
  both: { en: 'in both languages', zh: '中英双语' },
}

export const levelWords: Record<Level, Phrase> = {
  head: { en: 'Head of the institution', zh: '机构负责人' },
  deputy: { en: 'Deputy head (vice-president, vice-principal)', zh: '副职负责人（副校长等）' },
  unit: { en: 'Head of a school, faculty or office', zh: '院系或部门负责人' },
  other: { en: 'Other', zh: '其他' },
}

export const attendingWords: Record<Attending, Phrase> = {
  unknown: { en: 'not yet invited', zh: '尚未邀请' },
  invited: { en: 'invited', zh: '已邀请' },
  accepted: { en: 'will come', zh: '确认出席' },
  declined: { en: 'will not come', zh: '不能出席' },
}

export const dutyWords: Record<Duty, Phrase> = {
  moderator: { en: 'Moderator', zh: '主持人' },
  interpreter: { en: 'Interpreter', zh: '口译员' },
  speaker: { en: 'Speaker', zh: '发言人' },
}
