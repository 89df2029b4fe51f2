/** What locates incidents along the line, in one bundle. */
export { createBorder } from '../../../src/lib/border/border';
export { locate } from '../../../src/lib/incidents/locating';
export { createTerritories } from '../../../src/lib/incidents/territories';
