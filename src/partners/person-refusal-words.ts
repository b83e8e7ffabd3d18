/** What the people register refuses, in words. */
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { PersonRefusal } from './person.ts'

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
