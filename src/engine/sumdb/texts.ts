// The blocks that Go prints when the database does not confirm a download (cmd/go/internal/modfetch/fetch.go).
// Messages are interface: reproduced to the byte.

/** After a hash that is another than the database's. */
export const DATABASE_MISMATCH = `

SECURITY ERROR
This download does NOT match the one reported by the checksum server.
The bits may have been replaced on the origin server, or an attacker may
have intercepted the download attempt.

For more information, see 'go help module-auth'.
`;

/** After an answer that has no hash for the download. */
export const DATABASE_ABSENT = `

SECURITY ERROR
This download does NOT match one reported by the checksum server.
The checksum server has provided checksums, but the checksums do
not contain an entry for the download.
The checksum server may be malfunctioning, or an attacker may have
intercepted the checksum request.
The download cannot be verified.

For more information, see 'go help module-auth'.
`;
