// Telling how far a download is.

import type { Session } from '../session.js';

/** Sends a progress event for each module that is done. */
export class Progress {
  #modules = 0;
  #bytes = 0;

  constructor(
    private readonly session: Session,
    private readonly total: number,
  ) {}

  /** One module more; `zip` is the file that was fetched for it, if one was. */
  done(zip: string | undefined): void {
    this.#modules++;
    if (zip !== undefined) this.#bytes += this.session.fs.statSync(zip, { throwIfNoEntry: false })?.size ?? 0;
    this.session.events({
      kind: 'progress',
      modulesDone: this.#modules,
      modulesTotal: this.total,
      bytes: this.#bytes,
    });
  }
}
