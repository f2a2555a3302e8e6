// Credentials: HTTP headers for the URLs below a prefix.
//
// A prefix is a URL without `https://` and without a slash at its end; the longest that is known wins
// (cmd/go/internal/auth: loadCredential, storeCredential).

/** Headers; a name may have several values. */
export type Credential = readonly (readonly [name: string, value: string])[];

/** See the head of this file. */
export class Credentials {
  readonly #known = new Map<string, Credential>();

  /** Keeps the headers of a prefix, or forgets them when there are none. */
  store(prefix: string, headers: Credential): void {
    const key = normalize(prefix);
    if (headers.length === 0) this.#known.delete(key);
    else this.#known.set(key, headers);
  }

  /** The headers for `url`; undefined without any. */
  load(url: string): Credential | undefined {
    let prefix = normalize(url);
    for (;;) {
      const headers = this.#known.get(prefix);
      const slash = prefix.lastIndexOf('/');
      if (headers !== undefined || slash < 0) return headers;
      prefix = prefix.slice(0, slash);
    }
  }
}

function normalize(url: string): string {
  return url.replace(/^https:\/\//, '').replace(/\/$/, '');
}

/** The value of an Authorization header. */
export function basicAuth(name: string, password: string): string {
  return `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`;
}
