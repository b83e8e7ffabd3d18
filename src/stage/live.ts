/** Which event stream a page behind the stage follows, and whether it may. */
import { seeCeremony } from '#src/ceremonies/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import type { Visitor } from '#src/platform/people/visitor.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { stageTopic } from './store.ts'

/** @returns the topic for `/ceremonies/ID/live`, or the HTTP status to refuse with; 404 for any other path */
export async function stageLiveTopic(db: Db, visitor: Visitor | null, path: string): Promise<string | 401 | 403 | 404> {
  const id = /^\/ceremonies\/([0-9a-f-]{36})\/live$/.exec(path)?.[1]
  if (!id) return 404
  try {
    await seeCeremony(db, visitor, id)
    return stageTopic(id)
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem
    return problem.status === 401 || problem.status === 403 ? problem.status : 404
  }
}
