/** Stories for tests and benches of the public site. Invented sentences about a public occasion, marked demonstration like all of the sample. */
import { queenMary } from '#cast/universities.ts'
import { drawnPhoto } from './public-photo.ts'
import { type PublicSite, type ToldStory, tellStory } from './public-site.ts'

const paragraphs = {
  en: `On the afternoon of the day the two universities met online to look back on their cooperation, to speak of what comes next, and to sign.

The signing marks the formal establishment of the key partnership. Each university signed on its own system; both hold the same document, and anyone who has it can check it.

## What follows

A Partner University Day is held in turn at each university, and a first call for seed projects is being prepared.

> Two halls, one document.
> — A demonstration

The text, the programme and this account were written for a demonstration.`,
  zh: `当日下午，两校在线举行会议，回顾合作历程，展望未来合作，并签署协议。

签署标志着重点合作伙伴关系正式建立。双方在各自系统上签署，持有完全相同的文件，任何持有该文件者均可核验。

## 后续

双方将轮流举办伙伴大学日，并筹备首期种子项目征集。

> 两地会场，一份文件。
> — 示例

本文及相关文本、议程均为示例而作。`,
}

export const signingStory: ToldStory = {
  slug: 'hust-and-queen-mary-sign-together-online',
  headline: {
    en: 'HUST and Queen Mary University of London sign a Key Partnership Agreement, together online',
    zh: '华中科技大学与伦敦玛丽女王大学在线签署重点合作伙伴协议',
  },
  summary: {
    en: 'Two halls, seven hours apart, one document: the two universities have become key partners.',
    zh: '两地会场，时差七小时，一份文件：两校结为重点合作伙伴。',
  },
  body: paragraphs,
  partner: queenMary.ror,
  heldOn: '2026-10-20',
  editors: [
    { name: { latin: 'Zhou Lan', native: '周岚' }, role: 'editor' },
    { name: { latin: 'Zoltán Szőke', native: null }, role: 'translator' },
  ],
  publishedAt: '2026-10-25T02:00:00Z',
}

export const otherStories: ToldStory[] = [
  {
    slug: 'first-call-for-seed-projects-in-preparation',
    headline: { en: 'First call for seed projects in preparation', zh: '首期种子项目征集筹备中' },
    summary: {
      en: 'Both universities will fund their own researchers; each project has one lead on either side.',
      zh: '两校各自资助本校研究人员，每个项目双方各设一名负责人。',
    },
    body: paragraphs,
    partner: queenMary.ror,
    publishedAt: '2026-10-12T01:00:00Z',
  },
  {
    slug: 'a-workshop-on-materials-in-two-cities',
    headline: { en: 'A workshop on materials, in two cities at once', zh: '材料科学研讨会两地同步举行' },
    summary: { en: 'Forty researchers met in four sessions.', zh: '四十名研究人员参加了四场会议。' },
    body: paragraphs,
    publishedAt: '2026-03-03T01:00:00Z',
  },
  {
    slug: 'students-of-both-universities-share-a-summer-school',
    headline: { en: '', zh: '两校学生共同参加暑期学校' },
    summary: { en: '', zh: '为期三周的课程涵盖医学、工程与管理。' },
    body: { en: '', zh: paragraphs.zh },
    languages: ['zh'],
    partner: queenMary.ror,
    heldOn: '2025-07-11',
    publishedAt: '2025-07-20T01:00:00Z',
  },
]

export const withdrawnStory: ToldStory = {
  slug: 'a-story-that-was-withdrawn',
  headline: { en: 'A story that was withdrawn', zh: '一篇已撤回的新闻' },
  body: { en: 'The text that was withdrawn.', zh: '已撤回的正文。' },
  publishedAt: '2026-01-05T01:00:00Z',
  state: 'withdrawn',
  note: { en: 'It named a figure that was wrong.', zh: '文中数据有误。' },
}

/** All of them, published. */
export async function tellAll(site: PublicSite): Promise<void> {
  const office = site.pair.hust
  const photo = await drawnPhoto()
  await tellStory(office, { ...signingStory, photo, agreement: site.agreement, ceremony: site.ceremony })
  for (const story of [...otherStories, withdrawnStory]) await tellStory(office, story)
}
