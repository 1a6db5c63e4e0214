import Foundation

/// The identity's derivation computed by python3, which shares no code with this project.
enum IdentityPeer {
  static let isThere = (try? run("print(1)")) == ["1"]

  /// The seed that the tests use: the bytes 0 to 31.
  static let seed = [UInt8](0..<32)

  /// The two derived keys, the text of the plain identity and that of the demo one.
  static func derived() throws -> [String] {
    try run(
      """
      import base64, hashlib, hmac
      seed = bytes(range(32))
      def expand(label):
          return hmac.new(seed, label + b'\\x01', hashlib.sha512).digest()[:32].hex()
      def text(prefix):
          check = hashlib.sha256(b'flyconf/v1/identity\\0' + prefix + seed).digest()[:4]
          return (prefix + base64.urlsafe_b64encode(seed + check).rstrip(b'=')).decode()
      print(expand(b'flyconf/v1/identity/x25519'))
      print(expand(b'flyconf/v1/identity/ed25519'))
      print(text(b'FLYCONF-IDENTITY-1-'))
      print(text(b'FLYCONF-DEMO-IDENTITY-1-'))
      """)
  }

  /// The fingerprint of two public keys.
  static func fingerprint(signing: String, encryption: String) throws -> String {
    try run(
      """
      import base64, hashlib
      keys = bytes.fromhex('\(signing)') + bytes.fromhex('\(encryption)')
      hash = hashlib.sha256(b'flyconf/v1/fingerprint\\0' + keys).digest()
      text = base64.b32encode(hash).decode().lower()[:20]
      print('-'.join(text[at:at + 4] for at in range(0, 20, 4)))
      """)[0]
  }

  /// The bytes that open a locked text, or nothing: scrypt, commitment and key by python3 alone.
  ///
  /// AES-GCM is not in its library, so that the peer checks the commitment: it is made of the
  /// passphrase, the salt, the cost and the context, which are all that identities add to sealing.
  static func commits(_ text: String, passphrase: String) throws -> Bool {
    try run(
      """
      import base64, hashlib, hmac, struct
      text = '\(text)'
      prefix = 'FLYCONF-LOCKED-IDENTITY-1-'
      assert text.startswith(prefix)
      digits = text[len(prefix):]
      raw = base64.urlsafe_b64decode(digits + '=' * (-len(digits) % 4))
      payload, check = raw[:-4], raw[-4:]
      domain = b'flyconf/v1/identity\\0' + prefix.encode()
      assert check == hashlib.sha256(domain + payload).digest()[:4]
      log_n, r, p = payload[:3]
      salt, sealed = payload[3:19], payload[19:]
      key = hashlib.scrypt(b'\(passphrase)', salt=salt, n=1 << log_n, r=r, p=p,
                           maxmem=1 << 29, dklen=32)
      context = b'flyconf/v1'
      for field in [b'', b'identity', b'', b'', b'', b'', b'', b'0']:
          context += struct.pack('>I', len(field)) + field
      info = b'c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\\0' + sealed[:24] + context
      block, okm, count = b'', b'', 1
      while len(okm) < 76:
          block = hmac.new(key, block + info + bytes([count]), hashlib.sha512).digest()
          okm, count = okm + block, count + 1
      print(sealed[24:56] == okm[44:76])
      """) == ["True"]
  }

  static func run(_ script: String) throws -> [String] {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return text.split(separator: "\n").map(String.init)
  }
}
