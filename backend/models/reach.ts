import { BlockList, isIP } from 'node:net';
import type { ModelInfo } from '../../contract/models.ts';
import { addressOf, isLoopback } from './addresses.ts';
import type { ModelSettings } from './settings.ts';

/** What requests to models may reach; everything else is refused, whatever a configuration or an answer says. */
export interface Reach {
  /** Whether a request may go there at all. */
  allows(url: URL): boolean;
  /** Whether it may go to this IP address, which the name of its host stands for at the moment. */
  allowsAddress(url: URL, address: string): boolean;
}

/** A host that an operator allows: itself or, with `*.`, those under it; at one port or any. */
interface HostRule {
  name: string;
  under: boolean;
  port: string | null;
}

/** The providers that the documentation names. */
const KNOWN_HOSTS = [
  'api.openai.com',
  'eu.api.openai.com',
  '*.openai.azure.com',
  '*.services.ai.azure.com',
  'generativelanguage.googleapis.com',
  'api.mistral.ai',
  'openai.inference.de-txl.ionos.com',
  'api.openai-compat.model-serving.eu01.onstackit.cloud',
].join(',');

/** Names that no public name server knows (RFC 6762, 8375, ICANN's `internal`, and what is common in houses). */
const LOCAL_NAME = /^[^.]+$|\.(?:local|internal|intern|lan|localdomain|home\.arpa)$/;
const MAX_HOSTS = 100;

/**
 * Reads AMTSFEDER_MODEL_HOSTS, a list of hosts with commas between them; without it the providers that the documentation
 * names.
 * @returns the rules, or what is wrong with the list, without its values
 */
export function readHosts(list: string | undefined): { rules: HostRule[]; problems: string[] } {
  const entries = (list ?? KNOWN_HOSTS).split(',').map((entry) => entry.trim().toLowerCase());
  if (entries.length > MAX_HOSTS) {
    return { rules: [], problems: [`AMTSFEDER_MODEL_HOSTS: at most ${MAX_HOSTS} hosts are possible`] };
  }
  const rules = entries.map(ruleOf);
  return {
    rules: rules.filter((rule) => rule !== undefined),
    problems: rules.flatMap((rule, index) =>
      rule === undefined
        ? [
            `AMTSFEDER_MODEL_HOSTS, entry ${index + 1}: must be a host such as ki.example.de, ki.example.de:8443 or *.ki.example.de`,
          ]
        : [],
    ),
  };
}

/**
 * What is wrong with the address of a model, or undefined. Its host must be listed, or be this machine, or be in the
 * house as far as its name or address can tell.
 */
export function hostProblem(settings: ModelSettings, rules: readonly HostRule[]): string | undefined {
  return standingOf(settings, rules) === 'elsewhere'
    ? 'its host is not among those that AMTSFEDER_MODEL_HOSTS allows'
    : undefined;
}

/** What the configured models may reach: their own addresses, and this machine. */
export function reachOf(models: readonly ModelSettings[], rules: readonly HostRule[]): Reach {
  const origins = new Map<string, Exclude<Standing, 'elsewhere'>>();
  for (const model of models) {
    const standing = standingOf(model, rules);
    const { origin } = new URL(addressOf(model));
    // Of two models at one address that differ, the stricter one counts.
    if (standing !== 'elsewhere' && origins.get(origin) !== 'listed') origins.set(origin, standing);
  }
  const allowsAddress = (url: URL, address: string) => {
    if (isLoopback(url.href)) return isIn(OWN_MACHINE, address);
    const standing = origins.get(url.origin);
    if (standing === undefined || isIn(NEVER, address)) return false;
    if (standing === 'in-house') return isIn(OWN_MACHINE, address) || isIn(PRIVATE, address);
    // A name of the house may stand for this very machine, that of a provider never.
    return standing === 'listed-in-house' || !isIn(OWN_MACHINE, address);
  };
  return {
    allowsAddress,
    allows(url) {
      if (!origins.has(url.origin) && !(isHttp(url) && isLoopback(url.href))) return false;
      const literal = literalOf(url);
      return literal === undefined || allowsAddress(url, literal);
    },
  };
}

/** Nothing but this machine. */
export const thisMachine: Reach = reachOf([], []);

type Standing = 'listed' | 'listed-in-house' | 'in-house' | 'elsewhere';

function standingOf(settings: ModelSettings, rules: readonly HostRule[]): Standing {
  const url = new URL(addressOf(settings));
  const { place } = settings;
  if (rules.some((rule) => matches(rule, url))) return place === 'intern' ? 'listed-in-house' : 'listed';
  return isLoopback(url.href) || isInHouse(url, place) ? 'in-house' : 'elsewhere';
}

function isInHouse(url: URL, place: ModelInfo['place']): boolean {
  if (place !== 'intern') return false;
  const literal = literalOf(url);
  return literal === undefined
    ? LOCAL_NAME.test(url.hostname)
    : isIn(PRIVATE, literal) || isIn(OWN_MACHINE, literal);
}

function ruleOf(entry: string): HostRule | undefined {
  const under = entry.startsWith('*.');
  const bare = under ? entry.slice(2) : entry;
  const address = `https://${bare}`;
  if (!/^[^\s/@?#*\\]+$/.test(bare) || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  // `*.de` would be a list of half the world.
  if (under && (literalOf(url) !== undefined || !url.hostname.includes('.'))) return undefined;
  return { name: url.hostname, under, port: /:(\d+)$/.exec(bare)?.[1] ?? null };
}

function matches({ name, under, port }: HostRule, url: URL): boolean {
  const given = url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port;
  if (port !== null && port !== given) return false;
  return under ? url.hostname.endsWith(`.${name}`) : url.hostname === name;
}

/** The IP address that a host is written as; undefined for a name. */
function literalOf({ hostname }: URL): string | undefined {
  const bare = hostname.replace(/^\[|\]$/g, '');
  return isIP(bare) === 0 ? undefined : bare;
}

function isHttp({ protocol }: URL): boolean {
  return protocol === 'https:' || protocol === 'http:';
}

function isIn(list: BlockList, address: string): boolean {
  // A link-local address comes with its interface: fe80::1%eth0.
  const [bare = ''] = address.split('%');
  return list.check(bare, isIP(bare) === 6 ? 'ipv6' : 'ipv4');
}

/** Whether an IP address is one of the public network: no machine of the house, nor one that nobody should reach. */
export function isPublicAddress(address: string): boolean {
  return !isIn(OWN_MACHINE, address) && !isIn(PRIVATE, address) && !isIn(NEVER, address);
}

function listOf(...ranges: string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [net = '', bits = ''] = range.split('/');
    list.addSubnet(net, Number(bits), net.includes(':') ? 'ipv6' : 'ipv4');
  }
  return list;
}

const OWN_MACHINE = listOf('127.0.0.0/8', '::1/128');
const PRIVATE = listOf('10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', 'fc00::/7');
/**
 * Where no model is: link-local addresses, with the metadata service of clouds that gives keys to whoever asks (also those
 * of Azure, Alibaba, Oracle and AWS' IPv6 one), unspecified, multicast and reserved ones, and the ways to write such
 * an IPv4 address as an IPv6 one (NAT64, 6to4, Teredo; the mapped form counts as the IPv4 address by itself).
 */
const NEVER = listOf(
  '169.254.0.0/16',
  'fe80::/10',
  'fec0::/10',
  '168.63.129.16/32',
  '100.100.100.200/32',
  '192.0.0.0/24',
  'fd00:ec2::/32',
  '0.0.0.0/8',
  '::/128',
  '224.0.0.0/4',
  '240.0.0.0/4',
  'ff00::/8',
  '64:ff9b::a9fe:0/112',
  '64:ff9b::7f00:0/104',
  '64:ff9b::a83f:8110/128',
  '64:ff9b:1::/48',
  '2002::/16',
  '2001::/32',
);
