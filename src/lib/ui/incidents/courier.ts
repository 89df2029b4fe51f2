import { asset } from '$app/paths';
import { Unreadable } from '../../formats/unreadable';

interface Reply {
  id: number;
  status: number;
  headers: [string, string][];
  body: ArrayBuffer | null;
}
type Answer = Reply | { id: number; problem: 'cors' | 'away' | 'stopped' };

const PROBLEMS = {
  cors: 'cannot be read from here: its host answers, but lets no other page read it (it sends no Access-Control-Allow-Origin). Download the file and open it, or ask whoever runs the host.',
  away: 'cannot be fetched: its host is out of reach.',
  stopped: 'was given up.'
};

/**
 * Asks another host. The page's own policy lets it ask none but the one that it comes from; so a
 * frame with another policy does it (static/courier.html), which is there only while it is needed.
 */
export class Courier {
  readonly #frame = document.createElement('iframe');
  readonly #channel = new MessageChannel();
  readonly #waiting = new Map<number, { take: (answer: Answer) => void }>();
  readonly #ready: Promise<void>;
  #count = 0;

  constructor() {
    this.#frame.hidden = true;
    this.#frame.title = 'Asks for parts of a file';
    this.#frame.src = asset('/courier.html');
    const { port1, port2 } = this.#channel;
    this.#ready = new Promise((resolve) => {
      port1.onmessage = ({ data }: MessageEvent<Answer | { ready: true }>) => {
        if ('ready' in data) resolve();
        else this.#waiting.get(data.id)?.take(data);
      };
    });
    this.#frame.onload = () =>
      this.#frame.contentWindow?.postMessage(null, location.origin, [port2]);
    document.body.append(this.#frame);
  }

  /** As `fetch`, for parts of files. Rejects with an Unreadable that says why there is no answer. */
  async fetch(
    url: string,
    { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> }
  ): Promise<Response> {
    await this.#ready;
    const id = ++this.#count;
    const answer = await new Promise<Answer>((take) => {
      this.#waiting.set(id, { take });
      this.#channel.port1.postMessage({ id, url, method, headers });
    });
    this.#waiting.delete(id);
    if ('problem' in answer) throw new Unreadable(PROBLEMS[answer.problem]);
    return new Response(answer.body, { status: answer.status, headers: answer.headers });
  }

  /** Ends whatever is asked, and takes the frame away. */
  close(): void {
    for (const [id, { take }] of this.#waiting) {
      this.#channel.port1.postMessage({ stop: id });
      take({ id, problem: 'stopped' });
    }
    this.#waiting.clear();
    this.#frame.remove();
  }
}
