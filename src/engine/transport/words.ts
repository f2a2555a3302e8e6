// Failures of connections in the words of Go's packages net and crypto/tls.

import { readFileSync } from 'node:fs';
import { errnoText } from '../io/index.js';
import { TransportError } from '../transport.js';
import { joinHostPort } from './target.js';

/** Where a socket is connected from and to, kept while that is known. */
export interface Endpoints {
  readonly local: string;
  readonly remote: string;
}

type SystemError = NodeJS.ErrnoException & {
  readonly address?: string;
  readonly port?: number;
  readonly hostname?: string;
  readonly errors?: readonly SystemError[];
};

/** A connection to `host` that could not be made. `server` is the name server asked, '' when unknown. */
export function dialError(error: unknown, host: string, port: number, server: string): TransportError {
  const failure = firstOf(error as SystemError);
  if (failure.syscall === 'getaddrinfo') {
    return new TransportError('dns', `dial tcp: ${lookupWords(failure, host, server)}`, { cause: error });
  }
  const address = joinHostPort(failure.address ?? host, failure.port ?? port);
  const code = failure.code ?? '';
  const reason = errnoText(code);
  if (code === 'ETIMEDOUT' && reason !== undefined && failure.syscall === undefined) {
    return new TransportError('timeout', `dial tcp ${address}: i/o timeout`, { cause: error });
  }
  const words = reason === undefined ? failure.message : `connect: ${reason}`;
  const kind = code === 'ETIMEDOUT' ? 'timeout' : 'dial';
  return new TransportError(kind, `dial tcp ${address}: ${words}`, { cause: error });
}

/** A connection that took longer than allowed. */
export function dialTimeout(host: string, port: number): TransportError {
  return new TransportError('timeout', `dial tcp ${joinHostPort(host, port)}: i/o timeout`);
}

/** Of several addresses tried, Go reports the first. */
function firstOf(error: SystemError): SystemError {
  return error.errors?.[0] ?? error;
}

function lookupWords(failure: SystemError, host: string, server: string): string {
  const where = server === '' ? '' : ` on ${joinHostPort(server, 53)}`;
  if (failure.code === 'ENOTFOUND') return `lookup ${host}${where}: no such host`;
  if (failure.code === 'EAI_AGAIN') return `lookup ${host}${where}: server misbehaving`;
  return `lookup ${host}${where}: ${failure.message}`;
}

/** The first name server of /etc/resolv.conf, which Go names in its errors; '' without one. */
export function firstNameServer(): string {
  try {
    const match = /^nameserver[ \t]+(\S+)/m.exec(readFileSync('/etc/resolv.conf', 'utf8'));
    return match?.[1] ?? '';
  } catch {
    return '';
  }
}

/** A connection that broke while it was used. */
export function brokenConnection(error: unknown, ends: Endpoints): TransportError {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const reason = errnoText(code);
  if (reason === undefined) return new TransportError('reset', (error as Error).message, { cause: error });
  const op = code === 'EPIPE' ? 'write' : 'read';
  const kind = code === 'ETIMEDOUT' ? 'timeout' : 'reset';
  return new TransportError(kind, `${op} tcp ${ends.local}->${ends.remote}: ${op}: ${reason}`, {
    cause: error,
  });
}

/** A TLS handshake that failed for another reason than the certificate. */
export function handshakeError(error: unknown, ends: Endpoints): TransportError {
  const { code = '', message } = error as NodeJS.ErrnoException;
  const options = { cause: error };
  if (code === 'ECONNRESET' && message.includes('before secure TLS connection')) {
    return new TransportError('closed', 'EOF', options);
  }
  if (errnoText(code) !== undefined) return brokenConnection(error, ends);
  if (code === 'ERR_SSL_WRONG_VERSION_NUMBER' || code === 'ERR_SSL_HTTP_REQUEST') {
    return new TransportError('tls', 'http: server gave HTTP response to HTTPS client', options);
  }
  const alert = alertWords[code];
  if (alert !== undefined) return new TransportError('tls', `remote error: tls: ${alert}`, options);
  return new TransportError('tls', `tls: ${opensslReason(message)}`, options);
}

/** Alerts of the other side by OpenSSL's name, in Go's words. */
const alertWords: Readonly<Record<string, string>> = {
  ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE: 'handshake failure',
  ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE: 'bad certificate',
  ERR_SSL_SSLV3_ALERT_CERTIFICATE_UNKNOWN: 'unknown certificate',
  ERR_SSL_SSLV3_ALERT_ILLEGAL_PARAMETER: 'illegal parameter',
  ERR_SSL_SSLV3_ALERT_UNEXPECTED_MESSAGE: 'unexpected message',
  ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED: 'certificate required',
  ERR_SSL_TLSV1_ALERT_ACCESS_DENIED: 'access denied',
  ERR_SSL_TLSV1_ALERT_INTERNAL_ERROR: 'internal error',
  ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: 'protocol version not supported',
  ERR_SSL_TLSV1_ALERT_UNKNOWN_CA: 'unknown certificate authority',
  ERR_SSL_TLSV1_UNRECOGNIZED_NAME: 'unrecognized name',
};

/** The reason at the end of `error:0A00010B:SSL routines:function:reason:file:line`. */
function opensslReason(message: string): string {
  const parts = message.trim().split(':');
  return parts[4] ?? message;
}
