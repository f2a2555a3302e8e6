// The blocks that Go prints when content contradicts go.sum. Messages are interface: reproduced to the byte.

/** After a mismatch with go.sum. */
export const GO_SUM_MISMATCH = `

SECURITY ERROR
This download does NOT match an earlier download recorded in go.sum.
The bits may have been replaced on the origin server, or an attacker may
have intercepted the download attempt.

For more information, see 'go help module-auth'.
`;

/** After a line of go.sum whose hash algorithm is unknown. */
export const UNKNOWN_HASH_WARNING = `

SECURITY WARNING
This download is listed in go.sum, but using an unknown hash algorithm.
The download cannot be verified.

For more information, see 'go help module-auth'.
`;
