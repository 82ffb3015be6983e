import assert from 'node:assert/strict';
import { after, describe, it } from 'mocha';
import { pythonProjectOf, readPythonProjects } from '../../src/workspace/python-projects.ts';
import { createPythonResolver } from '../../src/workspace/python-modules.ts';
import { makeProject, removeProjects } from '../support/temp-project.ts';

describe('Python projects', () => {
  after(removeProjects);

  it('tell what they depend on and where their packages are', async () => {
    const root = makeProject({
      'pyproject.toml': [
        '[project]',
        'dependencies = ["FastAPI>=0.100 ; python_version > \'3\'", "zope.interface"]',
        '[project.optional-dependencies]',
        'db = ["SQLAlchemy[asyncio]"]',
        '[dependency-groups]',
        'dev = ["pytest", { include-group = "db" }]',
        '[tool.poetry.dependencies]',
        'httpx = "^0.27"',
        '[tool.poetry.group.test.dependencies]',
        'respx = "*"',
        '[tool.setuptools.package-dir]',
        '"" = "lib"',
      ].join('\n'),
      'old/setup.cfg': '[options]\npackage_dir =\n    = code\ninstall_requires =\n    requests\n    Flask_Cors>1\n',
      'old/requirements.txt': '# pinned\nredis==5.0\n-r other.txt\n',
      'broken/pyproject.toml': '[project\n',
    });
    const projects = await readPythonProjects(root, ['', 'old', 'broken']);
    const names = (file: string) => [...(pythonProjectOf(projects, file)?.dependencies ?? [])].sort();
    assert.deepEqual(names('a/b.py'), ['fastapi', 'httpx', 'pytest', 'respx', 'sqlalchemy', 'zope-interface']);
    assert.deepEqual(names('old/a/b.py'), ['flask-cors', 'redis', 'requests']);
    assert.deepEqual(names('broken/c.py'), []);
    assert.deepEqual(projects.get('')?.roots, ['', 'src', 'lib']);
    assert.deepEqual(projects.get('old')?.roots, ['old', 'old/src', 'old/code']);
  });
});

describe('modules of Python', () => {
  const files = new Set([
    'app/__init__.py',
    'app/a.py',
    'app/time.py',
    'app/sub/__init__.py',
    'app/sub/b.py',
    'tool/json.py',
  ]);
  const resolve = createPythonResolver(files, ['lib']);
  const cases: readonly (readonly [from: string, specifier: string, to: string])[] = [
    ['app/a.py', '.', 'app/__init__.py'],
    ['app/a.py', '.time', 'app/time.py'],
    ['app/sub/b.py', '..a', 'app/a.py'],
    ['app/sub/__init__.py', '.b', 'app/sub/b.py'],
    ['app/sub/b.py', '.missing', '-'],
    ['app/sub/b.py', '....a', '-'],
    ['app/a.py', 'app.sub.b', 'app/sub/b.py'],
    ['app/a.py', 'app.missing', '-'],
    ['app/a.py', 'time', 'python:time'],
    ['app/a.py', 'os.path', 'python:os.path'],
    ['tool/main.py', 'json', 'tool/json.py'],
    ['tool/json.py', 'json', 'python:json'],
  ];
  for (const [from, specifier, to] of cases) {
    it(`${specifier} in ${from} is ${to}`, () => {
      const answer = resolve(from, `python:${specifier}`);
      assert.equal(answer.kind === 'file' ? answer.path : answer.kind === 'package' ? answer.name : '-', to);
    });
  }
});
