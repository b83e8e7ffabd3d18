/** Words about minutes. */
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { MinutesState } from './minutes-lifecycle.ts'
import type { Bilingual } from './plan.ts'

export const minutesStateWords = {
  draft: { en: 'draft', zh: '草稿' },
  proposed: { en: 'proposed', zh: '待确认' },
  agreed: { en: 'agreed by both', zh: '双方已确认' },
} satisfies Record<MinutesState, Phrase>

export const minutesWords = {
  title: { en: 'Minutes', zh: '纪要' },
  none: { en: 'not written yet', zh: '尚未撰写' },
  note: {
    en: 'Times, speakers and attendance are those the nodes recorded; only the words around them are written.',
    zh: '时间、发言人与出席情况来自系统记录，仅可编辑文字叙述。',
  },
  write: { en: 'Write the minutes', zh: '撰写纪要' },
  edit: { en: 'Change the words', zh: '修改文字' },
  save: { en: 'Save the minutes', zh: '保存纪要' },
  propose: { en: 'Propose to the partner', zh: '提交合作方确认' },
  proposeText: {
    en: 'The other university then agrees to exactly this text, or asks for a change.',
    zh: '对方大学将确认此文本，或提出修改意见。',
  },
  agree: { en: 'Agree to these minutes', zh: '确认此纪要' },
  ask: { en: 'Ask for a change', zh: '请求修改' },
  askText: { en: 'The office that writes the minutes reads it.', zh: '撰写纪要的一方将看到您的意见。' },
  askWhat: { en: 'What should be different?', zh: '需要修改什么？' },
  waiting: { en: (who: string) => `Waiting for ${who} to agree`, zh: (who: string) => `等待${who}确认` },
  toAgree: { en: 'To agree: the minutes as proposed', zh: '请确认所提交的纪要' },
  asks: { en: (who: string) => `${who} asks for a change`, zh: (who: string) => `${who}请求修改` },
  byConvenor: {
    en: (who: string) => `${who} convened the ceremony and writes the minutes. They appear here once proposed.`,
    zh: (who: string) => `纪要由发起方${who}撰写，提交后将显示在此。`,
  },
  beingWritten: {
    en: (who: string) => `${who} is writing the minutes anew; what was proposed no longer stands.`,
    zh: (who: string) => `${who}正在重新撰写纪要，此前提交的版本不再有效。`,
  },
  opening: { en: 'Opening', zh: '开头' },
  closing: { en: 'Closing', zh: '结尾' },
  present: { en: 'Present', zh: '出席' },
  course: { en: 'Course', zh: '经过' },
  commitments: { en: 'Commitments', zh: '承诺' },
  promised: { en: (by: string, to: string) => `${by}, to ${to}`, zh: (by: string, to: string) => `${by}致${to}` },
  fingerprint: { en: 'Fingerprint of the text', zh: '文本指纹' },
  paper: { en: 'Minutes as PDF', zh: '纪要 PDF' },
  agreedBy: {
    en: (who: string, name: string) => `${who}: ${name}`,
    zh: (who: string, name: string) => `${who}：${name}`,
  },
  nobody: { en: 'nobody noted', zh: '无登记' },
}

/** To our officers: minutes are there to be agreed to. */
export function minutesMail(title: Bilingual): { subject: Phrase; text: Phrase } {
  const t = { en: title.en || title.zh, zh: title.zh || title.en }
  return {
    subject: { en: `To agree: minutes of ${t.en}`, zh: `请确认纪要：${t.zh}` },
    text: {
      en: `The partner has proposed the minutes of “${t.en}”. Please read them, then agree or ask for a change.`,
      zh: `合作方已提交“${t.zh}”的纪要。请审阅后确认，或提出修改意见。`,
    },
  }
}
