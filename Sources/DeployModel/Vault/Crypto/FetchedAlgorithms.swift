import COpenSSL

/// The algorithms of libcrypto, looked up once, since a lookup costs more than a short operation.
///
/// Safety of `nonisolated(unsafe)`: each is set once, by the thread-safe initialization of a static
/// property, and never freed. What is fetched is immutable and may be used from any thread; it
/// holds no key. `nil` says that the library does not offer the algorithm.
enum FetchedAlgorithms {
  nonisolated(unsafe) static let sha256 = EVP_MD_fetch(nil, "SHA256", nil)
  nonisolated(unsafe) static let aes256GCM = EVP_CIPHER_fetch(nil, "AES-256-GCM", nil)
  nonisolated(unsafe) static let hkdf = EVP_KDF_fetch(nil, "HKDF", nil)
}
