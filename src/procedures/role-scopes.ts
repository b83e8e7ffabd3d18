/** What a role can be limited to in this house: the units of its tree, indented as the tree has them, and its types of agreements. */
import { ourUnits, unitOptions } from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import type { RoleScopes } from '#src/platform/people/index.ts'
import { agreementTypes } from './type-store.ts'

export async function roleScopes(db: Db): Promise<RoleScopes> {
  const [tree, types] = await Promise.all([ourUnits(db), agreementTypes(db)])
  const zh = unitOptions(tree, 'zh')
  return {
    units: unitOptions(tree, 'en').map(({ value, label }, n) => ({
      key: value,
      label: { en: label, zh: zh[n]!.label },
    })),
    kinds: types.filter(({ retired }) => !retired).map(({ key, name }) => ({ key, label: name })),
  }
}
