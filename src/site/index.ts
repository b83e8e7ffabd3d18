/** The front door of the public site. */
export { type SiteParts, siteRoutes } from './routes.ts'
export { siteNav } from './site-page.ts'
