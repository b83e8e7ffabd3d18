/** The pages of signing: rooms, the signatory's page, the papers, verification. */
import { Hono } from 'hono'
import type { WebEnv } from '#src/platform/web.ts'
import { paperRoutes } from './paper-routes.ts'
import type { SigningParts } from './parts.ts'
import { roomRoutes } from './room-routes.ts'
import { signRoutes } from './sign-routes.ts'
import { verifyRoutes } from './verify-routes.ts'

export function signingRoutes(parts: SigningParts): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()
  routes.route('/', roomRoutes(parts))
  routes.route('/', signRoutes(parts))
  routes.route('/', paperRoutes(parts))
  routes.route('/', verifyRoutes(parts))
  return routes
}
