/** One page in every way in which sources come to a browser, with computations to be moved to Web Workers. */
export interface PageProject {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly build: 'none' | 'tsc' | 'vite' | 'webpack';
  /** The folder that is served. */
  readonly served: string;
}

/** What the buttons of the page are for, in the order in which they are pressed. */
export const buttons = ['first', 'second', 'failing', 'loop'] as const;

const digest = (t: (type: string) => string): string => `const MODULUS = 1_000_003;

/** Some digits that take long. */
export function digest(rounds${t(': number')}, limit${t(': number')})${t(': number[]')} {
  let value = 7;
  for (let i = 0; i < rounds; i++) value = (value * 31 + i) % MODULUS;
  if (value > limit) throw Object.assign(new RangeError(\`\${value} is too large\`), { code: 'TOO_LARGE' });
  return [value, rounds];
}
`;

const main = (t: (type: string) => string, specifier: string): string =>
  `import { digest } from '${specifier}';

let longest = 0;
let last = performance.now();
setInterval(() => {
  const now = performance.now();
  longest = Math.max(longest, now - last);
  last = now;
}, 5);

function show(line${t(': string')})${t(': void')} {
  const item = document.createElement('li');
  item.textContent = line;
  longest = Math.max(longest, performance.now() - last);
  item.dataset${t('!')}.stall = String(Math.round(longest));
  document.querySelector('ul')${t('!')}.append(item);
}

document.querySelector('#first')${t('!')}.addEventListener('click', () => {
  show(\`result \${digest(200_000_000, Infinity).join(' ')}\`);
});

document.querySelector('#second')${t('!')}.addEventListener('click', () => {
  const digits = digest(100_000_000, Infinity);
  show(\`result \${digits.join(' ')}\`);
});

document.querySelector('#failing')${t('!')}.addEventListener('click', () => {
  try {
    digest(100_000_000, 1);
  } catch (error) {
    const { message, code } = error${t(' as RangeError & { code?: string }')};
    show(\`error \${error instanceof RangeError} \${message} \${code}\`);
  }
});

document.querySelector('#loop')${t('!')}.addEventListener('click', () => {
  let sum = 0;
  for (let i = 0; i < 200_000_000; i++) sum += i % 7;
  show(\`sum \${sum}\`);
});
`.replaceAll('dataset!', 'dataset');

const page = (script: string): string =>
  `<!doctype html>
<meta charset="utf-8" />
<title>Page</title>
${buttons.map((name) => `<button id="${name}">${name}</button>`).join('\n')}
<ul></ul>
<script type="module" src="${script}"></script>
`;

const manifest = (devDependencies: object = {}): string =>
  JSON.stringify({ name: 'page', private: true, type: 'module', devDependencies });
const compiler = (compilerOptions: object): string =>
  JSON.stringify({
    compilerOptions: {
      strict: true,
      target: 'ES2022',
      module: 'esnext',
      moduleResolution: 'bundler',
      lib: ['ES2022', 'DOM', 'DOM.Iterable'],
      types: [],
      verbatimModuleSyntax: true,
      ...compilerOptions,
    },
    include: ['src'],
  });

const plain = (): string => '';
const typed = (type: string): string => type;

export const pageProjects: readonly PageProject[] = [
  {
    name: 'ES modules as they are',
    files: {
      'package.json': manifest(),
      'index.html': page('./src/main.js'),
      'src/main.js': main(plain, './digest.js'),
      'src/digest.js': digest(plain),
    },
    build: 'none',
    served: '.',
  },
  {
    name: 'TypeScript, compiled to ES modules',
    files: {
      'package.json': manifest(),
      'tsconfig.json': compiler({ outDir: 'dist', rootDir: 'src' }),
      'index.html': page('./dist/main.js'),
      'src/main.ts': main(typed, './digest.js'),
      'src/digest.ts': digest(typed),
    },
    build: 'tsc',
    served: '.',
  },
  {
    name: 'TypeScript, packed by Vite',
    files: {
      'package.json': manifest({ vite: '^7.3.0', typescript: '*' }),
      'tsconfig.json': compiler({ noEmit: true }),
      'index.html': page('/src/main.ts'),
      'src/main.ts': main(typed, './digest'),
      'src/digest.ts': digest(typed),
    },
    build: 'vite',
    served: 'dist',
  },
  {
    name: 'ES modules, packed by webpack',
    files: {
      'package.json': manifest({ webpack: '^5.0.0' }),
      'index.html': page('./dist/main.js'),
      'src/main.js': main(plain, './digest.js'),
      'src/digest.js': digest(plain),
    },
    build: 'webpack',
    served: '.',
  },
];
