/** How far somebody's role reaches into the agreements of the house. Rules only. */

/** Units with all below them, and types; null: every one. */
export interface ReachPart {
  units: string[] | null
  /** The house's own types. */
  kinds: string[] | null
  /** The register's kinds they are counted as, for agreements that have no type of the house. */
  counted: string[] | null
}

/** One of the parts is enough. None: nothing is reached. */
export type Reach = 'everything' | ReachPart[]

export interface Reached {
  /** Units of ours it is for; none: the whole university. */
  units: string[]
  kind: string
}

export const nothing: Reach = []

export const within = (reach: Reach, { units, kind }: Reached): boolean =>
  reach === 'everything' ||
  reach.some(
    (part) =>
      (part.units === null || units.some((unit) => part.units!.includes(unit))) &&
      (part.kinds === null || part.kinds.includes(kind)),
  )
