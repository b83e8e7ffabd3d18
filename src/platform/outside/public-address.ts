/** Which addresses of the network are the public's, and which are a house's own. Rules only. */
import { BlockList, isIP } from 'node:net'

const own = new BlockList()
/** What IANA lists as not globally reachable (special-purpose registries), and multicast. */
const ranges4: [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
]
for (const [net, prefix] of ranges4) own.addSubnet(net, prefix, 'ipv4')

const public6 = new BlockList()
// Only global unicast is routed; inside it, documentation, 6to4 and Teredo carry other addresses or none.
public6.addSubnet('2000::', 3, 'ipv6')
const except6: [string, number][] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]
for (const [net, prefix] of except6) own.addSubnet(net, prefix, 'ipv6')

/** Whether an IP address is one that anybody on the Internet could reach. */
export function isPublicAddress(address: string): boolean {
  const kind = isIP(address)
  if (kind === 4) return !own.check(address, 'ipv4')
  if (kind !== 6) return false
  return public6.check(address, 'ipv6') && !own.check(address, 'ipv6')
}
