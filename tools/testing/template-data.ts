// The data that core/template/testdata/oracle/main.go carries templates out on, as values of ours.

import {
  CallError,
  concrete,
  durationType,
  type Field,
  fieldsOf,
  funcOf,
  type GoType,
  goAny,
  goBool,
  goComplex128,
  goError,
  goFloat64,
  goInt,
  goInt64,
  goString,
  goUint8,
  goUint64,
  goValue,
  iteratorOf,
  type Method,
  mapOf,
  method,
  monthType,
  nilDereference,
  pointer,
  pointerTo,
  type StructType,
  sliceOf,
  structOf,
  timeTypes,
  type Value,
  weekdayType,
} from '../../src/core/gostruct/index.js';
import type { TemplateFunction } from '../../src/core/template/index.js';
import { decodeText } from '../../src/core/text.js';
import { fixedLocation } from '../../src/core/time/index.js';

interface Origin {
  readonly vCS?: string;
  readonly uRL?: string;
}

interface Module {
  readonly path?: string;
  readonly version?: string;
  readonly [key: string]: unknown;
}

const fields = (types: Parameters<typeof fieldsOf>[0]): Field[] => fieldsOf(types, false);

/** The oracle runs with TZ=UTC. */
const here = { ...fixedLocation('UTC', 0), expression: 'time.Local' };
const times = timeTypes(() => here);

const failure = structOf('main.Failure', fields({ Err: 'string' }));
const origin = structOf('main.Origin', fields({ VCS: 'string', URL: 'string' }));
const self = (data: unknown) => data;

const code: GoType = {
  kind: 'int',
  name: 'main.Code',
  methods: { String: method(self, [], [goString], (data) => `code-${data}`) },
};
const oops: StructType = {
  ...structOf('main.Oops', fields({ Why: 'string' })),
  methods: { Error: method(self, [], [goString], (data) => `oops: ${(data as { why: string }).why}`) },
};
const loud = structOf('main.Loud', fields({ Text: 'string' }), {
  String: method(self, [], [goString], (data) => {
    if (data === undefined) throw nilDereference();
    return (data as { text: string }).text.toUpperCase();
  }),
});
const goSyntax: StructType = {
  ...structOf('main.GoSyntax', fields({ N: 'int' })),
  methods: { GoString: method(self, [], [goString], () => 'GOSYNTAX') },
};

const pathOf = (data: unknown): Module => {
  if (data === undefined) throw nilDereference();
  return data as Module;
};
const same = (type: GoType) => method(self, [type], [type], (_, value) => value?.data);
const none = (results: readonly GoType[]) => method(self, [], results, () => undefined);

const variadicJoin: Method = {
  type: funcOf([goString, sliceOf(goString)], [goString], 'variadic'),
  call: (_, [separator, ...parts]) =>
    goValue(goString, parts.map((part) => part?.data).join(separator?.data as string)),
};

const module: StructType = {
  ...structOf(
    'main.Module',
    fields({
      Path: 'string',
      Version: 'string',
      Versions: sliceOf(goString),
      Replace: pointerTo(() => module),
      Time: times.pointer,
      When: times.time,
      Main: 'bool',
      Indirect: 'bool',
      Error: pointerTo(failure),
      Origin: pointerTo(origin),
      Loud: loud,
      Count: 'int',
      Any: goAny,
      Problem: goError,
      Fn: funcOf([goInt], [goInt]),
      Inner: origin,
      hidden: 'string',
    }),
  ),
  methods: { Plain: method(self, [], [goString], (data) => `plain ${(data as Module).path ?? ''}`) },
  pointerMethods: {
    String: method(pathOf, [], [goString], ({ path = '', version = '' }) => `${path}@${version}`),
    Add: method(
      self,
      [goInt, goInt],
      [goInt],
      (_, a, b) => BigInt(a?.data as bigint) + BigInt(b?.data as bigint),
    ),
    Join: variadicJoin,
    Fail: method(self, [], [goString, goError], () => {
      throw new CallError('failed 100%');
    }),
    Good: method(self, [], [goString, goError], () => 'good'),
    Panics: method(self, [], [goString], () => {
      throw new CallError('panicked');
    }),
    Two: none([goInt, goInt]),
    Three: none([goInt, goInt, goInt]),
    Echo: method(self, [goAny], [goAny], (_, value) => concrete(value)),
    Lasts: method(
      self,
      [durationType],
      [goString],
      (_, d) => durationType.methods?.String?.call(d?.data, [])?.data,
    ),
    TakesStruct: method(
      self,
      [origin],
      [goString],
      (_, value) => (value?.data as Origin | undefined)?.vCS ?? '',
    ),
    TakesPointer: method(self, [pointerTo(origin)], [goString], (_, value) =>
      String(value?.data === undefined),
    ),
    TakesFloat: same(goFloat64),
    TakesByte: same(goUint8),
    TakesBool: same(goBool),
    TakesComplex: same(goComplex128),
    TakesSlice: method(
      self,
      [sliceOf(goString)],
      [goInt],
      (_, list) => ((list?.data ?? []) as unknown[]).length,
    ),
    TakesMap: method(
      self,
      [mapOf(goString, goInt)],
      [goInt],
      (_, map) => (map?.data as Map<string, bigint> | undefined)?.size ?? 0,
    ),
  },
};

const MODULE: Module = {
  path: 'example.com/a',
  version: 'v1.2.3',
  versions: ['v1.0.0', 'v1.1.0', 'v1.2.3'],
  replace: { path: '../fork', version: '', versions: [] },
  time: '2021-03-04T05:06:07.089Z',
  when: '2019-12-31T23:59:59+05:30',
  indirect: true,
  error: { err: 'not <found> & "lost"' },
  origin: { vCS: 'git', uRL: "https://example.com/a?b=c&d='e'" },
  loud: { text: 'quiet' },
  count: 3n,
  any: goValue(goString, 'any'),
  problem: goValue(oops, { why: 'why' }),
  inner: { vCS: 'hg' },
  hidden: 'h',
};

const text = (data: string) => goValue(goString, data);
const int = (data: number) => goValue(goInt, BigInt(data));
const number = (kind: 'int8' | 'uint' | 'float32' | 'float64', data: number | bigint) =>
  goValue({ kind, name: kind }, data);
const bytes = (data: string) => new TextEncoder().encode(data);
const list = (elem: GoType, data: readonly unknown[] | undefined) => goValue(sliceOf(elem), data);
const map = (key: GoType, elem: GoType, entries?: [unknown, unknown][]) =>
  goValue(mapOf(key, elem), entries === undefined ? undefined : new Map(entries));
const func = (
  params: readonly GoType[],
  results: readonly GoType[],
  call: unknown,
  variadic: 'variadic' | '' = '',
) => goValue(funcOf(params, results, variadic), call);

const raw = decodeText(Uint8Array.from([0x61, 0xff, 0x62, 0, ...bytes('\n\t\'"`<&>=\\')]));

const EVERYTHING: Readonly<Record<string, Value | undefined>> = {
  True: goValue(goBool, true),
  False: goValue(goBool, false),
  Zero: int(0),
  One: int(1),
  Big: goValue(goInt, 2n ** 63n - 1n),
  Neg: int(-17),
  I8: number('int8', -8n),
  I64: goValue(goInt64, 1n << 40n),
  U: number('uint', 7n),
  U8: goValue(goUint8, 200n),
  U64: goValue(goUint64, 2n ** 64n - 1n),
  F: goValue(goFloat64, 1.5),
  F32: number('float32', Math.fround(0.1)),
  Huge: goValue(goFloat64, 1e100),
  Tiny: goValue(goFloat64, -2.5e-7),
  NaN: goValue(goFloat64, Number.NaN),
  Inf: goValue(goFloat64, Number.NEGATIVE_INFINITY),
  C: goValue(goComplex128, { re: 1, im: -2 }),
  S: text('text'),
  Empty: text(''),
  Uni: text('héllo, 世界 \u{1F600}'),
  Raw: text(raw),
  B: list(goUint8, [...bytes('bytes'), 0xfe]),
  Ints: list(goInt, [3n, 1n, 2n]),
  Strs: list(goString, ['b', 'a', '']),
  Nest: list(goAny, [int(1), text('two'), undefined, list(goInt, [3n])]),
  Map: map(goString, goInt, [
    ['b', 2n],
    ['a', 1n],
    ['c', 3n],
  ]),
  IntMap: map(goInt, goString, [
    [10n, 'ten'],
    [-1n, 'minus'],
    [2n, 'two'],
  ]),
  FMap: map(goFloat64, goBool, [
    [1.5, true],
    [-2, false],
  ]),
  AnyMap: map(goAny, goInt, [
    [text('x'), 1n],
    [text('y'), 2n],
  ]),
  Nil: undefined,
  NilModule: pointer(module, undefined),
  NilMap: map(goString, goInt),
  NilSlice: list(goString, undefined),
  EmptySlice: list(goInt, []),
  Module: pointer(module, MODULE),
  Value: goValue(module, MODULE),
  Code: goValue(code, 42n),
  Oops: goValue(oops, { why: 'bad' }),
  Loud: goValue(loud, { text: 'soft' }),
  LoudPtr: pointer(loud, { text: 'soft' }),
  Gs: goValue(goSyntax, { n: 3n }),
  Dur: goValue(durationType, 5_400_250_000_000n),
  Month: goValue(monthType, 3n),
  Day: goValue(weekdayType, 0n),
  Fn: func([goInt], [goInt], ([n]: Value[]) => goValue(goInt, BigInt(n?.data as bigint) * 2n)),
  Variadic: func(
    [goString, sliceOf(goString)],
    [goString],
    ([separator, ...parts]: Value[]) => text(parts.map(({ data }) => data).join(separator?.data as string)),
    'variadic',
  ),
  Failing: func([], [goInt, goError], () => {
    throw new CallError('no');
  }),
  NilFn: func([], [goInt], undefined),
  Seq: goValue({ ...iteratorOf(goInt), name: 'iter.Seq[int]' }, () => [1n, 4n, 9n]),
  Seq2: goValue({ ...iteratorOf(goString, goInt), name: 'iter.Seq2[string,int]' }, () => [
    ['a', 1n],
    ['b', 2n],
  ]),
  Codes: list(code, [1n, 2n]),
  Times: list(times.time, ['2020-01-02T03:04:05Z']),
  Ptrs: list(pointerTo(origin), [{ vCS: 'git' }, undefined]),
  Structs: list(origin, [{ vCS: 'a' }, { uRL: 'b' }]),
  PtrPtr: goValue(pointerTo(pointerTo(module)), { to: MODULE }),
};

/** The data by its name in the program. */
export const TEMPLATE_DATA: Readonly<Record<string, Value | undefined>> = {
  module: pointer(module, MODULE),
  value: goValue(module, MODULE),
  all: map(goString, goAny, Object.entries(EVERYTHING)),
  nil: undefined,
  int: int(5),
  list: list(goString, ['x', 'y']),
};

/** The functions of the program. */
export const TEMPLATE_FUNCTIONS: ReadonlyMap<string, TemplateFunction> = new Map<string, TemplateFunction>([
  [
    'join',
    {
      type: funcOf([sliceOf(goString), goString], [goString]),
      call: ([parts, separator]) => text(((parts?.data ?? []) as string[]).join(separator?.data as string)),
    },
  ],
  [
    'mod',
    {
      type: funcOf([goString], [pointerTo(module)]),
      call: ([path]) => pointer(module, { path: path?.data }),
    },
  ],
  ['none', { type: funcOf([], [pointerTo(module)]), call: () => pointer(module, undefined) }],
  [
    'iface',
    {
      type: funcOf([goInt], [goAny]),
      call: ([n]) => {
        const at = Number(n?.data);
        if (at < 0 || at > 2)
          throw new CallError(`runtime error: index out of range [${at}]${at < 0 ? '' : ' with length 3'}`);
        return goValue(goAny, [undefined, int(1), text('s')][at]);
      },
    },
  ],
]);
