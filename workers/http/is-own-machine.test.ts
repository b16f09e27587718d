import { expect, it } from 'vitest';
import { isOwnMachine } from './is-own-machine.ts';

it('knows its own machine and network from everybody else’s', () => {
  for (const host of [
    'localhost',
    'app.localhost',
    'rimlight.test',
    'desk.local',
    '127.0.0.1',
    '10.1.2.3',
    '192.168.0.9',
    '172.20.1.1',
    '[::1]',
  ]) {
    expect(isOwnMachine(host), host).toBe(true);
  }
  for (const host of [
    'rimlight.example.com',
    'rimlight.someone.workers.dev',
    '8.8.8.8',
    '172.32.0.1',
    'localhost.example.com',
    'test',
  ]) {
    expect(isOwnMachine(host), host).toBe(false);
  }
});
