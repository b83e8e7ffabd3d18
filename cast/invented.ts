/** Words from which invented universities, people and agreements are put together. Nobody of these names is meant. */
import type { EntryKind } from '#src/agreements/index.ts'
import type { Chance } from './chance.ts'

type Pair = readonly [en: string, zh: string]

/** Places that do not exist, in sixty countries that do: a list of invented universities must not be taken for real ones. */
const beginnings: Pair[] = [
  ['Alder', '阿尔德'],
  ['Brenn', '布伦'],
  ['Corvo', '科沃'],
  ['Dunmar', '邓马'],
  ['Elbrun', '埃尔布伦'],
  ['Farrow', '法罗'],
  ['Gelder', '盖尔德'],
  ['Hollin', '霍林'],
  ['Istra', '伊斯特拉'],
  ['Jorven', '约尔文'],
  ['Kestra', '凯斯特拉'],
  ['Lindor', '林多'],
]
const endings: Pair[] = [
  ['field', '菲尔德'],
  ['haven', '黑文'],
  ['mouth', '茅斯'],
  ['stad', '斯塔德'],
  ['burg', '堡'],
  ['vale', '谷'],
]
const towns: Pair[] = beginnings.flatMap(([a, b]) => endings.map(([c, d]) => [a + c, b + d] as const))

/** Sixty countries, each with a zone people live in. */
const countries: [country: string, zone: string][] = (
  'GB Europe/London,DE Europe/Berlin,FR Europe/Paris,ES Europe/Madrid,IT Europe/Rome,NL Europe/Amsterdam,BE Europe/Brussels,' +
  'SE Europe/Stockholm,NO Europe/Oslo,DK Europe/Copenhagen,FI Europe/Helsinki,PL Europe/Warsaw,CZ Europe/Prague,AT Europe/Vienna,' +
  'CH Europe/Zurich,PT Europe/Lisbon,IE Europe/Dublin,GR Europe/Athens,HU Europe/Budapest,RO Europe/Bucharest,BG Europe/Sofia,' +
  'HR Europe/Zagreb,SI Europe/Ljubljana,EE Europe/Tallinn,LV Europe/Riga,LT Europe/Vilnius,TR Europe/Istanbul,US America/New_York,' +
  'CA America/Toronto,MX America/Mexico_City,BR America/Sao_Paulo,AR America/Argentina/Buenos_Aires,CL America/Santiago,' +
  'CO America/Bogota,PE America/Lima,UY America/Montevideo,AU Australia/Sydney,NZ Pacific/Auckland,JP Asia/Tokyo,KR Asia/Seoul,' +
  'SG Asia/Singapore,MY Asia/Kuala_Lumpur,TH Asia/Bangkok,VN Asia/Ho_Chi_Minh,ID Asia/Jakarta,PH Asia/Manila,IN Asia/Kolkata,' +
  'PK Asia/Karachi,BD Asia/Dhaka,LK Asia/Colombo,KZ Asia/Almaty,UZ Asia/Tashkent,IL Asia/Jerusalem,AE Asia/Dubai,SA Asia/Riyadh,' +
  'EG Africa/Cairo,MA Africa/Casablanca,ZA Africa/Johannesburg,KE Africa/Nairobi,NG Africa/Lagos'
)
  .split(',')
  .map((line) => line.split(' ') as [string, string])

const letters = 'abcdefghjkmnpqrstvwxyz0123456789'

/** The nth invented university: always the same id for the same n, beginning with `0zz`, which no real record has. */
export function invented(random: Chance, n: number) {
  const [town, townZh] = towns[n % towns.length]!
  const [country, zone] = random.one(countries)
  const number = Math.floor(n / towns.length)
  const which = number > 0 ? ` ${number + 1}` : ''
  let id = ''
  for (let rest = n, i = 0; i < 6; i++, rest = Math.floor(rest / 32)) id = letters[rest % 32]! + id
  return {
    ror: `0zz${id}`,
    name_en: `University of ${town}${which} (demonstration)`,
    name_zh: `${townZh}大学${which}（示例）`,
    short_en: `U${town.slice(0, 3)}${which}`,
    short_zh: `${townZh.slice(0, 2)}大${which}`,
    city_en: town,
    city_zh: townZh,
    country,
    zone,
    website: `https://${town.toLowerCase()}${number || ''}.example/`,
  }
}

export const surnames: Record<'en' | 'zh', Pair[]> = {
  zh: [
    ['Zhao', '赵'],
    ['Qian', '钱'],
    ['Sun', '孙'],
    ['Zhou', '周'],
    ['Wu', '吴'],
    ['Zheng', '郑'],
    ['Feng', '冯'],
    ['Jiang', '蒋'],
    ['Ouyang', '欧阳'],
    ['Situ', '司徒'],
  ],
  en: [
    ['Ashdown', ''],
    ["O'Leary", ''],
    ['Łukasiewicz', ''],
    ['Szabó', ''],
    ['Erdem', ''],
    ['Nakagawa', ''],
    ['Fernández', ''],
    ['Okafor', ''],
    ['Lindqvist', ''],
    ['Marchetti', ''],
  ],
}

export const givenNames: Record<'en' | 'zh', Pair[]> = {
  zh: [
    ['Yiming', '一鸣'],
    ['Ruolan', '若兰'],
    ['Zhiyuan', '志远'],
    ['Xiaoyu', '晓雨'],
    ['Jingwen', '静文'],
    ['Haoran', '浩然'],
    ['Lan', '岚'],
    ['Mengqi', '梦琪'],
    ['Jianguang', '建光'],
    ['Yue', '悦'],
  ],
  en: [
    ['Clara', ''],
    ['Zoë', ''],
    ['Miguel', ''],
    ['İrem', ''],
    ['Siobhán', ''],
    ['Tomasz', ''],
    ['Amina', ''],
    ['Kenji', ''],
    ['Greta', ''],
    ['Luca', ''],
  ],
}

export const unitNames = {
  posts: [
    ['President', '校长', 10],
    ['Vice-President', '副校长', 20],
    ['Director, International Office', '国际处处长', 40],
    ['Dean', '院长', 50],
    ['Deputy Dean', '副院长', 60],
    ['Partnership Officer', '国际合作专员', 80],
    ['Professor', '教授', 90],
  ] as [string, string, number][],
  units: [
    ['School of Management', '管理学院'],
    ['School of Materials', '材料学院'],
    ['Medical School', '医学院'],
    ['School of Law', '法学院'],
    ['School of Computing', '计算机学院'],
    ['Faculty of Humanities', '人文学院'],
    ['International Office', '国际交流处'],
  ] as Pair[],
}

export const fields: Pair[] = [
  ['medicine', '医学'],
  ['materials science', '材料科学'],
  ['industrial design', '工业设计'],
  ['public health', '公共卫生'],
  ['economics', '经济学'],
  ['photonics', '光电子'],
  ['environmental engineering', '环境工程'],
  ['law', '法学'],
  ['linguistics', '语言学'],
  ['artificial intelligence', '人工智能'],
]

export const entryTitles: Record<EntryKind, Pair> = {
  memorandum: ['Memorandum of understanding', '谅解备忘录'],
  key: ['Key partnership agreement', '重点合作伙伴协议'],
  exchange: ['Student exchange', '学生交换协议'],
  joint_training: ['Joint training', '联合培养协议'],
  joint_degree: ['Dual degree', '双学位协议'],
  research: ['Research cooperation', '科研合作协议'],
  seed_fund: ['Seed fund', '种子基金协议'],
  data_sharing: ['Data sharing', '数据共享协议'],
  amendment: ['Amendment to the cooperation', '合作补充协议'],
  extension: ['Extension of the cooperation', '合作延期协议'],
  other: ['Cooperation', '合作协议'],
}
