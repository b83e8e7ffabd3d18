/** The last part of a story's address. Rules only. */
import { fold } from '#src/platform/search/terms.ts'

/** `HUST & Queen Mary sign, together online` becomes `hust-queen-mary-sign-together-online`; empty where nothing Latin is in it. */
export function slugOf(headline: string): string {
  const words = fold(headline)
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
  let slug = ''
  for (const word of words) {
    const longer = slug ? `${slug}-${word}` : word
    if (longer.length > 72) break
    slug = longer
  }
  return slug
}

export const isSlug = (text: string): boolean => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && text.length <= 100
