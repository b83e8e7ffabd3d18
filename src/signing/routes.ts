/** The pages of signing: rooms, the signatory's page, the papers, verification. */
import { Hono } from 'hono'
import type { WebEnv } from '#src/platform/web.ts'
import { openShelf } from './page-images.ts'
import { paperRoutes } from './paper-routes.ts'
import type { SigningParts } from './parts.ts'
import { roomRoutes } from './room-routes.ts'
import { signRoutes } from './sign-routes.ts'
import { verifyRoutes } from './verify-routes.ts'

export function signingRoutes(parts: SigningParts): Hono<WebEnv> {
  const shelf = openShelf()
  const routes = new Hono<WebEnv>()
  routes.route('/', roomRoutes(parts))
  routes.route('/', signRoutes(parts, shelf))
  routes.route('/', paperRoutes(parts, shelf))
  routes.route('/', verifyRoutes(parts))
  return routes
}
