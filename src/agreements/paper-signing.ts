/** An agreement signed in ink: what each of the two originals must show before it counts as concluded. Pure rules. */

export const paperSides = ['ours', 'theirs'] as const
export type PaperSide = (typeof paperSides)[number]

/** What an officer writes of one side's signing. */
export interface PaperDetails {
  latin: string
  native: string
  titleEn: string
  titleZh: string
  /** `2021-09-23` */
  signedOn: string | null
  place: string
  /** The official seal 公章 stands beside the signature. */
  sealed: boolean
  witness: string
}

export interface PaperOriginal extends PaperDetails {
  side: PaperSide
  /** The scan of the original this side keeps. */
  scan: string | null
  enteredBy: string
  byName: string
  revision: number
}

export interface Paper {
  originals: Partial<Record<PaperSide, PaperOriginal>>
  check: { by: string; byName: string; at: Temporal.Instant } | null
}

export const emptyPaper: PaperDetails = {
  latin: '',
  native: '',
  titleEn: '',
  titleZh: '',
  signedOn: null,
  place: '',
  sealed: false,
  witness: '',
}

export type PaperLack = 'signer' | 'title' | 'date' | 'place' | 'scan'

/** What is missing of an original; a witness and a seal need not be. */
export function lacking(original: PaperOriginal | undefined): PaperLack[] {
  const lacks: [PaperLack, boolean][] = [
    ['signer', !original?.latin && !original?.native],
    ['title', !original?.titleEn && !original?.titleZh],
    ['date', !original?.signedOn],
    ['place', !original?.place],
    ['scan', !original?.scan],
  ]
  return lacks.flatMap(([lack, missing]) => (missing ? [lack] : []))
}

export const isComplete = ({ originals }: Paper): boolean =>
  paperSides.every((side) => lacking(originals[side]).length === 0)

/** A second person checks: nobody who wrote down either side. */
export const wroteIt = ({ originals }: Paper, account: string): boolean =>
  paperSides.some((side) => originals[side]?.enteredBy === account)

/** The later of the two days: on that the agreement was signed. */
export const signedOnPaper = ({ originals }: Paper): string =>
  paperSides
    .map((side) => originals[side]?.signedOn ?? '')
    .toSorted()
    .at(-1)!
