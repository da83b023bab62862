/** Bytes in a buffer of their own, which is what WebCrypto and the compression streams take. */
export type Bytes = Uint8Array<ArrayBuffer>;
