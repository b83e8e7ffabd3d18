/** The words of events and of the search. */
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { EventStanding, PublicEvent } from './event.ts'
import type { Found } from './find.ts'

export const eventKindWords: Record<PublicEvent['kind'], Phrase> = {
  signing: { en: 'Signing ceremony', zh: '签约仪式' },
  launch: { en: 'Launch', zh: '启动仪式' },
  partner_day: { en: 'Partner University Day', zh: '伙伴大学日' },
  dialogue: { en: 'Strategic dialogue', zh: '战略对话' },
  forum: { en: 'Forum', zh: '论坛' },
  visit: { en: 'Visit', zh: '访问' },
}

/** What must be said of an event beside its time; a confirmed one needs no word. */
export const eventStandingWords: Record<EventStanding, Phrase> = {
  confirmed: { en: '', zh: '' },
  tentative: { en: 'time being settled', zh: '时间待定' },
  live: { en: 'live now', zh: '正在进行' },
  past: { en: '', zh: '' },
  postponed: { en: 'postponed', zh: '延期' },
  cancelled: { en: 'cancelled', zh: '已取消' },
}

export const eventWords = {
  title: { en: 'Events', zh: '活动' },
  description: {
    en: (name: string) => `Events of ${name} with its partners that anyone may follow, to come and past.`,
    zh: (name: string) => `${name}与合作伙伴面向公众的活动：近期与往期。`,
  },
  toCome: { en: 'To come', zh: '近期活动' },
  past: { en: 'Past', zh: '往期活动' },
  emptyTitle: { en: 'No open event is announced', zh: '暂无面向公众的活动' },
  emptyText: {
    en: 'When there is one, it stands here with the local time of both cities. The calendar below tells you too.',
    zh: '如有活动，将在此以两地时间公布，亦可通过日历订阅。',
  },
  subscribe: { en: 'Subscribe to the calendar', zh: '订阅日历' },
  add: { en: 'Add to your calendar', zh: '添加到日历' },
  when: { en: 'When', zh: '时间' },
  where: { en: 'Where', zh: '地点' },
  who: { en: 'With', zh: '合作方' },
  programme: { en: 'Programme', zh: '议程' },
  programmeTimes: {
    en: (first: string, second: string) => `Times in ${first} and ${second}.`,
    zh: (first: string, second: string) => `${first}时间与${second}时间。`,
  },
  agreement: { en: 'The agreement', zh: '相关协议' },
  story: { en: 'The story', zh: '相关新闻' },
  live: { en: 'Watch live', zh: '观看直播' },
  doors: {
    en: 'The doors are open: you can watch from here.',
    zh: '会场已开放，可在此观看。',
  },
  over: { en: 'This event is over.', zh: '活动已结束。' },
  until: { en: (time: string) => `until ${time}`, zh: (time: string) => `至 ${time}` },
  minutes: { en: (n: number) => `${n} min`, zh: (n: number) => `${n} 分钟` },
}

export const searchWords = {
  title: { en: 'Search', zh: '搜索' },
  label: { en: 'What are you looking for?', zh: '请输入搜索内容' },
  hint: {
    en: 'A name, a place, a word; in English or Chinese, with or without accents.',
    zh: '名称、地点或词语，中英文均可。',
  },
  button: { en: 'Search', zh: '搜索' },
  found: { en: (n: number) => (n === 1 ? '1 result' : `${n} results`), zh: (n: number) => `共 ${n} 条结果` },
  noneTitle: { en: (q: string) => `Nothing here for “${q}”`, zh: (q: string) => `未找到“${q}”` },
  noneText: {
    en: 'Every word must occur. Try fewer words, another spelling, or the other language.',
    zh: '须包含全部词语。可减少词语、更换写法，或改用另一种语言。',
  },
  description: { en: 'Search partners, agreements, stories and events.', zh: '搜索合作伙伴、协议、新闻与活动。' },
}

export const foundWords: Record<Found['kind'], Phrase> = {
  partner: { en: 'Partner', zh: '合作伙伴' },
  agreement: { en: 'Agreement', zh: '协议' },
  story: { en: 'Story', zh: '新闻' },
  event: { en: 'Event', zh: '活动' },
}

/** Where the words were found. */
export const placeWords: Record<Found['why'][number]['place'], Phrase> = {
  name: { en: 'name', zh: '名称' },
  city: { en: 'place', zh: '所在地' },
  fact: { en: 'facts', zh: '概况' },
  title: { en: 'title', zh: '标题' },
  party: { en: 'parties', zh: '签署方' },
  programme: { en: 'programme', zh: '议程' },
  text: { en: 'text', zh: '正文' },
  summary: { en: 'summary', zh: '摘要' },
  hash: { en: 'hash', zh: '哈希' },
}
