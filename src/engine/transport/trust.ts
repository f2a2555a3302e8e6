// The certificates we trust: those that the go command trusts, not Node's own list.
//
// Go on Linux and the BSDs reads the first bundle it finds and every file of the certificate folders, both
// replaceable by SSL_CERT_FILE and SSL_CERT_DIR (crypto/x509/root_unix.go). NODE_EXTRA_CA_CERTS changes
// nothing here. On macOS and Windows Go asks the system; so do we where Node can (22.15 and later). Reading and
// parsing a usual bundle takes some 25 ms, so it is done at the first TLS connection.

import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls';

const bundles = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/pki/tls/cacert.pem',
  '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
  '/etc/ssl/cert.pem',
  '/usr/local/etc/ssl/cert.pem',
  '/usr/local/share/certs/ca-root-nss.crt',
  '/etc/openssl/certs/ca-certificates.crt',
  '/etc/certs/ca-certificates.crt',
  '/etc/ssl/cacert.pem',
];

const folders = ['/etc/ssl/certs', '/etc/pki/tls/certs', '/usr/local/share/certs', '/etc/openssl/certs'];

/** The variables that decide about trust. */
export type TrustVariables = Readonly<Record<string, string | undefined>>;

/** PEM texts of the trusted certificates, one each. */
export function trustedCertificates(
  env: TrustVariables,
  platform: NodeJS.Platform = process.platform,
): string[] {
  if (platform === 'darwin' || platform === 'win32') return systemCertificates();
  const found = new Set<string>();
  const add = (path: string): boolean => {
    try {
      for (const block of certificateBlocks(readFileSync(path, 'latin1'))) found.add(block);
      return true;
    } catch {
      return false;
    }
  };
  (env.SSL_CERT_FILE ? [env.SSL_CERT_FILE] : bundles).find(add);
  for (const folder of env.SSL_CERT_DIR ? env.SSL_CERT_DIR.split(':') : folders) {
    for (const name of namesIn(folder)) add(`${folder}/${name}`);
  }
  return [...found];
}

/** A TLS context that trusts them. */
export function trustContext(env: TrustVariables): SecureContext {
  return createSecureContext({ ca: trustedCertificates(env) });
}

function systemCertificates(): string[] {
  // Named imports alone let node:tls be loaded late (tools/bundle.ts), but it has this name since 22.15 only.
  const tls: object = process.getBuiltinModule('node:tls');
  const { getCACertificates } = tls as { getCACertificates?: (kind: string) => string[] };
  return getCACertificates?.('system') ?? [...rootCertificates];
}

const begin = '-----BEGIN CERTIFICATE-----';
const end = '-----END CERTIFICATE-----';

/** The certificates of a PEM text, each with the same line breaks, so that equal ones are equal texts. */
export function certificateBlocks(text: string): string[] {
  const blocks: string[] = [];
  for (let at = text.indexOf(begin); at >= 0; at = text.indexOf(begin, at + 1)) {
    const stop = text.indexOf(end, at);
    if (stop < 0) break;
    const body = text.slice(at + begin.length, stop).replace(/\s/g, '');
    if (/^[A-Za-z0-9+/]+={0,2}$/.test(body)) blocks.push(wrap(body));
  }
  return blocks;
}

function wrap(body: string): string {
  return `${begin}\n${body.replace(/.{64}/g, '$&\n')}\n${end}\n`;
}

/** File names in `folder`, without links to neighbours (the hash names that c_rehash makes). */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => !entry.isDirectory() && !(entry.isSymbolicLink() && linksBeside(folder, entry.name)))
      .map((entry) => entry.name);
  } catch {
    return [];
  }
}

function linksBeside(folder: string, name: string): boolean {
  try {
    return !readlinkSync(`${folder}/${name}`).includes('/');
  } catch {
    return false;
  }
}
