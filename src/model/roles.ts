import type { FileFacts, FileRole } from './facts.ts';

/** Facts of a file that is also known to have these roles. */
export function withRoles(facts: FileFacts, roles: readonly FileRole[]): FileFacts {
  return roles.length === 0 ? facts : { ...facts, roles: [...new Set([...facts.roles, ...roles])] };
}
