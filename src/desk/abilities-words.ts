/** What people may do, in words. */
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { AbilityName } from './abilities.ts'

export const abilityWords: Record<AbilityName, Phrase> = {
  see_partners: { en: 'See partners, their people and the directory', zh: '查看合作伙伴、人员与机构名录' },
  move_partnerships: { en: 'Take partners in, move partnerships', zh: '新增合作伙伴、变更合作状态' },
  keep_people: { en: 'Keep the people register, see contact data', zh: '维护联系人并查看联系方式' },
  see_agreements: { en: 'See agreements and the register, search, export', zh: '查看协议与台账、检索、导出' },
  change_drafts: {
    en: 'Change drafts that wait for the office, what they are called and taken to be; comment',
    zh: '修改待国际事务部门处理的协议草案、名称与归类，并发表意见',
  },
  handle_proposals: { en: 'Take up and decide proposals of others', zh: '受理并决定他人的建议' },
  negotiate: {
    en: 'Draft, send, freeze, open signing; enter into the register and change it',
    zh: '起草、发送、定稿、开启签署；登记并修改台账',
  },
  read_notes: { en: 'Read our own notes on agreements', zh: '查看协议的内部备注' },
  approve: {
    en: 'Approve frozen texts for their step, unless they wrote in them',
    zh: '审批所负责环节的定稿文本（本人参与起草的除外）',
  },
  sign: { en: 'Sign, where named as the signatory', zh: '签署（须被指定为签署人）' },
  see_ceremonies: { en: 'See ceremonies', zh: '查看典礼' },
  plan_ceremonies: { en: 'Plan ceremonies, invite, run the stage', zh: '筹备典礼、邀请来宾、主持现场' },
  see_stories: { en: 'See stories before they are published', zh: '查看未发布的新闻' },
  write_stories: { en: 'Write stories', zh: '撰写新闻' },
  publish_stories: {
    en: 'Approve, publish, correct stories (not their own)',
    zh: '审批、发布、更正新闻（本人撰写的除外）',
  },
  give_roles: { en: 'Open and end accounts, give roles, pair nodes', zh: '开立与终止账户、授予角色、配对节点' },
  read_journal: { en: 'Read the whole journal', zh: '查看全部操作记录' },
}

export const abilitiesWords = {
  title: { en: 'What this person may do', zh: '该人员的权限' },
  note: {
    en: 'Worked out from the same rules that guard each act, from the roles held now.',
    zh: '根据当前角色，按照各项操作实际适用的规则得出。',
  },
  ability: { en: 'May', zh: '权限' },
  answer: { en: 'Answer', zh: '结果' },
  because: { en: 'Because of the role', zh: '依据角色' },
  yes: { en: 'yes', zh: '可以' },
  partly: { en: 'for a part', zh: '限部分范围' },
  no: { en: 'no', zh: '不可以' },
  ended: { en: 'The account is ended: nothing is open to this person.', zh: '该账户已终止，不具有任何权限。' },
  people: { en: 'People', zh: '人员' },
}
