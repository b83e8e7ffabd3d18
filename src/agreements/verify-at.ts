/** Where a printed agreement can be verified: on either university's node, at an address both agreed with the text. */
import { refuse } from './agreement.ts'
import type { AgreementText, VerifyAt } from './text.ts'

/** The page that judges a document, as it is printed and drawn as a QR code. */
export const verifyAddress = ({ site }: Pick<VerifyAt, 'site'>, agreement: string): string =>
  `${site}/verify/${agreement}`

/**
 * The text with each party's address, in the order of the parties. Whom `sites` does not name keeps what it said itself.
 * @param sites origins by ROR id
 */
export function withSites(text: AgreementText, sites: Partial<Record<string, string>>): AgreementText {
  const { verifyAt: before = [], ...rest } = text
  const verifyAt = text.parties.flatMap(({ ror: party }): VerifyAt[] => {
    const site = sites[party] ?? before.find((one) => one.party === party)?.site
    return site ? [{ party, site }] : []
  })
  return verifyAt.length > 0 ? { ...rest, verifyAt } : rest
}

/** Nobody freezes a text that sends readers to somebody else in our name. @throws Refusal `verify_address_differs` */
export function requireOwnSite({ verifyAt = [] }: AgreementText, us: string, site: string): void {
  const said = verifyAt.find(({ party }) => party === us)?.site
  if (said !== undefined && said !== site) refuse('verify_address_differs', { said, site })
}
