/** The controlled list of disciplines units work in: the 26 fields of the ASJC classification, which OpenAlex uses too. */

export const disciplines = [
  'agricultural_and_biological_sciences',
  'arts_and_humanities',
  'biochemistry_genetics_and_molecular_biology',
  'business_management_and_accounting',
  'chemical_engineering',
  'chemistry',
  'computer_science',
  'decision_sciences',
  'dentistry',
  'earth_and_planetary_sciences',
  'economics_econometrics_and_finance',
  'energy',
  'engineering',
  'environmental_science',
  'health_professions',
  'immunology_and_microbiology',
  'materials_science',
  'mathematics',
  'medicine',
  'neuroscience',
  'nursing',
  'pharmacology_toxicology_and_pharmaceutics',
  'physics_and_astronomy',
  'psychology',
  'social_sciences',
  'veterinary',
] as const
export type Discipline = (typeof disciplines)[number]

export const isDiscipline = (given: string): given is Discipline => disciplines.includes(given as Discipline)

/** What a unit says of itself. */
export interface Profile {
  id: string
  strengths: Discipline[]
  wishes: Discipline[]
}

export interface DisciplineMatch {
  discipline: Discipline
  /** `similar`: both sides are strong in it; `complementary`: one is, and the other seeks it. */
  kind: 'similar' | 'complementary'
  ours: string[]
  theirs: string[]
}

/** Disciplines in which the two sides meet, in the order of the list, with the units behind each. */
export function matchDisciplines(ours: Profile[], theirs: Profile[]): DisciplineMatch[] {
  const strong = (units: Profile[], d: Discipline) => units.filter((u) => u.strengths.includes(d)).map(({ id }) => id)
  const seeking = (units: Profile[], d: Discipline) => units.filter((u) => u.wishes.includes(d)).map(({ id }) => id)
  return disciplines.flatMap((discipline): DisciplineMatch[] => {
    const [a, b] = [strong(ours, discipline), strong(theirs, discipline)]
    if (a.length > 0 && b.length > 0) return [{ discipline, kind: 'similar', ours: a, theirs: b }]
    const [c, d] = [seeking(ours, discipline), seeking(theirs, discipline)]
    if (a.length > 0 && d.length > 0) return [{ discipline, kind: 'complementary', ours: a, theirs: d }]
    return c.length > 0 && b.length > 0 ? [{ discipline, kind: 'complementary', ours: c, theirs: b }] : []
  })
}
