// Stands in a Worker for what reads certificates of devices (wrangler.toml, `alias`). Lotse asks for no attestation
// (decision 47), and a browser takes out of its answer what it was not asked for; 200 KB that nothing would ever
// run. A passkey that comes with certificates all the same is refused.

class Certified {
  constructor() {
    throw new Error('Lotse reads no certificates of devices: it asks for no attestation')
  }
}

/** Made while the library of elliptic curves is loaded, for certificates alone. */
export class AlgorithmIdentifier {}

export {
  Certified as AuthorityKeyIdentifierExtension,
  Certified as CRLDistributionPointsExtension,
  Certified as SubjectKeyIdentifierExtension,
  Certified as X509Certificate,
  Certified as X509ChainBuilder,
  Certified as X509Crl,
  Certified as BasicConstraints,
  Certified as Certificate,
  Certified as ExtendedKeyUsage,
  Certified as SubjectAlternativeName,
  Certified as RSAPublicKey,
  Certified as KeyDescription,
}

// Kinds of things inside certificates; a name that is none of them, since none is ever read.
const NONE = '0.0'

export {
  NONE as id_ce_basicConstraints,
  NONE as id_ce_extKeyUsage,
  NONE as id_ce_keyDescription,
  NONE as id_ce_subjectAltName,
  NONE as id_rsaEncryption,
}
