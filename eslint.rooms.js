/**
 * Which room may know which (see ARCHITECTURE.md). A room imports only from itself and from the
 * rooms listed here; the domain rooms know neither the page nor the map.
 *
 * @type {Record<string, string[]>}
 */
const rooms = {
  geodesy: [],
  formats: ['geodesy'],
  border: ['geodesy', 'formats'],
  zones: ['geodesy', 'formats', 'border'],
  texts: ['geodesy', 'formats', 'border'],
  incidents: ['geodesy', 'formats', 'border'],
  project: ['geodesy', 'formats', 'border', 'zones', 'texts', 'incidents'],
  geodata: ['geodesy', 'formats', 'border', 'zones', 'texts', 'incidents', 'project'],
  engine: ['geodesy', 'formats', 'border', 'zones', 'texts', 'incidents', 'project', 'geodata'],
  map: [
    'geodesy',
    'formats',
    'border',
    'zones',
    'texts',
    'incidents',
    'project',
    'geodata',
    'engine'
  ],
  ui: [
    'geodesy',
    'formats',
    'border',
    'zones',
    'texts',
    'incidents',
    'project',
    'geodata',
    'engine',
    'map'
  ]
};

const domain = ['geodesy', 'formats', 'border', 'zones', 'texts', 'incidents'];
const page = ['window', 'document', 'navigator', 'localStorage', 'fetch', 'Worker', 'HTMLElement'];

/** @param {string} room */
function forbiddenImports(room) {
  const strangers = Object.keys(rooms).filter((r) => r !== room && !rooms[room].includes(r));
  const patterns = [
    {
      regex: `(^\\$lib|\\.\\.)/(${[...strangers, 'cli'].join('|')})(/|$)`,
      message: `The room ${room} may only know: ${rooms[room].join(', ') || 'no other room'}.`
    }
  ];
  if (room !== 'map') {
    patterns.push({ regex: '^maplibre-gl', message: 'Only the room map knows maplibre-gl.' });
  }
  if (domain.includes(room)) {
    patterns.push({
      regex: '^(svelte|\\$app|\\$env|@sveltejs)(/|$)',
      message: 'Domain rooms are pure TypeScript: no svelte.'
    });
  }
  return patterns;
}

/**
 * The command line stands beside the page: it speaks to the domain rooms and the data's door alone.
 *
 * @type {import('eslint').Linter.Config}
 */
const commandLineRules = {
  files: ['src/cli/**'],
  ignores: ['**/*.test.ts'],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: '(^\\$lib|/lib)/(project|engine|map|ui)(/|$)|/routes(/|$)',
            message: 'The command line knows the domain rooms and geodata only.'
          },
          {
            regex: '^(svelte|maplibre-gl|\\$app|\\$env|@sveltejs)(/|$)',
            message: 'The command line has no page: no svelte, no maplibre.'
          }
        ]
      }
    ]
  }
};

/** @type {import('eslint').Linter.Config[]} */
const libRules = Object.keys(rooms).map((room) => ({
  files: [`src/lib/${room}/**`],
  ignores: ['**/*.test.ts'],
  rules: {
    'no-restricted-imports': ['error', { patterns: forbiddenImports(room) }],
    ...(domain.includes(room)
      ? {
          'no-restricted-globals': [
            'error',
            ...page.map((name) => ({ name, message: 'Domain rooms know no page and no network.' }))
          ]
        }
      : {})
  }
}));

export const roomRules = [...libRules, commandLineRules];
