/** What a role can be limited to in this house: the units of its tree, each with those above it, and its types of agreements. */
import { ourUnits, type Unit, unitOptions } from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { RoleScopes } from '#src/platform/people/index.ts'
import { agreementTypes } from './type-store.ts'

/** From the top of the tree down: `Faculty of Medicine › School of Nursing`. */
function pathOf(tree: Unit[], id: string): Phrase {
  const { parent, ...unit } = tree.find((one) => one.id === id)!
  const name = { en: unit.name_en || unit.name_zh, zh: unit.name_zh || unit.name_en }
  const above = tree.some((one) => one.id === parent) ? pathOf(tree, parent!) : undefined
  return above ? { en: `${above.en} › ${name.en}`, zh: `${above.zh} › ${name.zh}` } : name
}

export async function roleScopes(db: Db): Promise<RoleScopes> {
  const [tree, types] = await Promise.all([ourUnits(db), agreementTypes(db)])
  return {
    units: unitOptions(tree, 'en').map(({ value }) => ({ key: value, label: pathOf(tree, value) })),
    kinds: types.filter(({ retired }) => !retired).map(({ key, name }) => ({ key, label: name })),
  }
}
