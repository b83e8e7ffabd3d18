/** Everything about people: signing in, one's own account, the people of the house. */
import { Hono } from 'hono'
import type { WebEnv } from '#src/platform/web.ts'
import { accountRoutes } from './account-routes.ts'
import { houseRoutes } from './house-routes.ts'
import type { PeopleParts } from './people-config.ts'
import { signInRoutes } from './sign-in-routes.ts'

export function peopleRoutes(parts: PeopleParts): Hono<WebEnv> {
  return new Hono<WebEnv>()
    .route('/', signInRoutes(parts))
    .route('/', accountRoutes(parts))
    .route('/', houseRoutes(parts))
}
