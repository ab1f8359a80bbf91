import { Socket } from 'node:net';
import { parentPort } from 'node:worker_threads';

/*
 * A thread of the database's process that waits for the end of standard input: whoever started the process is gone. It
 * ends it at once, also in the middle of a statement that keeps the main thread busy for minutes, for the next start
 * must find the folder free. Nothing that was committed is lost.
 */
const parent = new Socket({ fd: 0, readable: true, writable: false });
const gone = () => process.kill(process.pid, 'SIGKILL');
parent.once('error', gone);
parent.once('close', gone);
parent.resume();
parentPort?.postMessage('watching');
