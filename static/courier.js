// Asks the host of a file for parts of it, as the page that holds this frame says (ui/incidents/courier.ts).
// No cookies go along, and no word of where the question comes from but the browser's own Origin.

/** @type {Map<number, AbortController>} */
const atWork = new Map();

addEventListener('message', ({ origin, ports }) => {
  const port = ports[0];
  if (origin !== location.origin || !port) return;
  port.onmessage = ({ data }) => {
    if ('stop' in data) atWork.get(data.stop)?.abort();
    else void answer(port, data);
  };
  port.postMessage({ ready: true });
});

/**
 * @param {MessagePort} port
 * @param {{ id: number, url: string, method: string, headers: Record<string, string> }} question
 */
async function answer(port, { id, url, method, headers }) {
  const stopper = new AbortController();
  atWork.set(id, stopper);
  const how = { credentials: 'omit', referrerPolicy: 'no-referrer', signal: stopper.signal };
  try {
    const reply = await fetch(url, { ...how, method, headers });
    const told = { id, status: reply.status, headers: [...reply.headers] };
    // A whole file may be many gigabytes: only a part is ever read.
    const body = reply.status === 206 ? await reply.arrayBuffer() : null;
    if (body === null) stopper.abort();
    port.postMessage({ ...told, body }, body === null ? [] : [body]);
  } catch {
    const answers = !stopper.signal.aborted && (await isThere(url, how));
    port.postMessage({ id, problem: stopper.signal.aborted ? 'stopped' : answers ? 'cors' : 'away' });
  } finally {
    atWork.delete(id);
  }
}

/**
 * Whether a host answers at all, though it lets no other page read what.
 * @param {string} url
 * @param {RequestInit} how
 */
async function isThere(url, how) {
  try {
    await fetch(url, { ...how, method: 'HEAD', mode: 'no-cors' });
    return true;
  } catch {
    return false;
  }
}
