/** What a browser's tab says: which page, and of which agreement, no longer than a tab is wide. */
export function tabTitle(which: string, agreement: string): string {
  const letters = [...agreement]
  const short = letters.length > 32 ? `${letters.slice(0, 31).join('')}…` : agreement
  return short ? `${which}: ${short}` : which
}
