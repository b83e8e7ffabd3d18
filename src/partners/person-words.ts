/** The words of the people register. */
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { Basis, PersonRefusal, PostEnd } from './person.ts'
import type { PersonDetails } from './person-store.ts'

export const personWords = {
  title: { en: 'Contacts', zh: '联系人' },
  search: { en: 'Name', zh: '姓名' },
  hint: {
    en: 'Family name first or last, with or without spaces and accents, in either script.',
    zh: '姓名顺序不限，空格与重音可省略，中外文均可。',
  },
  find: { en: 'Find', zh: '查找' },
  add: { en: 'Add a person', zh: '添加人员' },
  person: { en: 'Person', zh: '姓名' },
  post: { en: 'Title', zh: '职务' },
  institution: { en: 'University', zh: '所属机构' },
  institutionHint: { en: 'Its name as in our register, or its ROR id.', zh: '本校名册中的名称或 ROR 编号。' },
  count: { en: (n: number) => (n === 1 ? 'One person' : `${n} people`), zh: (n: number) => `${n} 人` },
  many: {
    en: (n: number) => `The first ${n}; type a name to find others`,
    zh: (n: number) => `前 ${n} 人，输入姓名可查找其他人`,
  },
  nobody: { en: 'Nobody goes by that name here', zh: '没有找到该姓名' },
  nobodyText: { en: 'Try part of the name, or add the person.', zh: '请尝试部分姓名，或添加此人。' },
  formerly: { en: 'no post now', zh: '目前无职务' },
  posts: { en: 'Posts', zh: '任职经历' },
  noPosts: { en: 'No post is recorded.', zh: '尚无任职记录。' },
  held: { en: 'Held', zh: '任期' },
  now: { en: 'now', zh: '至今' },
  unknown: { en: 'not recorded', zh: '未记录' },
  unit: { en: 'Unit', zh: '部门' },
  reach: { en: 'How to reach', zh: '联系方式' },
  email: { en: 'E-mail', zh: '电子邮箱' },
  phone: { en: 'Telephone', zh: '电话' },
  assistant: { en: 'Assistant', zh: '助理' },
  language: { en: 'Writes in', zh: '通信语言' },
  either: { en: 'not known', zh: '未知' },
  basis: { en: 'Why we may keep this', zh: '保存依据' },
  basisNote: { en: 'Where that is written', zh: '依据出处' },
  basisHint: {
    en: 'An address or a number is kept only with a reason.',
    zh: '保存邮箱或电话须有依据。',
  },
  note: { en: 'Our own note', zh: '内部备注' },
  noteHint: { en: 'Never leaves this node.', zh: '仅保存在本节点。' },
  latin: { en: 'Name in Latin letters', zh: '拉丁字母姓名' },
  latinHint: { en: 'As the person writes it, in their own order.', zh: '按本人书写方式和顺序填写。' },
  native: { en: 'Name in their own script', zh: '本国文字姓名' },
  familyFirst: { en: 'The family name stands first', zh: '姓在前' },
  edit: { en: 'Change', zh: '修改' },
  back: { en: 'Leave it as it was', zh: '不作修改' },
  save: { en: 'Save', zh: '保存' },
  newPost: { en: 'Add a post', zh: '添加职务' },
  title_: { en: 'Title', zh: '职务名称' },
  since: { en: 'Since', zh: '开始日期' },
  rank: { en: 'Rank', zh: '位次' },
  rankHint: {
    en: 'Smaller stands first: 10 president, 20 vice-president, 50 dean.',
    zh: '数字越小越靠前：10 校长，20 副校长，50 院长。',
  },
  endPost: { en: 'This post has ended', zh: '该职务已结束' },
  endExplain: {
    en: 'The post stays in the record with its dates. What was signed or said while it was held keeps the title of that day.',
    zh: '该职务及其日期将保留。任职期间签署或发表的内容仍保留当时的职务。',
  },
  until: { en: 'Last day', zh: '结束日期' },
  how: { en: 'What happened', zh: '原因' },
  leads: { en: 'Leads', zh: '负责的合作伙伴' },
  lead: { en: 'Relationship leads', zh: '合作负责人' },
  leadHint: { en: 'Two on each side are the aim.', zh: '建议双方各两名。' },
  contactNeeded: { en: (name: string) => `Contact needed at ${name}`, zh: (name: string) => `${name}需要新的联系人` },
  contactNeededText: {
    en: 'Nobody who holds a post there leads this partnership any more.',
    zh: '目前没有在任人员负责该合作关系。',
  },
  nameLead: { en: 'Name a lead', zh: '指定负责人' },
  giveUp: { en: 'No longer leads', zh: '不再负责' },
  handover: { en: 'What whoever follows should know', zh: '交接说明' },
  handoverExplain: { en: 'The note stays here, for whoever follows.', zh: '说明将保留，供接任者查看。' },
  formerLeads: { en: 'Before', zh: '历任' },
  changed: { en: 'A colleague changed this since you opened it', zh: '您打开后，同事已修改此记录' },
  changedText: {
    en: 'What they saved stands beside each field that differs. Look, then save again.',
    zh: '不同之处已在各字段旁显示同事保存的内容，请核对后再保存。',
  },
  theirs: { en: (value: string) => `Saved meanwhile: ${value}`, zh: (value: string) => `期间已保存：${value}` },
  done: { en: 'Saved.', zh: '已保存。' },
}

export const basisWords: Record<Basis, Phrase> = {
  none: { en: 'nothing is kept', zh: '未保存' },
  published: { en: 'published by their university', zh: '所属机构公开发布' },
  contract: { en: 'named as contact in an agreement', zh: '协议指定联系人' },
  consent: { en: 'the person agreed', zh: '本人同意' },
}

export const endWords: Record<PostEnd, Phrase> = {
  moved: { en: 'moved to another post', zh: '调任' },
  left: { en: 'left', zh: '离任' },
  retired: { en: 'retired', zh: '退休' },
}

/** The fields, as an error or a colleague's change names them. */
export const fieldWords: Record<keyof PersonDetails, Phrase> = {
  latin: personWords.latin,
  native: personWords.native,
  familyNameFirst: personWords.familyFirst,
  language: personWords.language,
  email: personWords.email,
  phone: personWords.phone,
  assistant: personWords.assistant,
  basis: personWords.basis,
  basisNote: personWords.basisNote,
  note: personWords.note,
}

export const personRefusalWords: Record<PersonRefusal, Phrase> = {
  person_name_missing: {
    en: 'Please give the name in Latin letters; in their own script it may be added.',
    zh: '请填写拉丁字母姓名，本国文字姓名可另行填写。',
  },
  person_basis_missing: {
    en: 'Please say why we may keep the address or number, or leave both empty.',
    zh: '请说明保存邮箱或电话的依据，或将二者留空。',
  },
  person_changed_meanwhile: {
    en: 'A colleague changed this person since you opened the page. Nothing of yours is lost: compare and save again.',
    zh: '您打开页面后，同事已修改此人信息。您填写的内容仍保留，请核对后再次保存。',
  },
  post_title_missing: { en: 'Please give the title in at least one language.', zh: '请至少用一种语言填写职务名称。' },
  post_institution_unknown: {
    en: 'Please choose a university of our register. Others are found under Partners → Find an institution.',
    zh: '请选择本校名册中的机构，其他机构可在“合作伙伴→查找机构”中加入。',
  },
  post_date_wrong: {
    en: 'The date is not one, or lies before the post began. Please write it as year-month-day.',
    zh: '日期无效或早于任职开始日期，请按“年-月-日”填写。',
  },
  post_has_ended: { en: 'This post has been ended already.', zh: '该职务此前已结束。' },
  lead_not_of_either_side: {
    en: 'A lead holds a post at one of the two universities. Add the post first, then name the lead.',
    zh: '负责人须在双方学校之一任职。请先添加职务，再指定负责人。',
  },
  lead_already: { en: 'This person leads the partnership already.', zh: '此人已是该合作关系的负责人。' },
}

export const personJournalWords = {
  'person.added': { en: 'person added', zh: '添加人员' },
  'person.changed': { en: 'person changed', zh: '修改人员信息' },
  'person.post_begun': { en: 'post begun', zh: '开始任职' },
  'person.moved': { en: 'moved to another post', zh: '调任' },
  'person.left': { en: 'left the post', zh: '离任' },
  'person.retired': { en: 'retired', zh: '退休' },
  'partnership.lead_named': { en: 'lead named', zh: '指定负责人' },
  'partnership.lead_ended': { en: 'lead ended', zh: '负责人卸任' },
}
