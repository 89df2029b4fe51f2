import { test as base, expect, type BrowserContext } from '@playwright/test';

export { expect };

/** Marks a test of what no screen changes: it runs once, on a small desktop (playwright.config.ts). */
export const ONE_SCREEN = '@one-screen';

/** What a test that breaks something on purpose tells beforehand. */
interface Guard {
  /** The console will show an error, warning or exception like this; the test fails if it does not. */
  expectError(pattern: RegExp): void;
  /** The page will ask this host, and the test answers by `page.route`: no request leaves here. */
  allowHost(host: string): void;
}

/**
 * Playwright's test, failing on whatever a reader's own console would complain of: an error or
 * warning on the console, an uncaught exception, a breach of the content security policy, a request
 * to another host.
 */
export const test = base.extend<{ guard: Guard }>({
  guard: [
    async ({ context, baseURL }, use) => {
      const troubles: string[] = [];
      const report = (trouble: string) => troubles.push(trouble);
      const expected: RegExp[] = [];
      const hosts = new Set([new URL(baseURL ?? '').host]);
      await listenForBreaches(context);
      listenForErrors(context, report);
      listenForStrangers(context, hosts, report);

      await use({
        expectError: (pattern) => expected.push(pattern),
        allowHost: (host) => hosts.add(host)
      });

      const unexpected = troubles.filter((trouble) => !expected.some((it) => it.test(trouble)));
      const missed = expected.filter((it) => !troubles.some((trouble) => it.test(trouble)));
      expect.soft(unexpected, 'troubles on the page').toEqual([]);
      expect.soft(missed, 'expected errors that never came').toEqual([]);
    },
    { auto: true }
  ]
});

/** A browser without a graphics card says of its own accord that it reads the map's canvas back. */
const READ_BACK = /^\[\.WebGL-\w+\]GL Driver Message .* GPU stall due to ReadPixels/;

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
    if (READ_BACK.test(message.text())) return;
    report(`console ${message.type()}: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => report(`uncaught: ${error.error().message}`));
}

function listenForStrangers(
  context: BrowserContext,
  hosts: ReadonlySet<string>,
  report: (trouble: string) => void
): void {
  const check = (address: string) => {
    const { protocol, host } = new URL(address);
    if (/^(https?|wss?):$/.test(protocol) && !hosts.has(host)) {
      report(`request to another host: ${address}`);
    }
  };
  context.on('request', (request) => check(request.url()));
  context.on('page', (page) => page.on('websocket', (socket) => check(socket.url())));
}
