/** The pages of the stage: for audiences, and behind it. */
import { Hono } from 'hono'
import type { WebEnv } from '#src/platform/web.ts'
import { backstageRoutes } from './backstage-routes.ts'
import { consoleRoutes } from './console-routes.ts'
import { liveRoutes } from './live-routes.ts'
import type { StageParts } from './parts.ts'

export function stageRoutes(parts: StageParts): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()
  routes.route('/', liveRoutes(parts))
  routes.route('/', consoleRoutes(parts))
  routes.route('/', backstageRoutes(parts))
  return routes
}
