import type { Binding, FunctionRecord, Placed, Scope, Write } from './records.ts';

export function createScope(kind: Scope['kind'], parent: Scope | null, fn: FunctionRecord): Scope {
  return { kind, parent, fn, bindings: null, redirects: null };
}

/** Where a name is bound that is assigned in a scope; undefined where that is decided by scopes around it. */
function scopeOfName(scope: Scope, name: string): Scope | undefined {
  switch (scope.redirects?.get(name)) {
    case 'global':
      return moduleScope(scope);
    case 'nonlocal':
      for (let outer = scope.parent; outer; outer = outer.parent) {
        if (outer.kind === 'function' && outer.bindings?.has(name)) return outer;
      }
      return undefined;
    case undefined:
      return scope;
  }
}

function moduleScope(scope: Scope): Scope {
  let current = scope;
  while (current.parent) current = current.parent;
  return current;
}

/** Binds a name in a scope, or where `global` and `nonlocal` say. */
export function bind(scope: Scope, name: string, write?: Write, annotation?: Placed): void {
  const target = scopeOfName(scope, name);
  if (!target) return;
  target.bindings ??= new Map();
  let binding = target.bindings.get(name);
  if (!binding) target.bindings.set(name, (binding = { name, scope: target, writes: [] }));
  // What another function writes may come at any time.
  if (write) binding.writes.push(target.fn === scope.fn ? write : { ...write, place: undefined });
  if (annotation) binding.annotation ??= annotation;
}

/** The scope that an assignment expression binds in: that around comprehensions. */
export function walrusScope(scope: Scope): Scope {
  let current = scope;
  while (current.kind === 'comprehension' && current.parent) current = current.parent;
  return current;
}

/** What a name means in a scope. The names of a class body are seen in the body alone, not in its functions. */
export function lookUp(scope: Scope, name: string): Binding | undefined {
  const redirect = scope.redirects?.get(name);
  if (redirect === 'global') return moduleScope(scope).bindings?.get(name);
  for (let current: Scope | null = scope; current; current = current.parent) {
    if (current.kind === 'class' && current !== scope) continue;
    const binding = current.bindings?.get(name);
    if (binding) return binding;
  }
  return undefined;
}
