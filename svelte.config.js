import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/**
 * Hosts besides the page's own that large tables may be read from, by whoever builds the page:
 * DURAND_DATA_HOSTS="https://data.example.org https://other.example". None unless it is set.
 */
const dataHosts = (process.env.DURAND_DATA_HOSTS ?? '').split(/[\s,]+/).filter(Boolean);
const stranger = dataHosts.find((host) => !/^https:\/\/[\w.-]+(:\d+)?$/.test(host));
if (stranger !== undefined) {
  throw new Error(
    `DURAND_DATA_HOSTS holds “${stranger}”: give origins such as https://data.example.org.`
  );
}

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  kit: {
    adapter: adapter({ fallback: '404.html' }),
    alias: { $geodata: 'geodata' },
    paths: { relative: true },
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['none'],
        'script-src': ['self'],
        'worker-src': ['self'],
        'connect-src': ['self', .../** @type {`https://${string}.${string}`[]} */ (dataHosts)],
        'font-src': ['self'],
        'manifest-src': ['self'],
        'base-uri': ['self'],
        'img-src': ['self', 'data:', 'blob:'],
        // The hash is that of the style attribute on SvelteKit's route announcer.
        'style-src': [
          'self',
          'unsafe-hashes',
          'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='
        ],
        'object-src': ['none'],
        'form-action': ['none']
      }
    }
  }
};
