import type { CDPSession } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../src/app/ports/stores/person-store.ts';
import { openApp } from '../support/open-app.ts';
import { cameToRest } from '../support/screens.ts';
import { makeClip, sendPortrait } from '../support/web-service.ts';

/** A cheap phone on a slow network. */
const SLOW_PHONE = { downloadBytesPerSecond: 1_600_000 / 8, latencyMilliseconds: 150, timesSlower: 4 } as const;
/** The best of so many: what the machine does meanwhile makes every time longer, never shorter. */
const TRIES = 3;
/** What a quiet machine keeps is in docs/guide/web-app.md; a busy one is given this much. */
const LONGEST_LCP_MILLISECONDS = 6000;
const MOST_SHIFT = 0.02;

describe('on a slow phone', async () => {
  const { web, openAs } = await openApp();
  let robin: Person;

  beforeAll(async () => {
    robin = await web.service.world.addPerson();
    await sendPortrait(web, robin);
    await makeClip(web, (await web.service.world.stores.people.find(web.mira.ownerId)) as Person);
  });

  it.each([
    ['the first page', () => '/'],
    ['a chat', () => `/chat/${web.mira.id}`],
    ['a profile with its gallery', () => `/c/${web.mira.id}`],
  ])('%s is there soon, keeps still, and costs few bytes', async (name, path) => {
    let best: Loading | undefined;
    for (let tried = 0; tried < TRIES; tried++) {
      const loading = await load(path());
      if (best === undefined || loading.lcpMilliseconds < best.lcpMilliseconds) best = loading;
      expect(loading.shift).toBeLessThanOrEqual(MOST_SHIFT);
    }
    const { lcpMilliseconds, shift, kilobytes } = best as Loading;
    console.info(`${name}: LCP ${Math.round(lcpMilliseconds)} ms, CLS ${shift.toFixed(4)}, ${JSON.stringify(kilobytes)} kB`);
    expect(lcpMilliseconds).toBeLessThan(LONGEST_LCP_MILLISECONDS);
    expect(kilobytes.Script ?? 0).toBeLessThan(105);
    expect((kilobytes.Script ?? 0) + (kilobytes.Stylesheet ?? 0) + (kilobytes.Font ?? 0) + (kilobytes.Document ?? 0)).toBeLessThan(250);
  });

  interface Loading {
    readonly lcpMilliseconds: number;
    readonly shift: number;
    readonly kilobytes: Readonly<Record<string, number>>;
  }

  /** Loads a page with nothing in the cache, and watches until it has come to rest. */
  async function load(path: string): Promise<Loading> {
    const { page, open, close } = await openAs(robin, { device: 'phone' });
    const devTools = await page.context().newCDPSession(page);
    const kilobytes = await countBytes(devTools);
    await slowDown(devTools);
    await page.addInitScript(WATCH);
    await open(path);
    await page.locator('main img:visible').first().waitFor();
    await cameToRest(page);
    const { lcp, shift } = await page.evaluate<{ lcp: number; shift: number }>('window.watched');
    await close();
    return { lcpMilliseconds: lcp, shift, kilobytes };
  }
});

async function slowDown(devTools: CDPSession): Promise<void> {
  const { downloadBytesPerSecond, latencyMilliseconds, timesSlower } = SLOW_PHONE;
  const speed = { downloadThroughput: downloadBytesPerSecond, uploadThroughput: downloadBytesPerSecond / 2 };
  await devTools.send('Network.emulateNetworkConditions', { offline: false, latency: latencyMilliseconds, ...speed });
  await devTools.send('Emulation.setCPUThrottlingRate', { rate: timesSlower });
}

/** Kilobytes on the wire by kind, as they come. */
async function countBytes(devTools: CDPSession): Promise<Record<string, number>> {
  const kinds = new Map<string, string>();
  const kilobytes: Record<string, number> = {};
  await devTools.send('Network.enable');
  devTools.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
  devTools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? 'Other';
    kilobytes[kind] = Math.round(((kilobytes[kind] ?? 0) + encodedDataLength / 1000) * 10) / 10;
  });
  return kilobytes;
}

/** Runs in the page before anything else: the largest paint, and how much has jumped. */
const WATCH = `
window.watched = { lcp: 0, shift: 0 };
new PerformanceObserver((list) => { for (const each of list.getEntries()) watched.lcp = each.startTime; }).observe({ type: 'largest-contentful-paint', buffered: true });
new PerformanceObserver((list) => { for (const each of list.getEntries()) if (!each.hadRecentInput) watched.shift += each.value; }).observe({ type: 'layout-shift', buffered: true });
`;
