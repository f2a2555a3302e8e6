// Which server certificates are refused beyond what OpenSSL refuses, and every refusal in the words of Go's
// crypto/x509.

import { isIP } from 'node:net';
import { checkServerIdentity, type PeerCertificate, type TLSSocket } from 'node:tls';
import { TransportError } from '../transport.js';

const PREFIX = 'tls: failed to verify certificate: ';

/** Most names that Go lists in an error. */
const maxNames = 100;

/**
 * Whether `certificate` is one for `host`: undefined, or an error in Go's words. Unlike Node's own check it never
 * looks at the common name.
 */
export function checkIdentity(host: string, certificate: PeerCertificate): Error | undefined {
  const names = (certificate.subjectaltname ?? '').split(', ');
  if (certificate.subjectaltname !== undefined && checkServerIdentity(host, certificate) === undefined) {
    return undefined;
  }
  const dns = names.filter((name) => name.startsWith('DNS:')).map((name) => name.slice(4));
  const ips = names.filter((name) => name.startsWith('IP Address:')).map((name) => name.slice(11));
  return new Error(`x509: ${identityWords(host, certificate, dns, ips)}`);
}

function identityWords(host: string, certificate: PeerCertificate, dns: string[], ips: string[]): string {
  if (certificate.subjectaltname === undefined && certificate.subject?.CN === host) {
    return 'certificate relies on legacy Common Name field, use SANs instead';
  }
  const ip = isIP(host) !== 0;
  const valid = ip ? ips : dns;
  if (ip && ips.length === 0) {
    return `cannot validate certificate for ${host} because it doesn't contain any IP SANs`;
  }
  if (valid.length === 0) return `certificate is not valid for any names, but wanted to match ${host}`;
  if (valid.length >= maxNames) {
    return `certificate is valid for ${valid.length} names, but none matched ${host}`;
  }
  return `certificate is valid for ${valid.join(', ')}, not ${host}`;
}

/** The refusal of the certificate that `socket` was shown; undefined when it may be trusted. */
export function certificateError(socket: TLSSocket, now: number): TransportError | undefined {
  if (socket.authorized) return undefined;
  const reason = String(socket.authorizationError);
  const words = reason.startsWith('x509: ') ? reason : chainWords(reason, socket.getPeerCertificate(), now);
  return new TransportError('certificate', PREFIX + words);
}

function chainWords(reason: string, certificate: PeerCertificate, now: number): string {
  switch (reason) {
    case 'CERT_HAS_EXPIRED':
      return validityWords(now, 'after', certificate.valid_to);
    case 'CERT_NOT_YET_VALID':
      return validityWords(now, 'before', certificate.valid_from);
    case 'INVALID_PURPOSE':
      return 'x509: certificate specifies an incompatible key usage';
    case 'PATH_LENGTH_EXCEEDED':
      return 'x509: too many intermediates for path length constraint';
    case 'CERT_SIGNATURE_FAILURE':
      return 'x509: certificate signed by unknown authority (possibly because of a bad signature)';
    default:
      return 'x509: certificate signed by unknown authority';
  }
}

function validityWords(now: number, relation: 'after' | 'before', limit: string): string {
  const time = (ms: number) => (Number.isNaN(ms) ? '?' : `${new Date(ms).toISOString().slice(0, 19)}Z`);
  const words = `current time ${time(now)} is ${relation} ${time(Date.parse(limit))}`;
  return `x509: certificate has expired or is not yet valid: ${words}`;
}
