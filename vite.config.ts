import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [sveltekit()],
  // Workers and fonts stay files of their own, as the content security policy wants them.
  build: { assetsInlineLimit: 0 },
  worker: { format: 'es' },
  server: { fs: { allow: ['geodata'] } },
  test: {
    include: ['src/**/*.test.ts', 'geodata/**/*.test.ts', 'tests/unit/**/*.test.ts'],
    environment: 'node',
    // Half the time went into loading the same modules anew for each file; no test changes them.
    isolate: false,
    // Chromium gives a worker half a megabyte of stack: what needs more fails there.
    pool: 'forks',
    execArgv: ['--stack-size=500'],
    maxWorkers: '100%',
    // Generous: a slow machine is no failure, and speed is the benchmark's matter.
    testTimeout: 120_000,
    expect: { requireAssertions: true }
  }
});
