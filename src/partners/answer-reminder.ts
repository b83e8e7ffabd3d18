/** When answers of due diligence that end must be brought to mind. Pure rules. */
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { Topic } from './fact.ts'
import { topicWords } from './fact-words.ts'

const { compare } = Temporal.PlainDate

/** Days before an answer's last day; the last rule is reached on the day after it. */
export const answerRules = [90, 30, -1]

/** The latest answer to a topic (see `answersEndingBy`). */
export interface EndingAnswer {
  institution: string
  topic: Topic
  expires_on: Temporal.PlainDate
  name_en: string
  name_zh: string
}

/** The nearest rule reached, so that an answer entered late is not told of three times at once. */
export const answerRule = (expiresOn: Temporal.PlainDate, day: Temporal.PlainDate): number | undefined =>
  answerRules.findLast((days) => compare(expiresOn.subtract({ days }), day) <= 0)

/** What is due on a day, in words. An answer given anew has another end, and so another key. */
export function answersDue(answers: EndingAnswer[], day: Temporal.PlainDate) {
  return answers.flatMap((answer) => {
    const days = answerRule(answer.expires_on, day)
    if (days === undefined) return []
    const { institution: partner, topic, expires_on: end } = answer
    const name = { en: answer.name_en || answer.name_zh, zh: answer.name_zh || answer.name_en }
    return [
      {
        key: `answer:${partner}:${topic}:${end}:${days}`,
        partner,
        path: `/partners/${partner}/facts`,
        ...answerWords(name, topicWords[topic], { end: end.toString(), over: days < 0 }),
      },
    ]
  })
}

const answerWords = (
  partner: Phrase,
  topic: Phrase,
  { end, over }: { end: string; over: boolean },
): { subject: Phrase; text: Phrase } => ({
  subject: {
    en: `Due diligence ${over ? 'has ended' : `ends on ${end}`}: ${partner.en}, ${topic.en.toLowerCase()}`,
    zh: `尽职调查${over ? '已失效' : `将于 ${end} 到期`}：${partner.zh}，${topic.zh}`,
  },
  text: {
    en: `The answer on ${topic.en.toLowerCase()} for ${partner.en} holds until ${end}.\n\nLook into it again and record a new answer; these reminders then end.`,
    zh: `关于${partner.zh}“${topic.zh}”的结论有效期至 ${end}。\n\n请重新评估并登记结论，提醒随即停止。`,
  },
})
