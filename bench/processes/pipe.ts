import { Agent, createServer, request as ask } from 'node:http';
import { listenOnLoopback } from './listen.ts';

/** The least that a gateway in Node can do: hand on bytes and close both sides together. Argument: the provider's address. */
const upstream = new URL(process.argv[2] ?? '');
const agent = new Agent({ keepAlive: true, maxFreeSockets: 2_000 });

const server = createServer((incoming, outgoing) => {
  const onward = ask(
    upstream,
    {
      agent,
      method: incoming.method,
      path: incoming.url,
      headers: { ...incoming.headers, host: upstream.host },
    },
    (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      outgoing.flushHeaders();
      answer.pipe(outgoing);
    },
  );
  onward.on('error', () => outgoing.destroy());
  outgoing.on('close', () => onward.destroy());
  incoming.pipe(onward);
});

listenOnLoopback(server);
