// Our command as Go's script tests call it: under the name `go`, with what the scripts pretend.
//
// The stock command's test binary is steered by variables (cmd/go/go_test.go, TestMain). What of that concerns
// this project is translated here into options that a library user has as well: another release, and a transport
// that leads one host to a local server and refuses the rest of the world.

import { runProcess } from '../src/commands/cli.js';
import { buildId } from '../src/commands/own-version.js';
import { createTransport } from '../src/engine/transport/index.js';
import type { HttpRequest, HttpResponse, Transport } from '../src/engine/transport.js';

/** The hosts that the scripts' own server of repositories stands for (cmd/go/internal/vcweb/vcstest). */
const SERVED_LOCALLY = ['vcs-test.golang.org'];

const variables = process.env;

/** The address that a request to one of these hosts goes to. */
function localAddress(url: URL): string | undefined {
  if (!SERVED_LOCALLY.includes(url.host)) return undefined;
  return url.protocol === 'https:' ? variables.TESTGO_VCSTEST_TLS_HOST : variables.TESTGO_VCSTEST_HOST;
}

function isLoopback(host: string): boolean {
  return /^(?:127\.|0\.0\.0\.0$|\[::1?\]$|localhost$)/.test(host);
}

/** An answer that says "not here". */
function notFound(): HttpResponse {
  const empty = async (): Promise<Uint8Array> => new Uint8Array();
  return {
    status: 404,
    statusLine: '404 testing',
    protocol: '',
    headers: {},
    length: 0,
    bytes: empty,
    stream: async () => {},
    prefix: empty,
    discard: () => {},
  };
}

/** The real network, as far as the scripts allow it. */
function scriptTransport(): Transport {
  const plain = createTransport({ env: { process: variables } });
  const certificate = variables.TESTGO_VCSTEST_CERT;
  const trusting = createTransport({ env: { process: { ...variables, SSL_CERT_FILE: certificate } } });
  return async (request: HttpRequest): Promise<HttpResponse> => {
    // Go refuses these, and so do we, in its words.
    if (!URL.canParse(request.url)) return plain(request);
    const url = new URL(request.url);
    const address = localAddress(url);
    if (address !== undefined) {
      const headers = { ...request.headers, host: url.host };
      return trusting({
        ...request,
        url: `${url.protocol}//${address}${url.pathname}${url.search}`,
        headers,
      });
    }
    if (url.host === 'proxy.golang.org' && variables.TESTGOPROXY404 === '1') {
      return notFound();
    }
    if (url.host === 'localhost.localdev') {
      throw new Error('no such host localhost.localdev');
    }
    if (variables.TESTGONETWORK === 'panic' && !isLoopback(url.hostname)) {
      throw new Error(`use of network: ${request.url}`);
    }
    return plain(request);
  };
}

const version = variables.TESTGO_VERSION;
// Scripts pretend things that a remembered run would not notice.
const pretends = Object.keys(variables).some((name) => name.startsWith('TESTGO'));
void runProcess({
  face: 'go',
  ...(pretends || buildId === undefined ? {} : { build: buildId }),
  session: { transport: scriptTransport() },
  ...(version ? { version } : {}),
});
