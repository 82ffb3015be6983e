import * as esbuild from 'esbuild';
import * as sass from 'sass';
import ts from 'typescript';
import { transformSync } from '@swc/core';
import * as babel from '@babel/core';

export async function compile(source) {
  const a = esbuild.transformSync(source); // expect: heavy-call esbuild.transformSync
  const b = sass.compileString(source); // expect: heavy-call sass.compileString
  const c = ts.transpileModule(source, {}); // expect: heavy-call typescript.transpileModule
  const d = transformSync(source); // expect: heavy-call @swc/core.transformSync
  const e = babel.transformSync(source); // expect: heavy-call @babel/core.transformSync
  return [a, b, c, d, e, await esbuild.transform(source), await sass.compileStringAsync(source)];
}
