/** The type of an agreement, as a list may name it. Pure rules. */
import { type EntryKind, entryKinds, kindWords } from '#src/agreements/index.ts'
import { fold } from '#src/platform/search/terms.ts'

const others: Partial<Record<EntryKind, string[]>> = {
  memorandum: [
    'mou',
    'moa',
    'memorandum',
    'memorandum of agreement',
    'general agreement',
    'letter of intent',
    '备忘录',
    '合作备忘录',
    '意向书',
    '合作意向书',
    '校际协议',
    '校级协议',
    '合作协议',
    '框架协议',
    'framework agreement',
    'framework',
  ],
  key: ['key partnership', 'key agreement', 'strategic partnership', '重点合作伙伴', '战略合作协议'],
  exchange: [
    'exchange',
    'student exchange agreement',
    'exchange agreement',
    'sea',
    '交换',
    '学生交换协议',
    '交换生',
    '交换生协议',
    '学生交流',
    '学生交流协议',
    '校际交流',
  ],
  joint_training: [
    'joint training agreement',
    'joint programme',
    'articulation',
    'articulation agreement',
    '联合培养协议',
    '合作办学',
    '合作办学协议',
  ],
  joint_degree: [
    'dual degree',
    'double degree',
    'joint degree',
    'double degree agreement',
    'dual degree agreement',
    '双学位',
    '双学位协议',
    '联合学位',
    '双硕士',
  ],
  research: [
    'research agreement',
    'research collaboration',
    'research cooperation',
    'joint laboratory',
    '科研',
    '科研协议',
    '科研合作协议',
    '研究合作',
    '联合实验室',
  ],
  seed_fund: ['seed funding', 'seed fund agreement', '种子基金协议'],
  data_sharing: ['data sharing agreement', 'data transfer', '数据共享协议'],
  amendment: ['amendment agreement', 'addendum', '补充协议', '修订协议'],
  extension: ['extension agreement', 'renewal', '续签', '续签协议', '延期'],
  other: ['other', '其它', '其他'],
}

const known = new Map<string, EntryKind>(
  entryKinds.flatMap((kind) =>
    [kind, kindWords[kind].en, kindWords[kind].zh, ...(others[kind] ?? [])].map((said) => [fold(said), kind] as const),
  ),
)

/** The type a cell names; undefined where it names none we know. */
export const kindNamed = (said: string): EntryKind | undefined =>
  known.get(fold(said)) ?? known.get(fold(said.replace(/[(（].*?[)）]/g, ' ')))
