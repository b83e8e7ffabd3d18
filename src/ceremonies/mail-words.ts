/** Letters about the plan of a ceremony. */
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { Frame } from './frame.ts'
import type { Bilingual, Plan } from './plan.ts'
import type { Asked } from './sheet.ts'
import type { Duty } from './tables.ts'

interface Letter {
  subject: Phrase
  text: Phrase
}

const called = (title: Bilingual) => ({ en: title.en || title.zh, zh: title.zh || title.en })

/** To our officers: the convenor planned, moved or called off a ceremony. */
export function frameMail({ title, standing, reason }: Frame): Letter {
  const t = called(title)
  if (standing === 'postponed')
    return {
      subject: { en: `Postponed: ${t.en}`, zh: `已延期：${t.zh}` },
      text: {
        en: `The partner has postponed “${t.en}”.\n\nTheir reason: ${reason}\n\nThe plan stays; a new date will follow.`,
        zh: `合作方已将“${t.zh}”延期。\n\n原因：${reason}\n\n方案予以保留，新日期另行通知。`,
      },
    }
  if (standing === 'cancelled')
    return {
      subject: { en: `Cancelled: ${t.en}`, zh: `已取消：${t.zh}` },
      text: {
        en: `The partner has cancelled “${t.en}”.\n\nTheir reason: ${reason}`,
        zh: `合作方已取消“${t.zh}”。\n\n原因：${reason}`,
      },
    }
  return {
    subject: { en: `To look over: ${t.en}`, zh: `请查看：${t.zh}` },
    text: {
      en: `The partner has planned “${t.en}”, or changed its title or time. Please look at the plan, complete our part, and confirm it.`,
      zh: `合作方已拟定“${t.zh}”的方案，或更改了名称或时间。请查看方案，补充我方部分并确认。`,
    },
  }
}

/** To our officers: the partner asks for a change of the plan. */
export function askedMail(title: Bilingual, { text, byName }: Asked): Letter {
  const t = called(title)
  return {
    subject: { en: `A change is asked for: ${t.en}`, zh: `合作方请求更改：${t.zh}` },
    text: {
      en: `${byName} asks for a change of the plan of “${t.en}”:\n\n${text}`,
      zh: `${byName}请求更改“${t.zh}”的方案：\n\n${text}`,
    },
  }
}

const duties: Record<Duty, Letter['text']> = {
  moderator: {
    en: 'You run the stage: you say when each item begins.',
    zh: '您负责主持流程，控制各项议程的开始。',
  },
  interpreter: {
    en: 'You write the captions the halls and the viewers read.',
    zh: '您负责现场字幕，供会场及观众阅读。',
  },
  speaker: {
    en: 'You see your own item, the time left, and what the moderator tells you.',
    zh: '您可查看自己的发言环节、剩余时间及主持人的提示。',
  },
}

/** To whoever was given a duty at a ceremony. */
export function dutyMail(duty: Duty, { title }: Plan): Letter {
  const t = called(title)
  return {
    subject: { en: `Your part in: ${t.en}`, zh: `您在“${t.zh}”中的任务` },
    text: {
      en: `The international office has given you a part in “${t.en}”.\n\n${duties[duty].en}\n\nThe plan stands here:`,
      zh: `国际事务部门请您参与“${t.zh}”。\n\n${duties[duty].zh}\n\n方案见：`,
    },
  }
}
