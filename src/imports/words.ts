/** The words of lists brought in. */
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { ImportState, Stays } from './tables.ts'

export const importWords = {
  title: { en: 'Lists brought in', zh: '导入清单' },
  over: { en: 'Register of agreements', zh: '协议台账' },
  bring: { en: 'Bring in a list', zh: '导入新的清单' },
  soFar: { en: 'So far', zh: '以往清单' },
  bringText: {
    en: 'An old list of agreements, as XLSX or CSV: up to 5,000 rows, 8 MB. First you see what would become of every row; nothing is entered before you confirm.',
    zh: '以 XLSX 或 CSV 保存的旧协议清单，最多 5000 行、8 MB。系统先列出每一行的处理结果，经您确认后才登记。',
  },
  file: { en: 'The list', zh: '清单文件' },
  send: { en: 'Show what it holds', zh: '查看内容' },
  none: { en: 'No list yet', zh: '尚无清单' },
  noneText: {
    en: 'Lists stay here with their file, who brought them in and when.',
    zh: '导入的清单连同文件、操作人和时间保存在此。',
  },
  list: { en: 'List', zh: '清单' },
  state: { en: 'State', zh: '状态' },
  by: { en: 'By', zh: '操作人' },
  entered: { en: 'Entered', zh: '登记' },
  asText: {
    en: (encoding: string, separator: string) => `Text, read as ${encoding}, divided by ${separator}`,
    zh: (encoding: string, separator: string) => `文本，按 ${encoding} 读取，以${separator}分隔`,
  },
  asWorkbook: {
    en: (sheet: string) => `Workbook, sheet “${sheet}”`,
    zh: (sheet: string) => `工作簿，工作表“${sheet}”`,
  },
  ready: {
    en: (n: number) => (n === 1 ? 'One agreement would be entered' : `${n} agreements would be entered`),
    zh: (n: number) => `将登记 ${n} 份协议`,
  },
  readyText: {
    en: (there: number, out: number) =>
      `${there === 0 ? 'None stands in the register yet' : `${there} stand there already and are not changed`}; ${out === 0 ? 'every other row can be read' : `${out} would be left out`}.`,
    zh: (there: number, out: number) =>
      `${there === 0 ? '台账中均尚无记录' : `${there} 行已在台账中，不作改动`}；${out === 0 ? '其余各行均可读取' : `${out} 行将被略过`}。`,
  },
  waiting: {
    en: (n: number) => (n === 1 ? 'One row waits for your answer below.' : `${n} rows wait for your answer below.`),
    zh: (n: number) => `${n} 行待您在下方作答。`,
  },
  doneText: {
    en: (there: number, out: number) =>
      `${there === 0 ? 'None stood in the register before' : `${there} stood there before and were not changed`}; ${out === 0 ? 'no other row was left' : `${out} ${out === 1 ? 'was' : 'were'} left out`}.`,
    zh: (there: number, out: number) =>
      `${there === 0 ? '此前台账中均无记录' : `${there} 行此前已在台账中，未作改动`}；${out === 0 ? '没有略过的行' : `略过 ${out} 行`}。`,
  },
  newPartners: {
    en: (n: number) =>
      n === 1
        ? 'One new partner enters the register as a prospect.'
        : `${n} new partners enter the register as prospects.`,
    zh: (n: number) => `${n} 个新合作方将作为潜在伙伴进入名册。`,
  },
  confirm: {
    en: (n: number) => `Enter ${n === 1 ? 'one agreement' : `${n} agreements`}`,
    zh: (n: number) => `登记 ${n} 份协议`,
  },
  drop: { en: 'Give this list up', zh: '放弃此清单' },
  questions: { en: 'What the list does not say', zh: '清单未写明之处' },
  lookAgain: { en: 'Look again', zh: '按此重新查看' },
  dates: {
    en: (example: string) => `Which comes first in ${example}?`,
    zh: (example: string) => `${example} 中哪个在前？`,
  },
  datesHint: {
    en: (n: number) => `${n === 1 ? 'One date' : `${n} dates`} of this list may mean two days.`,
    zh: (n: number) => `清单中有 ${n} 个日期可作两种理解。`,
  },
  dayFirst: { en: (day: string) => `The day: ${day}`, zh: (day: string) => `日在前：${day}` },
  monthFirst: { en: (day: string) => `The month: ${day}`, zh: (day: string) => `月在前：${day}` },
  written: {
    en: (n: number, example: string) =>
      n === 1 ? `One other date can only be read so: ${example}` : `${n} other dates can only be read so: ${example}`,
    zh: (n: number, example: string) => `另有 ${n} 个日期只能如此理解：${example}`,
  },
  noEnd: { en: 'Where no last day is given', zh: '未写明截止日期者' },
  noEndOut: { en: 'the row is left out', zh: '略过该行' },
  noEndOpen: { en: 'it is open-ended', zh: '视为无固定期限' },
  review: { en: 'Open-ended ones are reviewed on', zh: '无固定期限者的评估日期' },
  reviewHint: { en: 'Where the list gives no review date.', zh: '用于清单未写明评估日期的协议。' },
  signedHow: { en: 'How they were signed', zh: '签署方式' },
  partners: { en: 'Partners', zh: '合作方' },
  partnerRows: { en: (n: number) => (n === 1 ? 'one row' : `${n} rows`), zh: (n: number) => `${n} 行` },
  choose: { en: 'please choose', zh: '请选择' },
  leaveOut: { en: 'leave these rows out', zh: '略过这些行' },
  joins: { en: 'new partner', zh: '新合作方' },
  other: {
    en: (cell: string) => `Another institution for “${cell}”: its name or ROR id`,
    zh: (cell: string) => `“${cell}”的其他机构：名称或 ROR 编号`,
  },
  zone: { en: (name: string) => `Time zone of ${name}`, zh: (name: string) => `${name}所在时区` },
  kinds: { en: 'Types', zh: '类型' },
  columns: { en: 'Columns', zh: '各列' },
  columnsNote: {
    en: (n: number) => (n === 0 ? 'all taken over' : n === 1 ? 'one left out' : `${n} left out`),
    zh: (n: number) => (n === 0 ? '全部采用' : `${n} 列未采用`),
  },
  column: { en: 'Heading', zh: '列名' },
  sample: { en: 'In the first row', zh: '首行内容' },
  holds: { en: 'Holds', zh: '含义' },
  notTaken: { en: 'left out', zh: '不采用' },
  noHeading: { en: (n: number) => `column ${n}`, zh: (n: number) => `第 ${n} 列` },
  encoding: { en: 'Encoding', zh: '编码' },
  separator: { en: 'Divided by', zh: '分隔符' },
  sheet: { en: 'Sheet', zh: '工作表' },
  headingRow: { en: 'Headings stand in row', zh: '列名所在行' },
  rows: { en: 'Rows', zh: '各行' },
  row: { en: 'Row', zh: '行' },
  outcome: { en: 'Outcome', zh: '结果' },
  agreement: { en: 'Agreement', zh: '协议' },
  toKnow: { en: 'To know', zh: '说明' },
  all: { en: 'all', zh: '全部' },
  differs: {
    en: (what: string) => `The list says otherwise: ${what}. Not changed.`,
    zh: (what: string) => `清单所载不同：${what}。台账不作改动。`,
  },
  repeats: { en: (line: number) => `the same as row ${line}`, zh: (line: number) => `与第 ${line} 行相同` },
  looks: { en: 'Look at it', zh: '查看' },
  pages: { en: 'Pages of rows', zh: '各页' },
  original: { en: 'The file', zh: '原文件' },
  leftOut: { en: 'Rows left out, as CSV', zh: '略过的行（CSV）' },
  undo: { en: 'Take back', zh: '撤回' },
  undoExplain: {
    en: (n: number) =>
      `${n === 1 ? 'The agreement' : `The ${n} agreements`} it entered leave the register again. Only while nobody has worked on them. Partners that were new leave too; those somebody works with by then stay.`,
    zh: (n: number) =>
      `将从台账中移除由此登记的 ${n} 份协议，仅限此后无人改动时。新加入的合作方一并移出，已有往来者保留。`,
  },
  done: {
    en: (n: number) => (n === 1 ? 'One agreement was entered' : `${n} agreements were entered`),
    zh: (n: number) => `已登记 ${n} 份协议`,
  },
  undone: { en: 'Taken back', zh: '已撤回' },
  partnersGone: {
    en: (n: number) =>
      n === 1 ? 'One partner it brought left the register too.' : `${n} partners it brought left the register too.`,
    zh: (n: number) => `由此加入的 ${n} 个合作方一并移出名册。`,
  },
  stayed: { en: 'These partners it brought stay:', zh: '由此加入的以下合作方保留：' },
  inRow: { en: (line: number) => ` (row ${line})`, zh: (line: number) => `（第 ${line} 行）` },
  byOn: { en: (who: string, on: string) => `${who}, ${on}`, zh: (who: string, on: string) => `${who}，${on}` },
  why: { en: 'Why', zh: '原因' },
}

export const separatorWords: Record<string, Phrase> = {
  ',': { en: 'comma', zh: '逗号' },
  ';': { en: 'semicolon', zh: '分号' },
  '\t': { en: 'tab', zh: '制表符' },
  '|': { en: 'bar', zh: '竖线' },
}

export const importStateWords: Record<ImportState, Phrase> = {
  prepared: { en: 'looked at, not brought in', zh: '待确认' },
  done: { en: 'brought in', zh: '已导入' },
  undone: { en: 'taken back', zh: '已撤回' },
}

export const staysWords: Record<Stays, Phrase> = {
  agreements: { en: 'there are other agreements with it', zh: '另有协议' },
  worked_with: { en: 'somebody has worked with it since', zh: '此后已有往来或改动' },
}

export const importJournalWords = {
  'import.begun': { en: 'sent a list', zh: '上传清单' },
  'import.dropped': { en: 'gave a list up', zh: '放弃清单' },
  'import.confirmed': { en: 'brought a list in', zh: '导入清单' },
  'import.undone': { en: 'took a list back', zh: '撤回清单' },
}
