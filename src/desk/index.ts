/** The front door of the desk. Only app.ts enters. */
export { deskRoutes } from './routes.ts'
