/** The environments of the sample's two nodes. Each listens on loopback only, under a host name of its own. */
import { join } from 'node:path'

export interface SampleNodes {
  folder: string
  /** Ports of the two nodes; the sample's own unless given. */
  ports?: [number, number]
}

const hust = (port: number) => ({
  PORT: String(port),
  PUBLIC_URL: `http://hust.localhost:${port}`,
  HOSTING_URL: `http://*.hust.localhost:${port}`,
  FEDERATION_URL: `http://127.0.0.1:${port}`,
  INSTITUTION_ROR: '00p991c53',
  INSTITUTION_NAME_EN: 'Huazhong University of Science and Technology',
  INSTITUTION_NAME_ZH: '华中科技大学',
  INSTITUTION_SHORT_EN: 'HUST',
  INSTITUTION_SHORT_ZH: '华科',
  TIME_ZONE: 'Asia/Shanghai',
  CONTACT_ADDRESS_EN: 'Luoyu Road 1037, Wuhan, China',
  CONTACT_ADDRESS_ZH: '中国武汉市珞喻路1037号',
  CONTACT_PHONE: '+86 27 87542457',
  CONTACT_WEBSITE: 'http://english.hust.edu.cn/',
  ACCENT: '#a3282d,#e0736f',
  KEY_ALGORITHM: 'rsa-3072',
  APPROVAL_STEPS: 'legal,vice_president',
})

const queenMary = (port: number) => ({
  PORT: String(port),
  PUBLIC_URL: `http://qmul.localhost:${port}`,
  HOSTING_URL: `http://*.qmul.localhost:${port}`,
  FEDERATION_URL: `http://127.0.0.1:${port}`,
  INSTITUTION_ROR: '026zzn846',
  INSTITUTION_NAME_EN: 'Queen Mary University of London',
  INSTITUTION_NAME_ZH: '伦敦玛丽女王大学',
  INSTITUTION_SHORT_EN: 'Queen Mary',
  INSTITUTION_SHORT_ZH: '玛丽女王',
  TIME_ZONE: 'Europe/London',
  CONTACT_WEBSITE: 'https://www.qmul.ac.uk/',
  ACCENT: '#1d4a80,#7fb0e8',
  KEY_ALGORITHM: 'p-256',
  APPROVAL_STEPS: 'partnerships_board',
})

/** HUST's environment, then Queen Mary's. */
export function sampleNodes({ folder, ports = [4101, 4102] }: SampleNodes): Record<string, string>[] {
  const common = { HOST: '127.0.0.1', MAIL_FROM: 'Chirograph <chirograph@node.example>' }
  return [
    { ...common, ...hust(ports[0]), DATA: join(folder, 'hust') },
    { ...common, ...queenMary(ports[1]), DATA: join(folder, 'queen-mary') },
  ]
}
