// go lines that are newer than the release we claim to be.
//
// Under GOTOOLCHAIN=local, or a fixed toolchain, they are refused as go refuses them. Where go would fetch a newer
// toolchain instead, we go on with the newest rules that we know, and say so once: there is nothing to switch to.

import { compare, type ToolchainChoice, TooNewError } from '../../core/gover/index.js';
import type { Session } from '../session.js';

/** What asks for a newer Go. */
export interface GoNeed {
  /** What has the line: `go.mod`, `module path@version`. */
  readonly what: string;
  readonly goVersion: string;
  readonly toolchain?: string;
}

/** One run's answer to newer go lines. */
export class NewerGo {
  #told = false;

  constructor(private readonly session: Session) {}

  /** The refusal of a go line that is newer than we are; undefined when it is not, or may be worked with. */
  refusal(need: GoNeed): TooNewError | undefined {
    const { release, env, events } = this.session;
    if (need.goVersion === '' || compare(need.goVersion, release) <= 0) return undefined;
    const setting = env.get('GOTOOLCHAIN');
    if (!/(^|\+)(auto|path)$/.test(setting)) return new TooNewError(need, release, choiceOf(setting));
    if (!this.#told) {
      const text = `${need.what} requires go >= ${need.goVersion}; working by the rules of go ${release}`;
      events({ kind: 'hint', text });
      this.#told = true;
    }
    return undefined;
  }

  /** Throws the refusal, if there is one. */
  check(need: GoNeed): void {
    const error = this.refusal(need);
    if (error !== undefined) throw error;
  }
}

function choiceOf(setting: string): ToolchainChoice {
  return { setting, file: '', goLine: '', toolchainLine: '' };
}
