/// The name of a file that waits in the project's folder to take another's place.
///
/// It begins with a dot and ends with `~`, which git ignores in a project, and nothing else that
/// works there makes such names: recovery knows them by their form alone.
struct TemporaryName {
  let text: String

  /// - Parameters:
  ///   - index: The change's place in its transaction, from 0.
  ///   - hash: The hash of what the file holds.
  init(index: Int, hash: Hash256) {
    text = "\(Self.prefix)\(index)-\(hash.hex.prefix(Self.digits))~"
  }

  /// The name under which a journal is written before it counts.
  static let journal = "\(prefix)journal~"

  private static let prefix = ".flyconf-"
  private static let digits = 16

  /// Whether a name is exactly of the form that temporary files have.
  static func isTemporary(_ name: String) -> Bool {
    if name == journal { return true }
    guard name.hasPrefix(prefix), name.hasSuffix("~") else { return false }
    let parts = name.dropFirst(prefix.count).dropLast().utf8
      .split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return parts.count == 2 && (1...9).contains(parts[0].count)
      && parts[0].allSatisfy(ASCII.isDigit) && Hex.isText(parts[1], ofCount: digits)
  }
}
