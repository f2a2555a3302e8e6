// What the Go files of a package, its tests, or the tests beside it, ask for together.

import { sortTexts } from '../text.js';
import type { Position } from './lines.js';
import type { Directive, SourceFile } from './source.js';

/** Words that stand in source files, and where. */
export interface Declarations {
  /** Each word once, sorted. */
  readonly values: readonly string[];
  /** Where each stands, in the order of files. */
  readonly positions: ReadonlyMap<string, readonly Position[]>;
}

/** Go files of one kind. */
export interface PackagePart {
  /** Import paths. */
  readonly imports: Declarations;
  /** Patterns of `//go:embed`. */
  readonly embeds: Declarations;
  /** `//go:` comments above the package clauses. */
  readonly directives: readonly Directive[];
}

type Places = Map<string, Position[]>;

function note(places: Places, value: string, position: Position): void {
  const known = places.get(value);
  if (known === undefined) places.set(value, [position]);
  else known.push(position);
}

function declarations(positions: Places): Declarations {
  const values = [...positions.keys()];
  sortTexts(values);
  return { values, positions };
}

/** A part as it grows. */
export class PartBuilder {
  readonly #imports: Places = new Map();
  readonly #embeds: Places = new Map();
  readonly #directives: Directive[] = [];

  /** Adds what a file asks for. */
  add(file: SourceFile): void {
    for (const { path, position } of file.imports) note(this.#imports, path, position);
    for (const { pattern, position } of file.embeds) note(this.#embeds, pattern, position);
    for (const directive of file.directives) this.#directives.push(directive);
  }

  /** The part; of one that is not `whole` the directives alone. */
  build(whole: boolean): PackagePart {
    return {
      imports: declarations(whole ? this.#imports : new Map()),
      embeds: declarations(whole ? this.#embeds : new Map()),
      directives: this.#directives,
    };
  }
}
