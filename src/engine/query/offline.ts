// Queries that were answered from the module cache, because the network may not be used, for whoever has to know that
// there may be something newer.

import { compareText } from '../../core/text.js';

/** Queries of one kind are told one by one up to this number. */
const MOST_LINES = 10;

/** See the head of this file. */
export class OfflineAnswers {
  /** By query: the modules and their versions. */
  readonly #answers = new Map<string, Map<string, string>>();

  /** States that `query` of the module `path` was answered by `version`. */
  note(path: string, query: string, version: string): void {
    let modules = this.#answers.get(query);
    if (modules === undefined) {
      modules = new Map();
      this.#answers.set(query, modules);
    }
    modules.set(path, version);
  }

  /** States that the versions of the module were asked for. */
  noteVersions(path: string): void {
    this.note(path, '', '');
  }

  /** What was answered, by query and path; empty where nothing was. */
  lines(): string[] {
    return sorted(this.#answers).flatMap(([query, modules]) => {
      if (modules.size > MOST_LINES) {
        const what = query === '' ? 'versions' : `@${query}`;
        return [`offline: ${what} of ${modules.size} modules as far as the module cache knows`];
      }
      return sorted(modules).map(([path, version]) => {
        if (query === '') return `offline: of ${path} only the versions in the module cache are known`;
        return `offline: ${path}@${query} is ${version} as far as the module cache knows`;
      });
    });
  }
}

function sorted<T>(map: ReadonlyMap<string, T>): [string, T][] {
  return [...map].sort(([a], [b]) => compareText(a, b));
}
