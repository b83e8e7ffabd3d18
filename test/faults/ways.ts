/** How each route begins, and who does what on it. */
import { speakOfEnding } from './ending.ts'
import { careForKeys } from './keys.ts'
import { acceptAddress } from './moving.ts'
import { report } from './newsroom.ts'
import { celebrate } from './occasion.ts'
import { greetEachOther, playRehearsal } from './on-stage.ts'
import { actOnce, beginPlay } from './play.ts'
import type { Act } from './scene.ts'
import type { Route } from './schedule.ts'
import type { World } from './world.ts'

const nobody: Act = async () => undefined

export const acts: Record<Route, Act> = {
  straight: actOnce,
  detours: actOnce,
  differing: actOnce,
  asked: actOnce,
  proven: actOnce,
  ending: speakOfEnding,
  keys: careForKeys,
  paired: nobody,
  ceremony: celebrate,
  stage: playRehearsal,
  greeting: greetEachOther,
  story: report,
  moved: acceptAddress,
}

/** @returns the agreement to be played on; a name where there is none */
export async function begin(world: World, route: Route): Promise<string> {
  const { nodes, pair } = world
  for (const node of Object.values(nodes)) node.preserves = route === 'proven'
  if (route === 'keys') return 'keys'
  if (route === 'paired') {
    await world.introduce()
    return 'log'
  }
  if (route === 'story') return 'story'
  if (route === 'moved') {
    await world.move()
    return 'node'
  }
  if (['ending', 'ceremony', 'stage', 'greeting'].includes(route)) return world.inForce()
  const effect = route === 'proven' ? 'both_signatures_and_logs' : 'both_signatures'
  return beginPlay(nodes, { typesetter: pair.typesetter, effect, at: pair.now })
}
