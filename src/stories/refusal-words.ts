/** What is said where an act on a story is refused: what is wrong, and who can change it. */
import type { Language } from '#src/platform/i18n/words.ts'
import type { RefusalDetails } from '#src/platform/refusal.ts'
import { fieldNames } from './field-names.ts'
import { publicationWords, type Said } from './publication-words.ts'
import { stateWords } from './state-words.ts'
import type { StoryRefusal, StoryState } from './story.ts'

const state = (d: RefusalDetails, language: Language) =>
  Object.hasOwn(stateWords, String(d.state)) ? stateWords[d.state as StoryState][language] : ''

const actWords: Record<Exclude<StoryRefusal, keyof typeof publicationWords>, Said> = {
  story_does_not_allow: {
    en: (d) =>
      `The story is ${state(d, 'en') || 'in another state'} now, and this cannot be done then. Look at the page again.`,
    zh: (d) => `新闻现为“${state(d, 'zh') || '其他'}”状态，无法执行此操作。请重新查看页面。`,
  },
  story_writers_only: {
    en: 'Only officers and editors of this university write stories. An administrator can give the role.',
    zh: '仅本校国际事务专员和编辑可撰写新闻，该角色由管理员授予。',
  },
  story_editors_only: {
    en: 'Only an editor of this university may do this. An administrator can give the role.',
    zh: '仅本校编辑可执行此操作，该角色由管理员授予。',
  },
  story_changed_meanwhile: {
    en: 'A colleague changed this while you were at it. Nothing of yours is lost: it stands below. Compare, then send it again.',
    zh: '您操作期间同事已作更改。您的内容未丢失，显示在下方，请比较后重新提交。',
  },
  story_malformed: {
    en: (d) => `This does not fit: ${fieldNames(d.fields, 'en') || 'a field'} is too long or not allowed.`,
    zh: (d) => `以下字段过长或不符合要求：${fieldNames(d.fields, 'zh') || '某字段'}。`,
  },
  story_date_malformed: { en: 'The date is not one of the calendar.', zh: '日期无效。' },
  story_slug_taken: {
    en: (d) => `Another story has the address “${d.slug}”. Choose another, or leave the field empty.`,
    zh: (d) => `地址“${d.slug}”已被其他新闻使用，请另选或留空。`,
  },
  story_slug_kept: {
    en: 'A published story keeps its address for ever, so that links to it go on working.',
    zh: '已发布新闻的地址永久保留，以保证链接有效。',
  },
  story_photo_unknown: { en: 'This photograph is no longer in the story.', zh: '该图片已不在此新闻中。' },
  story_partner_missing: {
    en: 'A story of both universities needs its partner. Choose one, or take the mark “needs the partner’s approval” away.',
    zh: '联合新闻须选择合作方；或取消“须经合作方批准”。',
  },
  story_partner_has_no_node: {
    en: 'The partner’s node is not paired with ours, so nobody there could approve. An administrator can pair the nodes, or whoever writes can take the mark “needs the partner’s approval” away.',
    zh: '尚未与合作方节点配对，对方无法审批。管理员可配对节点，或由撰写人取消“须经合作方批准”。',
  },
  story_headline_missing: {
    en: 'Give the story a headline in at least one language before you hand it in.',
    zh: '提交审阅前，请至少填写一种语言的标题。',
  },
  story_photos_too_many: {
    en: (d) => `A story takes at most ${d.most} photographs. Take one out first.`,
    zh: (d) => `一篇新闻最多 ${d.most} 张图片，请先移除一张。`,
  },
  story_author_may_not_approve: {
    en: 'You wrote in this story, so another editor has to approve it. An administrator can give somebody the role.',
    zh: '您参与了撰写，须由其他编辑批准。管理员可授予他人编辑角色。',
  },
  story_already_approved: { en: 'This text has been approved on our side already.', zh: '当前文本我方已批准。' },
  story_nothing_to_correct: {
    en: 'The text is the same as the published one. Change it first; then the correction can be put out.',
    zh: '文本与已发布版本相同，请先修改再发布更正。',
  },
  story_note_missing: {
    en: 'Say in at least one language what readers should know.',
    zh: '请至少用一种语言写明告知读者的说明。',
  },
  story_reason_missing: { en: 'Say what should be changed.', zh: '请写明需要修改的内容。' },
  story_time_missing: {
    en: 'Give a date and a time that there is: an hour the clocks skip in spring is none.',
    zh: '请填写日期和时间；夏令时开始时跳过的时刻并不存在。',
  },
  story_time_past: {
    en: 'This time is past. Choose one to come, or publish now.',
    zh: '该时间已过，请另选或立即发布。',
  },
  story_address_malformed: {
    en: 'This is not an address of the web. It begins with https:// or http://.',
    zh: '网址无效，应以 https:// 或 http:// 开头。',
  },
  story_permission_incomplete: {
    en: 'Say who gave the permission, and on which day.',
    zh: '请填写许可人与许可日期。',
  },
  story_offer_gone: {
    en: 'The partner has changed or taken back what you were reading. Look at the page again.',
    zh: '合作方已更改或收回您所阅读的内容，请重新查看页面。',
  },
  story_offer_does_not_fit: {
    en: 'What came from the partner’s node does not hang together, and was not taken.',
    zh: '合作方节点发来的内容不完整，未予接受。',
  },
  story_not_the_partner: { en: 'This story belongs to another partner.', zh: '该新闻属于其他合作方。' },
  ceremony_not_held: {
    en: 'Nothing is recorded of this ceremony yet. When it has been held, a story can be drafted from it.',
    zh: '该典礼尚无记录，举行之后方可据以起草新闻。',
  },
  mention_malformed: { en: 'Source and target must be two web addresses.', zh: 'source 与 target 须为两个网址。' },
  mention_not_ours: { en: 'The target is no story of ours.', zh: 'target 不是本站新闻。' },
}

export const storyRefusalWords: Record<StoryRefusal, Said> = { ...publicationWords, ...actWords }
