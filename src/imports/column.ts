/** What a column of a list holds, told by its heading. Pure rules. */
import { fold } from '#src/platform/search/terms.ts'
import type { SheetRow } from '#src/platform/spreadsheet/index.ts'

export const columnFields = [
  ...(['title', 'titleEn', 'titleZh', 'reference', 'partner', 'kind'] as const),
  ...(['signedOn', 'effectiveOn', 'endsOn', 'term', 'reviewOn', 'noticeMonths', 'terminatedOn'] as const),
  ...([
    'parent',
    'renews',
    'theirTitle',
    'theirType',
    'theirReference',
    'fields',
    'units',
    'obligations',
    'note',
    'id',
  ] as const),
] as const
export type ColumnField = (typeof columnFields)[number]

/** Fields that several columns may fill together, each under its heading. */
export const gathered: ColumnField[] = ['note', 'obligations', 'fields', 'units']

/** Headings as offices write them; folded when compared. What is longer is asked first. */
const headings: Record<ColumnField, string[]> = {
  id: ['id'],
  titleEn: [
    'title en',
    'title english',
    'english title',
    'title in english',
    '英文名称',
    '英文标题',
    '协议英文名称',
    '标题 en',
  ],
  titleZh: [
    'title zh',
    'title chinese',
    'chinese title',
    'title in chinese',
    '中文名称',
    '中文标题',
    '协议中文名称',
    '标题 zh',
  ],
  title: [
    'title',
    'agreement',
    'agreement title',
    'agreement name',
    'name of agreement',
    '协议名称',
    '协议',
    '标题',
    '名称',
    '协议标题',
  ],
  reference: [
    'our number',
    'reference',
    'reference number',
    'ref',
    'ref no',
    'agreement no',
    'agreement number',
    '我方编号',
    '编号',
    '协议编号',
    '协议号',
    '合同编号',
  ],
  partner: [
    'ror',
    'partner',
    'partner institution',
    'partner university',
    'institution',
    'university',
    'partner name',
    '合作伙伴',
    '合作院校',
    '合作学校',
    '合作方',
    '外方院校',
    '外方单位',
    '合作单位',
    '合作高校',
    '对方单位',
    '学校名称',
    '院校名称',
  ],
  kind: [
    'type',
    'kind',
    'agreement type',
    'type of agreement',
    'category',
    '类型',
    '协议类型',
    '协议类别',
    '类别',
    '合作类型',
  ],
  signedOn: [
    'signed on',
    'signed',
    'date signed',
    'signing date',
    'date of signature',
    'signature date',
    '签署日期',
    '签订日期',
    '签约日期',
    '签署时间',
    '签订时间',
    '签约时间',
  ],
  effectiveOn: [
    'in force from',
    'effective',
    'effective date',
    'start',
    'start date',
    'starts',
    'valid from',
    'from',
    '生效日期',
    '生效时间',
    '开始日期',
    '起始日期',
  ],
  endsOn: [
    'last day',
    'end',
    'ends',
    'end date',
    'expiry',
    'expiry date',
    'expires',
    'expires on',
    'valid until',
    'valid to',
    'until',
    'to',
    'expiration',
    'expiration date',
    '截止日期',
    '到期日期',
    '到期时间',
    '终止时间',
    '有效期至',
    '结束日期',
    '到期日',
  ],
  term: [
    'term',
    'duration',
    'term years',
    'validity',
    'validity years',
    'years',
    '有效期',
    '有效期限',
    '期限',
    '协议期限',
    '年限',
  ],
  reviewOn: ['to be reviewed on', 'review', 'review date', '评估日期', '复审日期'],
  noticeMonths: ['notice months before the end', 'notice', 'notice months', 'notice period', '提前通知 月', '提前通知'],
  terminatedOn: ['terminated on', 'terminated', 'termination date', '终止日期', '解除日期'],
  parent: [
    'under',
    'under agreement',
    'umbrella',
    'umbrella agreement',
    'umbrella number',
    'parent agreement',
    '上位协议',
    '上位协议编号',
    '主协议编号',
    '框架协议编号',
  ],
  renews: ['renews', 'renewal of', 'renewed from', 'previous agreement', '续签自', '原协议', '原协议编号'],
  theirTitle: ['their title', '对方标题', '外方标题'],
  theirType: ['their type', '对方类型'],
  theirReference: ['their number', 'their reference', 'partner reference', '对方编号', '外方编号'],
  fields: ['subject fields', 'fields', 'subject', 'discipline', 'disciplines', '学科领域', '学科', '专业', '领域'],
  units: [
    'units',
    'unit',
    'faculty',
    'school',
    'department',
    'faculties',
    'department in charge',
    '相关单位',
    '单位',
    '学院',
    '承办单位',
    '负责单位',
    '执行单位',
    '院系',
    '牵头单位',
  ],
  obligations: [
    'obligations',
    'content',
    'scope',
    'places',
    'main content',
    '主要义务',
    '主要内容',
    '合作内容',
    '协议内容',
    '名额',
  ],
  note: ['our own note', 'note', 'notes', 'remark', 'remarks', 'comment', 'comments', '内部备注', '备注', '说明'],
}

const known = new Map(columnFields.flatMap((field) => headings[field].map((said) => [fold(said), field] as const)))

/** The field a heading names, with or without what stands in brackets or after a line break. */
export function fieldOf(heading: string): ColumnField | null {
  const parts = [heading, heading.replace(/[(（[【].*?[)）\]】]/g, ' '), ...heading.split(/[\n/|（(]/)]
  for (const part of parts) {
    const field = known.get(fold(part))
    if (field) return field
  }
  const [latin, han] = [heading.replace(/\p{Script=Han}/gu, ' '), heading.replace(/[^\p{Script=Han}]/gu, '')]
  return known.get(fold(han)) ?? known.get(fold(latin)) ?? null
}

/** Which of the first rows is the heading: the one with most names of fields; the first where none has two. */
export function headingRow(rows: SheetRow[]): number {
  const scores = rows.slice(0, 12).map(({ cells }) => new Set(cells.map(fieldOf).filter(Boolean)).size)
  const best = Math.max(0, ...scores)
  return best < 2 ? 0 : scores.indexOf(best)
}

/** A field for every column; null for what is not taken over. A ROR id says more than a name; else the first of two columns holds a field. */
export function guessColumns(heading: string[]): (ColumnField | null)[] {
  const guessed = heading.map((one) => (one ? fieldOf(one) : null))
  const ror = heading.findIndex((one) => fold(one) === 'ror')
  return guessed.map((field, n) => {
    if (field === null || gathered.includes(field)) return field
    if (field === 'partner' && ror >= 0) return n === ror ? field : null
    return guessed.indexOf(field) === n ? field : null
  })
}
