import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { Watchdog } from '../../src/responses/watchdog.ts';
import { open, user } from './helpers.ts';
import { startScriptedServer } from './scripted-server.ts';

function block(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

it('waits for the first known event, then between events, and says which was missing', async () => {
  const said: string[] = [];
  const first = new Watchdog({ firstEventMs: 20, betweenEventsMs: 60_000 }, (detail) => said.push(detail));
  const between = new Watchdog({ firstEventMs: 60_000, betweenEventsMs: 20 }, (detail) => said.push(detail));
  first.saw(false);
  between.saw(true);
  await expect.poll(() => said.length).toBe(2);
  expect(said.join()).toMatch(/no response began.*went silent|went silent.*no response began/);
  first.stop();
  between.stop();
});

it('is not kept quiet by events that nobody knows, once a response has begun', async () => {
  const said: string[] = [];
  const watchdog = new Watchdog({ firstEventMs: 60_000, betweenEventsMs: 60 }, (detail) => said.push(detail));
  watchdog.saw(true);
  const heartbeats = setInterval(() => watchdog.saw(false), 5);
  await expect.poll(() => said.length).toBe(1);
  clearInterval(heartbeats);
  expect(said[0]).toContain('went silent');
});

it('says nothing once it is stopped', async () => {
  let said = 0;
  const watchdog = new Watchdog({ firstEventMs: 10, betweenEventsMs: 10 }, () => said++);
  watchdog.stop();
  await sleep(40);
  expect(said).toBe(0);
});

it('does not blame the server for events that waited while our own event loop was blocked', async () => {
  await using server = await startScriptedServer({ turns: [{ text: 'hello', paceMs: 1 }] });
  await using opened = open(server, { timeouts: { firstEventMs: 100, betweenEventsMs: 100 } });
  await opened.conversation.connect();
  const turn = opened.conversation.turn([user('red')], { onItem: () => block(150) });
  expect((await turn).text).toBe('hello');
  expect(opened.conversation.stats.reconnects).toBe(0);
});
