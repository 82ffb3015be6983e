/** One small program in every kind of module that runs on Node.js, each with a computation to be moved to a thread. */
export interface ThreadProject {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  /** How it is built before it runs. */
  readonly build: 'none' | 'tsc';
  /** Arguments of Node.js, and the file to run. */
  readonly run: readonly string[];
  /** The first version of Node.js that can. */
  readonly since?: number;
  /** The pool library that the program is to run on. */
  readonly library?: string;
}

const computation = (t: (type: string) => string): string => `
const MODULUS = 1_000_003;

function digest(rounds${t(': number')}, limit${t(': number')})${t(': Buffer')} {
  let value = 7;
  for (let i = 0; i < rounds; i++) value = (value * 31 + i) % MODULUS;
  if (value > limit) throw Object.assign(new RangeError(\`\${value} is too large\`), { code: 'TOO_LARGE' });
  return createHash('sha256').update(String(value)).digest();
}

async function main()${t(': Promise<void>')} {
  const small = digest(80_000_000, Infinity);
  console.log('result', small.toString('hex'));
  try {
    digest(40_000_000, 1);
  } catch (error) {
    console.log('error', error instanceof RangeError, (error${t(' as Error')}).message, (error${t(' as { code?: string }')}).code);
  }
}

let longest = 0;
let last = performance.now();
const timer = setInterval(() => {
  const now = performance.now();
  longest = Math.max(longest, now - last);
  last = now;
}, 5);

setTimeout(() => {
  void main().then(() => {
    clearInterval(timer);
    console.log('stall', Math.round(Math.max(longest, performance.now() - last)));
  });
}, 1);
`;

const untyped = computation(() => '');
const typed = computation((type) => type);
const asModule = "import { createHash } from 'node:crypto';\n";
const asCommonJs = "const { createHash } = require('node:crypto');\n";

const manifest = (fields: object): string => JSON.stringify({ name: 'program', private: true, ...fields });
const compiler = (compilerOptions: object): string =>
  JSON.stringify({ compilerOptions: { strict: true, target: 'ES2022', types: ['node'], ...compilerOptions } });

const plainProjects: readonly ThreadProject[] = [
  { name: '.mjs', files: { 'main.mjs': asModule + untyped }, build: 'none', run: ['main.mjs'] },
  {
    name: '.js as an ES module',
    files: { 'package.json': manifest({ type: 'module' }), 'main.js': asModule + untyped },
    build: 'none',
    run: ['main.js'],
  },
  {
    name: '.js as CommonJS',
    files: { 'package.json': manifest({}), 'lib/main.js': `'use strict';\n\n${asCommonJs}${untyped}` },
    build: 'none',
    run: ['lib/main.js'],
  },
  {
    name: '.cjs in a package of ES modules',
    files: { 'package.json': manifest({ type: 'module' }), 'main.cjs': asCommonJs + untyped },
    build: 'none',
    run: ['main.cjs'],
  },
  {
    name: 'TypeScript, compiled to ES modules',
    files: {
      'package.json': manifest({ type: 'module' }),
      'tsconfig.json': compiler({ module: 'nodenext', rootDir: 'src', outDir: 'dist' }),
      'src/main.ts': asModule + typed,
    },
    build: 'tsc',
    run: ['dist/main.js'],
  },
  {
    name: 'TypeScript, compiled to CommonJS',
    files: {
      'package.json': manifest({}),
      'tsconfig.json': compiler({
        module: 'commonjs',
        moduleResolution: 'node10',
        ignoreDeprecations: '6.0',
        rootDir: 'src',
        outDir: 'dist',
      }),
      'src/main.ts': asModule + typed,
    },
    build: 'tsc',
    run: ['dist/main.js'],
  },
  {
    name: '.mts and .cts by their extension',
    files: {
      'package.json': manifest({}),
      'tsconfig.json': compiler({ module: 'nodenext', rootDir: 'src', outDir: 'dist' }),
      'src/main.mts': asModule + typed,
    },
    build: 'tsc',
    run: ['dist/main.mjs'],
  },
  {
    name: 'TypeScript, run by tsx',
    files: {
      'package.json': manifest({ type: 'module', devDependencies: { tsx: '*' } }),
      'tsconfig.json': compiler({ module: 'nodenext', noEmit: true }),
      'main.ts': asModule + typed,
    },
    build: 'none',
    run: ['--import', 'tsx', 'main.ts'],
  },
  {
    name: 'TypeScript, run by Node.js itself',
    files: {
      'package.json': manifest({ type: 'module' }),
      'tsconfig.json': compiler({ module: 'nodenext', noEmit: true, allowImportingTsExtensions: true }),
      'main.ts': asModule + typed,
    },
    build: 'none',
    run: ['main.ts'],
    since: 24,
  },
];

/** The same programs in packages that have a pool library. */
const poolProjects = (library: string): ThreadProject[] => {
  const dependencies = { [library]: '*' };
  const compiled = (module: string): string => compiler({ module, rootDir: 'src', outDir: 'dist', skipLibCheck: true });
  return [
    {
      name: `${library} in ES modules`,
      files: { 'package.json': manifest({ type: 'module', dependencies }), 'main.js': asModule + untyped },
      build: 'none',
      run: ['main.js'],
      library,
    },
    {
      name: `${library} in CommonJS`,
      files: { 'package.json': manifest({ dependencies }), 'main.js': asCommonJs + untyped },
      build: 'none',
      run: ['main.js'],
      library,
    },
    {
      name: `${library} in TypeScript, compiled to ES modules`,
      files: {
        'package.json': manifest({ type: 'module', dependencies }),
        'tsconfig.json': compiled('nodenext'),
        'src/main.ts': asModule + typed,
      },
      build: 'tsc',
      run: ['dist/main.js'],
      library,
    },
    {
      name: `${library} in TypeScript, compiled to CommonJS`,
      files: {
        'package.json': manifest({ dependencies }),
        'tsconfig.json': compiled('nodenext'),
        'src/main.ts': asModule + typed,
      },
      build: 'tsc',
      run: ['dist/main.js'],
      library,
    },
  ];
};

export const threadProjects: readonly ThreadProject[] = [
  ...plainProjects,
  ...['piscina', 'tinypool', 'workerpool'].flatMap(poolProjects),
];
