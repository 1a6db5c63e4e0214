import COpenSSL

/// AES-256-GCM (NIST SP 800-38D) over one chunk, with none of its options.
///
/// GCM itself also takes nonces of other lengths, and tags cut down to a byte, which a few hundred
/// attempts forge. Here the key has 32 bytes, the nonce 12 and the tag 16, or nothing is done.
enum AES256GCM {
  static let keyCount = 32
  static let nonceCount = 12
  static let tagCount = 16

  private enum Direction: Int32 {
    case open = 0
    case seal = 1
  }

  /// Encrypts: `output` receives the ciphertext and, after it, the tag.
  ///
  /// A key and a nonce must never be used together twice.
  static func seal(
    _ plaintext: UnsafeRawBufferPointer, key: UnsafeRawBufferPointer, nonce: UnsafeRawBufferPointer,
    additional: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) throws(CryptographyError) {
    let count = plaintext.count
    try CryptographyError.require(output.count, is: count + tagCount, of: "the output")
    let context = try start(.seal, key: key, nonce: nonce, additional: additional)
    try update(context, plaintext, into: output.baseAddress)
    try CryptographyError.check(finish(context), "EVP_CipherFinal_ex")
    let tag = UnsafeMutableRawBufferPointer(rebasing: output[count...])
    try CryptographyError.check(
      EVP_CIPHER_CTX_ctrl(
        context.pointer, EVP_CTRL_AEAD_GET_TAG, Int32(tagCount), tag.baseAddress),
      "EVP_CIPHER_CTX_ctrl")
  }

  /// Decrypts a ciphertext with its tag after it.
  ///
  /// `output` holds nothing but zeros unless the tag is right: GCM decrypts before it knows.
  ///
  /// - Throws: ``CryptographyError/notAuthentic`` if the tag is not that of these inputs.
  static func open(
    _ sealed: UnsafeRawBufferPointer, key: UnsafeRawBufferPointer, nonce: UnsafeRawBufferPointer,
    additional: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) throws(CryptographyError) {
    try CryptographyError.require(sealed.count, is: output.count + tagCount, of: "the ciphertext")
    let count = output.count
    do throws(CryptographyError) {
      let context = try start(.open, key: key, nonce: nonce, additional: additional)
      try update(
        context, UnsafeRawBufferPointer(rebasing: sealed[..<count]), into: output.baseAddress)
      // The tag is only read, though the parameter is not const.
      let tag = UnsafeRawBufferPointer(rebasing: sealed[count...])
      try CryptographyError.check(
        EVP_CIPHER_CTX_ctrl(
          context.pointer, EVP_CTRL_AEAD_SET_TAG, Int32(tagCount),
          UnsafeMutableRawPointer(mutating: tag.baseAddress)),
        "EVP_CIPHER_CTX_ctrl")
      guard finish(context) == 1 else {
        ERR_clear_error()
        throw .notAuthentic
      }
    } catch {
      OPENSSL_cleanse(output.baseAddress, count)
      throw error
    }
  }

  private static func start(
    _ direction: Direction, key: UnsafeRawBufferPointer, nonce: UnsafeRawBufferPointer,
    additional: UnsafeRawBufferPointer
  ) throws(CryptographyError) -> OwnedPointer {
    try CryptographyError.require(key.count, is: keyCount, of: "the key")
    try CryptographyError.require(nonce.count, is: nonceCount, of: "the nonce")
    let context = try OwnedPointer(
      EVP_CIPHER_CTX_new(), madeBy: "EVP_CIPHER_CTX_new", freedBy: EVP_CIPHER_CTX_free)
    // Without an algorithm the call would succeed on a context that encrypts nothing.
    guard let algorithm = FetchedAlgorithms.aes256GCM else { throw .library("no AES-256-GCM") }
    // Nonces of 12 bytes are GCM's default, so their length need not be set.
    try CryptographyError.check(
      EVP_CipherInit_ex(
        context.pointer, algorithm, nil, key.bytePointer, nonce.bytePointer, direction.rawValue),
      "EVP_CipherInit_ex")
    try update(context, additional, into: nil)
    return context
  }

  /// Feeds bytes; without an output they are additional data. No bytes are no call, since a call
  /// without input and output has another meaning.
  private static func update(
    _ context: borrowing OwnedPointer, _ input: UnsafeRawBufferPointer,
    into output: UnsafeMutableRawPointer?
  ) throws(CryptographyError) {
    guard !input.isEmpty else { return }
    var written: Int32 = 0
    try CryptographyError.check(
      EVP_CipherUpdate(
        context.pointer, output?.assumingMemoryBound(to: UInt8.self), &written, input.bytePointer,
        try CryptographyError.count(input.count)),
      "EVP_CipherUpdate")
    try CryptographyError.require(Int(written), is: input.count, of: "the result")
  }

  /// Ends the operation; GCM writes no bytes here, but the call wants room for a block.
  private static func finish(_ context: borrowing OwnedPointer) -> Int32 {
    withUnsafeTemporaryAllocation(byteCount: 16, alignment: 1) { room in
      var written: Int32 = 0
      return EVP_CipherFinal_ex(context.pointer, room.bytePointer, &written)
    }
  }
}
