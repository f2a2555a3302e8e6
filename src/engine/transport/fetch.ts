// A transport over any `fetch`: for users of the library who have one already (a browser, a test double, a
// client with metrics or a cache of its own).
//
// What fetch does by itself it does here too: proxies, certificates and decompression are its own, and where it
// hides redirects (browsers) it follows them. Time-outs are the caller's, by AbortSignal.

import { orAborted } from '../abort.js';
import { errnoText } from '../io/index.js';
import {
  bodyTooLarge,
  type HttpRequest,
  type HttpResponse,
  type Transport,
  TransportError,
} from '../transport.js';
import { Collector } from './body.js';
import { parseTarget } from './target.js';
import { brokenConnection, dialError } from './words.js';

/** The part of the standard `fetch` that is used. */
export type FetchLike = (url: string, init: RequestInit) => Promise<Response>;

/** See the head of this file. */
export function transportFromFetch(fetch: FetchLike): Transport {
  return async (request) => {
    request.signal?.throwIfAborted();
    const init: RequestInit = {
      method: request.method ?? 'GET',
      headers: { ...request.headers },
      redirect: 'manual',
      ...(request.signal !== undefined && { signal: request.signal }),
    };
    try {
      const asked = fetch(request.url, init);
      const response = await orAborted(asked, request.signal).catch((error: unknown) => {
        // A fetch that does not heed its signal may still answer.
        asked.then(discard, () => undefined);
        throw error;
      });
      const hidden = response.type === 'opaqueredirect';
      return toResponse(
        hidden
          ? await orAborted(fetch(request.url, { ...init, redirect: 'follow' }), request.signal)
          : response,
        request,
      );
    } catch (error) {
      throw translate(error, request);
    }
  };
}

/** Reasons, for protocols that send none. */
const reasons: Readonly<Record<number, string>> = {
  200: 'OK',
  301: 'Moved Permanently',
  302: 'Found',
  303: 'See Other',
  307: 'Temporary Redirect',
  308: 'Permanent Redirect',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  410: 'Gone',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};

function toResponse(response: Response, request: HttpRequest): HttpResponse {
  const headers: Record<string, string> = Object.create(null);
  response.headers.forEach((value, name) => {
    headers[name] = value;
  });
  const announced = headers['content-length'];
  const plain = announced !== undefined && headers['content-encoding'] === undefined;
  const length = plain && /^\d+$/.test(announced) ? Number(announced) : undefined;
  return {
    status: response.status,
    statusLine: `${response.status} ${response.statusText || (reasons[response.status] ?? '')}`.trimEnd(),
    protocol: '',
    headers,
    length,
    bytes: (max) => readAll(response, length, max, request),
    stream: (max, sink) => readPieces(response, length, max, sink, request),
    prefix: (max) => readPrefix(response, max, request),
    discard: () => discard(response),
  };
}

async function readAll(
  response: Response,
  length: number | undefined,
  max: number,
  request: HttpRequest,
): Promise<Uint8Array> {
  const collector = new Collector(length === undefined || length > max ? undefined : length, max);
  await readPieces(response, length, max, (bytes) => collector.add(bytes), request);
  return collector.result();
}

async function readPieces(
  response: Response,
  length: number | undefined,
  max: number,
  sink: (bytes: Uint8Array) => void,
  request: HttpRequest,
): Promise<void> {
  try {
    if (length !== undefined && length > max) throw bodyTooLarge(max);
    let size = 0;
    for await (const chunk of chunksOf(response, request)) {
      size += chunk.length;
      if (size > max) throw bodyTooLarge(max);
      sink(chunk);
    }
    if (length !== undefined && size < length) throw new TransportError('cut', 'unexpected EOF');
  } catch (error) {
    discard(response);
    throw translate(error, request);
  }
}

async function readPrefix(response: Response, max: number, request: HttpRequest): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of chunksOf(response, request)) {
      parts.push(chunk);
      size += chunk.length;
      if (size >= max) break;
    }
  } catch {
    // What came before the failure is still worth showing.
  }
  return new Uint8Array(Buffer.concat(parts).subarray(0, max));
}

function discard({ body }: Response): void {
  body?.cancel().catch(() => undefined);
}

async function* chunksOf(response: Response, { signal }: HttpRequest): AsyncGenerator<Uint8Array> {
  const reader = response.body?.getReader();
  if (reader === undefined) return;
  try {
    for (;;) {
      const { done, value } = await orAborted(reader.read(), signal);
      if (done) return;
      yield value;
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

/** Failures by the codes of Node's fetch; those of other implementations keep their own words. */
function translate(error: unknown, request: HttpRequest): unknown {
  if (error instanceof TransportError) return error;
  if (request.signal?.aborted) return request.signal.reason;
  const failure = causeOf(error);
  const { code = '', syscall } = failure;
  const options = { cause: error };
  if (syscall === 'connect' || syscall === 'getaddrinfo') {
    const { host, port } = parseTarget(request.url);
    return dialError(failure, host, port, '');
  }
  if (code === 'UND_ERR_SOCKET') return new TransportError('closed', 'EOF', options);
  if (code.endsWith('_TIMEOUT')) return new TransportError('timeout', failure.message, options);
  if (errnoText(code) !== undefined) return brokenConnection(failure, { local: '', remote: '' });
  return new TransportError(code.includes('CERT') ? 'certificate' : 'protocol', failure.message, options);
}

type Failure = NodeJS.ErrnoException & { readonly errors?: readonly NodeJS.ErrnoException[] };

/** The failure that `TypeError: fetch failed` stands for; of several addresses tried, the first. */
function causeOf(error: unknown): Failure {
  let at = error as Failure;
  for (let depth = 0; depth < 8 && at.cause instanceof Error; depth++) at = at.cause as Failure;
  return at.errors?.[0] ?? at;
}
