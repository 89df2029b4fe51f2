import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const bin = fileURLToPath(new URL('./durand.js', import.meta.url));

/** Starts the real command, from a folder that knows nothing of this project. */
function start(...args: string[]): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [bin, ...args], { cwd: tmpdir() });
}

async function finished(child: ChildProcessWithoutNullStreams, input = '') {
  child.stdin.end(input);
  const [out, err, [exitCode]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close')
  ]);
  return { out, err, exitCode };
}

const SLOW = { timeout: 60_000 };

test(
  'a position west of Greenwich is answered in JSON, and nothing else is said',
  SLOW,
  async () => {
    const { out, err, exitCode } = await finished(start('station', '-73.9', '40.7'));
    expect({ err, exitCode }).toEqual({ err: '', exitCode: 0 });
    expect(JSON.parse(out)).toMatchObject({ side: 'afghan' });
  }
);

test('a line of input is answered before the next is sent', SLOW, async () => {
  const child = start('station');
  child.stdin.write('71,34\n');
  const [answer] = await once(child.stdout, 'data');
  expect(JSON.parse(String(answer))).toMatchObject({ side: 'pakistan' });
  const { out, err, exitCode } = await finished(child, 'nowhere\r\n71,35\r\n');
  expect(out.trimEnd().split('\n')).toHaveLength(1);
  expect(err).toContain('line 2: “nowhere” is no position');
  expect(exitCode).toBe(1);
});

test('a call that is not right ends with 2 and prints nothing', SLOW, async () => {
  const { out, err, exitCode } = await finished(start('zone', '--afghan', 'wide'));
  expect({ out, exitCode }).toEqual({ out: '', exitCode: 2 });
  expect(err).toContain('--afghan is “wide”');
});

test('a table of incidents goes through it as a stream', SLOW, async () => {
  const table = 'date,latitude,longitude\n2021-05-01,33,69.5\n2021-05-02,34.1,71\n';
  const { out, err, exitCode } = await finished(start('incidents', '-', '--within', '5'), table);
  expect(out.trimEnd().split('\r\n')[1]).toMatch(
    /^2021-05-01,33,69.5,1525[.\d]*,-0[.\d]*,pakistan/
  );
  expect(err).toContain('2 rows read');
  expect(exitCode).toBe(0);
});

test('a reader that stops reading ends it quietly', SLOW, async () => {
  const child = start('zone', '--afghan', '1', '--pakistan', '1');
  const told = text(child.stderr);
  await once(child.stdout, 'data');
  child.stdout.destroy();
  const [exitCode] = await once(child, 'close');
  expect({ told: await told, exitCode }).toEqual({ told: '', exitCode: 0 });
});
