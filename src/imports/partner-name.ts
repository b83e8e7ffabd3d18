/** The names a cell of a list may hold for one partner: whole, without brackets, each script by itself. Pure rules. */
import { fold } from '#src/platform/search/terms.ts'

/**
 * What a cell may be called, folded, in groups: names of a later group count only where none of an earlier one is known.
 * `伦敦玛丽女王大学 Queen Mary University of London (UK)` is known by either half.
 */
export function namesIn(cell: string): string[][] {
  const bare = cell.replace(/[(（[【][^)）\]】]*[)）\]】]/g, ' ')
  const inside = [...cell.matchAll(/[(（[【]([^)）\]】]*)[)）\]】]/g)].map(([, text]) => text!)
  const halves = [bare.replace(/\p{Script=Han}+/gu, ' '), (bare.match(/\p{Script=Han}+/gu) ?? []).join('')]
  const lines = cell.split(/[\n;；/|]/)
  const beforeComma = bare.split(/[,，]/)[0]!
  return [[cell], [bare], halves, lines, [beforeComma], inside].map((group) => [
    ...new Set(group.map(fold).filter((name) => [...name].length > 1)),
  ])
}

/** A ROR id, alone or as an address. */
export const rorIn = (cell: string): string | null =>
  /^(?:https?:\/\/)?(?:ror\.org\/)?(0[a-z0-9]{6}\d{2})$/i.exec(cell.trim())?.[1]?.toLowerCase() ?? null
