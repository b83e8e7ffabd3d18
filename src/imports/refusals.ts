/** What bringing in a list refuses. */
import { type RefusalDetails, refuser } from '#src/platform/refusal.ts'
import type { RefusalWords } from '#src/platform/ui/index.ts'

export type ImportRefusal =
  | 'import_file_missing'
  | 'import_changed_meanwhile'
  | 'import_nothing_new'
  | 'import_column_twice'
  | 'import_partner_unknown'
  | 'import_review_wrong'
  | 'import_not_done'
  | 'import_worked_on'

export const refuseImport = refuser<ImportRefusal>()

export const importRefusalWords: Pick<RefusalWords, ImportRefusal> = {
  import_file_missing: { en: 'Please choose a file.', zh: '请选择文件。' },
  import_changed_meanwhile: {
    en: 'The list, or the register, changed since you opened the page. Please look at the rows again.',
    zh: '您打开页面后，清单或台账已有变化，请重新查看各行。',
  },
  import_nothing_new: { en: 'No row of this list would be entered.', zh: '清单中没有可登记的行。' },
  import_column_twice: {
    en: (d: RefusalDetails) => `Two columns are said to be “${d.en}”. Please choose one.`,
    zh: (d: RefusalDetails) => `有两列都选为“${d.zh}”，请只保留一列。`,
  },
  import_partner_unknown: {
    en: (d: RefusalDetails) => `No institution goes by “${d.typed}”, or several do. Please give its ROR id.`,
    zh: (d: RefusalDetails) => `没有机构或有多个机构使用“${d.typed}”，请填写其 ROR 编号。`,
  },
  import_review_wrong: { en: 'Please give the review date as year-month-day.', zh: '评估日期请按“年-月-日”填写。' },
  import_not_done: { en: 'This list is not brought in, or was taken back.', zh: '该清单尚未导入，或已撤回。' },
  import_worked_on: {
    en: (d: RefusalDetails) =>
      `Somebody has worked on ${d.n} of these agreements since. They stay; what is wrong is changed on their pages.`,
    zh: (d: RefusalDetails) => `其中 ${d.n} 份协议此后已有改动，不能撤回；有误之处请在其页面修改。`,
  },
}
