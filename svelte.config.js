import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

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
        'connect-src': ['self'],
        // static/courier.html, which has a policy of its own: it asks a host that the reader names.
        'frame-src': ['self'],
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
