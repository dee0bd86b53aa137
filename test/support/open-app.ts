import type { Browser } from 'playwright-core';
import { afterAll } from 'vitest';
import type { Person } from '../../src/app/ports/stores/person-store.ts';
import { launchBrowser } from './browser.ts';
import { type AppWindow, openWindow, type WindowOptions } from './screens.ts';
import { openWebService, type WebService, type WebServiceOptions } from './web-service.ts';

/** A browser of one's own in front of an app of one's own. */
export interface OpenApp {
  readonly browser: Browser;
  readonly web: WebService;
  /** A window of somebody who is signed in. */
  openAs(person: Person, options?: Omit<WindowOptions, 'token'>): Promise<AppWindow>;
}

/** Opens both for the `describe` that calls this, and closes them after its tests. */
export async function openApp(options: WebServiceOptions = {}): Promise<OpenApp> {
  const [browser, web] = await Promise.all([launchBrowser(), openWebService(options)]);
  afterAll(async () => {
    await browser.close();
    await web.close();
  });
  return {
    ...{ browser, web },
    openAs: (person, how = {}) => openWindow(browser, web, { ...how, token: web.service.signIn(person) }),
  };
}
