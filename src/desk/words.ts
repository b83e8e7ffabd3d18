/** The words of the desk. */
import type { Phrase, Words } from '#src/platform/i18n/words.ts'
import type { StoryDuty } from '#src/stories/index.ts'
import type { Duty } from './waiting.ts'

const numbers = [
  'Nothing',
  'One thing',
  'Two things',
  'Three things',
  'Four things',
  'Five things',
  'Six things',
  'Seven things',
]

export const words = {
  title: { en: 'Today', zh: '今日' },
  waits: {
    en: (n: number) =>
      n === 0 ? 'Nothing waits for you' : `${numbers[n] ?? `${n} things`} ${n === 1 ? 'waits' : 'wait'} for you`,
    zh: (n: number) => (n === 0 ? '暂无待办事项' : `有${n}件事等您处理`),
  },
  yourTurn: { en: 'Your turn', zh: '待您处理' },
  contactNeeded: { en: 'Contact needed', zh: '需要新的联系人' },
  ourLeadLeft: { en: 'our relationship lead has left', zh: '我方合作负责人已离任' },
  theirLeadLeft: { en: 'their relationship lead has left', zh: '对方合作负责人已离任' },
  lookAt: { en: 'Partnerships to look at', zh: '需关注的合作' },
  diligenceEnds: {
    en: (topic: string, day: string) => `Due diligence on ${topic.toLowerCase()}: holds until ${day}`,
    zh: (topic: string, day: string) => `尽职调查“${topic}”：有效期至 ${day}`,
  },
  diligenceEnded: {
    en: (topic: string, day: string) => `Due diligence on ${topic.toLowerCase()}: ended on ${day}`,
    zh: (topic: string, day: string) => `尽职调查“${topic}”：已于 ${day} 失效`,
  },
  dormant: { en: 'Dormant by its record', zh: '据记录已休眠' },
  lastRecorded: { en: (day: string) => `last recorded ${day}`, zh: (day: string) => `最近记录 ${day}` },
  neverRecorded: { en: 'nothing recorded', zh: '无记录' },
  allAnswers: {
    en: (n: number) => `All ${n} with due diligence that ends`,
    zh: (n: number) => `全部 ${n} 项即将到期的尽职调查`,
  },
  allDormant: {
    en: (n: number) => `All ${n} dormant by their record`,
    zh: (n: number) => `全部 ${n} 个据记录已休眠的合作`,
  },
  ending: { en: 'Ends within a year', zh: '一年内到期' },
  endingOf: {
    en: (ending: number, all: number) => `${ending} of ${all} in force`,
    zh: (ending: number, all: number) => `${all} 份有效协议中的 ${ending} 份`,
  },
  occasions: { en: 'Next occasions', zh: '近期活动' },
  find: { en: 'Find anything', zh: '搜索' },
  findTitle: { en: 'Find', zh: '搜索' },
  findHint: {
    en: 'Partners, agreements and what stands in their files, people, ceremonies, stories; English or Chinese. Years and types of agreement too: 2023 exchange.',
    zh: '合作伙伴、协议及其文件内容、人员、典礼、新闻，中英文均可；也可输入年份和协议类型，如“2023 学生交换”。',
  },
  findNothing: { en: 'Nothing found', zh: '未找到' },
  findNothingText: { en: 'Try fewer words or another language.', zh: '请减少关键词或换用另一种语言。' },
  agreementsFound: { en: 'Agreements', zh: '协议' },
  partnersFound: { en: 'Partners', zh: '合作伙伴' },
  peopleFound: { en: 'People', zh: '人员' },
  ceremoniesFound: { en: 'Ceremonies', zh: '典礼' },
  storiesFound: { en: 'Stories', zh: '新闻' },
  allOf: { en: (n: number) => `All ${n}`, zh: (n: number) => `全部 ${n} 项` },
  haveWithThem: { en: 'What we have with them', zh: '合作现状' },
  haveNothing: { en: 'Nothing yet: no agreement, no occasion, no story.', zh: '尚无协议、活动或新闻。' },
  inRegister: {
    en: (n: number) => (n === 1 ? 'One agreement in the register' : `All ${n} agreements in the register`),
    zh: (n: number) => `台账中共 ${n} 份协议`,
  },
  until: { en: (day: string) => `until ${day}`, zh: (day: string) => `至${day}` },
  openEnded: { en: 'open-ended', zh: '长期有效' },
  promisesOpen: { en: 'Promises still open', zh: '待兑现的承诺' },
  due: { en: (day: string) => `due ${day}`, zh: (day: string) => `${day}前` },
  underWay: { en: 'Under way', zh: '进行中' },
  concluded: { en: 'Concluded', zh: '已缔结' },
  open: { en: 'Open', zh: '打开' },
  allDone: { en: 'All done for now', zh: '目前没有待办' },
  allDoneText: {
    en: 'When something needs you, it stands here, and a mail tells you.',
    zh: '有需要您处理的事项时会显示在此，并以邮件通知您。',
  },
  bothNodes: { en: 'Both nodes', zh: '双方节点' },
  answered: { en: (name: string) => `${name} last answered`, zh: (name: string) => `${name}最近应答` },
  notHeard: { en: (name: string) => `${name} has not answered yet`, zh: (name: string) => `${name}尚未应答` },
  noMessages: { en: 'no message waits', zh: '没有待送达的消息' },
  messagesWait: { en: (n: string) => `${n} messages wait to be delivered`, zh: (n: string) => `${n}条消息待送达` },
  notPaired: { en: 'No partner node is paired yet.', zh: '尚未与合作方节点配对。' },
  keyPartners: { en: 'Key partners', zh: '重点合作伙伴' },
  partnersAll: { en: 'Partners', zh: '合作伙伴' },
  figures: { en: 'Partnerships', zh: '合作伙伴关系' },
  untitled: { en: 'Story without a headline', zh: '未命名新闻' },
  version: { en: (n: number) => `version ${n}`, zh: (n: number) => `第${n}版` },
} satisfies Words

export const dutyWords: Record<Duty | StoryDuty, Phrase> = {
  draft: { en: 'Draft: write and send the first version', zh: '起草：撰写并发送第一版' },
  prepare: { en: 'Draft: write the first version, which the office sends', zh: '起草：撰写第一版，由国际事务部门发送' },
  answer: { en: 'Your turn: read what changed and answer', zh: '轮到我方：查看改动并答复' },
  agree_to_freeze: { en: 'The partner proposes to freeze the text', zh: '合作方提议定稿' },
  approve: { en: 'Approve the frozen text', zh: '审批定稿文本' },
  open_signing: { en: 'Both sides have approved: open the signing session', zh: '双方已审批：可开启签署' },
  sign: { en: 'Sign', zh: '签署' },
  approve_story: { en: 'A story waits for an editor’s approval', zh: '新闻待编辑审批' },
  change_story: { en: 'Changes to the story are asked for', zh: '新闻需要修改' },
  publish_story: { en: 'The story is approved: publish it or set a time', zh: '新闻已批准：可发布或设定时间' },
  answer_offer: { en: 'The partner offers a story to approve', zh: '合作方请您审阅一则新闻' },
}
