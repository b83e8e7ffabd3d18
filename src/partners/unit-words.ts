/** The words of units and their pairings. */
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { PairingAct, PairingState } from './unit.ts'

export const unitWords = {
  notInTree: {
    en: (name: string) => `${name} (written, not chosen from the tree yet)`,
    zh: (name: string) => `${name}（手写，尚未从单位列表中选定）`,
  },
  title: { en: 'Units', zh: '单位' },
  unitsOf: { en: (name: string) => `Units of ${name}`, zh: (name: string) => `${name}的单位` },
  none: { en: 'No unit is recorded yet', zh: '尚未记录单位' },
  noneText: {
    en: 'Enter faculties and schools below, a line each, or one with all that is known of it.',
    zh: '可在下方逐行录入学院，或单独添加并填写详情。',
  },
  noneTextReader: {
    en: 'An officer enters faculties and schools here.',
    zh: '学院由国际事务专员录入。',
  },
  add: { en: 'Add a unit', zh: '添加单位' },
  several: { en: 'Enter several at once', zh: '批量录入' },
  lines: { en: 'One line for each unit', zh: '每行一个单位' },
  linesHint: {
    en: 'Two spaces at the start lead one step down; a bar divides the names: School of Management | 管理学院. What is there already is left as it is.',
    zh: '行首每两个空格表示下一级；以竖线分隔中英文名称：School of Management | 管理学院。已有单位保持不变。',
  },
  enter: { en: 'Enter them', zh: '录入' },
  entered: {
    en: (n: number) =>
      n === 0 ? 'All of them stand here already.' : n === 1 ? 'One unit entered.' : `${n} units entered.`,
    zh: (n: number) => (n === 0 ? '所列单位均已存在。' : `已录入 ${n} 个单位。`),
  },
  name: { en: 'Name', zh: '名称' },
  parent: { en: 'Belongs to', zh: '上级单位' },
  top: { en: 'the university itself', zh: '学校直属' },
  since: { en: 'Since', zh: '成立日期' },
  until: { en: 'Closed on', zh: '撤销日期' },
  untilHint: {
    en: 'A closed unit keeps everything that stands in its name.',
    zh: '撤销的单位保留其名下所有记录。',
  },
  closed: { en: (day: string) => `closed ${day}`, zh: (day: string) => `${day}撤销` },
  strengths: { en: 'Strong in', zh: '优势学科' },
  wishes: { en: 'Seeks a partner in', zh: '寻求合作的学科' },
  tags: { en: 'Other words', zh: '其他关键词' },
  tagsHint: { en: 'Separated by commas.', zh: '以逗号分隔。' },
  evidence: { en: 'What shows the strength', zh: '优势依据' },
  evidenceHint: { en: 'Outputs, rankings, facilities, with where they are written.', zh: '成果、排名、设施及其出处。' },
  save: { en: 'Save', zh: '保存' },
  edit: { en: 'Change', zh: '修改' },
  back: { en: 'Leave it as it was', zh: '不作修改' },
  saved: { en: 'Saved.', zh: '已保存。' },
  parts: { en: 'Its own units', zh: '下属单位' },
  people: { en: 'People with a post here', zh: '在此任职的人员' },
  noPeople: { en: 'Nobody is recorded with a post here.', zh: '尚无任职记录。' },
  agreements: { en: 'Agreements that name it', zh: '涉及该单位的协议' },
  theirs: { en: (value: string) => `Saved meanwhile: ${value}`, zh: (value: string) => `期间已保存：${value}` },
  nothing: { en: 'none', zh: '无' },
  about: { en: 'About', zh: '概况' },
}

export const pairingWords = {
  title: { en: 'Pairings', zh: '单位结对' },
  match: { en: 'Where disciplines meet', zh: '学科匹配' },
  pairingsWith: { en: (name: string) => `Pairings with ${name}`, zh: (name: string) => `与${name}的单位结对` },
  note: { en: 'Which of our units works with which of theirs.', zh: '双方对接的单位。' },
  none: { en: 'No unit is paired yet', zh: '尚无结对单位' },
  noneText: {
    en: 'Choose one unit on each side below. Units are entered on the page of each university.',
    zh: '请在下方选择双方单位。单位在各机构页面录入。',
  },
  noneTextReader: { en: 'An officer pairs units here.', zh: '由国际事务专员登记结对。' },
  add: { en: 'Propose a pairing', zh: '提议结对' },
  ours: { en: 'Our unit', zh: '我方单位' },
  theirs: { en: 'Their unit', zh: '对方单位' },
  ourLead: { en: 'Leads for us', zh: '我方负责人' },
  theirLead: { en: 'Leads for them', zh: '对方负责人' },
  nobody: { en: 'nobody yet', zh: '尚未指定' },
  disciplines: { en: 'Disciplines', zh: '学科' },
  remark: { en: 'What they want to do together', zh: '合作设想' },
  state: { en: 'State', zh: '状态' },
  leads: { en: 'Leads', zh: '负责人' },
  changeLeads: { en: 'Name the leads', zh: '指定负责人' },
  acts: { en: 'Acts', zh: '操作' },
  reason: { en: 'Reason', zh: '原因' },
  done: { en: 'Recorded.', zh: '已记录。' },
  history: { en: 'What happened', zh: '历史' },
  needUnits: {
    en: 'Enter units on both sides first.',
    zh: '请先录入双方单位。',
  },
}

export const pairingStateWords: Record<PairingState, Phrase> = {
  proposed: { en: 'proposed', zh: '已提议' },
  agreed: { en: 'agreed', zh: '已商定' },
  active: { en: 'active', zh: '进行中' },
  dormant: { en: 'dormant', zh: '休眠' },
  ended: { en: 'ended', zh: '已结束' },
}

export const pairingActWords: Record<PairingAct, Record<'open' | 'explain' | 'past', Phrase>> = {
  agree: {
    open: { en: 'Record that both agree', zh: '登记双方同意' },
    explain: { en: 'Both units have said yes. Say where.', zh: '双方单位均已同意，请说明依据。' },
    past: { en: 'agreed by both', zh: '双方同意' },
  },
  activate: {
    open: { en: 'Set active', zh: '启动' },
    explain: { en: 'Work has begun, with a lead on each side.', zh: '合作已开始，双方均有负责人。' },
    past: { en: 'set active', zh: '启动' },
  },
  rest: {
    open: { en: 'Set dormant', zh: '转为休眠' },
    explain: { en: 'Nothing happens for the time being. It can be woken again.', zh: '暂无活动，可重新启动。' },
    past: { en: 'set dormant', zh: '转为休眠' },
  },
  wake: {
    open: { en: 'Wake', zh: '重新启动' },
    explain: { en: 'Work goes on, with a lead on each side.', zh: '合作继续，双方均有负责人。' },
    past: { en: 'woken', zh: '重新启动' },
  },
  end: {
    open: { en: 'End the pairing', zh: '结束结对' },
    explain: {
      en: 'It stays in the record. The same two units can be paired anew.',
      zh: '记录将保留，双方单位可重新结对。',
    },
    past: { en: 'ended', zh: '结束' },
  },
}

export const unitJournalWords: Record<string, Phrase> = {
  'unit.added': { en: 'unit added', zh: '添加单位' },
  'unit.changed': { en: 'unit changed', zh: '修改单位' },
  'unit.entered': { en: 'units entered', zh: '批量录入单位' },
  'pairing.proposed': { en: 'pairing proposed', zh: '提议结对' },
  'pairing.leads_named': { en: 'leads of a pairing named', zh: '指定结对负责人' },
  ...Object.fromEntries(Object.entries(pairingActWords).map(([act, { past }]) => [`pairing.${act}`, past])),
}
