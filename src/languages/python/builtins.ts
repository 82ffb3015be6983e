/** Built-in names that take no callbacks which matter, block nothing and make nothing that is followed. */
const PLAIN = (
  'abs all any ascii bin bool bytearray bytes callable chr complex dict dir divmod enumerate float format frozenset ' +
  'getattr hasattr hash hex id int isinstance issubclass iter len list locals globals vars max min next object oct ord ' +
  'pow range repr reversed round set setattr delattr slice str sum super tuple type zip memoryview'
).split(' ');

/** They say nothing to any rule without a function among their arguments. */
export const HARMLESS: ReadonlySet<string> = new Set([...PLAIN, 'print', 'property', 'staticmethod', 'classmethod']);

/** Every name that is there without an import. */
export const BUILT_IN: ReadonlySet<string> = new Set([
  ...HARMLESS,
  ...(
    'open input compile eval exec filter map sorted breakpoint aiter anext __import__ __file__ __name__ __doc__ ' +
    'NotImplemented Ellipsis quit exit copyright help'
  ).split(' '),
]);

/** Exceptions and warnings are built in, too. */
export function isBuiltIn(name: string): boolean {
  return BUILT_IN.has(name) || /^[A-Z]\w*(?:Error|Exception|Warning|Exit|Interrupt|Iteration)$/.test(name);
}

/** Types whose values hold nothing that is followed. */
export const PLAIN_TYPES: ReadonlySet<string> = new Set(
  (
    'str int float bool bytes complex object None list dict set frozenset tuple bytearray List Dict Set FrozenSet Tuple ' +
    'Sequence Iterable Mapping MutableMapping Collection Any Callable Literal Self Text AnyStr Hashable Sized'
  ).split(' '),
);
