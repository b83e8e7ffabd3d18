/** Agreements that follow one another: what is in force of them, what is under way, what renews what. Rules only. */
import type { Agreement, AgreementState } from './agreement.ts'
import { refuse } from './agreement.ts'
import type { Bilingual, Succession } from './text.ts'

/** One agreement of a chain. */
export interface Link {
  id: string
  follows: string | null
  how: Succession | null
  state: AgreementState
  title: Bilingual
  concludedAt: Temporal.Instant | null
}

export interface Chain {
  /** The agreement the chain is of: not an amendment or extension itself. */
  root: Link
  /** The root and every concluded change of it, in order; the last is what is in force. Empty before the root is concluded. */
  line: Link[]
  /** Changes of what is in force, and renewals of it, that are not concluded. */
  underWay: Link[]
  /** The agreement the root renews. */
  renews: Link | null
  /** What took its place. */
  renewedBy: Link | null
}

const isRenewal = ({ how }: Pick<Link, 'how'>): boolean => how === 'renewal'

/** The chain an agreement belongs to. @param all every agreement reached from it by following, both ways */
export function chainOf(all: Link[], id: string): Chain {
  const byId = new Map(all.map((link) => [link.id, link]))
  let root = byId.get(id)!
  while (root.follows && !isRenewal(root)) root = byId.get(root.follows)!
  const line: Link[] = []
  for (let next: Link | undefined = root; next?.state === 'concluded'; next = change(all, next)) line.push(next)
  const head = line.at(-1) ?? root
  const after = all.filter((link) => link.follows === head.id)
  const renewedBy = after.find((link) => isRenewal(link) && link.state === 'concluded') ?? null
  const underWay = after.filter((link) => link.state !== 'concluded')
  return { root, line, underWay, renews: (root.follows && byId.get(root.follows)) || null, renewedBy }
}

const change = (all: Link[], { id }: Link): Link | undefined =>
  all.find((link) => link.follows === id && !isRenewal(link) && link.state === 'concluded')

/** Whether an amendment, an extension or a renewal can begin from this agreement: it is what is in force, and not renewed. */
export function mayFollow({ id, state }: Pick<Agreement, 'id' | 'state'>, { line, renewedBy }: Chain): boolean {
  return state === 'concluded' && line.at(-1)?.id === id && !renewedBy
}

/**
 * One change at a time is signed, and only of what is in force: of two under way the first concluded stands.
 * @param others what else follows the same agreement
 */
export function checkFirst(others: Pick<Link, 'state'>[]): void {
  if (others.some(({ state }) => state === 'concluded')) refuse('predecessor_superseded')
  if (others.some(({ state }) => state === 'signing' || state === 'signed')) refuse('another_successor_signing')
}

const names: Record<Succession, (title: Bilingual) => Bilingual> = {
  amendment: ({ en, zh }) => ({ en: `Amendment to the ${en}`, zh: `${zh}修订协议` }),
  extension: ({ en, zh }) => ({ en: `Extension of the ${en}`, zh: `${zh}延期协议` }),
  renewal: (title) => title,
}

/** What the draft of a successor is called; officers change it. @param title of the root */
export function successorTitle(title: Bilingual, how: Succession): Bilingual {
  const { en, zh } = names[how](title)
  return { en: title.en && en.slice(0, 300), zh: title.zh && zh.slice(0, 300) }
}
