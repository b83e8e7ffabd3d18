/** The words of groupings. */
import type { Language, Phrase } from '#src/platform/i18n/words.ts'
import type { GroupingRefusal } from './grouping.ts'

export const groupingWords = {
  title: { en: 'Groupings', zh: '院校群组' },
  one: { en: 'Grouping', zh: '院校群组' },
  any: { en: 'any', zh: '不限' },
  name: { en: 'Name', zh: '名称' },
  members: { en: 'Members', zh: '成员' },
  partners: { en: 'Our partners', zh: '本校合作伙伴' },
  source: { en: 'Source', zh: '出处' },
  sourceHint: { en: 'Where its membership is written: an address, or a document.', zh: '成员名单的出处：网址或文件。' },
  asOf: { en: 'As of', zh: '截至日期' },
  public: { en: 'Shown to the public with its members among our partners', zh: '在公开网站的合作伙伴页面显示' },
  visibility: { en: 'Visibility', zh: '可见范围' },
  addOne: { en: 'Add a member', zh: '添加成员' },
  shown: { en: 'public', zh: '公开' },
  internal: { en: 'internal', zh: '内部' },
  add: { en: 'Make a grouping', zh: '新建群组' },
  change: { en: 'Change', zh: '修改' },
  save: { en: 'Save', zh: '保存' },
  drop: { en: 'Dissolve it', zh: '解散群组' },
  dropText: { en: 'The institutions stay; only the grouping goes.', zh: '机构不受影响，仅删除群组。' },
  emptyTitle: { en: 'No grouping yet', zh: '尚无群组' },
  emptyText: {
    en: 'Make one for an alliance, a list somebody publishes, or one of your own; partners and agreements can be narrowed to it.',
    zh: '可为高校联盟、公开名单或自定分类建立群组，并据此筛选合作伙伴和协议。',
  },
  noMembers: { en: 'Nobody belongs to it yet. Find an institution to add.', zh: '尚无成员，请查找并添加机构。' },
  university: { en: 'Institution', zh: '机构' },
  country: { en: 'Country', zh: '国家或地区' },
  partnership: { en: 'Partnership', zh: '合作关系' },
  notOurs: { en: 'not in our register', zh: '未列入本校台账' },
  us: { en: 'this university', zh: '本校' },
  none: { en: 'no partnership yet', zh: '尚未建立合作关系' },
  takeOut: { en: 'Take out', zh: '移出' },
  acts: { en: 'Acts', zh: '操作' },
  find: { en: 'Find an institution to add', zh: '查找要添加的机构' },
  findHint: { en: 'Part of a name, in any language.', zh: '名称的一部分，语言不限。' },
  search: { en: 'Find', zh: '查找' },
  addMember: { en: 'Add', zh: '添加' },
  nothingFound: { en: 'No other institution goes by that name', zh: '没有其他符合该名称的机构' },
  seePartners: { en: 'Partners in it', zh: '其中的合作伙伴' },
  seeAgreements: { en: 'Agreements with them', zh: '相关协议' },
  done: { en: 'Saved.', zh: '已保存。' },
}

export const groupingRefusalWords: Record<GroupingRefusal, Phrase> = {
  grouping_name_missing: { en: 'Please name it, in one language at least.', zh: '请至少用一种语言填写名称。' },
  grouping_source_missing: {
    en: 'Please say where its membership is written: an address, or a document.',
    zh: '请注明成员名单的出处（网址或文件）。',
  },
  grouping_date_wrong: {
    en: 'Please give the day as year-month-day, not later than today.',
    zh: '请按“年-月-日”填写日期，且不晚于今日。',
  },
  grouping_name_taken: { en: 'There is a grouping of that name.', zh: '已有同名群组。' },
  grouping_changed_meanwhile: {
    en: 'A colleague changed it since you opened it. What they saved is shown below; change it again from there.',
    zh: '您打开后同事已作修改。下方为最新内容，请在此基础上修改。',
  },
  grouping_member_unknown: {
    en: 'No institution of that ROR id is in our register or in the directory.',
    zh: '本校台账与机构名录中均无该 ROR 编号。',
  },
  grouping_member_gone: { en: 'A colleague took it out meanwhile.', zh: '该成员已被同事移出。' },
}

export const groupingJournalWords = {
  'grouping.added': { en: 'grouping made', zh: '新建院校群组' },
  'grouping.changed': { en: 'grouping changed', zh: '修改院校群组' },
  'grouping.dropped': { en: 'grouping dissolved', zh: '解散院校群组' },
  'grouping.member_added': { en: 'member added to a grouping', zh: '添加群组成员' },
  'grouping.member_taken_out': { en: 'member taken out of a grouping', zh: '移出群组成员' },
}

/** Its name for a list to choose from: the reader's language, else the other. */
export const groupingName = (
  { name_en: en, name_zh: zh }: { name_en: string; name_zh: string },
  language: Language,
): string => (language === 'en' ? en || zh : zh || en)
