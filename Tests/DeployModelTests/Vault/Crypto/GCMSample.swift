@testable import DeployModel

/// One chunk for AES-256-GCM, with arrays for what the implementation takes as raw memory.
struct GCMSample {
  var key: [UInt8]
  var nonce: [UInt8]
  var additional: [UInt8] = []
  var plaintext: [UInt8] = []
  var ciphertext: [UInt8] = []
  var tag: [UInt8] = []

  func sealed() throws(CryptographyError) -> [UInt8] {
    try [UInt8](count: plaintext.count + 16) { (output) throws(CryptographyError) in
      try withInputs(plaintext) { (input, key, nonce, additional) throws(CryptographyError) in
        try AES256GCM.seal(input, key: key, nonce: nonce, additional: additional, into: output)
      }
    }
  }

  func opened() throws(CryptographyError) -> [UInt8] {
    try [UInt8](count: ciphertext.count) { (output) throws(CryptographyError) in
      try open(into: output)
    }
  }

  func open(into output: UnsafeMutableRawBufferPointer) throws(CryptographyError) {
    try withInputs(ciphertext + tag) { (input, key, nonce, additional) throws(CryptographyError) in
      try AES256GCM.open(input, key: key, nonce: nonce, additional: additional, into: output)
    }
  }

  private typealias Bytes = UnsafeRawBufferPointer

  private func withInputs(
    _ input: [UInt8], _ body: (Bytes, Bytes, Bytes, Bytes) throws(CryptographyError) -> Void
  ) throws(CryptographyError) {
    try input.withRawBytes { (input) throws(CryptographyError) in
      try key.withRawBytes { (key) throws(CryptographyError) in
        try nonce.withRawBytes { (nonce) throws(CryptographyError) in
          try additional.withRawBytes { (additional) throws(CryptographyError) in
            try body(input, key, nonce, additional)
          }
        }
      }
    }
  }
}

extension GCMSample {
  /// From NIST's `gcmDecrypt256.rsp`: a block without additional data.
  static let block = GCMSample(
    key: HexText.bytes("4c8ebfe1444ec1b2d503c6986659af2c94fafe945f72c1e8486a5acfedb8a0f8"),
    nonce: HexText.bytes("473360e0ad24889959858995"),
    plaintext: HexText.bytes("7789b41cb3ee548814ca0b388c10b343"),
    ciphertext: HexText.bytes("d2c78110ac7e8f107c0df0570bd7c90c"),
    tag: HexText.bytes("c26a379b6d98ef2852ead8ce83a833a7"))

  /// From NIST's `gcmDecrypt256.rsp`: nothing at all, so only a tag.
  static let empty = GCMSample(
    key: HexText.bytes("f5a2b27c74355872eb3ef6c5feafaa740e6ae990d9d48c3bd9bb8235e589f010"),
    nonce: HexText.bytes("58d2240f580a31c1d24948e9"),
    tag: HexText.bytes("15e051a5e4a5f5da6cea92e2ebee5bac"))
}
