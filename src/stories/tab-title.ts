/** A headline as it fits into a browser's tab beside the house's name. */
export function tabTitle(headline: string): string {
  const characters = [...headline]
  return characters.length <= 36 ? headline : `${characters.slice(0, 35).join('').trimEnd()}…`
}
