/** The words of the stories area: the list and the beginning of a story here, the rest by subject beside it. */
export { storyJournalWords } from './journal-words.ts'
export { storyRefusalWords } from './refusal-words.ts'

export const listWords = {
  title: { en: 'Stories', zh: '新闻' },
  note: {
    en: 'What this university tells the public. The partner approves what both tell together.',
    zh: '本校对外发布的新闻。联合新闻须经合作方批准。',
  },
  start: { en: 'Begin a story', zh: '新建新闻' },
  caption: { en: 'Stories of this university', zh: '本校新闻' },
  story: { en: 'Story', zh: '新闻' },
  partner: { en: 'Partner', zh: '合作方' },
  state: { en: 'State', zh: '状态' },
  held: { en: 'Held', zh: '活动日期' },
  languages: { en: 'Languages', zh: '语言' },
  published: { en: 'Published', zh: '发布时间' },
  untitled: { en: 'Without a headline', zh: '尚无标题' },
  noLanguage: { en: 'none complete', zh: '均未完成' },
  en: { en: 'English', zh: '英文' },
  zh: { en: 'Chinese', zh: '中文' },
  emptyTitle: { en: 'No story yet', zh: '尚无新闻' },
  emptyText: {
    en: 'A story begins blank, or is drafted from a ceremony that was held.',
    zh: '可新建空白新闻，或根据已举行的典礼起草。',
  },
  offers: { en: 'Stories partners ask us to approve', zh: '合作方请我方审批的新闻' },
  from: { en: (who: string) => `from ${who}`, zh: (who: string) => `来自${who}` },
  read: { en: 'Read', zh: '阅读' },
  heard: { en: 'Partners published', zh: '合作方已发布' },
  heardNote: {
    en: 'Link their story from ours: readers of each find the other.',
    zh: '从我方新闻链接对方报道，方便读者相互查阅。',
  },
  linkFrom: { en: 'Link it from', zh: '链接自' },
  link: { en: 'Link it', zh: '链接' },
  noOwn: { en: 'No story of ours with this partner yet.', zh: '尚无与该合作方相关的我方新闻。' },
  mentions: { en: 'Mentions to decide about', zh: '待决定的外部提及' },
  mentionOf: { en: (title: string) => `mentions “${title}”`, zh: (title: string) => `提及《${title}》` },
  show: { en: 'Show it', zh: '展示' },
  hide: { en: 'Do not show it', zh: '不展示' },
  broken: { en: 'Broken links', zh: '失效链接' },
  openStory: { en: 'Open the story', zh: '打开新闻' },
}

export const newWords = {
  title: { en: 'Begin a story', zh: '新建新闻' },
  blank: { en: 'Begin with an empty page', zh: '新建空白新闻' },
  blankNote: { en: 'For everything that is not about a ceremony.', zh: '适用于与典礼无关的新闻。' },
  blankAct: { en: 'Begin blank', zh: '新建' },
  fromCeremony: { en: 'Draft it from a ceremony', zh: '根据典礼起草' },
  fromNote: {
    en: 'Date, places, guests with their titles of that day and what was said are put in, in both languages, to be edited.',
    zh: '自动填入日期、地点、嘉宾及其当日职务和发言情况，中英文并列，供编辑修改。',
  },
  draft: { en: 'Draft a story', zh: '起草' },
  noneHeld: {
    en: 'No ceremony has been held yet. Once one has, it stands here.',
    zh: '尚无已举行的典礼，举行后将显示于此。',
  },
  back: { en: 'Back to the stories', zh: '返回新闻列表' },
}
