/**
 * Outlook starts this when a mail is sent: the new one and the web in launch.html, the classic one as a bare script. Its
 * engine has no DOM, loads one file only, never runs what waits for `Office.onReady`, and knows ECMAScript 2016:
 * `async` lets it run into its time limit and, says Microsoft, a conditional operator keeps it from loading. So nothing
 * here and in what it imports has `?:`, `?.`, `??`, `async` or a newer method of strings and arrays; a test holds the
 * built script to that.
 */
import { listenToSending } from '../office/on-send.ts';

listenToSending();
