// Keys of checksum databases that everybody knows.

/** The verifier key of sum.golang.org, the database that the go command asks unless GOSUMDB says otherwise. */
export const SUM_GOLANG_ORG = 'sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8';
