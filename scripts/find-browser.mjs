import { findBrowser } from './browser.mjs';
import { findDriver } from './driver.mjs';

// Finds, or installs, what the browser tests need; they find it again themselves.
try {
  findDriver(findBrowser().path);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
