/** What the stage tells the partner's node. Each kind has a stream of its own: a caption never waits behind slides. */
import type { Plan } from '#src/ceremonies/index.ts'
import type { Following, Json } from '#src/platform/record.ts'

type Kind = 'state' | 'caption' | 'note' | 'slides' | 'mark'

/** The stream of one kind of messages about one ceremony. */
export const streamOf = ({ id, partner }: Pick<Plan, 'id' | 'partner'>, kind: Kind): string =>
  `message:${partner}:${id}:${kind}`

export function stageMessage(plan: Pick<Plan, 'id' | 'partner'>, kind: Kind, body: object): Following {
  const { id: about, partner: to } = plan
  const json = { to, kind: `stage.${kind}`, about, body: body as Json }
  return { topic: 'message', stream: streamOf(plan, kind), body: json }
}
