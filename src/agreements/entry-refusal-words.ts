/** What the register refuses, in words. */
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { EntryRefusal } from './entry-refusal.ts'

export const entryRefusalWords: Record<EntryRefusal, Phrase> = {
  entry_title_missing: { en: 'Please give the title in at least one language.', zh: '请至少用一种语言填写标题。' },
  entry_partner_unknown: {
    en: 'Please choose a partner of our register.',
    zh: '请选择本校名册中的合作伙伴。',
  },
  entry_dates_crossed: { en: 'The last day lies before the first.', zh: '截止日期早于生效日期。' },
  entry_needs_end_or_review: {
    en: 'Please give the last day, or for an open-ended agreement the day it is to be reviewed.',
    zh: '请填写截止日期；无固定期限者请填写评估日期。',
  },
  entry_date_wrong: {
    en: 'A date is not one. Please write it as year-month-day.',
    zh: '日期无效，请按“年-月-日”填写。',
  },
  entry_changed_meanwhile: {
    en: 'A colleague changed this since you opened the page. Nothing of yours is lost: compare and save again.',
    zh: '您打开页面后，同事已修改此记录。您填写的内容仍保留，请核对后再次保存。',
  },
  entry_umbrella_wrong: {
    en: 'The other agreement must be one with the same partner, and not stand under this one.',
    zh: '所选协议须与同一合作伙伴签订，且不得位于本协议之下。',
  },
  entry_file_not_readable: { en: 'This file is not a PDF that can be read.', zh: '该文件不是可读取的 PDF。' },
  entry_file_missing: { en: 'Please choose a file.', zh: '请选择文件。' },
  entry_nothing_to_settle: {
    en: 'This agreement has no such date to decide about.',
    zh: '该协议没有需要作出决定的相应日期。',
  },
  paper_not_in_ink: { en: 'This agreement was not signed in ink.', zh: '该协议并非纸质签署。' },
  paper_is_checked: {
    en: 'A second person has checked this signing already; it stays as it is.',
    zh: '该签署已由第二人核对，不可再改。',
  },
  paper_same_scan: {
    en: 'This is the scan of the other original. Each side keeps one: please scan both.',
    zh: '此扫描件与另一份原件相同。双方各执一份，请分别扫描。',
  },
  paper_incomplete: {
    en: 'Something of an original is still missing; it is named beside it.',
    zh: '原件信息尚不完整，缺少的内容已在旁注明。',
  },
  paper_own_work: {
    en: 'You wrote this down yourself. A colleague has to compare it with the originals.',
    zh: '此记录由您填写，须由另一位同事与原件核对。',
  },
  view_name_missing: { en: 'Please give the filter a name.', zh: '请为筛选命名。' },
}
