/** The field in which a unit of ours is chosen: from the tree, or written as long as there is none. */
import { type Language, speak } from '#src/platform/i18n/words.ts'
import { type Content, selectField, textField } from '#src/platform/ui/index.ts'
import type { ChosenUnit } from './choose-unit.ts'
import { inTree } from './unit.ts'
import type { Unit } from './unit-store.ts'
import { unitWords } from './unit-words.ts'

export interface UnitChoice {
  label: string
  /** What no unit means. */
  none: string
  units: Unit[]
  chosen: ChosenUnit
  hint?: string
  language: Language
}

export function unitField({ label, none, units, chosen, hint, language }: UnitChoice): Content {
  const field = { name: 'unit', label, hint, language }
  if (units.length === 0) return textField({ ...field, value: chosen.unit, maxlength: 200, wide: true })
  const written = chosen.unit !== '' && chosen.unitId === null
  const options = [
    { value: '', label: none },
    ...(written ? [{ value: chosen.unit, label: speak(unitWords, language).notInTree(chosen.unit) }] : []),
    ...unitOptions(units, language),
  ]
  return selectField({ ...field, value: chosen.unitId ?? chosen.unit, options })
}

/** The tree as options, each unit indented under the one it belongs to; closed ones left out. */
export const unitOptions = (units: Unit[], language: Language): { value: string; label: string }[] =>
  inTree(units)
    .filter(({ unit }) => unit.until === null)
    .map(({ unit, depth }) => ({ value: unit.id, label: `${'\u2003'.repeat(depth)}${nameOf(unit, language)}` }))

/** The unit's name as it stands now, in the reader's language; what was written where it is in no tree. */
export function chosenName({ unit, unitId }: ChosenUnit, units: Unit[], language: Language): string {
  const found = units.find(({ id }) => id === unitId)
  return found ? nameOf(found, language) : unit
}

const nameOf = ({ name_en, name_zh }: Unit, language: Language): string =>
  language === 'en' ? name_en || name_zh : name_zh || name_en
