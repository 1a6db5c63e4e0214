import Documents

/// The name of a member of a vault: 1 to 32 lower-case letters, digits and hyphens.
///
/// A name is never given to another person, not even after its owner has left: the ledger knows
/// people by their names.
package struct MemberName: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let text: String

  package var description: String { text }

  package init(_ text: String) throws(MalformedValue) {
    guard Self.isName(text) else {
      let slug = Self.slug(of: text)
      throw MalformedValue(
        "\(Quoted(text)) is no name of a member, expected 1 to 32 lower-case letters, digits and "
          + "hyphens, beginning with a letter or a digit",
        help: slug.isEmpty ? nil : "write '\(slug)'")
    }
    self.text = text
  }

  static func isName(_ text: String) -> Bool {
    let bytes = text.utf8
    return 1...32 ~= bytes.count && bytes.first != UInt8(ascii: "-")
      && bytes.allSatisfy { ASCII.isLowercase($0) || ASCII.isDigit($0) || $0 == UInt8(ascii: "-") }
  }

  /// The nearest name to a text such as `Anna Müller`; empty if nothing of it can be kept.
  package static func slug(of text: String) -> String {
    var slug = ""
    for byte in text.lowercased().utf8 {
      if ASCII.isLowercase(byte) || ASCII.isDigit(byte) {
        slug.unicodeScalars.append(Unicode.Scalar(byte))
      } else if byte < 0x80, !slug.isEmpty, !slug.hasSuffix("-") {
        slug += "-"
      }
    }
    while slug.hasSuffix("-") || slug.utf8.count > 32 { slug.removeLast() }
    return slug
  }

  package static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}
