/** States, purposes and roles in words. */
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { EditorRole } from './content.ts'
import type { StoryState } from './story.ts'
import type { MentionTable, OfferTable, Purpose } from './tables.ts'

export const stateWords: Record<StoryState, Phrase> = {
  draft: { en: 'draft', zh: '草稿' },
  in_review: { en: 'in review', zh: '审阅中' },
  changes_requested: { en: 'changes requested', zh: '待修改' },
  approved: { en: 'approved', zh: '已批准' },
  scheduled: { en: 'scheduled', zh: '定时发布' },
  published: { en: 'published', zh: '已发布' },
  corrected: { en: 'published, corrected', zh: '已发布（有更正）' },
  withdrawn: { en: 'withdrawn', zh: '已撤回' },
}

export const purposeWords: Record<Purpose, Phrase> = {
  site: { en: 'public site', zh: '公开网站' },
  press: { en: 'press', zh: '媒体' },
  internal: { en: 'internal', zh: '内部使用' },
}

export const editorRoleWords: Record<EditorRole, Phrase> = {
  editor: { en: 'Editor', zh: '编辑' },
  translator: { en: 'Translator', zh: '翻译' },
  photographer: { en: 'Photographer', zh: '摄影' },
  author: { en: 'Author', zh: '撰稿' },
}

export const offerStateWords: Record<OfferTable['state'], Phrase> = {
  waiting: { en: 'waits for our answer', zh: '等待我方答复' },
  approved: { en: 'approved by us', zh: '我方已批准' },
  changes_asked: { en: 'we asked for changes', zh: '我方要求修改' },
  withdrawn: { en: 'taken back by them', zh: '对方已收回' },
}

export const mentionStateWords: Record<MentionTable['state'], Phrase> = {
  received: { en: 'not looked at yet', zh: '尚未核实' },
  waiting: { en: 'waits for a decision', zh: '等待决定' },
  approved: { en: 'shown', zh: '已展示' },
  rejected: { en: 'not shown', zh: '不展示' },
  gone: { en: 'no longer links us', zh: '已无链接' },
}

/** Why an address gave no page. */
const linkProblems: Record<string, Phrase> = {
  not_public: { en: 'the address is not a public one', zh: '地址不是公网地址' },
  not_found: { en: 'there is no such site', zh: '网站不存在' },
  too_many_redirects: { en: 'it leads on and on', zh: '重定向过多' },
  too_slow: { en: 'it did not answer in time', zh: '未在限定时间内响应' },
  not_reached: { en: 'it could not be reached', zh: '无法连接' },
  no_link: { en: 'the page does not link our story', zh: '该页面未链接我方新闻' },
}

/** A problem noted by a look at an address, in words. */
export function problemWords(problem: string): Phrase {
  const status = /^status_(\d{3})$/.exec(problem)?.[1]
  if (status) return { en: `it answers with error ${status}`, zh: `返回错误 ${status}` }
  return linkProblems[problem] ?? linkProblems.not_reached!
}
