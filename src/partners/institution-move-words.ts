/** The words of institutions the registry merged or withdrew. */
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { MoveBar, MoveRefusal } from './institution-move.ts'

export const moveWords = {
  title: { en: 'Changed in the registry', zh: '注册表中的变更' },
  note: {
    en: 'Institutions of ours that the ROR registry no longer lists as active. Nothing moves by itself.',
    zh: '本校台账中已被 ROR 注册表停用或撤销的机构。系统不会自动变更。',
  },
  waiting: {
    en: (n: number) =>
      n === 1 ? 'One partner has changed in the registry' : `${n} partners have changed in the registry`,
    zh: (n: number) => `有 ${n} 个合作伙伴在注册表中发生变更`,
  },
  institution: { en: 'Institution', zh: '机构' },
  happened: { en: 'What happened', zh: '变更情况' },
  inactive: { en: (day: string) => `no longer active, ${day}`, zh: (day: string) => `已停止，${day}` },
  withdrawn: { en: (day: string) => `withdrawn, ${day}`, zh: (day: string) => `已撤销，${day}` },
  successor: { en: 'Successor', zh: '后继机构' },
  move: { en: 'Move', zh: '转入' },
  moveTo: { en: (name: string) => `Move to ${name}`, zh: (name: string) => `转入${name}` },
  explain: {
    en: 'Agreements of the register, the partnership, posts held, units, facts, due diligence and stories become the successor’s. What was signed stays as it was signed, and the old name is still found.',
    zh: '台账协议、合作关系、现任职务、单位、基本情况、尽职调查和新闻将归入后继机构。已签署的文件保持原样，旧名称仍可检索。',
  },
  emptyTitle: { en: 'Nothing has changed', zh: '没有变更' },
  emptyText: {
    en: 'Every institution of ours that the registry knows is active. The list is looked at with each import.',
    zh: '注册表所列的本校合作机构均为有效状态。每次导入名录时会重新核对。',
  },
  formerly: { en: 'Formerly', zh: '曾用名' },
  until: { en: (day: string) => `until ${day}`, zh: (day: string) => `至${day}` },
  done: { en: 'Moved.', zh: '已转入。' },
}

export const moveBarWords: Record<MoveBar, Phrase> = {
  still_active: { en: 'still active', zh: '仍为有效状态' },
  no_successor: { en: 'The registry names no successor.', zh: '注册表未列出后继机构。' },
  has_node: {
    en: 'Its node is known by this id. It moves once that node has been paired under the new one.',
    zh: '其节点以此编号配对，待该节点以新编号重新配对后方可转入。',
  },
}

export const moveRefusalWords: Record<MoveRefusal, Phrase> = {
  institution_still_active: {
    en: 'The registry lists this institution as active: there is nothing to move.',
    zh: '注册表显示该机构仍为有效状态，无需转入。',
  },
  institution_has_node: moveBarWords.has_node,
  institution_no_successor: {
    en: 'The registry does not name that institution as a successor.',
    zh: '注册表未将该机构列为后继机构。',
  },
  institution_moved_already: { en: 'A colleague moved it meanwhile.', zh: '该机构已被同事转入后继机构。' },
}

export const moveJournalWords = {
  'partner.moved': { en: 'moved to its successor', zh: '转入后继机构' },
}
