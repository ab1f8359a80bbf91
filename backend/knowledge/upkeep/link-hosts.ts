import { type Reach, isPublicAddress } from '../../models/reach.ts';

const MAX_HOSTS = 100;
const HOST = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;

/**
 * Reads AMTSFEDER_LINK_HOSTS, hosts with commas between them whose addresses in texts may be tried; without it none is.
 * @returns the hosts, or what is wrong with the list, without its values
 */
export function readLinkHosts(list: string | undefined): { hosts: string[]; problems: string[] } {
  const entries = (list ?? '')
    .split(',')
    .map((entry) => entry.trim().toLowerCase())
    .filter((entry) => entry !== '');
  if (entries.length > MAX_HOSTS)
    return { hosts: [], problems: [`AMTSFEDER_LINK_HOSTS: at most ${MAX_HOSTS} hosts are possible`] };
  const problems = entries.flatMap((entry, index) =>
    HOST.test(entry)
      ? []
      : [`AMTSFEDER_LINK_HOSTS, entry ${index + 1}: must be a host such as www.example.de`],
  );
  return { hosts: problems.length === 0 ? entries : [], problems };
}

/**
 * Which addresses may be tried: those of the listed hosts, over the ordinary ports, without a name or a secret in them, and
 * only where the host is a machine of the public network: a document must not make us knock at the doors of the house.
 */
export function linkReach(hosts: readonly string[]): Reach {
  const listed = new Set(hosts);
  return {
    allows: (url) =>
      (url.protocol === 'https:' || url.protocol === 'http:') &&
      url.port === '' &&
      url.username === '' &&
      url.password === '' &&
      listed.has(url.hostname),
    allowsAddress: (_url, address) => isPublicAddress(address),
  };
}
