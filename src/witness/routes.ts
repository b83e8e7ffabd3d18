/** Every address of this area: the logs themselves, where other nodes come, the pages. */
import { Hono } from 'hono'
import type { WebEnv } from '#src/platform/web.ts'
import { nodeRoutes } from './node-routes.ts'
import { pageRoutes } from './page-routes.ts'
import type { WitnessParts } from './parts.ts'
import { tileRoutes } from './tile-routes.ts'

export function witnessRoutes(parts: WitnessParts): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()
  routes.route('/', tileRoutes(parts))
  routes.route('/', nodeRoutes(parts))
  routes.route('/', pageRoutes(parts))
  return routes
}
