/// An identity in the form that files and variables hold: `FLYCONF-IDENTITY-1-…`.
///
/// Behind the prefix stand the payload and four bytes of a hash over prefix and payload, in
/// base64url without padding: a typing mistake is noticed before anything is done, and a search for
/// the prefix finds an identity that was committed by accident.
///
/// Source: RFC 4648, section 5.
package enum IdentityText: Sendable {
  case plain(Identity)
  case locked(LockedIdentity)
  case demo(Identity)

  package var kind: IdentityKind {
    switch self {
    case .plain: .plain
    case .locked: .locked
    case .demo: .demo
    }
  }

  /// The text on one line, without a line break.
  package var text: Secret {
    let payload = payload
    let checked = payload.withBytes { Secret(joining: $0, Self.check(of: $0, kind)) }
    var digits = checked.withBytes { Base64URL.digits(of: $0) }
    defer { _ = Secret(wiping: &digits) }
    return Secret(joining: kind.prefix.utf8, digits)
  }

  private var payload: Secret {
    switch self {
    case .plain(let identity), .demo(let identity): identity.seed.withBytes { Secret($0) }
    case .locked(let identity): Secret(identity.payload)
    }
  }

  private static let checkLength = 4

  /// It finds mistakes only: whoever changes a text on purpose can change the check too.
  private static func check(
    of payload: some Collection<UInt8>, _ kind: IdentityKind
  ) -> ArraySlice<UInt8> {
    let domain = Array("\(FieldBytes.version)/identity".utf8) + [0] + kind.prefix.utf8
    let checked = Secret(joining: domain, payload)
    return checked.withBytes { SHA256.hash($0) }.bytes.prefix(checkLength)
  }
}

// MARK: Reading

extension IdentityText {
  /// Whether a line begins as the text of an identity does, of whatever version.
  static func isBegun(_ line: UnsafeRawBufferPointer) -> Bool {
    IdentityKind.allCases.contains { line.starts(with: $0.prefix.utf8.dropLast("1-".utf8.count)) }
  }

  /// Whether the text of an identity, of whatever version, stands somewhere in a text.
  package static func isContained(in text: String) -> Bool {
    IdentityKind.allCases.contains { text.contains($0.prefix.dropLast("1-".count)) }
  }

  /// Reads a text without anything around it; no error ever quotes it.
  ///
  /// - Throws: `MalformedValue` that says what is wrong, or `CryptographyError.library`.
  init(_ text: UnsafeRawBufferPointer) throws {
    guard
      let kind = IdentityKind.allCases.first(where: { text.starts(with: $0.prefix.utf8) })
    else {
      throw MalformedValue(
        "the identity has a form that this version of flyconf does not know",
        help: "update flyconf")
    }
    let digits = text.dropFirst(kind.prefix.utf8.count)
    var bytes = try Self.checkedBytes(of: digits, kind)
    defer { _ = Secret(wiping: &bytes) }
    let payload = bytes.prefix(kind.payloadLength)
    guard Self.check(of: payload, kind) == bytes.suffix(Self.checkLength) else {
      throw Self.mistake("has a typing mistake: its last characters do not fit the others")
    }
    switch kind {
    case .plain: self = .plain(try Identity(seed: SecureBytes(copying: payload)))
    case .demo: self = .demo(try Identity(seed: SecureBytes(copying: payload)))
    case .locked: self = .locked(try Self.locked(Array(payload)))
    }
  }

  private static func checkedBytes(
    of digits: Slice<UnsafeRawBufferPointer>, _ kind: IdentityKind
  ) throws(MalformedValue) -> [UInt8] {
    let expected = ((kind.payloadLength + checkLength) * 8 + 5) / 6
    guard digits.count == expected else {
      throw mistake(
        "has \(digits.count) characters behind '\(kind.prefix)', expected \(expected): "
          + (digits.count < expected ? "something is missing" : "something was added"))
    }
    guard let bytes = Base64URL.decode(digits) else {
      throw mistake("has a character where it cannot stand")
    }
    return bytes
  }

  private static func locked(_ payload: [UInt8]) throws -> LockedIdentity {
    do {
      return try LockedIdentity(payload: payload)
    } catch .malformed(let reason) {
      throw mistake("cannot be opened safely: it asks for \(reason)")
    }
  }

  private static func mistake(_ what: String) -> MalformedValue {
    MalformedValue("the identity \(what)", help: "copy the whole line again from where it is kept")
  }
}

extension Secret {
  /// The bytes of two collections, one after the other.
  fileprivate init(joining first: some Collection<UInt8>, _ second: some Collection<UInt8>) {
    var bytes: [UInt8] = []
    // Growing would leave copies behind.
    bytes.reserveCapacity(first.count + second.count)
    bytes += first
    bytes += second
    self.init(wiping: &bytes)
  }
}
