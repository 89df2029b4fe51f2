/** On a row's key press: arrow keys walk the rows of its list, as in a listbox; Home and End jump. */
export function walkRows(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const list = event.currentTarget.closest('[data-rows]');
  const rows = [...(list?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
  const here = rows.indexOf(event.currentTarget);
  const last = rows.length - 1;
  const to = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: last }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  rows[Math.min(Math.max(to, 0), last)]?.focus();
}
