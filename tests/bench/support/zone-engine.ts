/** What makes a zone of a line, in one bundle. */
export { createBorder } from '../../../src/lib/border/border';
export { createZoneEngine } from '../../../src/lib/zones/engine';
