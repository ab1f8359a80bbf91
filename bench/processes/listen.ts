import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Listens on a free port of this machine, for this machine only, and prints the address. */
export function listenOnLoopback(server: Server): void {
  // Without the benchmark there is nobody to answer.
  process.on('disconnect', () => process.exit());
  server.listen(0, '127.0.0.1', () => {
    process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
  });
}
