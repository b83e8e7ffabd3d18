/** Which logs are believed, and whose cosignatures a checkpoint needs besides (C2SP tlog-policy). */
import { sameBytes } from '#src/platform/bytes.ts'
import { type OpenedCheckpoint, openCheckpoint } from './checkpoint.ts'
import { cosignature } from './cosignature.ts'
import { cosignatureV1, ed25519, type NoteKey, readVerifierKey, verifierKey } from './note-key.ts'

interface Keyed {
  key: NoteKey
  url?: string
}

/** At least so many of its members, which are names of witnesses or of other groups. */
export interface Group {
  name: string
  least: number
  members: string[]
}

export interface Policy {
  logs: Keyed[]
  witnesses: (Keyed & { name: string })[]
  groups: Group[]
  /** The name of a witness or a group, or `none`. */
  quorum: string
}

/** As the file is written: keys first, then the rule. */
export function formatPolicy({ logs, witnesses, groups, quorum }: Policy): string {
  const address = (url: string | undefined) => (url ? ` ${url}` : '')
  const how = ({ least, members }: Group) => (least === members.length ? 'all' : least === 1 ? 'any' : String(least))
  return [
    ...logs.map(({ key, url }) => `log ${verifierKey(key)}${address(url)}`),
    ...witnesses.map(({ name, key, url }) => `witness ${name} ${verifierKey(key)}${address(url)}`),
    ...groups.map((group) => `group ${group.name} ${how(group)} ${group.members.join(' ')}`),
    `quorum ${quorum}`,
    '',
  ].join('\n')
}

/** A policy file that is not one; `line` counts from 1. */
export class PolicyError extends Error {
  readonly line: number
  constructor(line: number, what: string) {
    super(`line ${line}: ${what}`)
    this.line = line
  }
}

/** Reads a policy file. @throws PolicyError */
export function readPolicy(text: string): Policy {
  const policy: Policy = { logs: [], witnesses: [], groups: [], quorum: '' }
  for (const [i, line] of text.split('\n').entries()) {
    const wrong = (what: string): never => {
      throw new PolicyError(i + 1, what)
    }
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    if (/[\u0000-\u0008\u000b-\u001f\u007f]/.test(line)) wrong('a control character')
    const [word, ...rest] = line.split(/[ \t]+/).filter((part) => part !== '')
    if (word === undefined || word.startsWith('#')) continue
    readLine(policy, word, rest, wrong)
  }
  if (!policy.quorum) throw new PolicyError(text.split('\n').length, 'no quorum')
  return policy
}

type Wrong = (what: string) => never

function readLine(policy: Policy, word: string, rest: string[], wrong: Wrong): void {
  if (word === 'log') policy.logs.push(keyed(policy.logs, rest, ed25519, wrong))
  else if (word === 'witness') {
    const name = newName(policy, rest[0], wrong)
    policy.witnesses.push({ name, ...keyed(policy.witnesses, rest.slice(1), cosignatureV1, wrong) })
  } else if (word === 'group') policy.groups.push(readGroup(policy, rest, wrong))
  else if (word === 'quorum') {
    const [name] = rest
    if (policy.quorum) wrong('a second quorum')
    if (rest.length !== 1 || !(name === 'none' || named(policy, name!))) wrong('a quorum of nobody known')
    policy.quorum = name!
  } else wrong(`${word} is not understood`)
}

function keyed(known: Keyed[], [text, url, ...more]: string[], type: number, wrong: Wrong): Keyed {
  const key = readVerifierKey(text ?? '')
  if (!key || key.type !== type || more.length > 0) return wrong('not a key for this duty')
  if (known.some((other) => sameBytes(other.key.publicKey, key.publicKey))) wrong('the same key again')
  return url ? { key, url } : { key }
}

const named = (policy: Policy, name: string) => [...policy.witnesses, ...policy.groups].some((one) => one.name === name)

function newName(policy: Policy, name: string | undefined, wrong: Wrong): string {
  if (!name || name === 'none' || named(policy, name)) return wrong('a name that is missing or taken')
  return name
}

function readGroup(policy: Policy, [first, how, ...members]: string[], wrong: Wrong): Group {
  const name = newName(policy, first, wrong)
  const taken = policy.groups.flatMap((g) => g.members)
  if (members.length === 0 || new Set(members).size < members.length) wrong('members missing or doubled')
  if (members.some((m) => !named(policy, m) || taken.includes(m))) wrong('a member unknown or already in a group')
  const least = how === 'all' ? members.length : how === 'any' ? 1 : /^[1-9]\d*$/.test(how ?? '') ? Number(how) : 0
  if (least < 1 || least > members.length) wrong('not a number of members')
  return { name, least, members }
}

export type PolicyFault = 'no_known_log' | 'log_signature_wrong' | 'cosignature_wrong' | 'quorum_missed'

/** Whether a signed checkpoint is by a known log and cosigned as the policy asks; with when each witness did. */
export function satisfies(
  signed: string,
  policy: Policy,
): { checkpoint: OpenedCheckpoint; cosigned: Map<string, Temporal.Instant> } | PolicyFault {
  const opened = policy.logs.map(({ key }) => openCheckpoint(signed, key))
  const checkpoint = opened.find((o): o is OpenedCheckpoint => typeof o === 'object')
  if (!checkpoint) return opened.includes('signature_wrong') ? 'log_signature_wrong' : 'no_known_log'
  const cosigned = new Map<string, Temporal.Instant>()
  for (const { name, key } of policy.witnesses) {
    const at = cosignature(checkpoint.note, key)
    if (at === 'wrong') return 'cosignature_wrong'
    if (at) cosigned.set(name, at)
  }
  return holds(policy, policy.quorum, cosigned) ? { checkpoint, cosigned } : 'quorum_missed'
}

function holds(policy: Policy, name: string, cosigned: Map<string, Temporal.Instant>): boolean {
  if (name === 'none') return true
  const group = policy.groups.find((g) => g.name === name)
  if (!group) return cosigned.has(name)
  return group.members.filter((member) => holds(policy, member, cosigned)).length >= group.least
}
