// @flow // expect: skipped
import type { Node } from 'react';
export function flow(x: ?string): Node {
  return (x: any);
}
