import { timingSafeEqual } from 'node:crypto';
import type { Socket } from 'node:net';

const STARTUP_MS = 5_000;
const STARTUP_BYTES = 10_000;
const PROTOCOL = 196_608;

/**
 * Lets in whoever gives the secret as the name of its user in the first packet; everyone else is cut off.
 * @returns whether it may come in; the packet stands in the socket again
 */
export function mayEnter(socket: Socket, secret: string): Promise<boolean> {
  return new Promise((resolve) => {
    let packet = Buffer.alloc(0);
    const decide = (allowed: boolean) => {
      clearTimeout(timer);
      socket.off('data', take);
      socket.off('close', gone);
      socket.pause();
      if (allowed) socket.unshift(packet);
      else socket.destroy();
      resolve(allowed);
    };
    const take = (bytes: Buffer) => {
      packet = Buffer.concat([packet, bytes]);
      if (packet.length < 8) return;
      const length = packet.readInt32BE(0);
      if (length > STARTUP_BYTES || packet.readInt32BE(4) !== PROTOCOL) return decide(false);
      if (packet.length >= length) decide(equal(userOf(packet.subarray(8, length)), secret));
    };
    const gone = () => decide(false);
    const timer = setTimeout(gone, STARTUP_MS);
    socket.on('data', take);
    socket.on('close', gone);
    socket.on('error', () => undefined);
  });
}

function userOf(parameters: Buffer): string {
  const words = parameters.toString('utf8').split('\0');
  for (let index = 0; index + 1 < words.length; index += 2) {
    if (words[index] === 'user') return words[index + 1] ?? '';
  }
  return '';
}

function equal(given: string, wanted: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(wanted)];
  return left.length === right.length && timingSafeEqual(left, right);
}
