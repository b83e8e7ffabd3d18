/** The two universities of the sample: public facts only, each with its source. */
import type { Institution } from '#src/partners/index.ts'

export const hust: Omit<Institution, 'ours'> = {
  ror: '00p991c53',
  name: { en: 'Huazhong University of Science and Technology', zh: '华中科技大学' },
  short: { en: 'HUST', zh: '华科' },
  city: { en: 'Wuhan', zh: '武汉' },
  country: 'CN',
  zone: 'Asia/Shanghai',
  website: 'http://english.hust.edu.cn/',
  coordinates: { latitude: 30.58333, longitude: 114.26667 },
}

export const queenMary: Omit<Institution, 'ours'> = {
  ror: '026zzn846',
  name: { en: 'Queen Mary University of London', zh: '伦敦玛丽女王大学' },
  short: { en: 'Queen Mary', zh: '玛丽女王' },
  city: { en: 'London', zh: '伦敦' },
  country: 'GB',
  zone: 'Europe/London',
  website: 'https://www.qmul.ac.uk/',
  coordinates: { latitude: 51.50853, longitude: -0.12574 },
}

export interface Fact {
  label: { en: string; zh: string }
  value: { en: string; zh: string }
  source: string
  asOf: string
}

const story = 'http://english.hust.edu.cn/info/1102/2934.htm'
const profile = 'https://english.hust.edu.cn/INTERNATIONAL_HUST/International_Profile.htm'
const strategy = 'http://news.hust.edu.cn/info/1002/46394.htm'

/** Facts of the two universities as published, by ROR id. */
export const facts: Record<string, Fact[]> = {
  [hust.ror]: [
    {
      label: { en: 'Ties', zh: '合作院校' },
      value: {
        en: '246 universities and institutions in 41 countries and regions',
        zh: '41个国家和地区的246所高校和机构',
      },
      source: profile,
      asOf: '2021-09-28',
    },
    {
      label: { en: 'Strategy', zh: '发展战略' },
      value: {
        en: 'Global Development Strategy 2030, published 7 October 2022',
        zh: '华中科技大学全球发展战略2030，2022年10月7日发布',
      },
      source: strategy,
      asOf: '2022-10-07',
    },
    {
      label: { en: 'Address', zh: '地址' },
      value: { en: 'Luoyu Road 1037, Wuhan', zh: '武汉市珞喻路1037号' },
      source: story,
      asOf: '2021-09-28',
    },
  ],
  [queenMary.ror]: [
    {
      label: { en: 'Founded', zh: '创办' },
      value: { en: '1785', zh: '1785年' },
      source: story,
      asOf: '2021-09-28',
    },
    {
      label: { en: 'Grouping', zh: '所属联盟' },
      value: { en: 'Russell Group', zh: '罗素大学集团' },
      source: story,
      asOf: '2021-09-28',
    },
    {
      label: { en: 'Strengths', zh: '优势领域' },
      value: { en: 'medicine, engineering, science, business', zh: '医学、工程、理学、商科' },
      source: story,
      asOf: '2021-09-28',
    },
  ],
}
