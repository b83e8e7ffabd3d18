/** Acts on keys that one administrator proposes and another confirms. The lifecycle as a table; rules only. */
import { refuseKeys } from './refusals.ts'

export const keyActKinds = [
  'revoke',
  'export_root',
  'take_root',
  'bring_root',
  'replace_root',
  'choose_signer',
] as const
export type KeyActKind = (typeof keyActKinds)[number]
export type KeyActState = 'proposed' | 'done' | 'rejected' | 'withdrawn'
export type KeyActStep = 'confirm' | 'reject' | 'withdraw'

interface Way {
  from: KeyActState
  act: KeyActStep
  /** Of the administrators: whoever proposed it, or any other. */
  who: 'proposer' | 'another'
  to: KeyActState
}

export const ways: Way[] = [
  { from: 'proposed', act: 'confirm', who: 'another', to: 'done' },
  { from: 'proposed', act: 'reject', who: 'another', to: 'rejected' },
  { from: 'proposed', act: 'withdraw', who: 'proposer', to: 'withdrawn' },
]

export interface KeyAct {
  id: string
  kind: KeyActKind
  state: KeyActState
  about: string
  proposedBy: string
}

const wayOf = ({ state, proposedBy }: KeyAct, act: KeyActStep, account: string) =>
  ways.find((w) => w.from === state && w.act === act && (w.who === 'proposer') === (account === proposedBy))

/** What this administrator may do with it now. */
export const stepsFor = (act: KeyAct, account: string): KeyActStep[] =>
  ways.map((w) => w.act).filter((step) => wayOf(act, step, account))

/** @throws Refusal `key_act_decided`, `key_act_needs_another` */
export function moveAct(act: KeyAct, step: KeyActStep, account: string): KeyActState {
  if (act.state !== 'proposed') return refuseKeys('key_act_decided')
  return wayOf(act, step, account)?.to ?? refuseKeys('key_act_needs_another', {}, 403)
}
