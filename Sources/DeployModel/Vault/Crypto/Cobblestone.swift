/// Authenticated encryption of a message under a key and a context, as Cobblestone-256.
///
/// Source: <https://c2sp.org/chunked-encryption> with HKDF-Expand-SHA512 and AES-256-GCM. A message
/// opens only whole, unchanged, and with the key and the context it was sealed with.
package enum Cobblestone {
  /// How many bytes longer a sealed message of less than 16 KiB is.
  package static let overhead = CobblestoneFormat.sealedCount(0)

  /// Seals a plaintext under a key of 32 bytes; sealing it again gives other bytes.
  ///
  /// The context is not part of the result: whoever opens it must know it.
  package static func seal(
    _ secret: Secret, key: borrowing SecureBytes, context: [UInt8]
  ) throws(CryptographyError) -> [UInt8] {
    var key = try KeyExpansion(key: key)
    return try seal(secret, expanding: &key, context: context)
  }

  /// Seals a plaintext under a key that seals others too.
  static func seal(
    _ secret: Secret, expanding key: inout KeyExpansion, context: [UInt8]
  ) throws(CryptographyError) -> [UInt8] {
    let keys = try CobblestoneKeys(expanding: &key, context: context)
    return try secret.withBytes { (bytes) throws(CryptographyError) in try seal(bytes, keys) }
  }

  /// Seals a key as ``seal(_:key:context:)`` seals a plaintext.
  package static func seal(
    _ secret: borrowing SecureBytes, key: borrowing SecureBytes, context: [UInt8]
  ) throws(CryptographyError) -> [UInt8] {
    let keys = try CobblestoneKeys(key: key, context: context)
    return try secret.withBytes { (bytes) throws(CryptographyError) in try seal(bytes, keys) }
  }

  /// Opens a sealed plaintext.
  ///
  /// - Throws: ``CryptographyError/notAuthentic`` for another key or context or changed bytes,
  ///   ``CryptographyError/malformed(_:)`` for a length that no sealed message has.
  package static func open(
    _ sealed: [UInt8], key: borrowing SecureBytes, context: [UInt8]
  ) throws(CryptographyError) -> Secret {
    Secret(try openKey(sealed, key: key, context: context))
  }

  /// Opens a sealed key, which can have any length, as ``open(_:key:context:)`` opens a plaintext.
  package static func openKey(
    _ sealed: [UInt8], key: borrowing SecureBytes, context: [UInt8]
  ) throws(CryptographyError) -> SecureBytes {
    try open(sealed, expanding: KeyExpansion(key: key), context: context)
  }

  /// Opens what is sealed under a key that opens others too.
  static func open(
    _ sealed: [UInt8], expanding key: borrowing KeyExpansion, context: [UInt8]
  ) throws(CryptographyError) -> SecureBytes {
    let count = try CobblestoneFormat.openedCount(sealed.count)
    let header = [UInt8](sealed[..<CobblestoneFormat.headerCount])
    let keys = try CobblestoneKeys.opening(key, header: header, context: context)
    return try SecureBytes(count: count) { (output) throws(CryptographyError) in
      try sealed.withRawBytes { (sealed) throws(CryptographyError) in
        try open(
          UnsafeRawBufferPointer(rebasing: sealed[CobblestoneFormat.headerCount...]), keys,
          into: output)
      }
    }
  }

  /// Seals under keys that serve nothing else.
  static func seal(
    _ plaintext: UnsafeRawBufferPointer, _ keys: borrowing CobblestoneKeys
  ) throws(CryptographyError) -> [UInt8] {
    let count = CobblestoneFormat.sealedCount(plaintext.count)
    return try [UInt8](count: count) { (output) throws(CryptographyError) in
      output.copyBytes(from: keys.header)
      let body = UnsafeMutableRawBufferPointer(
        rebasing: output[CobblestoneFormat.headerCount...])
      for chunk in 0...plaintext.count / CobblestoneFormat.chunkCount {
        try keys.seal(
          plaintext.part(chunk, of: CobblestoneFormat.chunkCount), chunk: UInt64(chunk),
          into: body.part(chunk, of: CobblestoneFormat.sealedChunkCount))
      }
    }
  }

  private static func open(
    _ body: UnsafeRawBufferPointer, _ keys: borrowing CobblestoneKeys,
    into output: UnsafeMutableRawBufferPointer
  ) throws(CryptographyError) {
    for chunk in 0...output.count / CobblestoneFormat.chunkCount {
      try keys.open(
        body.part(chunk, of: CobblestoneFormat.sealedChunkCount), chunk: UInt64(chunk),
        into: output.part(chunk, of: CobblestoneFormat.chunkCount))
    }
  }
}

extension UnsafeRawBufferPointer {
  /// The part with a number, of parts that all have `size` bytes but the last.
  fileprivate func part(_ number: Int, of size: Int) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: self[(number * size)...].prefix(size))
  }
}

extension UnsafeMutableRawBufferPointer {
  fileprivate func part(_ number: Int, of size: Int) -> UnsafeMutableRawBufferPointer {
    UnsafeMutableRawBufferPointer(rebasing: self[(number * size)...].prefix(size))
  }
}
