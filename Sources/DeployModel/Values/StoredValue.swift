#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// What the field `encrypted_value` of a variable or a credential holds, in exactly five forms.
///
/// Anything else is `unrecognized`: a bare string is never taken for a value. Where a form is
/// allowed is a question for the rules: `plain` only for a variable that is not secret, `ref`
/// only for one that is, `destroyed` only on a superseded credential.
///
/// Source: data model, EnvironmentVariable and CredentialManager, `encrypted_value`.
public enum StoredValue: Hashable, Sendable {
  /// `fc1.…`: sealed in the vault.
  case sealed(SealedText)

  /// `plain:…`: readable as it stands, and possibly empty.
  case plain(String)

  /// `ref:<uuid>`: the value is that of the credential with this id.
  case reference(UUID)

  /// `unset`: there is no value yet.
  case unset

  /// `destroyed`: there was a value, and it is no longer kept.
  case destroyed

  /// None of these; the text is kept so that it can be written back unchanged.
  case unrecognized(RedactedText)

  static let plainPrefix = "plain:"
  static let referencePrefix = "ref:"

  /// What to do about a secret that a file holds as it is.
  ///
  /// - Parameter kind: What holds it, if that is known.
  static func helpForPlainSecret(in kind: EntityKind? = nil) -> String {
    let commands =
      switch kind {
      case .credential: "`flyconf secrets set`"
      case .variable: "`flyconf env set`"
      case nil: "`flyconf secrets set` or `flyconf env set`"
      }
    return "write 'unset' here, then seal the value with \(commands)"
  }

  /// Reads a value; never fails, since what is wrong with it is for a rule to say.
  public init(_ text: String) {
    let bytes = text.utf8
    if bytes.starts(with: Self.plainPrefix.utf8) {
      self = .plain(String(text[bytes.index(bytes.startIndex, offsetBy: 6)...]))
    } else if bytes.starts(with: Self.referencePrefix.utf8) {
      let uuid = ASCII.withBytes(of: text) { UUIDText.read($0.dropFirst(4)) }
      self = uuid.map(StoredValue.reference) ?? .unrecognized(RedactedText(text))
    } else if text == "unset" {
      self = .unset
    } else if text == "destroyed" {
      self = .destroyed
    } else if bytes.starts(with: SealedText.prefix.utf8), let sealed = try? SealedText(text) {
      self = .sealed(sealed)
    } else {
      self = .unrecognized(RedactedText(text))
    }
  }

  /// The text to write to the file. It may be a secret: never part of a message.
  public var text: String {
    switch self {
    case .sealed(let sealed): sealed.text
    case .plain(let value): Self.plainPrefix + value
    case .reference(let uuid): Self.referencePrefix + UUIDText.write(uuid)
    case .unset: "unset"
    case .destroyed: "destroyed"
    case .unrecognized(let text): text.text
    }
  }

  /// Why the text is none of the five forms, or nil where it is one; never quotes the text.
  public var fault: MalformedValue? {
    fault(expecting: "'fc1.…', 'plain:…', 'ref:<id>', 'unset' or 'destroyed'")
  }

  /// The same, with the forms that are allowed where the value stands, and what it stands in.
  func fault(expecting allowed: String, in kind: EntityKind? = nil) -> MalformedValue? {
    guard case .unrecognized(let redacted) = self else { return nil }
    let text = redacted.text
    if text.hasPrefix(SealedText.prefix) {
      do { _ = try SealedText(text) } catch { return error }
    }
    let forms = "expected \(allowed)"
    if text.isEmpty {
      return MalformedValue("the value is empty, \(forms)", help: "write 'unset' until it is known")
    }
    if text.hasPrefix(Self.referencePrefix) {
      return MalformedValue(
        "the value begins with 'ref:' and no UUID follows",
        help: "write the id of a credential after 'ref:'")
    }
    if case .unrecognized = StoredValue(ASCII.trimmed(text).lowercased()) {
      return MalformedValue(
        "the value is a bare text, \(forms)",
        help: Self.helpForPlainSecret(in: kind))
    }
    return MalformedValue(
      "the value is written in upper case or with white space around it, \(forms)")
  }
}

extension StoredValue: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The form of the value, never the value: what stands as plain may be a secret by mistake.
  public var description: String {
    switch self {
    case .sealed(let sealed): sealed.description
    case .plain: "plain:<redacted>"
    case .reference, .unset, .destroyed: text
    case .unrecognized: "<redacted>"
    }
  }

  public var debugDescription: String { description }

  public var customMirror: Mirror { Mirror(self, children: []) }
}
