import { test as base, expect, type BrowserContext } from '@playwright/test';

export { expect };

interface Guard {
  /**
   * What a test that breaks something on purpose expects of the console. Each pattern must be met
   * at least once, and whatever meets one is forgiven.
   */
  expectedErrors: RegExp[];
  /** Hosts that a test answers by itself with `page.route`; no request ever leaves the machine. */
  allowedHosts: string[];
  guard: undefined;
}

/**
 * Playwright's test, failing on whatever a reader's own console would complain of: an error or
 * warning on the console, an uncaught exception, a breach of the content security policy, a request
 * to another host.
 */
export const test = base.extend<Guard>({
  expectedErrors: [[], { option: true }],
  allowedHosts: [[], { option: true }],
  guard: [
    async ({ context, baseURL, expectedErrors, allowedHosts }, use) => {
      if (baseURL === undefined) throw new Error('The tests need a baseURL.');
      const troubles: string[] = [];
      const report = (trouble: string) => troubles.push(trouble);
      await listenForBreaches(context);
      listenForErrors(context, report);
      listenForStrangers(context, [new URL(baseURL).host, ...allowedHosts], report);
      await use(undefined);
      const isExpected = (trouble: string) => expectedErrors.some((it) => it.test(trouble));
      const missed = expectedErrors.filter((it) => !troubles.some((trouble) => it.test(trouble)));
      expect
        .soft(
          troubles.filter((it) => !isExpected(it)),
          'troubles on the page'
        )
        .toEqual([]);
      expect.soft(missed, 'expected errors that never came').toEqual([]);
    },
    { auto: true }
  ]
});

/** A breach that a page catches quietly still reaches the console, and so the guard. */
async function listenForBreaches(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (breach) => {
      console.error(`Policy breach: ${breach.effectiveDirective} ${breach.blockedURI}`);
    });
  });
}

function listenForErrors(context: BrowserContext, report: (trouble: string) => void): void {
  context.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    report(`console ${message.type()}: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => report(`uncaught: ${error.error().message}`));
}

function listenForStrangers(
  context: BrowserContext,
  hosts: string[],
  report: (trouble: string) => void
): void {
  const check = (address: string) => {
    const { protocol, host } = new URL(address);
    if (/^(https?|wss?):$/.test(protocol) && !hosts.includes(host)) {
      report(`request to another host: ${address}`);
    }
  };
  context.on('request', (request) => check(request.url()));
  context.on('page', (page) => page.on('websocket', (socket) => check(socket.url())));
}
