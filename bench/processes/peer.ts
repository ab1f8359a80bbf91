import { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Starts `@portkey-ai/gateway` as its package starts it, with one difference: it would listen on all interfaces, and a
 * gateway without a sign-in must not be open to the network while it is measured.
 */
const listen = Server.prototype.listen;
Object.defineProperty(Server.prototype, 'listen', {
  value(this: Server): Server {
    return listen.call(this, { host: '127.0.0.1', port: 0 }, () => {
      process.stdout.write(`http://127.0.0.1:${(this.address() as AddressInfo).port}\n`);
    });
  },
});

const start = new URL('../node_modules/@portkey-ai/gateway/build/start-server.js', import.meta.url);
await import(start.href);
