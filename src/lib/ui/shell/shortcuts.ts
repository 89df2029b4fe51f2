import type { Tab } from '../../project/document';

type Action = Tab | 'search' | 'map' | 'line' | 'help' | 'back' | 'undo' | 'redo' | 'timeline';

interface Shortcut {
  key: string;
  action: Action;
  does: string;
}

/** The keys, as data: the page obeys this list and the help dialog shows it. */
export const shortcuts: readonly Shortcut[] = [
  { key: '1', action: 'zones', does: 'Go to Zones' },
  { key: '2', action: 'measure', does: 'Go to Measure' },
  { key: '3', action: 'places', does: 'Go to Places' },
  { key: '4', action: 'texts', does: 'Go to Texts' },
  { key: '5', action: 'incidents', does: 'Go to Incidents' },
  { key: '6', action: 'layers', does: 'Go to Layers' },
  { key: '/', action: 'search', does: 'Search places' },
  { key: 't', action: 'timeline', does: 'Open or close the timeline' },
  { key: 'm', action: 'map', does: 'Go to the map' },
  { key: '0', action: 'line', does: 'Show the whole line' },
  { key: '?', action: 'help', does: 'Open or close this help' },
  { key: 'Escape', action: 'back', does: 'Put down a tool, close a card or this help' }
];

/** With Ctrl, or ⌘ on a Mac. */
export const editKeys: readonly { keys: string[]; does: string }[] = [
  { keys: ['Ctrl Z'], does: 'Undo a change of a zone' },
  { keys: ['Ctrl Shift Z', 'Ctrl Y'], does: 'Do it again' },
  { keys: ['Alt ↑', 'Alt ↓'], does: 'Move a zone in the list' }
];

/** Keys that the map obeys while it has the focus. */
export const mapKeys: readonly { keys: string[]; does: string }[] = [
  { keys: ['←', '↑', '→', '↓'], does: 'Move the map under the crosshair' },
  { keys: ['+', '−'], does: 'Zoom in and out' },
  { keys: ['Shift ←', 'Shift →'], does: 'Turn the map' },
  { keys: ['Shift ↑', 'Shift ↓'], does: 'Tilt the map' },
  { keys: ['Enter'], does: 'Click at the crosshair: with a tool, or on incidents' },
  { keys: ['Shift drag'], does: 'Select the incidents in a box' }
];

/** Keys on the handles over the map where a zone begins and ends; Tab goes from the map to them. */
export const handleKeys: readonly { keys: string[]; does: string }[] = [
  { keys: ['←', '→'], does: 'Move it along the line by 1; with Shift by 10' },
  {
    keys: ['Ctrl ←', 'Ctrl →', 'Page Up', 'Page Down'],
    does: 'On to the next crossing, province limit or end of the line'
  },
  { keys: ['Home', 'End'], does: 'As far as it goes' }
];

/** Keys on incidents: in their charts, and on the card of one. */
export const incidentKeys: readonly { keys: string[]; does: string }[] = [
  { keys: [',', '.'], does: 'In the chart of time: a step back, a step on' },
  {
    keys: ['←', '→'],
    does: 'In a chart from bar to bar; on a card to the incident before or after'
  },
  { keys: ['Enter', 'Shift →'], does: 'Choose a bar, or the bars from one to another' },
  { keys: ['Delete'], does: 'Take the choice of bars back' }
];

const NOT_TYPED = ['range', 'checkbox', 'radio'];

function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !NOT_TYPED.includes(target.type);
}

/** What a key press asks for, or null: while typing, in a dialog, or with a modifier held. */
export function shortcutFor(event: KeyboardEvent): Action | null {
  const inDialog = document.querySelector('dialog[open]') !== null;
  if (isTyping(event.target)) return null;
  if ((event.ctrlKey || event.metaKey) && !event.altKey) return inDialog ? null : historyKey(event);
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const found = shortcuts.find(({ key }) => key === event.key);
  return found && (!inDialog || found.action === 'help') ? found.action : null;
}

function historyKey({ key, shiftKey }: KeyboardEvent): Action | null {
  if (key.toLowerCase() === 'z') return shiftKey ? 'redo' : 'undo';
  return key.toLowerCase() === 'y' ? 'redo' : null;
}
