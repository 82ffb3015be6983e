import type { ParameterGuard } from '../model/facts.ts';

/** Calls, by their position, that are made only where a test of a variable has an outcome. */
export interface GuardRecord<Binding> extends Pick<ParameterGuard, 'test' | 'value' | 'wanted'> {
  readonly binding: Binding;
  readonly from: number;
  readonly to: number;
}

/** Tests of parameters, once the calls that are kept have their index. */
export function guardFacts<Binding>(
  guards: readonly GuardRecord<Binding>[],
  calls: readonly { readonly index: number }[],
  parameterOf: (binding: Binding) => number | undefined,
): ParameterGuard[] {
  return guards.flatMap(({ test, value, wanted, binding, from, to }) => {
    const param = parameterOf(binding);
    const kept = calls.slice(from, to).filter(({ index }) => index >= 0);
    const [first, last] = [kept[0]?.index, kept.at(-1)?.index];
    if (param === undefined || first === undefined || last === undefined) return [];
    return [{ param, test, value, wanted, calls: [first, last + 1] as const }];
  });
}
