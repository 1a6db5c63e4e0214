import Foundation

/// The vault's encodings computed by python3's hashlib and hmac, which share no code with this
/// project.
enum BytesPeer {
  static let isThere = IdentityPeer.isThere

  /// Runs a script that has `fields(texts, beginning)`, the encoding of a list of texts.
  static func run(_ script: String) throws -> [String] {
    try IdentityPeer.run(
      """
      import base64, hashlib, hmac, struct
      def fields(texts, beginning=b'flyconf/v1'):
          for text in texts:
              data = text.encode()
              beginning += struct.pack('>I', len(data)) + data
          return beginning
      def digest(data):
          return hashlib.sha256(data).hexdigest()

      """ + script)
  }

  /// A list of texts as python writes it.
  static func list(_ texts: [String]) -> String {
    "[" + texts.map { "bytes.fromhex('\(hex($0))').decode()" }.joined(separator: ", ") + "]"
  }

  private static func hex(_ text: String) -> String {
    text.utf8.map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }
}
