/** What this area writes into the journal, in words. */
import type { Phrase } from '#src/platform/i18n/words.ts'

export const procedureJournalWords: Record<string, Phrase> = {
  'authority.given': { en: 'authority to sign given', zh: '授予签署权' },
  'authority.taken': { en: 'authority to sign taken back', zh: '收回签署权' },
  'clause.saved': { en: 'clause of the library saved', zh: '保存条款库条款' },
  'duty.added': { en: 'duty of approval added', zh: '新增审批职责' },
  'route.added': { en: 'way of approval added', zh: '新增审批路径' },
  'route.changed': { en: 'way of approval changed', zh: '修改审批路径' },
  'route.moved': { en: 'way of approval put before or after another', zh: '调整审批路径顺序' },
  'stand_in.named': { en: 'stand-in named', zh: '指定代理人' },
  'stand_in.ended': { en: 'stand-in ended', zh: '代理终止' },
  'targets.set': { en: 'days a stage may take set', zh: '设定各阶段时限' },
  'template.saved': { en: 'template saved', zh: '保存模板' },
}
