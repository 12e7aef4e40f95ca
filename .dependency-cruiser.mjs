import { globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Who may import whom, by the Nx tag of each package. Nothing else of ours may be imported. */
const MAY_IMPORT = {
  'type:platform': [],
  'type:rules': [],
  'type:api': [],
  'type:ui': [],
  'type:service': ['type:platform', 'type:rules'],
  // The host of the whole product joins the subgraphs; it uses nothing of them but their definitions.
  'type:gateway': ['type:platform', 'type:service'],
  'type:app': ['type:api', 'type:ui', 'type:rules'],
  'type:e2e': ['type:api', 'type:platform'],
};

const packages = globSync('{libs,services,apps}/*/package.json', { cwd: import.meta.dirname }).map((file) => {
  const { nx } = JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'));
  const tag = nx?.tags?.find((candidate) => candidate.startsWith('type:'));
  if (!(tag in MAY_IMPORT)) throw new Error(`${file}: its Nx tag says nothing about what it may import`);
  return { folder: dirname(file), tag };
});

const foldersOf = (tags) => packages.filter((one) => tags.includes(one.tag)).map((one) => one.folder);

const boundaries = packages.map(({ folder, tag }) => {
  const allowed = [folder, ...foldersOf(MAY_IMPORT[tag])].filter((other) => !(tag === 'type:service' && other !== folder && other.startsWith('services/')));
  return {
    name: `${tag} of ${folder}`,
    severity: 'error',
    comment: `${tag} may import ${MAY_IMPORT[tag].join(', ') || 'nothing of ours'}`,
    from: { path: `^${folder}/` },
    to: { path: '^(libs|services|apps)/', pathNot: `^(${allowed.join('|')})/` },
  };
});

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...boundaries,
    { name: 'no cycles', severity: 'error', from: { path: '^(libs|services|apps)/' }, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    {
      name: 'features of the portal do not import each other',
      severity: 'error',
      comment: 'Pages meet in routes.tsx; what several need is in booking/, leaving/, findings/, shell/, i18n/ or session/.',
      from: { path: '^apps/portal/src/(account|home|timeline|resources|imports|bookings|members|people|outbox|messages)/' },
      to: { path: '^apps/portal/src/(account|home|timeline|resources|imports|bookings|members|people|outbox|messages)/', pathNot: '^apps/portal/src/$1/' },
    },
    {
      name: 'the rules are pure',
      severity: 'error',
      comment: 'The same rules run in the browser and on the server, so they need neither.',
      from: { path: '^libs/rules/' },
      to: { pathNot: '^libs/rules/' },
    },
    { name: 'services are entered by their index', severity: 'error', from: { path: '^services/gateway/' }, to: { path: '^services/(?!gateway/)[^/]+/(src|dist)/(?!(index|main)\\.)' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules|/dist/' },
    exclude: { path: '(/dist/|/node_modules/|\\.spec\\.tsx?$|/test/)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['source', 'import', 'node', 'default'] },
  },
};
