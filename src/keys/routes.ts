/** URLs of the keys area. */
import { Hono } from 'hono'
import type { WebEnv } from '#src/platform/web.ts'
import { listRoutes } from './list-routes.ts'
import { ownCertificateRoutes } from './own-certificate-routes.ts'
import { pageRoutes } from './page-routes.ts'
import type { KeyParts } from './parts.ts'

export function keyRoutes(parts: KeyParts): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()
  routes.route('/', listRoutes(parts))
  routes.route('/', pageRoutes(parts))
  routes.route('/', ownCertificateRoutes(parts))
  return routes
}
