/** What the web pages need to know of this node, taken from its configuration. */

import type { Phrase } from '#src/platform/i18n/words.ts'
import type { ApprovalStep, PeopleConfig } from '#src/platform/people/index.ts'
import type { House } from '#src/platform/web.ts'
import type { Config } from './config.ts'

/** Words for the steps of approval that universities commonly name; any other step is shown by its own name. */
const stepWords: Record<string, { en: string; zh: string }> = {
  legal: { en: 'Legal', zh: '法务' },
  vice_president: { en: "Vice-president's office", zh: '副校长办公室' },
  partnerships_board: { en: 'Partnerships Board', zh: '合作事务委员会' },
  finance: { en: 'Finance', zh: '财务' },
  data_protection: { en: 'Data protection', zh: '个人信息保护' },
  research_office: { en: 'Research office', zh: '科研管理' },
  faculty: { en: 'Faculty', zh: '院系' },
  management: { en: 'Management', zh: '校领导' },
}

export function approvalSteps(config: Config): ApprovalStep[] {
  return config.approvalSteps.map((key) => {
    const plain = key.replaceAll('_', ' ')
    return { key, label: stepWords[key] ?? { en: plain, zh: plain } }
  })
}

export function houseOf(config: Config, tryIt: boolean, keptBy?: Phrase): House {
  const { name, short } = config.institution
  const { accent, zone, contact } = config
  return { name, short, accent, zone, contact, demonstration: tryIt, tryIt, ...(keptBy && { keptBy }) }
}

export function peopleConfig(
  config: Config,
  secretKey: Uint8Array,
  { tryIt, personalLinkDays }: { tryIt: boolean; personalLinkDays?: number },
): PeopleConfig {
  const { publicUrl, oidc } = config
  const { issuer, clientId, clientSecret } = oidc ?? {}
  return {
    publicUrl,
    secretKey,
    sessionDays: 14,
    tryIt,
    personalLinkDays,
    approvalSteps: approvalSteps(config),
    ...(issuer && clientId && { oidc: { issuer, clientId, clientSecret: clientSecret ?? undefined } }),
  }
}
