/** The map of our partners, and the words that say the same. */
import type { PublicInstitution, PublicPartner } from '#src/partners/index.ts'
import type { Language } from '#src/platform/i18n/words.ts'
import { type Html, worldMap } from '#src/platform/ui/index.ts'
import { at, pathOf } from './addresses.ts'
import { plain } from './entries.ts'
import { pageWords, partnersWords } from './words.ts'

/** Partners whose city is known, each with a pin; places close together share one. Nothing where no place is known. */
export function partnerMap(us: PublicInstitution, partners: PublicPartner[], language: Language): Html | '' {
  const pins = partners.flatMap((one) =>
    one.coordinates
      ? [
          {
            ...one.coordinates,
            label: plain(one.name, language),
            short: plain(one.city, language),
            href: at(language, pathOf.partner(one.ror)),
            key: one.standing === 'key',
          },
        ]
      : [],
  )
  if (pins.length === 0) return ''
  const home = us.coordinates && { ...us.coordinates, label: plain(us.name, language) }
  const severals = at(language, `${pathOf.partners}#list`)
  return worldMap({
    home,
    pins,
    label: partnersWords.map[language](pins.length),
    join: pageWords.and[language],
    severals,
  })
}
