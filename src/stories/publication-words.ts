/** What stands in the way of publication, in sentences: what is wrong, and who can change it. */
import type { Language, Phrase } from '#src/platform/i18n/words.ts'
import type { RefusalDetails } from '#src/platform/refusal.ts'
import { fieldNames } from './field-names.ts'
import type { StoryRefusal } from './story.ts'

export type Said = Phrase<string | ((details: RefusalDetails) => string)>

const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])
const numbers = (d: RefusalDetails, language: Language) => {
  const all = list(d.photos)
  if (language === 'zh') return `图${all.join('、')}`
  return `${all.length > 1 ? 'Photographs' : 'Photograph'} ${all.join(', ')}`
}
const has = (d: RefusalDetails) => (list(d.photos).length > 1 ? 'have' : 'has')
const them = (d: RefusalDetails) => (list(d.photos).length > 1 ? 'them' : 'it')
const inWhich = (d: RefusalDetails, language: Language) =>
  ({ en: { en: 'English', zh: '英文' }, zh: { en: 'Chinese', zh: '中文' } })[String(d.language) as Language]?.[language]
const partner = (d: RefusalDetails, language: Language) =>
  String(d[language] || (language === 'en' ? 'The partner' : '合作方'))
const until = (d: RefusalDetails) =>
  Temporal.Instant.from(String(d.until)).toString({ smallestUnit: 'minute' }).replace('T', ' ').replace('Z', ' UTC')

export const publicationWords = {
  story_no_language: {
    en: 'No language is marked as complete. Whoever writes can mark English, Chinese or both when editing the text.',
    zh: '尚无任何语言标记为完成。撰写人可在编辑文本时标记中文、英文或两者。',
  },
  story_language_incomplete: {
    en: (d) =>
      `${inWhich(d, 'en')} is marked as complete, but lacks: ${fieldNames(d.fields, 'en')}. Whoever writes can add it, or take the mark away.`,
    zh: (d) => `${inWhich(d, 'zh')}已标记为完成，但缺少：${fieldNames(d.fields, 'zh')}。撰写人可补充内容或取消标记。`,
  },
  story_photo_not_found: {
    en: (d) =>
      `The ${inWhich(d, 'en')} text places photograph ${list(d.photos).join(', ')}, which is not there. Whoever writes can change the text or add the photograph.`,
    zh: (d) => `${inWhich(d, 'zh')}文本引用了不存在的图${list(d.photos).join('、')}。撰写人可修改文本或添加图片。`,
  },
  story_photo_undescribed: {
    en: (d) =>
      `${numbers(d, 'en')} ${has(d)} no description in a language that is to be published. Whoever writes can describe ${them(d)} under “Photographs”, or mark ${them(d)} as decorative.`,
    zh: (d) => `${numbers(d, 'zh')}缺少待发布语言的图片说明。撰写人可在“图片”页面填写，或标记为装饰性图片。`,
  },
  story_photo_not_permitted: {
    en: (d) =>
      `For ${numbers(d, 'en').toLowerCase()} nobody has noted the permission to use ${them(d)} on the public site. Whoever obtained it can note who gave it and when, under “Photographs”.`,
    zh: (d) => `${numbers(d, 'zh')}尚无公开网站使用许可记录。取得许可的人员可在“图片”页面注明许可人与日期。`,
  },
  story_photo_unapproved: {
    en: (d) => `${numbers(d, 'en')} ${has(d)} not been approved. An editor can approve ${them(d)} under “Photographs”.`,
    zh: (d) => `${numbers(d, 'zh')}尚未批准，编辑可在“图片”页面批准。`,
  },
  story_not_approved: {
    en: 'The text as it is now has not been approved on our side. An editor who did not write in it can approve it.',
    zh: '当前文本尚未经我方批准，须由未参与撰写的编辑批准。',
  },
  story_partner_unconfirmed: {
    en: (d) =>
      d.offered
        ? `${partner(d, 'en')} has not approved this text yet. Their editors have it before them; only they can approve it.`
        : `${partner(d, 'en')} has not approved this text yet. It goes to their editors as soon as one of ours has approved it.`,
    zh: (d) =>
      d.offered
        ? `${partner(d, 'zh')}尚未批准当前文本。文本已送达对方编辑，仅对方编辑可批准。`
        : `${partner(d, 'zh')}尚未批准当前文本。我方编辑批准后将自动送交对方编辑。`,
  },
  story_embargoed: {
    en: (d) => `The embargo holds until ${until(d)}. An editor can schedule the story for then, or lift the embargo.`,
    zh: (d) => `禁发期至 ${until(d)}。编辑可定时至该时刻发布，或解除禁发。`,
  },
} satisfies Partial<Record<StoryRefusal, Said>>
