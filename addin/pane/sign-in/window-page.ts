import { signInWays } from '../../../contract/identity.ts';
import { metadataOf } from './issuer.ts';
import { CHANNEL, type WindowMessage } from './window-message.ts';

/** Why this window was opened. */
export type Visit =
  /** By the workspace, which leads it on. */
  | { kind: 'waiting' }
  /** By Office, whose windows must begin with a page of ours; it wants to go to `to`. */
  | { kind: 'leaving'; to: string }
  /** The issuer has sent it back. */
  | { kind: 'back'; address: string };

/** @param address of this page */
export function visitOf(address: string): Visit {
  const { searchParams } = new URL(address);
  if (searchParams.has('state')) return { kind: 'back', address };
  const to = searchParams.get('to');
  return to === null ? { kind: 'waiting' } : { kind: 'leaving', to };
}

/**
 * Whether an address belongs to one of the issuers of this house. This page must lead nowhere else, or a link to it
 * could show any page under the name of the house, or ask for the consent to somebody else's application.
 * @param page address of this page, to which the issuer is to come back
 */
export async function isIssuer(to: string, fetchFrom: typeof fetch, page: string): Promise<boolean> {
  if (!URL.canParse(to)) return false;
  const target = new URL(to);
  const { ways } = signInWays.parse(await (await fetchFrom('api/sign-in')).json());
  for (const way of ways) {
    if (way.kind === 'demo') continue;
    const known = await endpointOf(metadataOf(way), fetchFrom).catch(() => null);
    const isThere = known !== null && known.origin === target.origin && known.pathname === target.pathname;
    if (isThere && isOurs(target, way.clientId, page)) return true;
  }
  return false;
}

function isOurs({ searchParams }: URL, clientId: string, page: string): boolean {
  const only = (name: string, value: string) =>
    searchParams.getAll(name).length === 1 && searchParams.get(name) === value;
  return only('client_id', clientId) && only('redirect_uri', page);
}

async function endpointOf(address: string, fetchFrom: typeof fetch): Promise<URL> {
  const metadata = (await (await fetchFrom(address)).json()) as { authorization_endpoint?: unknown };
  return new URL(String(metadata.authorization_endpoint));
}

/** Tells the page that opened this window, over both ways: either may be cut. Only pages of our origin hear it. */
export function tellOpener(view: Window, address: string): void {
  const message: WindowMessage = { amtsfeder: 'signed-in', address };
  const opener = view.opener as Window | null;
  opener?.postMessage(message, view.location.origin);
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(message);
  channel.close();
}
