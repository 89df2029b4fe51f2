/**
 * The browser's own store as a door that can be shut: private windows, full disks and policies
 * all make localStorage throw, and none of them may end the session.
 */
export const PROJECT_KEY = 'durand.project';
const SPARE_KEY = 'durand.project.unread';

export interface Shelf {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

/** The text kept under `key`, or null when there is none or the store cannot be read. */
export function readShelf(shelf: Shelf, key = PROJECT_KEY): string | null {
  try {
    return shelf.getItem(key);
  } catch {
    return null;
  }
}

/**
 * Keeps `text` under `key`. Returns null when kept, or a sentence for the reader that says why not;
 * what was kept before stays.
 */
export function writeShelf(shelf: Shelf, text: string, key = PROJECT_KEY): string | null {
  try {
    shelf.setItem(key, text);
    return null;
  } catch (error) {
    const full = error instanceof Error && error.name === 'QuotaExceededError';
    return full
      ? 'This browser’s storage is full: changes stay for this visit only. Free some space to keep them.'
      : 'This browser does not let the page store anything: changes stay for this visit only.';
  }
}

/** Puts a project that could not be read whole aside, so that it is not overwritten and lost. */
export function setAside(shelf: Shelf, text: string): void {
  writeShelf(shelf, text, SPARE_KEY);
}
