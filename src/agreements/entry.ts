/** What kinds of agreements the register knows, and how they were signed. */

export const entryKinds = [
  'memorandum',
  'key',
  'exchange',
  'joint_training',
  'joint_degree',
  'research',
  'seed_fund',
  'data_sharing',
  'amendment',
  'extension',
  'other',
] as const
export type EntryKind = (typeof entryKinds)[number]

export const signings = ['here', 'ink', 'elsewhere'] as const
export type Signing = (typeof signings)[number]
