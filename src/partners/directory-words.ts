/** The words of the directory of institutions. */
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { RelationKind } from './ror-record.ts'

export const directoryWords = {
  title: { en: 'Directory of institutions', zh: '机构名录' },
  search: { en: 'Any name, acronym or ROR id', zh: '任意名称、简称或 ROR 编号' },
  hint: {
    en: 'In any language, with or without accents; small misspellings are forgiven.',
    zh: '任何语言均可，重音符号可省略，轻微拼写错误也能识别。',
  },
  find: { en: 'Find', zh: '查找' },
  count: {
    en: (n: number) => (n === 0 ? 'Nothing found' : n === 1 ? 'One institution' : `${n} institutions`),
    zh: (n: number) => (n === 0 ? '未找到' : `${n} 个机构`),
  },
  many: { en: (n: number) => `The first ${n}`, zh: (n: number) => `前 ${n} 个` },
  institution: { en: 'Institution', zh: '机构' },
  place: { en: 'Place', zh: '所在地' },
  standing: { en: 'With us', zh: '与本校' },
  partner: { en: 'in our register', zh: '已在名册' },
  by: { en: (name: string) => `found by “${name}”`, zh: (name: string) => `按“${name}”找到` },
  nothing: { en: 'No institution goes by that name', zh: '没有机构使用该名称' },
  nothingText: {
    en: 'Try fewer words, another language, or its ROR id. Organisations too new for the registry can be asked for at ror.org.',
    zh: '请减少字词、换用其他语言或输入 ROR 编号。注册表尚未收录的机构可在 ror.org 申请收录。',
  },
  empty: { en: 'The directory is empty', zh: '名录尚为空' },
  emptyText: {
    en: 'An administrator fills it from the public ROR registry: chirograph import-ror FILE, with the dump as published.',
    zh: '由管理员从公开的 ROR 注册表导入：chirograph import-ror 文件（使用官方发布的数据文件）。',
  },
  filled: {
    en: (n: string, date: string) =>
      `${n === '1' ? 'One institution' : `${n} institutions`} from the ROR registry, last brought up to date on ${date}`,
    zh: (n: string, date: string) => `收录 ROR 注册表机构 ${n} 个，最近更新于${date}`,
  },
  names: { en: 'All its names', zh: '全部名称' },
  facts: { en: 'On record', zh: '登记信息' },
  family: { en: 'Family', zh: '所属关系' },
  noFamily: { en: 'The registry names no relations.', zh: '注册表未列出所属关系。' },
  kind: { en: 'Kind', zh: '类型' },
  established: { en: 'Established', zh: '成立' },
  website: { en: 'Website', zh: '网站' },
  identifiers: { en: 'Identifiers', zh: '标识符' },
  source: {
    en: (date: string) => `Source: ROR registry (CC0), record of ${date}`,
    zh: (date: string) => `来源：ROR 注册表（CC0），记录日期${date}`,
  },
  status: { en: 'Status', zh: '状态' },
  notActive: {
    en: 'The registry no longer lists this organisation as active. See its successor below, if there is one.',
    zh: '该机构在注册表中已不再有效。如有后继机构，见下方。',
  },
  add: { en: 'Take into our register', zh: '加入本校名册' },
  addHint: {
    en: 'It becomes a partner in the state “prospect”. Nothing is sent to anyone.',
    zh: '将以“潜在合作”状态加入，不会向任何人发送消息。',
  },
  name: { en: 'Name', zh: '名称' },
  nameHint: {
    en: 'The English name must be there; the Chinese one as the institution itself writes it.',
    zh: '英文名称必填；中文名称请用该机构自己的写法。',
  },
  short: { en: 'Short name', zh: '简称' },
  city: { en: 'City', zh: '城市' },
  zone: { en: 'Time zone', zh: '时区' },
  toPartner: { en: 'Open in our register', zh: '在名册中打开' },
}

export const relationWords: Record<RelationKind, Phrase> = {
  parent: { en: 'part of', zh: '上级机构' },
  child: { en: 'has as part', zh: '下属机构' },
  related: { en: 'related to', zh: '相关机构' },
  predecessor: { en: 'follows', zh: '前身' },
  successor: { en: 'continued by', zh: '后继机构' },
}

export const statusWords: Record<'active' | 'inactive' | 'withdrawn', Phrase> = {
  active: { en: 'active', zh: '有效' },
  inactive: { en: 'inactive', zh: '已停止' },
  withdrawn: { en: 'withdrawn from the registry', zh: '已从注册表撤销' },
}

/** The registry's kinds of organisation. */
export const kindWords: Record<string, Phrase> = {
  education: { en: 'education', zh: '教育' },
  funder: { en: 'funder', zh: '资助机构' },
  facility: { en: 'facility', zh: '科研设施' },
  company: { en: 'company', zh: '企业' },
  nonprofit: { en: 'non-profit', zh: '非营利组织' },
  government: { en: 'government', zh: '政府机构' },
  healthcare: { en: 'healthcare', zh: '医疗机构' },
  archive: { en: 'archive', zh: '档案与博物馆' },
  other: { en: 'other', zh: '其他' },
}
