/** What goes wrong when: generated, every message with every fault, and many faults at once from a seed. */

export const whats = [
  'lose',
  'lose_answer',
  'double',
  'delay',
  'kill_receiver_before',
  'kill_receiver_amidst',
  'kill_receiver_after',
  'kill_sender_before',
  'kill_sender_after',
  'cut',
] as const

export interface Fault {
  /** The message it strikes: the how-manieth of the play. */
  at: number
  what: (typeof whats)[number]
}

export interface Schedule {
  /** Decides who acts when, and which waiting message goes first. */
  seed: number
  route: Route
  faults: Fault[]
  /** A node is restored, when the second message comes by, from a copy made when the first did. */
  restore?: { side: Which; backup: number; restore: number }
}

export type Which = 'first' | 'second'

interface RouteTold {
  /** Kinds of message it is there for: each crosses whenever it is played. */
  kinds: string[]
  /** Kinds of message that are numbered, and can be struck. */
  counts: RegExp
  /** Messages that cross, whatever the seed; before `from` it is as on the straight way. */
  messages: number
  from: number
}

const straightKinds = [
  ...['version', 'comment', 'label', 'freeze', 'approval'].map((kind) => `agreement.${kind}`),
  ...['open', 'reading', 'consent', 'signature'].map((kind) => `signing.${kind}`),
]

const ceremonyKinds = [
  ...['frame', 'sheet', 'rehearsal', 'rehearsal_ended'],
  ...['commitment', 'commitment_standing', 'minutes', 'minutes_answer'],
].map((kind) => `ceremony.${kind}`)

const negotiating = /^(agreement|signing)\./

/** What the people of two offices want: one way each. */
export const routes = {
  /** From draft to conclusion. */
  straight: { kinds: straightKinds, counts: negotiating, from: 0, messages: 15 },
  /** Withdrawn, reopened, passkeys changed, declined, and then signed. */
  detours: {
    kinds: ['agreement.reopening', 'agreement.pins', 'signing.ending'],
    counts: negotiating,
    from: 8,
    messages: 27,
  },
  /** The second's typesetter draws another document, and its office accepts the first's. */
  differing: { kinds: ['agreement.document'], counts: negotiating, from: 5, messages: 16 },
  /** The first, having signed, asks to end the session while the second signs. */
  asked: { kinds: ['signing.question'], counts: negotiating, from: 13, messages: 15 },
  /** Takes effect once both logs hold it; is time-stamped and preserved; each side tells what its log says. */
  proven: {
    kinds: ['witness.proof', 'witness.events', 'signing.preservation'],
    counts: /^(agreement|signing)\.|^witness\.(proof|events)$/,
    from: 12,
    messages: 20,
  },
  /** A notice about an agreement in force, taken back by both. */
  ending: { kinds: ['agreement.termination'], counts: /^agreement\.termination$/, from: 0, messages: 3 },
  /** A certificate revoked, a root replaced and accepted. */
  keys: {
    kinds: ['keys.revoked', 'keys.crl', 'keys.root', 'keys.root_answer'],
    counts: /^keys\./,
    from: 0,
    messages: 5,
  },
  /** Two nodes that have only now been paired tell each other the keys of their logs. */
  paired: { kinds: ['witness.keys'], counts: /^witness\.keys$/, from: 0, messages: 2 },
  /** Planned by both, rehearsed, held; a promise is followed, the minutes are sent back once and agreed. */
  ceremony: { kinds: ceremonyKinds, counts: /^ceremony\./, from: 0, messages: 14 },
  /** A rehearsal is played, and taken over by the other side. */
  stage: {
    kinds: ['state', 'caption', 'note', 'mark', 'slides'].map((kind) => `stage.${kind}`),
    counts: /^stage\.(?!here)/,
    from: 0,
    messages: 9,
  },
  /** Each says how many watch at its side. */
  greeting: { kinds: ['stage.here'], counts: /^stage\.here$/, from: 0, messages: 1 },
  /** A node is reached at another address. */
  moved: { kinds: ['node.moved'], counts: /^node\.moved$/, from: 0, messages: 1 },
  /** Offered, sent back, offered and taken back, offered and approved, published. */
  story: {
    kinds: ['offer_photo', 'offer', 'withdrawn_offer', 'approval', 'published'].map((kind) => `story.${kind}`),
    counts: /^story\./,
    from: 0,
    messages: 8,
  },
} satisfies Record<string, RouteTold>

/** What goes with signing: on these routes nothing is negotiated or signed. */
const occasions = ['ceremony', 'stage', 'story'] as const

export type Route = keyof typeof routes

/** The schedules by the test file that plays them: of about the same length, so that two at once end together. */
export interface Matrix {
  /** One fault on the straight way. */
  straight: Schedule[]
  /** One fault on the detours; several faults on either route. */
  detours: Schedule[]
  /** What else crosses: documents, questions, proofs, notices, keys. */
  elsewhere: Schedule[]
  restored: Schedule[]
  /** Every message a stream of its own, in whatever order. */
  reordered: Schedule[]
  /** Ceremonies, the stage, stories and a node that moves: one fault at each message. */
  occasions: Schedule[]
  /** The same, every message a stream of its own. */
  shuffled: Schedule[]
  /** The same, where either node is put back. */
  recalled: Schedule[]
}

/** Every message with every fault; then several at once, drawn from a seed. */
export function matrix(): Matrix {
  return {
    straight: single('straight', whats),
    detours: [...single('detours', offTheWay), ...range(0, 65).map(several)],
    elsewhere: (['differing', 'asked', 'proven', 'ending', 'keys', 'paired'] as const).flatMap((r) => single(r, whats)),
    restored: [
      ...restored('straight', [1, 3, 7]),
      ...restored('proven', [1, 4]),
      ...restored('ending', [1, 2]),
      ...restored('keys', [1, 2]),
    ],
    reordered: [...single('straight', outOfOrder), ...range(65, 120).map(several)],
    occasions: [...occasions, 'greeting' as const, 'moved' as const].flatMap((route) => single(route, whats)),
    shuffled: occasions.flatMap((route) => single(route, outOfOrder)),
    recalled: [
      ...restored('ceremony', [1, 3, 8, 14]),
      ...restored('stage', [1, 4, 8]),
      ...restored('story', [1, 3, 8]),
      ...restored('moved', [1]),
    ],
  }
}

/** One fault at each message of its own that a route has. */
function single(route: Route, faults: readonly Fault['what'][]): Schedule[] {
  const { from, messages } = routes[route]
  const at = route === 'differing' ? range(from, from + 2) : range(from, messages)
  return at.flatMap((n) =>
    faults.map((what) => ({ seed: 1_000 * n + whats.indexOf(what), route, faults: [{ at: n, what }] })),
  )
}

/** How many of the schedules are played where nobody asks for all of them. */
export const sampled = 520

/** Some of one file's schedules, spread evenly over them, the same ones every time. */
export function sample(schedules: Schedule[]): Schedule[] {
  const share = sampled / Object.values(matrix()).flat().length
  return schedules.filter((_, i) => Math.ceil((i + 1) * share) > Math.ceil(i * share))
}

/** What is tried on the detours, where the same messages come in other states. */
const offTheWay = ['lose_answer', 'delay', 'kill_receiver_amidst', 'kill_sender_after'] as const
const outOfOrder = ['lose', 'lose_answer', 'double', 'delay', 'kill_receiver_after', 'kill_sender_before'] as const

/** Either node put back, at each message, to what it was some messages before. */
function restored(route: Route, ages: number[]): Schedule[] {
  const { from, messages } = routes[route]
  return range(from + 1, messages + 1).flatMap((restore) =>
    ages
      .map((age) => restore - age)
      .filter((backup) => backup >= 0)
      .flatMap((backup) =>
        (['first', 'second'] as const).map(
          (side): Schedule => ({ seed: 31 * restore + backup, route, faults: [], restore: { side, backup, restore } }),
        ),
      ),
  )
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i)

/** Two to four faults, each of a kind and at a message the number decides. */
function several(number: number): Schedule {
  const random = chance(77_000 + number)
  const draw = (below: number) => Math.floor(random() * below)
  const route: Route = number % 3 === 0 ? 'detours' : 'straight'
  const { messages } = routes[route]
  const strikes = range(0, 2 + draw(3)).map(() => ({ at: draw(messages - 1), what: whats[draw(whats.length)]! }))
  return { seed: 77_000 + number, route, faults: strikes }
}

/** A generator of numbers from 0 to 1 that is the same for the same seed. */
export function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
