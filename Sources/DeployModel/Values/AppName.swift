import Documents

/// The name of a Fly.io application: lower-case letters, digits and inner hyphens.
///
/// One to 63 characters, `^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$`, because the name is also the
/// first label of `<name>.fly.dev` (RFC 1123, section 2.1). That no one else has taken it can
/// only be asked of the platform.
///
/// Source: data model, DeploymentConfiguration, `app_name`.
public struct AppName: Hashable, Sendable, CustomStringConvertible {
  /// The most characters a name may have: those of a DNS label.
  static let maximumLength = 63

  public let text: String

  public var description: String { text }

  /// Reads a name; the error proposes a corrected one where one can be derived.
  public init(_ text: String) throws(MalformedValue) {
    guard Self.isWellFormed(text) else { throw Self.diagnosis(of: text) }
    self.text = text
  }

  private static func isWellFormed(_ text: String) -> Bool {
    let bytes = text.utf8
    guard let first = bytes.first, let last = bytes.last, bytes.count <= maximumLength
    else { return false }
    return isInner(first) && first != UInt8(ascii: "-") && last != UInt8(ascii: "-")
      && bytes.allSatisfy(isInner)
  }

  private static func isInner(_ byte: UInt8) -> Bool {
    ASCII.isLowercase(byte) || ASCII.isDigit(byte) || byte == UInt8(ascii: "-")
  }

  private static func diagnosis(of text: String) -> MalformedValue {
    guard !text.isEmpty else {
      return MalformedValue("the application name is empty", help: "give a name such as 'my-app'")
    }
    let proposal = proposal(for: text)
    return MalformedValue(
      fault(of: text),
      help: proposal.map { "write '\($0)'" }
        ?? "use 1 to \(maximumLength) lower-case letters, digits and inner hyphens")
  }

  private static func fault(of text: String) -> String {
    let shown = Quoted(text)
    if let wrong = text.first(where: { !$0.utf8.allSatisfy(isInner) }) {
      let expected = "expected lower-case letters, digits and hyphens"
      return "the application name \(shown) has the character \(Quoted(String(wrong))), \(expected)"
    }
    if text.utf8.count > maximumLength {
      let length = text.utf8.count
      return "the application name \(shown) has \(length) characters, at most \(maximumLength) fit"
    }
    let place = text.hasPrefix("-") ? "begins" : "ends"
    return "the application name \(shown) \(place) with a hyphen, expected a letter or a digit"
  }

  /// The nearest legal name: lower case, every run of other characters made one hyphen.
  private static func proposal(for text: String) -> String? {
    var name = ""
    for byte in text.lowercased().utf8 {
      if isInner(byte), byte != UInt8(ascii: "-") {
        name.unicodeScalars.append(Unicode.Scalar(byte))
      } else if !name.isEmpty, !name.hasSuffix("-") {
        name += "-"
      }
    }
    name = String(name.prefix(maximumLength))
    while name.hasSuffix("-") { name.removeLast() }
    return name.isEmpty ? nil : name
  }
}

extension AppName: Comparable {
  public static func < (left: AppName, right: AppName) -> Bool { left.text < right.text }
}
